package org.concordat.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportMerge.Effect;
import org.concordat.formats.imports.ImportMerge.Merged;
import org.concordat.formats.imports.ImportMerge.Outcome;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedGoal;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportMergeTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  private final Workspace empty = Workspace.empty(new Organisation("acme", "Acme Insurance", null));

  @ParameterizedTest
  @CsvSource({
    "Claims Handling, claims-handling",
    "Schäden & Prämien, schaden-pramien",
    "Customer's Bank, customers-bank",
    "Straße Ærø Łódź, strasse-aero-lodz",
    "  v1.2 (new)  , v1-2-new",
    "保険, asset",
  })
  void an_id_is_made_of_the_name(String name, String id) {
    Merged merged = merge(empty, assets(asset("e1", null, name)));

    assertThat(merged.workspace().assets()).extracting(Asset::id).containsExactly(id);
  }

  @Test
  void a_very_long_name_is_cut_between_words() {
    String name = "A system of record for each and every policy that has ever been written by us";

    String id = merge(empty, assets(asset("e1", null, name))).workspace().assets().get(0).id();

    assertThat(id).isEqualTo("a-system-of-record-for-each-and-every-policy-that-has-ever");
  }

  @Test
  void equal_names_are_numbered() {
    Merged merged =
        merge(
            empty,
            assets(asset("e1", null, "LAN"), asset("e2", null, "LAN"), asset("e3", null, "Lan")));

    assertThat(merged.workspace().assets())
        .extracting(Asset::id)
        .containsExactly("lan", "lan-2", "lan-3");
    assertThat(merged.outcomes()).extracting(Outcome::effect).containsOnly(Effect.ADDED);
  }

  @Test
  void the_sources_own_id_counts_when_it_is_valid_and_free() {
    Merged merged =
        merge(
            empty,
            assets(
                asset("e1", "SRV.001", "Mail server"),
                asset("e2", "SRV.001", "File server"),
                asset("e3", "no id", "Web server")));

    assertThat(merged.workspace().assets())
        .extracting(Asset::id)
        .containsExactly("SRV.001", "file-server", "web-server");
  }

  @Test
  void an_entry_keeps_its_id_when_the_source_renames_it() {
    Workspace first = merge(empty, assets(asset("e1", null, "Claims DB"))).workspace();

    Merged second = merge(first, assets(asset("e1", null, "Claims database")));

    assertThat(second.workspace().assets())
        .extracting(Asset::id, Asset::name)
        .containsExactly(tuple("claims-db", "Claims database"));
    assertThat(second.outcomes())
        .containsExactly(new Outcome(Origin.Kind.ASSET, "claims-db", Effect.CHANGED));
  }

  @Test
  void an_entry_of_the_same_id_and_name_is_the_same_thing() {
    Workspace written =
        with(
            List.of(new Asset("mail", "MAIL", AssetKind.PEOPLE, null, "ours", List.of("safety"))),
            List.of(),
            List.of());

    Merged merged = merge(written, assets(asset("e1", null, "Mail")));

    assertThat(merged.workspace().assets())
        .containsExactly(
            new Asset("mail", "Mail", AssetKind.TECHNICAL, null, "ours", List.of("safety")));
    assertThat(merged.workspace().origins())
        .containsExactly(new Origin("cmdb.csv", "e1", Origin.Kind.ASSET, "mail"));
  }

  @Test
  void an_entry_of_the_same_id_and_another_name_is_another_thing() {
    Workspace written =
        with(
            List.of(new Asset("mail", "Letters", AssetKind.PEOPLE, null, List.of("safety"))),
            List.of(),
            List.of());

    Merged merged = merge(written, assets(asset("e1", null, "Mail")));

    assertThat(merged.workspace().assets()).extracting(Asset::id).containsExactly("mail", "mail-2");
  }

  @Test
  void what_the_source_does_not_state_stays() {
    ImportedModel full =
        new ImportedModel(
            "cmdb.csv",
            List.of(new ImportedUnit("u", "Claims", "Settles claims")),
            List.of(),
            List.of(),
            List.of(
                new ImportedAsset(
                    "e1", null, "Mail", AssetKind.TECHNICAL, "u", "old", List.of("safety"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Workspace first = merge(empty, full).workspace();
    Workspace edited =
        new Workspace(
            first.organisation(),
            first.scale(),
            first.combination(),
            first.inheritance(),
            first.properties(),
            List.of(
                new Unit(
                    "claims",
                    "Claims",
                    ValueDiscipline.CUSTOMER_INTIMACY,
                    "Settles claims",
                    List.of(new Goal("fast", "Fast", Level.of(2))))),
            first.factors(),
            first.assets(),
            first.dependencies(),
            first.impacts(),
            first.origins());

    Merged second = merge(edited, assets(asset("e1", null, "Mail")));

    assertThat(second.workspace().units()).isEqualTo(edited.units());
    assertThat(second.workspace().assets()).isEqualTo(edited.assets());
    assertThat(second.outcomes())
        .containsExactly(
            new Outcome(Origin.Kind.UNIT, "claims", Effect.GONE),
            new Outcome(Origin.Kind.ASSET, "mail", Effect.UNCHANGED));
  }

  @Test
  void goals_without_a_unit_go_to_one_for_the_whole_organisation() {
    ImportedModel model =
        goals(
            new ImportedGoal("g1", "Grow", null, null), new ImportedGoal("g2", "Save", null, null));

    Merged merged = merge(empty, model);

    assertThat(merged.workspace().units())
        .containsExactly(
            new Unit(
                "acme",
                "Acme Insurance",
                null,
                List.of(new Goal("grow", "Grow", null), new Goal("save", "Save", null))));
    assertThat(merge(merged.workspace(), model).workspace()).isEqualTo(merged.workspace());
  }

  @Test
  void a_goal_that_somebody_moved_stays_where_it_is_unless_the_source_names_its_unit() {
    ImportedModel model = goals(new ImportedGoal("g1", "Grow", null, null));
    Workspace first = merge(empty, model).workspace();
    Goal grow = new Goal("grow", "Grow", Level.of(1));
    Workspace moved =
        new Workspace(
            first.organisation(),
            first.scale(),
            first.combination(),
            first.inheritance(),
            List.of(),
            List.of(new Unit("sales", "Sales", null, List.of(grow))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            first.origins());

    assertThat(merge(moved, model).workspace()).isEqualTo(moved);
  }

  @Test
  void a_dependency_that_people_wrote_keeps_its_strength() {
    Dependency written =
        Dependency.carrying("mail", "node", Level.of(1), Map.of("safety", "safety"));
    Workspace workspace =
        with(
            List.of(
                new Asset("mail", "Mail", AssetKind.TECHNICAL, null, List.of("safety")),
                new Asset("node", "Node", AssetKind.TECHNICAL, null, List.of("safety"))),
            List.of(written),
            List.of());

    Merged merged =
        merge(
            workspace,
            model(
                List.of(
                    new ImportedAsset(
                        "e1", null, "Mail", AssetKind.TECHNICAL, null, null, List.of("privacy")),
                    asset("e2", null, "Node")),
                List.of(new ImportedDependency("e1>e2", "e1", "e2")),
                List.of()));

    assertThat(merged.workspace().dependencies()).containsExactly(written);
    assertThat(merged.workspace().origins())
        .contains(new Origin("cmdb.csv", "e1>e2", Origin.Kind.DEPENDENCY, "mail>node"));
    assertThat(merged.workspace().assets().get(0).properties())
        .as("what the dependency carries stays beside what the source states")
        .containsExactly("safety", "privacy");
  }

  @ParameterizedTest
  @CsvSource({"1,5,1", "2,5,2", "3,5,2", "4,5,3", "5,5,3", "1,2,2", "2,2,3", "1,3,1", "1,1,3"})
  void a_rating_takes_the_lowest_level_that_reaches_as_high(int step, int steps, int level) {
    Merged merged = merge(empty, rated(step, steps, "availability", "rated"));

    assertThat(merged.workspace().impacts())
        .containsExactly(rating("availability", level, MONDAY, "rated"));
    assertThat(merged.workspace().factors())
        .singleElement()
        .satisfies(
            factor -> {
              assertThat(factor.id()).isEqualTo(ImportMerge.RATED_IMPACT);
              assertThat(factor.name()).isEqualTo("Impact as rated at its source");
            });
    assertThat(merged.workspace().scale()).isEqualTo(ImpactScale.DEFAULT);
  }

  @Test
  void a_second_import_replaces_its_own_ratings_and_no_others() {
    Workspace first = merge(empty, rated(3, 3, "availability", "high")).workspace();
    Impact ofSomebody =
        new RequirementImpact(
            new Requirement("mail", "availability"),
            ImportMerge.RATED_IMPACT,
            new Judgement(Level.of(1), "j.doe", null, null, false));
    Workspace judged = withImpacts(first, List.of(first.impacts().get(0), ofSomebody));

    Workspace same = merge(judged, rated(3, 3, "availability", "very high"), TUESDAY).workspace();
    Workspace lower = merge(judged, rated(1, 3, "availability", "low"), TUESDAY).workspace();
    Workspace none = merge(judged, assets(asset("e1", null, "Mail")), TUESDAY).workspace();

    assertThat(same.impacts())
        .containsExactly(rating("availability", 3, MONDAY, "very high"), ofSomebody);
    assertThat(lower.impacts())
        .containsExactly(rating("availability", 1, TUESDAY, "low"), ofSomebody);
    assertThat(none.impacts()).containsExactly(ofSomebody);
  }

  @Test
  void ratings_of_an_asset_that_is_gone_stay_with_it() {
    Workspace first = merge(empty, rated(3, 3, "availability", "high")).workspace();

    Merged second = merge(first, assets());

    assertThat(second.workspace()).isEqualTo(first);
    assertThat(second.outcomes())
        .containsExactly(new Outcome(Origin.Kind.ASSET, "mail", Effect.GONE));
  }

  @Test
  void a_rating_adds_the_property_that_its_asset_lacks() {
    Workspace merged = merge(empty, rated(1, 3, "safety", "low")).workspace();

    assertThat(merged.assets().get(0).properties())
        .containsExactly("confidentiality", "integrity", "availability", "safety");
  }

  @Test
  void two_sources_do_not_disturb_each_other() {
    ImportedModel other =
        new ImportedModel(
            "model.archimate",
            List.of(),
            List.of(),
            List.of(),
            List.of(asset("e1", null, "Mailbox")),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Workspace first = merge(empty, assets(asset("e1", null, "Mail"))).workspace();

    Merged second = merge(first, other);

    assertThat(second.workspace().assets())
        .extracting(Asset::id)
        .containsExactly("mail", "mailbox");
    assertThat(second.outcomes())
        .containsExactly(new Outcome(Origin.Kind.ASSET, "mailbox", Effect.ADDED));
  }

  @Test
  void a_reference_to_nothing_is_refused() {
    ImportedModel model =
        model(
            List.of(asset("e1", null, "Mail")),
            List.of(new ImportedDependency("e1>e9", "e1", "e9")),
            List.of());

    assertThatThrownBy(() -> merge(empty, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e9");
  }

  private static Merged merge(Workspace workspace, ImportedModel model) {
    return merge(workspace, model, MONDAY);
  }

  private static Merged merge(Workspace workspace, ImportedModel model, LocalDate on) {
    return ImportMerge.into(workspace, model, on);
  }

  private static ImportedAsset asset(String element, @Nullable String id, String name) {
    return new ImportedAsset(element, id, name, AssetKind.TECHNICAL, null, null, null);
  }

  private static ImportedModel assets(ImportedAsset... assets) {
    return model(List.of(assets), List.of(), List.of());
  }

  private static ImportedModel rated(int step, int steps, String property, String words) {
    return model(
        List.of(asset("e1", null, "Mail")),
        List.of(),
        List.of(new ImportedRating("e1", property, step, steps, words)));
  }

  private static Impact rating(String property, int level, LocalDate on, String words) {
    return new RequirementImpact(
        new Requirement("mail", property),
        ImportMerge.RATED_IMPACT,
        new Judgement(Level.of(level), "cmdb.csv", on, words, false));
  }

  private static ImportedModel goals(ImportedGoal... goals) {
    return new ImportedModel(
        "cmdb.csv",
        List.of(),
        List.of(goals),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ImportedModel model(
      List<ImportedAsset> assets,
      List<ImportedDependency> dependencies,
      List<ImportedRating> ratings) {
    return new ImportedModel(
        "cmdb.csv",
        List.of(),
        List.of(),
        List.of(),
        assets,
        dependencies,
        ratings,
        List.of(),
        List.of());
  }

  private Workspace with(List<Asset> assets, List<Dependency> dependencies, List<Impact> impacts) {
    return new Workspace(
        empty.organisation(),
        empty.scale(),
        empty.combination(),
        empty.inheritance(),
        List.of(),
        List.of(),
        List.of(),
        assets,
        dependencies,
        impacts,
        List.of());
  }

  private static Workspace withImpacts(Workspace workspace, List<Impact> impacts) {
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
}
