package org.concordat.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedFactor;
import org.concordat.formats.imports.ImportedModel.ImportedGoal;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws that hold for any series of imports, from sources that change and get in each other's way.
 */
class ImportMergePropertiesTest {
  private static final List<String> NAMES =
      List.of("Mail", "mail", "Mail 2", "", "Société", "保険", "acme", "Rated impact", "Claims DB");
  private static final List<String> PROPERTIES =
      List.of("confidentiality", "integrity", "availability", "safety");

  private Random random = new Random(0);

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void imports_keep_a_workspace_whole_and_do_nothing_when_repeated(int seed) {
    random = new Random(seed);
    Workspace workspace = Workspace.empty(new Organisation("acme", "Acme", null));
    for (int i = 0; i < 6; i++) {
      ImportedModel model = randomModel(i % 2 == 0 ? "a.csv" : "b.archimate");
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(i);

      Merged once = ImportMerge.into(workspace, model, day);
      Merged again = ImportMerge.into(once.workspace(), model, day.plusDays(40));

      assertThat(again.workspace()).as("seed %d, import %d", seed, i).isEqualTo(once.workspace());
      assertThat(again.outcomes())
          .as("seed %d, import %d", seed, i)
          .allMatch(o -> o.effect() == Effect.UNCHANGED || o.effect() == Effect.GONE)
          .doesNotHaveDuplicates();
      assertWhole(once.workspace(), "seed %d, import %d".formatted(seed, i));
      workspace = withJudgements(once.workspace());
    }
  }

  private static void assertWhole(Workspace workspace, String when) {
    List<Goal> goals = workspace.units().stream().flatMap(u -> u.goals().stream()).toList();
    assertThat(workspace.units()).as(when).extracting(Unit::id).doesNotHaveDuplicates();
    assertThat(goals).as(when).extracting(Goal::id).doesNotHaveDuplicates();
    assertThat(workspace.factors()).as(when).extracting(Factor::id).doesNotHaveDuplicates();
    assertThat(workspace.assets()).as(when).extracting(Asset::id).doesNotHaveDuplicates();
    assertThat(workspace.origins()).as(when).doesNotHaveDuplicates();
    Set<String> units = ids(workspace.units().stream().map(Unit::id));
    Set<String> assets = ids(workspace.assets().stream().map(Asset::id));
    Set<String> factors = ids(workspace.factors().stream().map(Factor::id));
    Set<String> requirements =
        ids(
            workspace.assets().stream()
                .flatMap(a -> a.properties().stream().map(p -> a.id() + "/" + p)));
    assertThat(workspace.assets())
        .as(when)
        .allMatch(a -> a.unit() == null || units.contains(a.unit()));
    assertThat(workspace.assets()).as(when).noneMatch(a -> a.name().isBlank());
    assertThat(workspace.dependencies())
        .as(when)
        .allMatch(d -> assets.contains(d.from()) && assets.contains(d.on()));
    assertThat(workspace.dependencies().stream().map(d -> d.from() + ">" + d.on()))
        .as(when)
        .doesNotHaveDuplicates();
    assertThat(workspace.impacts())
        .as(when)
        .allMatch(
            impact ->
                switch (impact) {
                  case RequirementImpact(var requirement, var factor, _) ->
                      requirements.contains(requirement.id()) && factors.contains(factor);
                  case FactorImpact(var factor, var goal, _) ->
                      factors.contains(factor) && goals.stream().anyMatch(g -> g.id().equals(goal));
                });
    Set<String> dependencies =
        ids(workspace.dependencies().stream().map(d -> d.from() + ">" + d.on()));
    assertThat(workspace.origins())
        .as(when)
        .allMatch(
            origin ->
                switch (origin.kind()) {
                  case UNIT -> units.contains(origin.id());
                  case GOAL -> goals.stream().anyMatch(g -> g.id().equals(origin.id()));
                  case FACTOR -> factors.contains(origin.id());
                  case ASSET -> assets.contains(origin.id());
                  case DEPENDENCY -> dependencies.contains(origin.id());
                });
  }

  private static Set<String> ids(Stream<String> ids) {
    return new HashSet<>(ids.toList());
  }

  /** Between imports, somebody judges a requirement. */
  private Workspace withJudgements(Workspace workspace) {
    List<Impact> impacts = new ArrayList<>(workspace.impacts());
    if (!workspace.assets().isEmpty() && !workspace.factors().isEmpty()) {
      Asset asset = pick(workspace.assets());
      if (!asset.properties().isEmpty()) {
        Judgement judgement = new Judgement(Level.of(2), "j.doe", null, null, false);
        impacts.add(
            new RequirementImpact(
                new Requirement(asset.id(), pick(asset.properties())),
                pick(workspace.factors()).id(),
                judgement));
      }
    }
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        workspace.units(),
        workspace.factors(),
        workspace.assets(),
        workspace.dependencies(),
        impacts,
        workspace.origins());
  }

  private ImportedModel randomModel(String source) {
    List<ImportedUnit> units = some("u", e -> new ImportedUnit(e, pick(NAMES), maybe("text")));
    List<ImportedGoal> goals =
        some("g", e -> new ImportedGoal(e, pick(NAMES), null, maybe(units, ImportedUnit::element)));
    List<ImportedFactor> factors = some("f", e -> new ImportedFactor(e, pick(NAMES), null));
    List<ImportedAsset> assets =
        some(
            "a",
            e ->
                new ImportedAsset(
                    e,
                    maybe(pick(List.of("ID-1", "mail", "not valid"))),
                    pick(NAMES),
                    pick(List.of(AssetKind.values())),
                    maybe(units, ImportedUnit::element),
                    maybe("words"),
                    random.nextBoolean()
                        ? null
                        : PROPERTIES.subList(random.nextInt(3), 3 + random.nextInt(2))));
    List<ImportedDependency> dependencies = new ArrayList<>();
    List<ImportedRating> ratings = new ArrayList<>();
    if (!assets.isEmpty()) {
      for (int i = random.nextInt(8); i > 0; i--) {
        String from = pick(assets).element();
        String on = pick(assets).element();
        if (!from.equals(on)
            && dependencies.stream().noneMatch(d -> d.element().equals(from + on))) {
          dependencies.add(new ImportedDependency(from + on, from, on));
        }
        int steps = 1 + random.nextInt(5);
        ratings.add(
            new ImportedRating(
                pick(assets).element(), pick(PROPERTIES), 1 + random.nextInt(steps), steps, "x"));
      }
    }
    return new ImportedModel(
        source, units, goals, factors, assets, dependencies, ratings, List.of(), List.of());
  }

  private <T> List<T> some(String prefix, Function<String, T> make) {
    return IntStream.range(0, 6)
        .filter(_ -> random.nextInt(3) > 0)
        .mapToObj(i -> make.apply(prefix + i))
        .toList();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private @Nullable String maybe(String text) {
    return random.nextBoolean() ? text : null;
  }

  private <T> @Nullable String maybe(List<T> list, Function<T, String> element) {
    return list.isEmpty() || random.nextBoolean() ? null : element.apply(pick(list));
  }
}
