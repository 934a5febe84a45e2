package org.concordat.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.signon.SingleSignOn;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Organisations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation that nobody sets up by hand: sign-on is what the environment says. */
class SettledSignOnTest {
  /** Nothing answers there, as when the provider starts after the server. */
  private static final String ISSUER = "http://localhost:1/realms/staff";

  @TempDir private Path folder;

  private static Map<String, Object> settings(String... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("concordat.oidc.issuer", ISSUER);
    settings.put("concordat.oidc.client.id", "concordat");
    settings.put("concordat.oidc.client.secret", "s3cret");
    for (int i = 0; i < more.length; i += 2) {
      settings.put("concordat.oidc." + more[i], more[i + 1]);
    }
    return settings;
  }

  private static UUID organisation(RunningServer server) {
    return server.part(Organisations.class).all().getFirst().id();
  }

  private static int told(TestDatabase database, UUID tenant) {
    return database
        .transactions()
        .<Integer>read(
            tenant,
            sql ->
                sql.fetchSingle(
                        "select count(*) from trail where table_name = 'single_sign_on' and actor ="
                            + " 'server:environment'")
                    .get(0, Integer.class));
  }

  @Test
  void the_first_start_arranges_it_and_makes_the_administrator_so_that_no_link_is_needed()
      throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");
    TestDatabase database = TestDatabase.fresh();
    Map<String, Object> settings =
        settings(
            "client.secret.file",
            secret.toString(),
            "domains",
            "Example.org, example.com",
            "admits",
            "service-owner",
            "administrator",
            "Anna@example.org");
    RunningServer server = RunningServer.start(database, settings);
    UUID tenant;
    try {
      List<String> links = server.part(FirstStart.class).prepare(Optional.empty());

      tenant = organisation(server);
      assertThat(links).as("there is an administrator").isEmpty();
      assertThat(server.part(SingleSignOn.class).of(tenant))
          .hasValueSatisfying(
              one -> {
                assertThat(one.issuer()).isEqualTo(ISSUER);
                assertThat(one.domains()).containsExactlyInAnyOrder("example.org", "example.com");
                assertThat(one.admits()).isEqualTo(Role.SERVICE_OWNER);
              });
      assertThat(server.part(Accounts.class).all(tenant))
          .singleElement()
          .satisfies(
              anna -> {
                assertThat(anna.email()).isEqualTo("anna@example.org");
                assertThat(anna.has(Role.ADMINISTRATOR)).isTrue();
              });
      assertThat(told(database, tenant)).isEqualTo(1);
    } finally {
      server.stop();
    }

    RunningServer again = RunningServer.start(database, settings);
    try {
      again.part(FirstStart.class).prepare(Optional.empty());
      assertThat(told(database, tenant)).as("nothing is different").isEqualTo(1);
    } finally {
      again.stop();
    }
    Files.writeString(secret, "another");
    RunningServer third = RunningServer.start(database, settings);
    try {
      third.part(FirstStart.class).prepare(Optional.empty());
      assertThat(told(database, tenant)).as("another secret").isGreaterThan(1);
    } finally {
      third.stop();
    }
  }

  @Test
  void the_page_shows_it_and_changes_nothing() throws Exception {
    RunningServer server = RunningServer.start(TestDatabase.fresh(), settings());
    try {
      server.part(FirstStart.class).prepare(Optional.empty());
      UUID tenant = organisation(server);
      Accounts accounts = server.part(Accounts.class);
      accounts.create(
          tenant,
          Attribution.ofServer("test"),
          "anna@example.org",
          "Anna",
          People.PASSWORD,
          List.of(new Grant(Role.ADMINISTRATOR, Set.of())));
      Visitor anna = new Visitor(server);
      anna.post("/sign-in", "email", "anna@example.org", "password", People.PASSWORD);

      assertThat(anna.get("/single-sign-on").body())
          .contains("CONCORDAT_OIDC_ISSUER")
          .contains(ISSUER)
          .doesNotContain("s3cret")
          .doesNotContain("action=\"/single-sign-on\"");
      assertThat(
              anna.post("/single-sign-on", "issuer", "https://evil.example", "clientId", "x")
                  .statusCode())
          .isEqualTo(422);
      anna.post("/single-sign-on/end");
      assertThat(server.part(SingleSignOn.class).of(tenant))
          .hasValueSatisfying(one -> assertThat(one.issuer()).isEqualTo(ISSUER));
    } finally {
      server.stop();
    }
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_and_nothing_is_arranged() {
    TestDatabase database = TestDatabase.fresh();
    RunningServer server =
        RunningServer.start(
            database,
            settings(
                "client.id", "", "client.secret.file", "/nowhere/secret", "admits", "emperor"));
    try {
      assertThatThrownBy(() -> server.part(FirstStart.class).prepare(Optional.empty()))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("CONCORDAT_OIDC_CLIENT_ID")
          .hasMessageContaining("/nowhere/secret")
          .hasMessageContaining("'emperor'")
          .hasMessageContaining("board, auditor, service-owner");
      assertThat(server.part(SingleSignOn.class).of(organisation(server))).isEmpty();
    } finally {
      server.stop();
    }
  }
}
