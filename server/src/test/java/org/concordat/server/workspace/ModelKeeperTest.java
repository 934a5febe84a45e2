package org.concordat.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.database.Attribution;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelKeeperTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Models models = new Models(TestDatabase.shared().transactions(), now::get);
  private final ModelKeeper withRoom = new ModelKeeper(models, () -> 0.5);
  private final ModelKeeper withoutRoom = new ModelKeeper(models, () -> 0.9);
  private final List<UUID> organisations = new ArrayList<>();

  @BeforeEach
  void three_organisations_of_which_the_first_was_used_longest_ago() {
    for (int i = 0; i < 3; i++) {
      UUID tenant = TestDatabase.newTenant();
      models.create(tenant, Attribution.ofServer("test"), ShippedExample.archisurance());
      models.of(tenant);
      organisations.add(tenant);
      pass(Duration.ofSeconds(1));
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void a_model_that_nobody_uses_goes_after_a_while() {
    pass(ModelKeeper.UNUSED.minusSeconds(10));
    withRoom.look();
    assertThat(models.inMemory()).isEqualTo(3);

    models.of(organisations.get(1));
    pass(Duration.ofSeconds(20));
    withRoom.look();

    assertThat(models.inMemory()).isEqualTo(1);
  }

  @Test
  void when_memory_is_short_the_one_that_was_used_longest_ago_goes_first() {
    pass(ModelKeeper.IN_USE);
    models.of(organisations.get(0));
    LiveWorkspace kept = models.of(organisations.get(2));

    withoutRoom.look();

    assertThat(models.inMemory()).isEqualTo(2);
    assertThat(models.of(organisations.get(2))).isSameAs(kept);
  }

  @Test
  void one_that_is_in_use_stays_however_short_memory_is() {
    for (int i = 0; i < 5; i++) {
      withoutRoom.look();
    }

    assertThat(models.inMemory()).isEqualTo(3);
  }

  @Test
  void a_model_that_was_put_out_comes_back_as_it_was() {
    Workspace before = models.of(organisations.get(0)).read(Snapshot::workspace);
    pass(ModelKeeper.UNUSED);
    withRoom.look();
    assertThat(models.inMemory()).isZero();

    Workspace after = models.of(organisations.get(0)).read(Snapshot::workspace);

    assertThat(WorkspaceDiff.between(before, after)).isEmpty();
  }

  @Test
  void how_much_memory_is_in_use_is_a_share() {
    assertThat(ModelKeeper.shareAfterCollection()).isBetween(0.0, 1.0);
  }
}
