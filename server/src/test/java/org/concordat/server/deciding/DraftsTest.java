package org.concordat.server.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import org.concordat.core.alignment.whatif.StructureEdit;
import org.concordat.core.alignment.whatif.VocabularyEdit;
import org.concordat.core.alignment.whatif.VocabularyEdit.Named;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.deciding.Draft.State;
import org.concordat.server.deciding.DraftOutcome.Why;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.junit.jupiter.api.Test;

/** Drafts against a real database: tried, shared, proposed, decided on, rebased. */
class DraftsTest {
  private static final Impact.Link STOPS =
      new Impact.Link("claims-process/availability", "productivity-loss");
  private static final Requirement PROCESS = new Requirement("claims-process", "availability");
  private static final Level MARGINAL = Level.of(2);

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Drafts drafts = server.part(Drafts.class);
  private final Caller olga = caller(Role.SECURITY_OFFICER);
  private final Caller otto = caller(Role.SECURITY_OFFICER);

  private Caller caller(Role role, String... units) {
    People.Person person = people.person(role, units);
    return Caller.of(people.tenant(), person.account(), person.name(), person.grants());
  }

  private Workspace model() {
    return server.part(Models.class).of(people.tenant()).read(Snapshot::workspace);
  }

  private double need(Requirement requirement) {
    return server.part(Models.class).of(people.tenant()).read(m -> m.need(requirement));
  }

  private static double need(LiveWorkspace live, Requirement requirement) {
    return live.read(m -> m.need(requirement));
  }

  private Draft begun() {
    return drafts.find(olga, drafts.begin(olga, "r", "Try", null)).orElseThrow();
  }

  private static Draft done(DraftOutcome outcome) {
    assertThat(outcome).isInstanceOf(DraftOutcome.Done.class);
    return ((DraftOutcome.Done) outcome).draft();
  }

  private Draft with(DraftEdit... edits) {
    Draft draft = begun();
    return done(drafts.edit(olga, "r", draft.id(), draft.revision(), List.of(edits)));
  }

  private Draft proposed(DraftEdit... edits) {
    Draft draft = with(edits);
    return done(drafts.propose(olga, "r", draft.id(), draft.revision(), "Because"));
  }

  /** Somebody else changes the level of the link meanwhile. */
  private void meanwhile(Level level) {
    meanwhile("j.doe", level);
  }

  private void meanwhile(String by, Level level) {
    Judgement judgement = new Judgement(level, by, LocalDate.of(2026, 11, 1), "Otherwise", false);
    Edits.Result result =
        server
            .part(Edits.class)
            .save(
                otto,
                List.of(
                    new Wish.OfJudgement(
                        STOPS,
                        by,
                        false,
                        new Impact.RequirementImpact(PROCESS, "productivity-loss", judgement),
                        EntryTag.ANYTHING)),
                null,
                "r");
    assertThat(result).isInstanceOf(Edits.Result.Saved.class);
  }

  private static LiveWorkspace.Prepared ahead(Drafts.Tried tried) {
    return Objects.requireNonNull(tried.ahead());
  }

  @Test
  void trying_out_changes_nothing_of_the_model() {
    Workspace before = model();

    Draft draft = with(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    assertThat(draft.changes()).hasSize(1);
    assertThat(model()).isEqualTo(before);
    Drafts.Tried tried = drafts.tried(olga, draft);
    assertThat(tried.verdict()).isInstanceOf(Verdict.Sound.class);
    assertThat(tried.ahead()).isNotNull();
  }

  @Test
  void a_draft_says_which_priorities_move_through_which_path_and_for_which_unit() {
    Draft draft = with(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    Drafts.Tried tried = drafts.tried(olga, draft);
    DraftEffect effect = Objects.requireNonNull(tried.effect());

    assertThat(effect.shifts())
        .extracting(shift -> shift.requirement().id())
        .containsExactly("claims-db/availability", "claims-process/availability");
    DraftEffect.Shift shift = effect.shifts().getLast();
    assertThat(Objects.requireNonNull(shift.before()).level()).isEqualTo("critical");
    assertThat(Objects.requireNonNull(shift.after()).level()).isEqualTo("marginal");
    assertThat(Objects.requireNonNull(shift.after()).reason()).isNotNull();
    assertThat(shift.units()).extracting(DraftEffect.UnitShift::id).containsExactly("claims");
  }

  @Test
  void of_several_changes_those_that_move_a_requirement_are_named() {
    Draft draft =
        with(
            new DraftEdit.NewGoal("sales", "Please everybody", MARGINAL),
            new DraftEdit.LinkLevel(STOPS, MARGINAL));

    Drafts.Tried tried = drafts.tried(olga, draft);
    DraftEffect effect = Objects.requireNonNull(tried.effect());

    assertThat(effect.shifts()).allSatisfy(s -> assertThat(s.causes()).containsExactly(1));
  }

  @Test
  void every_kind_of_thing_can_be_tried_out_and_comes_back_from_the_database() {
    Draft draft =
        with(
            new StructureEdit.NewAsset("Second site", AssetKind.TECHNICAL, "claims"),
            new StructureEdit.AssetDependency("claims-process", "second-site", Level.of(1), false),
            new StructureEdit.AssetDependency("claims-process", "claims-db", null, true),
            new DraftEdit.NewGoal("sales", "Please everybody", null),
            new DraftEdit.GoalImportance("more-sales", Level.of(1), false),
            new DraftEdit.LinkLevel(
                new Impact.Link("reputation-damage", "please-everybody"), Level.of(3)),
            new StructureEdit.AssetGone("crm"),
            new DraftEdit.Joining(null, new Along.WeakestLink(), Across.AVERAGE, 3));

    Drafts.Tried tried = drafts.tried(olga, draft);

    assertThat(tried.verdict()).isInstanceOf(Verdict.Sound.class);
    Workspace ahead = ahead(tried).live().read(Snapshot::workspace);
    assertThat(ahead.assets())
        .extracting(a -> a.id())
        .contains("second-site")
        .doesNotContain("crm");
    assertThat(ahead.combination().across()).isEqualTo(Across.AVERAGE);
    assertThat(ahead.inheritance().cumulation()).isEqualTo(3);
    assertThat(ahead.dependencies()).hasSize(1);
    assertThat(drafts.find(olga, draft.id()).orElseThrow().changes()).isEqualTo(draft.changes());
  }

  @Test
  void the_words_of_the_organisation_can_be_tried_out_as_well() {
    Draft draft =
        with(
            new VocabularyEdit.NewFactor("Fines"),
            new DraftEdit.LinkLevel(new Impact.Link("fines", "more-sales"), Level.of(3)),
            new DraftEdit.LinkLevel(new Impact.Link("crm/availability", "fines"), Level.of(3)),
            new VocabularyEdit.FactorGone("productivity-loss"),
            new VocabularyEdit.NewProperty("Explainability"),
            new VocabularyEdit.AssetProperties("crm", List.of("availability", "explainability")),
            new VocabularyEdit.Renamed(Named.ORGANISATION, "", "Acme Group"),
            new VocabularyEdit.Renamed(Named.UNIT, "sales", "Markets"),
            new VocabularyEdit.Renamed(Named.GOAL, "more-sales", "Grow"),
            new VocabularyEdit.Renamed(Named.FACTOR, "fines", "Fines and fees"),
            new VocabularyEdit.Renamed(Named.ASSET, "crm", "Customers"),
            new VocabularyEdit.Renamed(Named.PROPERTY, "explainability", "Can be explained"));

    Drafts.Tried tried = drafts.tried(olga, draft);

    assertThat(tried.verdict()).isInstanceOf(Verdict.Sound.class);
    LiveWorkspace ahead = ahead(tried).live();
    Workspace words = ahead.read(Snapshot::workspace);
    assertThat(words.organisation().name()).isEqualTo("Acme Group");
    assertThat(words.units()).extracting(unit -> unit.name()).contains("Markets");
    assertThat(words.factors())
        .extracting(factor -> factor.name())
        .contains("Fines and fees")
        .doesNotContain("Loss of productivity");
    assertThat(words.properties()).extracting(p -> p.name()).contains("Can be explained");
    assertThat(need(ahead, new Requirement("crm", "availability"))).isEqualTo(2.0 / 3);
    assertThat(drafts.find(olga, draft.id()).orElseThrow().changes()).isEqualTo(draft.changes());

    Draft without =
        done(
            drafts.edit(
                olga,
                "r",
                draft.id(),
                draft.revision(),
                List.of(new VocabularyEdit.PropertyGone("explainability"))));
    Workspace after = ahead(drafts.tried(olga, without)).live().read(Snapshot::workspace);
    assertThat(after.assets().stream().flatMap(asset -> asset.properties().stream()))
        .doesNotContain("explainability");
    assertThat(after.properties()).isEmpty();
  }

  @Test
  void an_own_table_is_tried_out_and_a_wrong_one_is_refused() {
    Level one = Level.of(1);
    Along.Matrix stern =
        new Along.Matrix(
            List.of(
                List.of(one, one, one),
                List.of(one, one, MARGINAL),
                List.of(one, MARGINAL, MARGINAL)));

    Draft draft = with(new DraftEdit.Joining(null, stern, null, null));

    assertThat(need(ahead(drafts.tried(olga, draft)).live(), PROCESS)).isLessThan(1);
    Along.Matrix tooHigh =
        new Along.Matrix(
            List.of(List.of(MARGINAL, one, one), List.of(one, one, one), List.of(one, one, one)));
    assertThat(
            drafts.edit(
                olga,
                "r",
                draft.id(),
                draft.revision(),
                List.of(new DraftEdit.Joining(null, tooHigh, null, null))))
        .isInstanceOf(DraftOutcome.Unsound.class);
  }

  @Test
  void another_number_of_levels_takes_every_judgement_along_and_tells_what_comes_later() {
    List<String> levels = List.of("low", "raised", "high", "severe", "fatal");
    Draft draft = with(new DraftEdit.Joining(levels, null, null, null));
    assertThat(need(ahead(drafts.tried(olga, draft)).live(), PROCESS)).isEqualTo(1);
    assertThat(drafts.tried(olga, draft).left()).isEmpty();

    meanwhile("otto", MARGINAL);

    Drafts.Tried later = drafts.tried(olga, draft);
    assertThat(later.verdict()).isInstanceOf(Verdict.Sound.class);
    assertThat(later.left()).hasSize(1);
    Draft carried =
        done(drafts.edit(olga, "r", draft.id(), draft.revision(), List.of(later.carryOver())));
    assertThat(drafts.tried(olga, carried).left()).isEmpty();
    Draft proposal = done(drafts.propose(olga, "r", carried.id(), carried.revision(), null));
    done(drafts.approve(otto, "r", proposal.id(), proposal.revision(), null));
    assertThat(model().scale().names()).isEqualTo(levels);
    List<Judgement> judged =
        server.part(Models.class).of(people.tenant()).read(m -> m.judgements(STOPS));
    assertThat(judged)
        .extracting(Judgement::level)
        .containsExactlyInAnyOrder(Level.of(5), Level.of(3));
  }

  @Test
  void units_and_how_needs_are_passed_on_can_be_tried_out_as_well() {
    Draft draft =
        with(
            new StructureEdit.NewUnit(null, "Pensions"),
            new DraftEdit.NewGoal("pensions", "Pay on the first", Level.of(3)),
            new DraftEdit.GoalUnit("more-sales", "pensions"),
            new StructureEdit.UnitGone("sales"),
            new StructureEdit.AssetDependency("claims-process", "server-1", null, false),
            new StructureEdit.Passing(
                "claims-process", "server-1", null, new Redundancy("machines", 1)),
            new StructureEdit.Passing("claims-process", "claims-db", new TreeMap<>(), null));

    Drafts.Tried tried = drafts.tried(olga, draft);

    assertThat(tried.verdict()).isInstanceOf(Verdict.Sound.class);
    LiveWorkspace ahead = ahead(tried).live();
    Workspace words = ahead.read(Snapshot::workspace);
    assertThat(words.units()).extracting(unit -> unit.id()).containsExactly("claims", "pensions");
    assertThat(words.units().getLast().goals())
        .extracting(goal -> goal.id())
        .containsExactlyInAnyOrder("pay-on-the-first", "more-sales");
    assertThat(words.assets())
        .filteredOn(a -> a.id().equals("crm"))
        .allMatch(a -> a.unit() == null);
    assertThat(need(ahead, new Requirement("claims-db", "availability"))).isZero();
    assertThat(drafts.find(olga, draft.id()).orElseThrow().changes()).isEqualTo(draft.changes());
  }

  @Test
  void what_is_changed_back_is_no_change() {
    Draft draft = with(new DraftEdit.GoalImportance("more-sales", Level.of(3), false));

    Draft back =
        done(
            drafts.edit(
                olga,
                "r",
                draft.id(),
                draft.revision(),
                List.of(new DraftEdit.GoalImportance("more-sales", MARGINAL, false))));

    assertThat(back.changes()).isEmpty();
  }

  @Test
  void taking_a_change_out_takes_out_what_cannot_be_without_it() {
    Draft draft =
        with(
            new StructureEdit.NewAsset("Second site", AssetKind.TECHNICAL, null),
            new StructureEdit.AssetDependency("crm", "second-site", null, false),
            new DraftEdit.GoalImportance("more-sales", Level.of(3), false));
    int asset = draft.changes().stream().map(c -> c.key()).toList().indexOf("asset second-site");

    Draft fewer = done(drafts.without(olga, "r", draft.id(), draft.revision(), asset));

    assertThat(fewer.changes()).extracting(c -> c.key()).containsExactly("goal more-sales");
  }

  @Test
  void what_is_not_there_cannot_be_tried_out() {
    Draft draft = begun();

    DraftOutcome outcome =
        drafts.edit(olga, "r", draft.id(), 0, List.of(new StructureEdit.AssetGone("nowhere")));

    assertThat(outcome).isEqualTo(new DraftOutcome.Wrong("there is no asset 'nowhere'"));
  }

  @Test
  void others_open_a_draft_only_once_it_is_shared_or_proposed() {
    Draft draft = with(new DraftEdit.LinkLevel(STOPS, MARGINAL));
    assertThat(drafts.find(otto, draft.id())).isEmpty();

    Draft shared = done(drafts.share(olga, "r", draft.id(), draft.revision(), true));

    assertThat(drafts.find(otto, draft.id())).isPresent();
    assertThat(drafts.share(otto, "r", draft.id(), shared.revision(), false))
        .isEqualTo(new DraftOutcome.NotNow(Why.NOT_YOURS));
    assertThat(drafts.edit(otto, "r", draft.id(), shared.revision(), List.of()))
        .isEqualTo(new DraftOutcome.NotNow(Why.NOT_YOURS));
    assertThat(drafts.find(stranger(), draft.id())).isEmpty();
  }

  private Caller stranger() {
    People others = new People(server, Acme.workspace());
    People.Person person = others.person(Role.SECURITY_OFFICER);
    return Caller.of(others.tenant(), person.account(), person.name(), person.grants());
  }

  @Test
  void somebody_else_approves_a_proposal_and_its_changes_hold() {
    Draft draft = proposed(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    Draft applied = done(drafts.approve(otto, "r", draft.id(), draft.revision(), "Yes"));

    assertThat(applied.state()).isEqualTo(State.APPLIED);
    assertThat(applied.change()).isNotNull();
    assertThat(Objects.requireNonNull(applied.decision()).words()).isEqualTo("Yes");
    assertThat(need(PROCESS)).isEqualTo(2.0 / 3);
  }

  @Test
  void whoever_proposes_never_decides() {
    Draft draft = proposed(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    assertThat(drafts.approve(olga, "r", draft.id(), draft.revision(), null))
        .isEqualTo(new DraftOutcome.NotNow(Why.OWN_PROPOSAL));
    assertThat(drafts.refuse(olga, "r", draft.id(), draft.revision(), null))
        .isEqualTo(new DraftOutcome.NotNow(Why.OWN_PROPOSAL));
    assertThat(need(PROCESS)).isEqualTo(1);
  }

  @Test
  void an_approver_needs_the_rights_to_the_changes() {
    Draft draft = proposed(new DraftEdit.Joining(null, null, Across.AVERAGE, null));

    assertThat(drafts.approve(caller(Role.SERVICE_OWNER), "r", draft.id(), draft.revision(), null))
        .isInstanceOf(DraftOutcome.Refused.class);
    assertThat(drafts.find(olga, draft.id()).orElseThrow().state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void a_refused_proposal_changes_nothing_and_cannot_be_approved_later() {
    Draft draft = proposed(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    Draft refused = done(drafts.refuse(otto, "r", draft.id(), draft.revision(), "No"));

    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(drafts.approve(otto, "r", draft.id(), refused.revision(), null))
        .isEqualTo(new DraftOutcome.NotNow(Why.NOT_PROPOSED));
    assertThat(need(PROCESS)).isEqualTo(1);
  }

  @Test
  void a_proposal_is_taken_back_to_work_on_and_a_draft_dropped() {
    Draft draft = proposed(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    Draft open = done(drafts.withdraw(olga, "r", draft.id(), draft.revision()));
    Draft dropped = done(drafts.drop(olga, "r", draft.id(), open.revision()));

    assertThat(open.state()).isEqualTo(State.OPEN);
    assertThat(open.proposal()).isNull();
    assertThat(dropped.state()).isEqualTo(State.DROPPED);
    assertThat(drafts.find(otto, draft.id())).isEmpty();
  }

  @Test
  void a_draft_without_changes_is_not_proposed() {
    Draft draft = begun();

    assertThat(drafts.propose(olga, "r", draft.id(), draft.revision(), null))
        .isEqualTo(new DraftOutcome.NotNow(Why.EMPTY));
  }

  @Test
  void who_looked_at_an_older_revision_is_told() {
    Draft draft = with(new DraftEdit.LinkLevel(STOPS, MARGINAL));

    assertThat(drafts.propose(olga, "r", draft.id(), draft.revision() - 1, null))
        .isEqualTo(new DraftOutcome.Outdated());
    assertThat(drafts.drop(olga, "r", UUID.randomUUID(), 0)).isEqualTo(new DraftOutcome.Missing());
  }

  @Test
  void other_changes_since_are_no_conflict() {
    Draft draft = proposed(new DraftEdit.GoalImportance("more-sales", Level.of(3), false));
    meanwhile(MARGINAL);

    assertThat(drafts.approve(otto, "r", draft.id(), draft.revision(), null))
        .isInstanceOf(DraftOutcome.Done.class);
  }

  private DraftEdit removal() {
    return new DraftEdit.LinkLevel(STOPS, null);
  }

  @Test
  void a_change_of_the_same_since_is_a_conflict_and_nothing_is_done() {
    Draft draft = proposed(removal());
    meanwhile(MARGINAL);

    assertThat(drafts.approve(otto, "r", draft.id(), draft.revision(), null))
        .isInstanceOf(DraftOutcome.Stale.class);
    assertThat(need(PROCESS)).isEqualTo(2.0 / 3);
    assertThat(drafts.find(olga, draft.id()).orElseThrow().state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void a_conflict_is_settled_by_keeping_mine_on_top_of_today() {
    Draft draft = with(removal());
    meanwhile(MARGINAL);
    assertThat(drafts.tried(olga, draft).verdict()).isInstanceOf(Verdict.Stale.class);

    Draft mine = done(drafts.settle(olga, "r", draft.id(), draft.revision(), 0, Settlement.MINE));

    assertThat(drafts.tried(olga, mine).verdict()).isInstanceOf(Verdict.Sound.class);
    Draft proposal = done(drafts.propose(olga, "r", mine.id(), mine.revision(), null));
    done(drafts.approve(otto, "r", proposal.id(), proposal.revision(), null));
    assertThat(need(PROCESS)).isZero();
  }

  @Test
  void or_by_leaving_it_as_it_is_today() {
    Draft draft = with(removal(), new DraftEdit.GoalImportance("more-sales", Level.of(3), false));
    meanwhile(MARGINAL);
    int place =
        draft.changes().stream().map(c -> c.key().startsWith("impact")).toList().indexOf(true);

    Draft theirs =
        done(drafts.settle(olga, "r", draft.id(), draft.revision(), place, Settlement.THEIRS));

    assertThat(theirs.changes()).extracting(c -> c.key()).containsExactly("goal more-sales");
    assertThat(drafts.tried(olga, theirs).verdict()).isEqualTo(new Verdict.Sound());
  }
}
