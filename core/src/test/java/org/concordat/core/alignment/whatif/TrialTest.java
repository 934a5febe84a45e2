package org.concordat.core.alignment.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftEffect.Extent;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * What may be tried out.
 *
 * <pre>
 * shop (sales) -> store-0, store-1 ...     shop/availability -3-> loss -3-> growth (sales)
 * </pre>
 */
class TrialTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Level TOP = Level.of(3);

  private static Trial trial(int stores) {
    List<Asset> assets = new ArrayList<>();
    List<Dependency> dependencies = new ArrayList<>();
    assets.add(asset("shop", "sales"));
    for (int i = 0; i < stores; i++) {
      assets.add(asset("store-" + i, "sales"));
      dependencies.add(new Dependency("shop", "store-" + i));
    }
    Judgement judged = new Judgement(TOP, "jo", null, null, false);
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    return Trial.on(
        LiveWorkspace.of(
            new Workspace(
                empty.organisation(),
                empty.scale(),
                empty.combination(),
                empty.inheritance(),
                List.of(new PropertyDefinition("freshness", "Freshness", null)),
                List.of(
                    new Unit("sales", "Sales", null, List.of(new Goal("growth", "Grow", null)))),
                List.of(new Factor("loss", "Loss", null)),
                assets,
                dependencies,
                List.of(
                    new Impact.RequirementImpact(
                        new Requirement("shop", "availability"), "loss", judged),
                    new Impact.FactorImpact("loss", "growth", judged)),
                List.of())),
        List.of());
  }

  private static Asset asset(String id, String unit) {
    return new Asset(id, id, AssetKind.TECHNICAL, unit, List.of("availability", "freshness"));
  }

  private static void done(Trial trial, DraftEdit edit) {
    assertThat(trial.add(edit, "jo", TODAY)).isEqualTo(new Verdict.Sound());
  }

  @Test
  void a_large_model_is_no_hindrance() {
    Trial trial = trial(1_200);

    assertThatThrownBy(() -> trial.add(new StructureEdit.AssetGone("store-12000"), "jo", TODAY))
        .hasMessage("there is no asset 'store-12000'; did you mean 'store-1000'?");
    done(trial, new VocabularyEdit.PropertyGone("freshness"));
    done(trial, new StructureEdit.UnitGone("sales"));

    Workspace ahead = trial.read(Snapshot::workspace);
    assertThat(ahead.assets())
        .allMatch(asset -> asset.unit() == null && asset.properties().size() == 1);
    DraftEffect effect = trial.effect(new Extent(5, 100));
    assertThat(effect.moved()).isEqualTo(1_201);
    assertThat(effect.shifts()).hasSize(5);
  }

  @Test
  void all_members_of_a_group_need_as_many() {
    Trial trial = trial(3);
    Redundancy one = new Redundancy("stores", 1);
    done(trial, new StructureEdit.Passing("shop", "store-0", null, one));
    done(trial, new StructureEdit.Passing("shop", "store-1", null, one));

    done(trial, new StructureEdit.Passing("shop", "store-2", null, new Redundancy("stores", 2)));

    assertThat(trial.read(Snapshot::workspace).dependencies())
        .extracting(Dependency::redundancy)
        .containsOnly(new Redundancy("stores", 2));
  }

  @Test
  void a_need_goes_only_where_it_is_passed_on() {
    Trial trial = trial(1);
    TreeMap<String, String> carries = new TreeMap<>();
    carries.put("availability", "freshness");

    done(trial, new StructureEdit.Passing("shop", "store-0", carries, null));

    assertThat(trial.effect(Extent.AT_ONCE).shifts())
        .extracting(shift -> shift.requirement().id())
        .containsExactly("store-0/availability", "store-0/freshness");
  }

  @Test
  void what_moves_for_a_unit_alone_is_told_after_what_moves_for_all() {
    Trial trial = trial(1);
    done(trial, new StructureEdit.NewUnit("pensions", "Pensions"));
    done(trial, new DraftEdit.NewGoal("first", "pensions", "Pay on the first", null));
    done(trial, new DraftEdit.LinkLevel(new Impact.Link("loss", "first"), TOP));

    DraftEffect effect = trial.effect(Extent.AT_ONCE);

    assertThat(effect.moved()).isZero();
    assertThat(effect.forUnits()).isEqualTo(2);
    assertThat(effect.shifts())
        .allSatisfy(
            shift ->
                assertThat(shift.units())
                    .extracting(unit -> unit.id() + " " + unit.before() + " " + unit.after())
                    .containsExactly("pensions none critical"));
  }

  @Test
  void what_is_changed_back_is_no_change_and_what_is_refused_leaves_all_as_it_was() {
    Trial trial = trial(1);
    done(trial, new StructureEdit.AssetDependency("shop", "store-0", null, true));
    assertThat(trial.changes()).hasSize(1);
    done(trial, new StructureEdit.AssetDependency("shop", "store-0", null, false));
    assertThat(trial.changes()).isEmpty();

    TreeMap<String, String> carries = new TreeMap<>();
    carries.put("availability", "taste");
    assertThat(trial.add(new StructureEdit.Passing("shop", "store-0", carries, null), "jo", TODAY))
        .isInstanceOf(Verdict.Unsound.class);
    assertThat(trial.changes()).isEmpty();
    assertThatThrownBy(
            () -> trial.add(new StructureEdit.NewUnit("sales", "Other sales"), "jo", TODAY))
        .hasMessage("there is a unit 'sales' already; choose another id");
  }
}
