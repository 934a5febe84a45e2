package org.concordat.formats.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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

/** Workspaces without errors, full of texts that YAML takes for something else. */
public final class RandomWorkspaces {
  private static final List<String> HOSTILE_TEXTS =
      List.of(
          "",
          " ",
          "~",
          "null",
          "yes",
          "No",
          "on",
          "0x1",
          "1e3",
          "1_000",
          "2026-03-02",
          "12:30:45",
          ".inf",
          ".NaN",
          "=",
          "<<",
          "---",
          "...",
          "- a",
          "? a",
          ": a",
          "a: b",
          "a:b",
          "a #b",
          "#",
          "a, b",
          "[a]",
          "{a: b}",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%YAML",
          "@a",
          "`a",
          "'",
          "\"",
          "it's",
          "\"quoted\"",
          "\\n",
          "a\nb",
          "a\n\n  b\n",
          "\r\n",
          "\t",
          "a\tb",
          " a",
          "a ",
          "a  b",
          "é",
          "保険",
          "🦊",
          "👩‍👩‍👧",
          "\u0000",
          "\u0007",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\uffff",
          "\ud800",
          "\udc00x",
          "\ue000",
          "\ud83f\udfff",
          "true",
          "Y",
          "x".repeat(3000),
          "word ".repeat(500) + "end",
          "Don't (ever) stop - 24/7 R&D + more");

  private static final List<String> HOSTILE_IDS =
      List.of(
          "no",
          "null",
          "true",
          "1e3",
          "007",
          "0x1F",
          "2026-03-02",
          "1.5",
          "1_000",
          "on",
          "y",
          "A",
          "a.b-c_d",
          "x-",
          "9",
          "z".repeat(1500));

  private final Random random;
  private final List<String> texts;
  private final long firstDay;
  private final long lastDay;

  RandomWorkspaces(long seed) {
    this(seed, _ -> true, LocalDate.ofEpochDay(-800_000), LocalDate.ofEpochDay(4_000_000));
  }

  /** Workspaces that hold only some of the texts, and days of a certain time. */
  public RandomWorkspaces(
      long seed, Predicate<String> allowed, LocalDate firstDay, LocalDate lastDay) {
    random = new Random(seed);
    this.firstDay = firstDay.toEpochDay();
    this.lastDay = lastDay.toEpochDay();
    texts = HOSTILE_TEXTS.stream().filter(allowed).toList();
  }

  public Workspace next() {
    ImpactScale scale = scale();
    List<PropertyDefinition> properties = new ArrayList<>();
    for (String id : ids(3)) {
      properties.add(new PropertyDefinition(id, name(id), maybeText()));
    }
    List<String> goals = ids(8);
    List<Unit> units = units(scale, goals);
    List<Factor> factors = new ArrayList<>();
    for (String id : ids(6)) {
      factors.add(new Factor(id, name(id), maybe() ? null : Boolean.valueOf(maybe()), maybeText()));
    }
    List<Asset> assets = assets(units);
    boolean isProduct = random.nextInt(4) == 0;
    Along along =
        isProduct ? new Along.Product() : maybe() ? new Along.WeakestLink() : matrix(scale);
    Workspace empty = Workspace.empty(new Organisation(id("acme"), text(), maybeText()));
    return new Workspace(
        empty.organisation(),
        scale,
        new Combination(along, pick(List.of(Combination.Across.values()))),
        isProduct || maybe() ? Inheritance.DEFAULT : new Inheritance(1 + random.nextInt(5)),
        properties,
        units,
        factors,
        assets,
        dependencies(scale, assets, isProduct),
        impacts(scale, assets, factors, goals),
        origins(assets));
  }

  private ImpactScale scale() {
    if (maybe()) {
      return ImpactScale.DEFAULT;
    }
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < 2 + random.nextInt(5)) {
      String name = text();
      if (!name.isBlank() && !name.equals(ImpactScale.NONE)) {
        names.add(name);
      }
    }
    return names.size() < 2 ? ImpactScale.DEFAULT : new ImpactScale(List.copyOf(names));
  }

  private static Along matrix(ImpactScale scale) {
    List<List<Level>> rows = new ArrayList<>();
    for (int i = 1; i <= scale.size(); i++) {
      List<Level> row = new ArrayList<>();
      for (int j = 1; j <= scale.size(); j++) {
        row.add(Level.of(Math.max(1, Math.min(i, j) - 1)));
      }
      rows.add(row);
    }
    return new Along.Matrix(rows);
  }

  private List<Unit> units(ImpactScale scale, List<String> goals) {
    List<Unit> units = new ArrayList<>();
    List<List<Goal>> shares = new ArrayList<>();
    List<String> ids = ids(4);
    ids.forEach(_ -> shares.add(new ArrayList<>()));
    if (ids.isEmpty()) {
      goals.clear();
    }
    for (String goal : goals) {
      pick(shares).add(new Goal(goal, name(goal), maybeLevel(scale), maybeText()));
    }
    for (int i = 0; i < ids.size(); i++) {
      ValueDiscipline discipline = maybe() ? null : pick(List.of(ValueDiscipline.values()));
      units.add(new Unit(ids.get(i), name(ids.get(i)), discipline, maybeText(), shares.get(i)));
    }
    return units;
  }

  private List<Asset> assets(List<Unit> units) {
    List<Asset> assets = new ArrayList<>();
    for (String id : ids(12)) {
      List<String> properties = new ArrayList<>(SecurityProperty.CLASSIC);
      if (maybe()) {
        properties.addAll(ids(3));
        Collections.shuffle(properties, random);
        properties = properties.subList(0, random.nextInt(properties.size() + 1));
      }
      String unit = units.isEmpty() || maybe() ? null : pick(units).id();
      AssetKind kind = pick(List.of(AssetKind.values()));
      assets.add(new Asset(id, name(id), kind, unit, maybeText(), properties));
    }
    return assets;
  }

  private List<Dependency> dependencies(ImpactScale scale, List<Asset> assets, boolean isProduct) {
    List<Dependency> dependencies = new ArrayList<>();
    for (int i = 0; i < 15 && !assets.isEmpty(); i++) {
      Asset from = pick(assets);
      Asset on = pick(assets);
      SortedMap<String, String> carries = maybe() ? null : new TreeMap<>();
      for (String property : from.properties()) {
        if (carries != null && maybe() && !on.properties().isEmpty()) {
          carries.put(property, pick(on.properties()));
        }
      }
      Redundancy redundancy = isProduct || maybe() ? null : new Redundancy("web", 2);
      dependencies.add(new Dependency(from.id(), on.id(), maybeLevel(scale), carries, redundancy));
    }
    return dependencies;
  }

  private List<Impact> impacts(
      ImpactScale scale, List<Asset> assets, List<Factor> factors, List<String> goals) {
    List<Impact> impacts = new ArrayList<>();
    Set<Object> judged = new LinkedHashSet<>();
    for (int i = 0; i < 30 && !factors.isEmpty(); i++) {
      Impact impact = impact(scale, assets, factors, goals);
      if (impact == null) {
        continue;
      }
      boolean agreed = impact.judgement().agreed();
      String by = agreed ? "agreed" : "by " + impact.judgement().by();
      if (judged.add(List.of(impact.link(), by))) {
        impacts.add(impact);
      }
    }
    return impacts;
  }

  private @Nullable Impact impact(
      ImpactScale scale, List<Asset> assets, List<Factor> factors, List<String> goals) {
    LocalDate on = maybe() ? null : LocalDate.ofEpochDay(random.nextLong(firstDay, lastDay));
    Level level = Level.of(1 + random.nextInt(scale.size()));
    Judgement judgement =
        new Judgement(level, maybeText(), on, maybeText(), random.nextInt(4) == 0);
    String factor = pick(factors).id();
    if (maybe()) {
      return goals.isEmpty() ? null : new Impact.FactorImpact(factor, pick(goals), judgement);
    }
    Asset asset = assets.isEmpty() ? null : pick(assets);
    return asset == null || asset.properties().isEmpty()
        ? null
        : new Impact.RequirementImpact(
            new Requirement(asset.id(), pick(asset.properties())), factor, judgement);
  }

  private List<Origin> origins(List<Asset> assets) {
    List<Origin> origins = new ArrayList<>();
    for (Asset asset : assets) {
      if (maybe()) {
        origins.add(
            new Origin(
                text(),
                text(),
                pick(List.of(Origin.Kind.values())),
                maybe() ? text() : asset.id()));
      }
    }
    return origins;
  }

  private List<String> ids(int most) {
    Set<String> ids = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      ids.add(id("e" + i));
    }
    return new ArrayList<>(ids);
  }

  private String id(String usual) {
    return maybe() ? pick(HOSTILE_IDS) : usual;
  }

  private String name(String id) {
    return maybe() ? id : text();
  }

  private @Nullable String maybeText() {
    return maybe() ? null : text();
  }

  private @Nullable Level maybeLevel(ImpactScale scale) {
    return maybe() ? null : Level.of(1 + random.nextInt(scale.size()));
  }

  /** A hostile text, or one of random characters. */
  private String text() {
    if (maybe()) {
      return pick(texts);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(
          maybe() ? pick(List.of(texts.get(random.nextInt(60)))) : (char) random.nextInt(32, 127));
    }
    return text.toString();
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
