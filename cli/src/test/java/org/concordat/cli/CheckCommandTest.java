package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String BROKEN =
      """
      concordat: 1
      organisation: {id: acme, name: Acme}
      assets:
        - {id: a, name: A, kind: nonsense}
      impacts:
        - {requirement: b/availability, factor: f, level: critical}
      """;

  @Test
  void a_workspace_without_errors_is_summed_up() {
    Result result = new Shell().run("check", Samples.of("acme"));

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            Acme Insurance: no errors.
            2 units, 2 goals, 2 factors, 3 assets, 6 requirements, 2 dependencies, 8 judgements.
            """);
  }

  @Test
  void every_error_is_told_at_once(@TempDir Path folder) throws IOException {
    Result result = new Shell().run("check", Samples.write(folder, BROKEN));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errors())
        .anyMatch(l -> l.contains("nonsense"))
        .anyMatch(l -> l.contains("'f'"));
  }

  @Test
  void json_holds_the_findings_and_standard_error_nothing(@TempDir Path folder) throws IOException {
    Path file = Samples.write(folder, BROKEN);

    Result result = new Shell().run("check", file, "--format", "json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.lines().getFirst())
        .matches("\\{\"errors\":[1-9],\"warnings\":0,\"findings\":\\[");
    assertThat(result.lines().get(1))
        .startsWith("{\"severity\":\"error\",\"file\":\"" + file + "\",\"line\":4,\"column\":");
  }
}
