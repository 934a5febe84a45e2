package org.concordat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.EstateBuilder;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;

/**
 * A made-up estate as plain arrays, from which every implementation builds its own structure.
 *
 * <p>Assets have the classic three properties and three dependencies each, mostly on assets further
 * down, one in ten on a few popular ones (thousands of dependents), one in fifty on any, which
 * makes cycles. One asset in twenty has impacts of its own on some of 20 factors, which hurt 12
 * goals of 5 units.
 */
public final class EstateData {
  static final int PROPERTIES = SecurityProperty.CLASSIC.size();
  static final int LEVELS = ImpactScale.DEFAULT.size();
  private static final int PER_ASSET = 3;
  private static final int FACTORS = 20;
  private static final int GOALS = 12;
  private static final int UNITS = 5;

  final int assets;
  final int[] from;
  final int[] on;
  final int[] strength;

  /** By asset and property: the factor that it is linked to, or -1, and the level. */
  final int[] factor;

  final int[] level;

  /** By factor and goal: the level of the link, or 0. */
  final int[][] hurts = new int[FACTORS][GOALS];

  final int[] importance = new int[GOALS];

  EstateData(int assets, long seed) {
    Random random = new Random(seed);
    this.assets = assets;
    int edges = PER_ASSET * assets;
    from = new int[edges];
    on = new int[edges];
    strength = new int[edges];
    for (int e = 0; e < edges; e++) {
      from[e] = e / PER_ASSET;
      on[e] = target(random, from[e]);
      strength[e] = 1 + random.nextInt(LEVELS);
    }
    factor = new int[PROPERTIES * assets];
    level = new int[PROPERTIES * assets];
    for (int r = 0; r < factor.length; r++) {
      boolean linked = random.nextInt(40) == 0;
      factor[r] = linked ? random.nextInt(FACTORS) : -1;
      level[r] = linked ? 1 + random.nextInt(LEVELS) : 0;
    }
    for (int[] row : hurts) {
      for (int i = 0; i < 3; i++) {
        row[random.nextInt(GOALS)] = 1 + random.nextInt(LEVELS);
      }
    }
    for (int goal = 0; goal < GOALS; goal++) {
      importance[goal] = 1 + random.nextInt(LEVELS);
    }
  }

  private int target(Random random, int asset) {
    int target =
        switch (random.nextInt(50)) {
          case 0 -> random.nextInt(assets);
          case 1, 2, 3, 4, 5 -> (int) (assets * Math.pow(random.nextDouble(), 4));
          default -> asset + 1 + (int) (Math.abs(random.nextGaussian()) * assets / 10);
        };
    return target >= assets || target == asset ? (asset + 1) % assets : target;
  }

  static String id(int asset) {
    return String.format("asset-%07d", asset);
  }

  /** The number of an asset from its id. */
  public static int number(String id) {
    return Integer.parseInt(id.substring(id.indexOf('-') + 1));
  }

  /** An estate of so many assets, always the same, as a workspace. */
  public static Workspace workspace(int assets) {
    return new EstateData(assets, 1).workspace();
  }

  /**
   * What the people of an organisation say before any asset is known: units, goals and factors, and
   * a factor that the ratings of imported lists count for.
   */
  public static Workspace vision(Workspace estate) {
    List<Factor> factors = new ArrayList<>(estate.factors());
    factors.add(new Factor("rated-impact", "Impact as rated at its source", null));
    List<Impact> impacts = new ArrayList<>();
    for (Impact impact : estate.impacts()) {
      if (impact instanceof Impact.FactorImpact) {
        impacts.add(impact);
      }
    }
    for (Unit unit : estate.units()) {
      String goal = unit.goals().getFirst().id();
      impacts.add(new Impact.FactorImpact("rated-impact", goal, Judgement.of(Level.of(LEVELS))));
    }
    return new Workspace(
        estate.organisation(),
        estate.scale(),
        estate.combination(),
        estate.inheritance(),
        estate.properties(),
        estate.units(),
        factors,
        List.of(),
        List.of(),
        impacts,
        List.of());
  }

  /** The estate of the engine, built from the arrays. */
  Estate estate(Combination combination, Inheritance inheritance) {
    EstateBuilder builder = new EstateBuilder(ImpactScale.DEFAULT, combination, inheritance);
    for (int unit = 0; unit < UNITS; unit++) {
      builder.unit("unit-" + unit);
    }
    for (int goal = 0; goal < GOALS; goal++) {
      builder.goal("goal-" + goal, goal % UNITS, Level.of(importance[goal]));
    }
    for (int f = 0; f < FACTORS; f++) {
      builder.factor("factor-" + f);
      for (int goal = 0; goal < GOALS; goal++) {
        if (hurts[f][goal] > 0) {
          builder.impact(f, goal, Level.of(hurts[f][goal]));
        }
      }
    }
    for (int asset = 0; asset < assets; asset++) {
      builder.asset(id(asset), SecurityProperty.CLASSIC);
    }
    Level[] levels = {Level.of(1), Level.of(1), Level.of(2), Level.of(3)};
    for (int e = 0; e < from.length; e++) {
      builder.dependency(from[e], on[e], levels[strength[e]]);
    }
    for (int r = 0; r < factor.length; r++) {
      if (factor[r] >= 0) {
        builder.impact(
            r / PROPERTIES,
            SecurityProperty.CLASSIC.get(r % PROPERTIES),
            factor[r],
            levels[level[r]]);
      }
    }
    return builder.build();
  }

  /** The same as a workspace: with names, kinds, units and descriptions. */
  Workspace workspace() {
    List<Unit> units = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      List<Goal> goals = new ArrayList<>();
      for (int goal = unit; goal < GOALS; goal += UNITS) {
        goals.add(new Goal("goal-" + goal, "Goal " + goal, Level.of(importance[goal])));
      }
      units.add(new Unit("unit-" + unit, "Unit " + unit, null, goals));
    }
    List<Factor> factors = new ArrayList<>();
    List<Impact> impacts = new ArrayList<>();
    for (int f = 0; f < FACTORS; f++) {
      factors.add(new Factor("factor-" + f, "Factor " + f, null));
      for (int goal = 0; goal < GOALS; goal++) {
        if (hurts[f][goal] > 0) {
          Judgement judgement = Judgement.of(Level.of(hurts[f][goal]));
          impacts.add(new Impact.FactorImpact("factor-" + f, "goal-" + goal, judgement));
        }
      }
    }
    List<Asset> all = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      all.add(asset(asset));
    }
    List<Dependency> dependencies = new ArrayList<>();
    for (int e = 0; e < from.length; e++) {
      dependencies.add(
          new Dependency(id(from[e]), id(on[e]), Level.of(Math.max(1, strength[e])), null, null));
    }
    for (int r = 0; r < factor.length; r++) {
      if (factor[r] >= 0) {
        impacts.add(
            new Impact.RequirementImpact(
                new Requirement(id(r / PROPERTIES), SecurityProperty.CLASSIC.get(r % PROPERTIES)),
                "factor-" + factor[r],
                Judgement.of(Level.of(level[r]))));
      }
    }
    return new Workspace(
        new Organisation("made-up", "Made up", null),
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        units,
        factors,
        all,
        dependencies,
        impacts,
        List.of());
  }

  private static Asset asset(int number) {
    List<AssetKind> kinds = List.of(AssetKind.values());
    return new Asset(
        id(number),
        (number % 7 == 0 ? "Claims " : "Système ") + number,
        kinds.get(number % kinds.size()),
        number % 3 == 0 ? null : "unit-" + number % UNITS,
        "Runs in room " + number % 100 + " and is looked after by team " + number % 40,
        SecurityProperty.CLASSIC);
  }

  /** The own level of each requirement by weakest link and maximum, for the references. */
  int[] ownLevels() {
    int[] values = new int[FACTORS];
    for (int f = 0; f < FACTORS; f++) {
      for (int goal = 0; goal < GOALS; goal++) {
        values[f] = Math.max(values[f], Math.min(hurts[f][goal], importance[goal]));
      }
    }
    int[] own = new int[factor.length];
    for (int r = 0; r < own.length; r++) {
      own[r] = factor[r] < 0 ? 0 : Math.min(level[r], values[factor[r]]);
    }
    return own;
  }
}
