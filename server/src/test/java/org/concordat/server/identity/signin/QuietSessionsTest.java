package org.concordat.server.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class QuietSessionsTest {
  private final QuietSessions<MapSession> sessions =
      new QuietSessions<>(new MapSessionRepository(new ConcurrentHashMap<>()));

  private QuietSessions.Quiet<MapSession> found(String id) {
    return Objects.requireNonNull(sessions.findById(id));
  }

  @Test
  void a_session_is_noted_once_a_minute() {
    QuietSessions.Quiet<MapSession> session = sessions.createSession();
    Instant begin = session.getLastAccessedTime();

    session.setLastAccessedTime(begin.plusSeconds(59));
    assertThat(session.getLastAccessedTime()).isEqualTo(begin);

    session.setLastAccessedTime(begin.plus(QuietSessions.NOTED));
    sessions.save(session);
    assertThat(found(session.getId()).getLastAccessedTime())
        .isEqualTo(begin.plus(QuietSessions.NOTED));
  }

  @Test
  void what_is_in_a_session_is_kept_at_once() {
    QuietSessions.Quiet<MapSession> session = sessions.createSession();
    session.setAttribute("who", "Olga");
    session.setMaxInactiveInterval(Duration.ofHours(1));
    sessions.save(session);

    assertThat(found(session.getId()).<Object>getAttribute("who")).isEqualTo("Olga");
    sessions.deleteById(session.getId());
    assertThat(sessions.findById(session.getId())).isNull();
  }

  @Test
  void looking_at_pages_does_not_write_the_session() {
    People people = new People(RunningServer.shared(), ShippedExample.archisurance());
    Visitor officer = people.officer();
    officer.get("/assets");
    String before = version();

    for (int i = 0; i < 5; i++) {
      officer.get("/assets");
    }

    assertThat(version()).isEqualTo(before);
  }

  @Test
  void requests_of_one_session_at_the_same_time_do_not_get_in_each_others_way() throws Exception {
    People people = new People(RunningServer.shared(), ShippedExample.archisurance());
    Visitor officer = people.officer();
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        String name = "Thing " + i;
        answers.add(
            tabs.submit(
                () -> officer.post("/assets", "name", name, "kind", "TECHNICAL").statusCode()));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(303);
    }
  }

  /** What PostgreSQL changes with every write of a row. */
  private static String version() {
    return RunningServer.shared()
        .part(TenantTransactions.class)
        .read(
            TenantTransactions.NO_TENANT,
            sql ->
                sql.fetch(
                        "select max(creation_time), string_agg(xmin::text, ' ' order by xmin::text)"
                            + " from spring_session where creation_time = (select"
                            + " max(creation_time) from spring_session)")
                    .toString());
  }
}
