package org.concordat.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.trail.sealing.TrailExports;
import org.concordat.server.trail.sealing.TrailSealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What proves something by being known stands neither in the logs nor in the trail. */
class SecretsTest {
  /** Everything that the server says, at the level of an installation that looks for a fault. */
  private static final class Everything extends AppenderBase<ILoggingEvent> {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
      lines.add(String.valueOf(event.getMDCPropertyMap()));
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Everything said = new Everything();
  private final Map<Logger, Level> levels =
      new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));

  @BeforeEach
  void listen() {
    for (String name : List.of("ROOT", "org.concordat")) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      levels.put(logger, logger.getLevel());
      logger.setLevel(name.equals("ROOT") ? Level.INFO : Level.DEBUG);
    }
    said.setContext(((Logger) LoggerFactory.getLogger("ROOT")).getLoggerContext());
    said.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(said);
    LoggerFactory.getLogger(SecretsTest.class).info("listening");
  }

  @AfterEach
  void listen_no_more() {
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(said);
    levels.forEach(Logger::setLevel);
  }

  @Test
  void no_password_link_token_or_session_is_logged_or_stands_in_the_trail() throws Exception {
    Map<String, String> secrets = new TreeMap<>();
    People.Person olga =
        people.person(
            List.of(
                new Grant(Role.SECURITY_OFFICER, java.util.Set.of()),
                new Grant(Role.ADMINISTRATOR, java.util.Set.of())));
    secrets.put("password", People.PASSWORD);
    secrets.put("wrong password", "wrong horse with a staple");
    people.signIn(new Visitor(server), olga.email(), "wrong horse with a staple");
    Visitor visitor = people.signedIn(olga);
    secrets.put("session", visitor.cookie("session"));

    String link =
        server.part(Links.class).administrator(people.tenant(), Attribution.ofServer("test"));
    secrets.put("link", link);
    Visitor guest = new Visitor(server);
    guest.get("/welcome/" + link);
    guest.post("/welcome/" + link, "email", "x", "name", "", "password", "p", "repeated", "q");
    secrets.put("new password", "another good password");
    guest.post(
        "/welcome/" + link,
        "email",
        "new" + System.nanoTime() + "@example.org",
        "name",
        "New",
        "password",
        "another good password",
        "repeated",
        "another good password");
    guest.get("/welcome/" + link + "/nowhere");

    String token = people.token(olga);
    secrets.put("token", token);
    for (String path : List.of("/api/v1/nowhere", "/api/v1/assets", "/metrics")) {
      visitor.send(
          HttpRequest.newBuilder(visitor.address(path)).header("Authorization", "Bearer " + token));
    }
    visitor.get("/nowhere?password=" + "typed+into+the+address");
    secrets.put("typed into the address", "typed+into+the+address");

    server.part(TrailSealer.class).seal(people.tenant());
    ByteArrayOutputStream trail = new ByteArrayOutputStream();
    server.part(TrailExports.class).write(people.tenant(), trail);
    String export = trail.toString(StandardCharsets.UTF_8);
    secrets.put("hash of the password", "$argon2");
    String hashes =
        server
            .part(TenantTransactions.class)
            .read(
                people.tenant(),
                sql ->
                    sql.fetchSingle("select hash from one_time_link limit 1").get(0, String.class));
    secrets.put("hash of the link", String.valueOf(hashes));

    assertThat(said.lines).as("something was said at all").isNotEmpty();
    assertThat(export).contains(olga.email());
    secrets.forEach(
        (what, secret) -> {
          assertThat(secret).as(what).isNotBlank();
          assertThat(export).as(what + " in the trail").doesNotContain(secret);
          assertThat(said.lines).as(what + " in the log").noneMatch(line -> line.contains(secret));
        });
  }
}
