package org.concordat.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

class OperationsTest {
  @TempDir Path folder;

  private final RunningServer server = RunningServer.shared();
  private final Visitor probe = new Visitor(server);

  private HttpResponse<String> metrics(String authorization, String accept) {
    return probe.send(
        HttpRequest.newBuilder(probe.address("/metrics"))
            .header("Authorization", authorization)
            .header("Accept", accept));
  }

  private String token() throws Exception {
    String data = server.part(Environment.class).getRequiredProperty("concordat.data");
    return Files.readString(Path.of(data, MetricsToken.NAME));
  }

  @Test
  void probes_are_answered_without_details() {
    for (String path :
        new String[] {
          "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
        }) {
      HttpResponse<String> answer = probe.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).contains("UP").doesNotContain("PostgreSQL");
    }
  }

  @Test
  void nothing_else_of_the_actuator_is_there() {
    for (String path : new String[] {"env", "heapdump", "prometheus", "metrics", "loggers"}) {
      assertThat(probe.get("/actuator/" + path).statusCode()).as(path).isIn(303, 401, 403, 404);
    }
  }

  @Test
  void metrics_are_for_those_who_have_the_token() throws Exception {
    People people = new People(server, ShippedExample.archisurance());
    people.officer().get("/priorities");

    assertThat(metrics("Bearer wrong", "text/plain").statusCode()).isEqualTo(401);
    assertThat(metrics(token(), "text/plain").statusCode()).isEqualTo(401);
    HttpResponse<String> text = metrics("Bearer " + token(), "text/plain");
    HttpResponse<String> open = metrics("Bearer " + token(), "application/openmetrics-text");

    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.body())
        .contains("http_server_requests_seconds_count", "uri=\"/priorities\"")
        .contains("hikaricp_connections", "jvm_memory_used_bytes")
        .doesNotContain(people.tenant().toString());
    assertThat(open.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void the_token_is_made_once_and_only_its_owner_reads_it() throws Exception {
    Path file = folder.resolve("token");

    MetricsToken.readOrMake(file);
    String made = Files.readString(file);

    assertThat(MetricsToken.readOrMake(file).is(made)).isTrue();
    assertThat(MetricsToken.readOrMake(file).is(made.substring(1))).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void every_answer_has_the_id_that_its_lines_in_the_log_have() {
    String first = probe.get("/sign-in").headers().firstValue("X-Request-Id").orElse("");
    String second = probe.get("/sign-in").headers().firstValue("X-Request-Id").orElse("");

    assertThat(first).hasSize(36).isNotEqualTo(second);
  }
}
