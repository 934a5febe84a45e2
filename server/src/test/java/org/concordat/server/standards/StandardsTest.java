package org.concordat.server.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.workspace.EntryTag;
import org.junit.jupiter.api.Test;

class StandardsTest {
  private static final Shelf SHELF = SampleProgramme.SHELF;
  private static final ControlRef POLICIES = SampleProgramme.POLICIES;
  private static final List<ProgrammeEntry> EVERYTHING = SampleProgramme.EVERYTHING;

  private final UUID tenant = TestDatabase.newTenant();
  private final Standards here = new Standards(TestDatabase.shared().transactions(), () -> SHELF);
  private final Standards there = new Standards(TestDatabase.shared().transactions(), () -> SHELF);
  private final Caller officer = caller("Olga", Role.SECURITY_OFFICER);

  private Caller caller(String name, Role role) {
    return Caller.of(tenant, Ids.next(), name, List.of(new Grant(role, Set.of())));
  }

  private SaveResult save(Standards standards, Caller who, ProgrammeEntry... wanted) {
    return standards.save(
        who, List.of(wanted).stream().map(ProgrammeWish::of).toList(), null, "request");
  }

  private static ControlOperation operation(Operation operation) {
    return new ControlOperation(POLICIES, operation, null, null, null);
  }

  @Test
  void every_kind_of_entry_is_stored_and_read_back_without_loss() {
    save(here, officer, EVERYTHING.toArray(ProgrammeEntry[]::new));

    Standards afresh = new Standards(TestDatabase.shared().transactions(), () -> SHELF);
    assertThat(afresh.of(tenant).programme()).isEqualTo(Programme.of(EVERYTHING));
    assertThat(afresh.of(tenant).findings()).isEmpty();
  }

  @Test
  void everything_that_was_stored_can_be_taken_away_again() {
    save(here, officer, EVERYTHING.toArray(ProgrammeEntry[]::new));

    here.save(
        officer,
        EVERYTHING.stream().map(e -> ProgrammeWish.gone(e.key(), EntryTag.of(e))).toList(),
        null,
        "request");

    assertThat(there.of(tenant).programme()).isEqualTo(Programme.EMPTY);
  }

  @Test
  void a_change_made_on_one_server_is_seen_on_the_other() {
    there.of(tenant);

    save(here, officer, new Adoption("iso", null, null), operation(Operation.YES));

    assertThat(there.of(tenant).programme().operation(POLICIES)).contains(operation(Operation.YES));
    assertThat(there.of(tenant).library().catalogue("iso")).isPresent();
  }

  @Test
  void the_slower_of_two_writers_is_told_what_is_there_now() {
    String seen = EntryTag.of(null);
    save(here, officer, operation(Operation.YES));

    SaveResult slower =
        there.save(
            officer, List.of(ProgrammeWish.of(operation(Operation.NO), seen)), null, "request");

    assertThat(slower)
        .asInstanceOf(type(SaveResult.Conflict.class))
        .satisfies(c -> assertThat(c.present()).isEqualTo(operation(Operation.YES)));
    assertThat(here.of(tenant).programme().operation(POLICIES)).contains(operation(Operation.YES));
  }

  @Test
  void what_breaks_a_rule_is_not_stored_and_all_findings_come_at_once() {
    SaveResult result =
        save(
            here,
            officer,
            new Adoption("iso", null, null),
            new Adoption("lost", null, null),
            new ObligationControl("nowhere", new ControlRef("iso", "A.9"), null));

    assertThat(result)
        .asInstanceOf(type(SaveResult.Unsound.class))
        .satisfies(
            unsound ->
                assertThat(unsound.findings())
                    .extracting(Finding::problem)
                    .containsExactlyInAnyOrder(
                        "there is no catalogue lost",
                        "there is no obligation nowhere",
                        "catalogue iso has no control A.9"));
    assertThat(here.of(tenant).programme()).isEqualTo(Programme.EMPTY);
  }

  @Test
  void what_the_database_cannot_hold_is_told_before_it_is_tried() {
    SaveResult result = save(here, officer, new Adoption("iso", null, "half a \ud800"));

    assertThat(result).isInstanceOf(SaveResult.Unsound.class);
  }

  @Test
  void whoever_runs_services_says_what_is_in_operation_and_nothing_else() {
    Caller owner = caller("Sam", Role.SERVICE_OWNER);
    save(here, officer, new Adoption("iso", null, null));

    assertThat(save(here, owner, operation(Operation.YES))).isInstanceOf(SaveResult.Saved.class);
    for (ProgrammeEntry entry : EVERYTHING) {
      if (!(entry instanceof ControlOperation)) {
        assertThat(save(here, owner, entry))
            .as(entry.toString())
            .isInstanceOf(SaveResult.Refused.class);
      }
    }
  }

  @Test
  void who_only_reads_or_speaks_for_units_changes_nothing() {
    for (Role role : List.of(Role.AUDITOR, Role.BOARD, Role.ADMINISTRATOR, Role.CONTRIBUTOR)) {
      for (ProgrammeEntry entry : EVERYTHING) {
        assertThat(save(here, caller("Nobody", role), entry))
            .as("%s %s", role, entry)
            .isInstanceOf(SaveResult.Refused.class);
      }
    }
    assertThat(here.of(tenant).programme()).isEqualTo(Programme.EMPTY);
  }

  @Test
  void a_wish_that_is_true_already_changes_nothing() {
    save(here, officer, operation(Operation.YES));

    assertThat(save(here, officer, operation(Operation.YES)))
        .isEqualTo(new SaveResult.Saved(null, List.of()));
  }
}
