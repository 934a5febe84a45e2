package org.concordat.core.alignment.priorities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Small workspaces without errors that use every option of the model, the rare ones often: ties,
 * cycles, parallel dependencies, partial and crossing carries, redundancy groups, several judges,
 * factors and units without goals. The same seed gives the same workspace.
 */
public final class RandomWorkspaces {
  private static final List<String> JUDGES = List.of("a.adams", "b.brown", "c.clark", "d.davis");
  private static final List<AssetKind> KINDS = List.of(AssetKind.values());
  private static final String EXTRA = "traceability";

  private final Random random;
  private final ImpactScale scale;

  private RandomWorkspaces(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    scale = scale();
  }

  /** A workspace of 1 to 12 assets. */
  public static Workspace of(long seed) {
    RandomWorkspaces dice = new RandomWorkspaces(seed);
    return dice.workspace(1 + dice.random.nextInt(12));
  }

  /** A workspace of so many assets. */
  public static Workspace of(long seed, int assets) {
    return new RandomWorkspaces(seed).workspace(assets);
  }

  private Workspace workspace(int size) {
    Along along = along();
    boolean product = along instanceof Along.Product;
    List<Unit> units = units();
    List<String> goals = units.stream().flatMap(u -> u.goals().stream()).map(Goal::id).toList();
    List<Factor> factors =
        IntStream.range(0, random.nextInt(6))
            .mapToObj(i -> new Factor("f" + i, "Factor " + i, random.nextBoolean() ? true : null))
            .toList();
    List<Asset> assets = assets(size, units);
    List<Dependency> dependencies = dependencies(assets, !product);
    return new Workspace(
        new Organisation("org", "Organisation", null),
        scale,
        new Combination(
            along, random.nextBoolean() ? Combination.Across.MAXIMUM : Combination.Across.AVERAGE),
        product || random.nextBoolean()
            ? Inheritance.DEFAULT
            : new Inheritance(1 + random.nextInt(4)),
        List.of(new PropertyDefinition(EXTRA, "Traceability", null)),
        units,
        factors,
        assets,
        dependencies,
        impacts(assets, factors, goals),
        List.of(new Origin("model.archimate", "id-1", Origin.Kind.ASSET, "a0")));
  }

  private ImpactScale scale() {
    return random.nextInt(3) == 0
        ? ImpactScale.DEFAULT
        : new ImpactScale(
            IntStream.rangeClosed(1, 2 + random.nextInt(5)).mapToObj(i -> "level-" + i).toList());
  }

  private Along along() {
    return switch (random.nextInt(3)) {
      case 0 -> new Along.WeakestLink();
      case 1 -> new Along.Product();
      default -> matrix();
    };
  }

  /** Each cell lies between its upper and left neighbours and the lower of its arguments. */
  private Along matrix() {
    int n = scale.size();
    int[][] cells = new int[n + 1][n + 1];
    List<List<Level>> rows = new ArrayList<>();
    for (int row = 1; row <= n; row++) {
      List<Level> levels = new ArrayList<>();
      for (int column = 1; column <= n; column++) {
        int least = Math.max(1, Math.max(cells[row - 1][column], cells[row][column - 1]));
        int most = Math.min(row, column);
        cells[row][column] = most - random.nextInt(Math.min(2, most - least + 1));
        levels.add(Level.of(cells[row][column]));
      }
      rows.add(levels);
    }
    return new Along.Matrix(rows);
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    int goal = 0;
    int count = random.nextInt(4);
    for (int u = 0; u < count; u++) {
      List<Goal> goals = new ArrayList<>();
      for (int g = random.nextInt(4); g > 0; g--) {
        goals.add(new Goal("g" + goal, "Goal " + goal, levelOrNull()));
        goal++;
      }
      units.add(
          new Unit(
              "u" + u,
              "Unit " + u,
              random.nextBoolean() ? ValueDiscipline.CUSTOMER_INTIMACY : null,
              goals));
    }
    return units;
  }

  private List<Asset> assets(int size, List<Unit> units) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> properties = new ArrayList<>(SecurityProperty.CLASSIC);
      if (random.nextInt(3) == 0) {
        properties.add(EXTRA);
        Collections.shuffle(properties, random);
        properties.subList(1 + random.nextInt(properties.size()), properties.size()).clear();
      }
      // "a1" and "a1-x": the id a1-x/... sorts before a1/..., unlike the assets' own ids.
      String id = i % 4 == 3 ? "a" + (i - 1) + "-x" : "a" + i;
      String unit =
          units.isEmpty() || random.nextBoolean()
              ? null
              : units.get(random.nextInt(units.size())).id();
      assets.add(
          new Asset(id, "Asset " + i, KINDS.get(random.nextInt(KINDS.size())), unit, properties));
    }
    return assets;
  }

  private List<Dependency> dependencies(List<Asset> assets, boolean groups) {
    List<Dependency> dependencies = new ArrayList<>();
    if (assets.size() < 2) {
      return dependencies;
    }
    for (int count = random.nextInt(2 * assets.size()); count > 0; count--) {
      Asset from = assets.get(random.nextInt(assets.size()));
      Asset on = assets.get(random.nextInt(assets.size()));
      if (!from.id().equals(on.id())) {
        dependencies.add(
            new Dependency(from.id(), on.id(), levelOrNull(), carriesOrNull(from, on), null));
      }
    }
    if (groups && assets.size() > 2 && random.nextBoolean()) {
      addGroup(assets, dependencies);
    }
    return dependencies;
  }

  /** Needs 1 to all of the members; one member sometimes twice, by parallel dependencies. */
  private void addGroup(List<Asset> assets, List<Dependency> dependencies) {
    Asset from = assets.get(random.nextInt(assets.size()));
    List<Asset> members = new ArrayList<>(assets);
    members.remove(from);
    Collections.shuffle(members, random);
    int size = 1 + random.nextInt(Math.min(4, members.size()));
    Redundancy redundancy = new Redundancy("spare", 1 + random.nextInt(size));
    members = new ArrayList<>(members.subList(0, size));
    if (random.nextInt(3) == 0) {
      members.add(members.getFirst());
    }
    for (Asset on : members) {
      dependencies.add(
          new Dependency(from.id(), on.id(), levelOrNull(), carriesOrNull(from, on), redundancy));
    }
  }

  private @Nullable SortedMap<String, String> carriesOrNull(Asset from, Asset on) {
    if (random.nextInt(3) > 0) {
      return null;
    }
    SortedMap<String, String> carries = new TreeMap<>();
    for (String property : from.properties()) {
      if (random.nextBoolean()) {
        carries.put(property, on.properties().get(random.nextInt(on.properties().size())));
      }
    }
    return carries;
  }

  private List<Impact> impacts(List<Asset> assets, List<Factor> factors, List<String> goals) {
    List<Impact> impacts = new ArrayList<>();
    if (factors.isEmpty()) {
      return impacts;
    }
    Set<Impact.Link> seen = new HashSet<>();
    for (int count = random.nextInt(2 * assets.size() + 2); count > 0; count--) {
      Asset asset = assets.get(random.nextInt(assets.size()));
      List<String> properties = asset.properties();
      Requirement requirement =
          new Requirement(asset.id(), properties.get(random.nextInt(properties.size())));
      String factor = factors.get(random.nextInt(factors.size())).id();
      if (seen.add(new Impact.Link(requirement.id(), factor))) {
        judgements()
            .forEach(j -> impacts.add(new Impact.RequirementImpact(requirement, factor, j)));
      }
    }
    for (int count = goals.isEmpty() ? 0 : random.nextInt(9); count > 0; count--) {
      String factor = factors.get(random.nextInt(factors.size())).id();
      String goal = goals.get(random.nextInt(goals.size()));
      if (seen.add(new Impact.Link(factor, goal))) {
        judgements().forEach(j -> impacts.add(new Impact.FactorImpact(factor, goal, j)));
      }
    }
    Collections.shuffle(impacts, random);
    return impacts;
  }

  /** One anonymous judgement, or one to four by different judges, sometimes with an agreed one. */
  private List<Judgement> judgements() {
    if (random.nextInt(3) > 0) {
      return List.of(Judgement.of(level()));
    }
    int judges = 1 + random.nextInt(JUDGES.size());
    int agreed = random.nextInt(3) == 0 ? random.nextInt(judges) : -1;
    return IntStream.range(0, judges)
        .mapToObj(
            i ->
                new Judgement(
                    level(), JUDGES.get(i), LocalDate.of(2026, 3, 1 + i), null, i == agreed))
        .toList();
  }

  private Level level() {
    return Level.of(1 + random.nextInt(scale.size()));
  }

  private @Nullable Level levelOrNull() {
    return random.nextBoolean() ? null : level();
  }
}
