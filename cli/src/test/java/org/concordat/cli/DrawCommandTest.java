package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawCommandTest {
  private static final Path ACME = Samples.of("acme");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"impact", "dependencies", "heatmap"})
  void every_picture_is_written_as_svg(String picture) {
    Path file = folder.resolve(picture + ".svg");

    Result result = new Shell().run("draw", picture, ACME, "-o", file);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(file).content().contains("<svg").contains("<title").contains("Claims database");
  }

  @Test
  void a_picture_goes_to_standard_output_too() {
    Result result = new Shell().run("draw", "heatmap", ACME, "-o", "-", "--unit", "sales");

    assertThat(result.status()).isZero();
    assertThat(result.out().strip()).contains("<svg").endsWith("</svg>");
  }

  @Test
  void a_picture_is_not_overwritten_without_force() {
    Path file = folder.resolve("a.svg");
    new Shell().run("draw", "impact", ACME, "-o", file);

    assertThat(new Shell().run("draw", "impact", ACME, "-o", file).status()).isEqualTo(1);
    assertThat(new Shell().run("draw", "impact", ACME, "-o", file, "--force").status()).isZero();
  }

  @Test
  void an_unknown_picture_is_wrong_use() {
    assertThat(new Shell().run("draw", "circles", ACME, "-o", "-"))
        .satisfies(r -> assertThat(r.status()).isEqualTo(2))
        .satisfies(r -> assertThat(r.err()).contains("impact, dependencies, heatmap"));
  }
}
