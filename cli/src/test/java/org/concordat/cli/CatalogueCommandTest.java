package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {
  @Test
  void words_narrow_the_list() {
    Result result =
        new Shell()
            .run("catalogue", "information-types", "Insur", "underwriting", "--format", "csv");

    assertThat(result.out())
        .isEqualTo(
            """
            id,title,category,confidentiality,integrity,availability
            D.24.3,General Insurance,Credit and Insurance,low,low,low
            """);
  }

  @Test
  void factors_are_those_of_an_industry() {
    Result result =
        new Shell().run("catalogue", "factors", "--industry", "insurance", "--format", "json");

    assertThat(result.out()).contains("\"id\":\"reputation\"").contains("claims-overpayment");
    assertThat(new Shell().run("catalogue", "factors", "--industry", "retail").out())
        .doesNotContain("claims-overpayment");
  }

  @Test
  void what_finds_nothing_says_so() {
    Result result = new Shell().run("catalogue", "factors", "xyzzy");

    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("Nothing fits. Fewer words find more.\n");
  }

  @Test
  void a_new_workspace_starts_from_the_catalogue(@TempDir Path folder) {
    Path acme = folder.resolve("acme");

    Result result =
        new Shell()
            .run(
                "new",
                acme,
                "--name",
                "Acmé Insurance",
                "--industry",
                "insurance",
                "--factors",
                "--information",
                "insurance claims");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(new Shell().run("check", acme).out()).startsWith("Acmé Insurance: no errors");
    assertThat(new Shell().run("export", acme, "-o", "-", "--format", "json").out())
        .contains(
            "{\"id\":\"acme-insurance\",\"name\":\"Acmé Insurance\",\"industry\":\"insurance\"}")
        .contains("General Insurance");
  }

  /** Whoever follows what "new" tells to do next gets priorities. */
  @Test
  void the_lines_that_it_suggests_make_priorities(@TempDir Path folder) throws IOException {
    Path acme = folder.resolve("acme");
    Result started = new Shell().run("new", acme, "--factors", "--information", "D.24.3");
    String suggested =
        String.join(
            "\n",
            started.lines().stream()
                .filter(l -> l.startsWith("  ") && !l.startsWith("  concordat "))
                .map(l -> l.substring(2))
                .toList());
    Files.writeString(acme.resolve("vision.yaml"), "concordat: 1\n" + suggested + "\n");

    Result result = new Shell().run("priorities", acme, "--format", "json", "--top", "1");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("\"rank\":1").doesNotContain("\"score\":0.0");
  }

  @Test
  void what_exists_is_not_started_anew() {
    Result result = new Shell().run("new", Samples.of("acme"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("there is a workspace here already");
  }

  @Test
  void words_that_mean_too_much_or_nothing_are_wrong_use(@TempDir Path folder) {
    Path acme = folder.resolve("acme");

    assertThat(new Shell().run("new", acme, "--information", "management").err())
        .contains("information types are called 'management'; say more words, or an id");
    assertThat(new Shell().run("new", acme, "--information", "xyzzy").status()).isEqualTo(2);
    assertThat(acme).doesNotExist();
  }
}
