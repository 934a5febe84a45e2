package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class RunningServerTest {
  private final RunningServer server = RunningServer.shared();

  @Test
  void it_works_as_a_role_that_row_level_security_binds() {
    UUID tenant = TestDatabase.newTenant();

    String role =
        server
            .part(TenantTransactions.class)
            .read(tenant, sql -> sql.fetchSingle("select current_user").get(0, String.class));

    assertThat(role).isEqualTo(TestDatabase.APPLICATION);
  }
}
