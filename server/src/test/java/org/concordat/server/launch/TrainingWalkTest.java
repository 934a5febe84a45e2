package org.concordat.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Organisations;
import org.junit.jupiter.api.Test;

class TrainingWalkTest {
  @Test
  void it_enters_sees_every_page_and_adds_assets() throws Exception {
    RunningServer server = RunningServer.start(TestDatabase.fresh());
    try (TrainingWalk walk = new TrainingWalk(server.address())) {
      List<String> links =
          server.part(FirstStart.class).prepare(Optional.of(ShippedExample.archisurance()));

      walk.walk(links.stream().map(URI::create).findFirst(), 2);

      var organisation = server.part(Organisations.class).all().getFirst();
      int added =
          server
              .part(Models.class)
              .of(organisation.id())
              .read(model -> model.assets(AssetQuery.ALL.withText("Asset of round")).total());
      assertThat(added).isEqualTo(2);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_link_that_is_over_fails_it() {
    try (TrainingWalk walk = new TrainingWalk(RunningServer.shared().address())) {
      assertThatThrownBy(() -> walk.walk(Optional.of(URI.create("/welcome/over")), 1))
          .isInstanceOf(IOException.class);
    }
  }
}
