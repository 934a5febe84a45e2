package org.concordat.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.workspace.RandomWorkspaces;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.workspace.WorkspaceStore.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceStoreTest {
  private final TenantTransactions transactions = TestDatabase.shared().transactions();
  private final UUID tenant = TestDatabase.newTenant();

  /**
   * Five workspaces without anything in common, one made of the other: every kind of entry comes,
   * goes and changes.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void what_was_stored_is_read_now_and_later_and_the_trail_tells_the_way(long seed) {
    List<Workspace> states = states(seed, 5);
    List<Long> positions = new ArrayList<>();

    create(states.getFirst());
    positions.add(position());
    for (int i = 1; i < states.size(); i++) {
      write(states.get(i - 1), states.get(i));
      positions.add(position());
    }

    Workspace now = transactions.readAtOnce(tenant, WorkspaceStore::read).orElseThrow();
    assertSame(now, states.getLast(), seed);
    Workspace replayed = states.getFirst();
    for (Action action : actions(positions.getFirst(), positions.getLast())) {
      replayed = WorkspaceDiff.apply(replayed, action.changes());
      assertSame(replayed, states.get(positions.indexOf(action.position())), seed);
    }
    for (int i = 0; i < states.size(); i++) {
      assertSame(at(positions.get(i)).orElseThrow(), states.get(i), seed);
    }
    assertThat(at(0)).isEmpty();
  }

  private static List<Workspace> states(long seed, int count) {
    RandomWorkspaces random =
        new RandomWorkspaces(
            seed,
            text -> StorableValues.firstUnstorable(text) < 0,
            StorableValues.FIRST_DAY,
            StorableValues.LAST_DAY);
    List<Workspace> states = new ArrayList<>();
    while (states.size() < count) {
      Workspace next = random.next();
      List<WorkspaceChange> all = WorkspaceDiff.between(Workspace.empty(next.organisation()), next);
      if (StorableValues.check(all).isEmpty()) {
        states.add(next);
      }
    }
    return states;
  }

  private void create(Workspace workspace) {
    transactions.write(
        tenant,
        Attribution.ofServer("test"),
        sql -> {
          WorkspaceStore.create(sql, workspace);
          return null;
        });
  }

  private void write(Workspace before, Workspace after) {
    transactions.write(
        tenant,
        Attribution.ofServer("test"),
        sql -> {
          WorkspaceStore.write(sql, WorkspaceDiff.between(before, after), WriteCompanion.NONE);
          return null;
        });
  }

  private long position() {
    return transactions.read(tenant, TrailPosition::of);
  }

  private List<Action> actions(long after, long upTo) {
    return transactions.readAtOnce(tenant, sql -> WorkspaceStore.changes(sql, after, upTo));
  }

  private Optional<Workspace> at(long position) {
    return transactions.readAtOnce(tenant, sql -> WorkspaceStore.readAt(sql, position));
  }

  private static void assertSame(Workspace actual, Workspace expected, long seed) {
    assertThat(WorkspaceDiff.between(expected, actual)).as("seed %d", seed).isEmpty();
  }
}
