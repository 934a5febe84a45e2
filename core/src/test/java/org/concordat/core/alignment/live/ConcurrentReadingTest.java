package org.concordat.core.alignment.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many read while one edits: each reading sees one state, and the answers of that state. By threads
 * of the system, as in the server: a virtual one that reckons without waiting is not taken off its
 * core, and the one that is next for a lock may not get there at all (docs/decisions/0026).
 */
class ConcurrentReadingTest {
  private static final int READERS = 6;
  private static final int EDITS = 120;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void readers_see_one_consistent_state_each_while_changes_are_made() throws Exception {
    LiveWorkspace live = LiveWorkspace.of(RandomWorkspaces.of(11, 40));
    AtomicBoolean isOver = new AtomicBoolean();
    List<Future<Integer>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < READERS; i++) {
        int number = i;
        readers.add(threads.submit(() -> readUntil(isOver, live, number)));
      }
      try {
        edit(live);
      } finally {
        isOver.set(true);
      }
    }
    for (Future<Integer> reader : readers) {
      assertThat(readings(reader)).as("readings of one thread").isPositive();
    }
  }

  private static int readings(Future<Integer> reader) throws Exception {
    try {
      return reader.get();
    } catch (ExecutionException failure) {
      throw new AssertionError("a reading failed", failure.getCause());
    }
  }

  private static void edit(LiveWorkspace live) {
    RandomChanges dice = new RandomChanges(new Random(5));
    int made = 0;
    for (int i = 0; i < EDITS; i++) {
      List<WorkspaceChange> changes = dice.of(live.read(Snapshot::workspace));
      if (live.check(changes) instanceof Verdict.Sound) {
        live.apply(changes);
        made++;
      }
    }
    assertThat(made).as("edits that were sound").isGreaterThan(EDITS / 4);
  }

  private static int readUntil(AtomicBoolean isOver, LiveWorkspace live, int number) {
    Random random = new Random(number);
    int readings = 0;
    while (!isOver.get() || readings == 0) {
      live.read(
          snapshot -> {
            assertConsistent(snapshot, random);
            return snapshot.revision();
          });
      readings++;
    }
    return readings;
  }

  private static void assertConsistent(Snapshot snapshot, Random random) {
    long revision = snapshot.revision();
    List<AssetQuery.Order> orders = List.of(AssetQuery.Order.values());
    AssetQuery query =
        AssetQuery.ALL
            .descendingBy(orders.get(random.nextInt(orders.size())))
            .withRows(0, Page.MOST_ROWS);
    Page<AssetRow> page = snapshot.assets(query);
    List<Priority> top = snapshot.top(snapshot.requirementCount(), 1);
    Workspace value = snapshot.workspace();
    Priorities expected = Priorities.of(value);
    assertThat(top).isEqualTo(expected.list(expected.size(), 1));
    if (!value.units().isEmpty()) {
      String unit = value.units().get(random.nextInt(value.units().size())).id();
      assertThat(snapshot.topOfUnit(unit, snapshot.requirementCount(), 1))
          .as("as %s sees it", unit)
          .isEqualTo(Priorities.ofUnit(value, unit).list(expected.size(), 1));
    }
    assertThat(page.rows())
        .extracting(AssetRow::asset)
        .containsExactlyInAnyOrderElementsOf(value.assets());
    for (Asset asset : value.assets()) {
      assertThat(snapshot.dependenciesOf(asset.id()))
          .isEqualTo(
              value.dependencies().stream()
                  .filter(dependency -> dependency.from().equals(asset.id()))
                  .toList());
    }
    assertThat(snapshot.revision()).isEqualTo(revision);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void a_slow_reader_holds_up_neither_who_changes_nor_who_reads() throws Exception {
    LiveWorkspace live = LiveWorkspace.of(RandomWorkspaces.of(11, 40));
    Workspace before = live.read(Snapshot::workspace);
    CountDownLatch reads = new CountDownLatch(1);
    CountDownLatch othersAreDone = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Workspace> slow =
          threads.submit(
              () ->
                  live.read(
                      snapshot -> {
                        reads.countDown();
                        await(othersAreDone);
                        return snapshot.workspace();
                      }));
      await(reads);
      try {
        // These would never end if they waited for the slow one, which waits for them.
        threads.submit(() -> edit(live)).get();
        Workspace after = threads.submit(() -> live.read(Snapshot::workspace)).get();
        assertThat(after).isNotEqualTo(before);
      } finally {
        othersAreDone.countDown();
      }
      assertThat(slow.get()).as("what the slow one sees").isEqualTo(before);
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void a_change_that_is_being_made_holds_up_nobody_who_reads() throws Exception {
    LiveWorkspace live = LiveWorkspace.of(RandomWorkspaces.of(11, 40));
    Workspace before = live.read(Snapshot::workspace);
    RandomChanges dice = new RandomChanges(new Random(5));
    List<WorkspaceChange> changes = dice.of(before);
    while (!(live.check(changes) instanceof Verdict.Sound)) {
      changes = dice.of(before);
    }
    LiveWorkspace.Prepared prepared = live.prepare(changes);

    assertThat(live.<Workspace>read(Snapshot::workspace)).isEqualTo(before);
    assertThat(live.<List<Priority>>read(snapshot -> snapshot.top(10, 1)))
        .isEqualTo(Priorities.of(before).list(10, 1));
    live.take(prepared);
    assertThat(live.<Workspace>read(Snapshot::workspace))
        .isEqualTo(WorkspaceDiff.apply(before, changes));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
