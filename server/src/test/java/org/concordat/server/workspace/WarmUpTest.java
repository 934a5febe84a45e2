package org.concordat.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Attribution;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final Attribution TEST = Attribution.ofServer("test");

  private final TestDatabase database = TestDatabase.fresh();
  private final Organisations organisations = new Organisations(database.transactions());
  private final Models models = new Models(database.transactions());
  private final WarmUp warmUp = new WarmUp(organisations, models);

  private void add(Workspace workspace) {
    UUID tenant = organisations.add(workspace.organisation().name(), TEST).id();
    models.create(tenant, TEST, workspace);
  }

  private static Workspace empty() {
    return Workspace.empty(ShippedExample.archisurance().organisation());
  }

  @Test
  void models_are_in_memory_before_anybody_asks_large_and_empty_ones() {
    add(ShippedExample.archisurance());
    add(empty());

    warmUp.run();

    assertThat(models.inMemory()).isEqualTo(2);
  }

  @Test
  void of_many_organisations_only_a_few_take_memory() {
    for (int i = 0; i <= WarmUp.MOST_ORGANISATIONS; i++) {
      add(empty());
    }

    warmUp.run();

    assertThat(models.inMemory()).isEqualTo(WarmUp.MOST_ORGANISATIONS);
  }

  @Test
  void a_server_that_stops_leaves_off() {
    add(ShippedExample.archisurance());
    warmUp.close();

    warmUp.run();

    assertThat(models.inMemory()).isZero();
  }
}
