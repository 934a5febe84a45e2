package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoundAgreementCommandTest {
  private final Path answers = Samples.of("answers.csv");
  private final Path acme = Samples.of("acme");

  @TempDir private Path folder;

  private static JsonNode json(Result result) {
    assertThat(result.status()).as(result.err()).isZero();
    return JsonMapper.builder().build().readTree(result.out());
  }

  @Test
  void people_get_alpha_in_words_and_what_matters_first() {
    Result result = new Shell().columns(140).run("round", "agreement", answers, "--of", acme);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("10 answers by 3 judges about 4 links.")
        .containsPattern("Krippendorff's alpha is 0\\.\\d\\d \\(95 %: -?\\d\\.\\d\\d to ")
        .contains("Claims database: availability → Loss of productivity")
        .contains("1 × critical, 1 × none, 1 don't know");
    assertThat(result.out().indexOf("Claims database: availability"))
        .isLessThan(result.out().indexOf("Handle claim: integrity"));
  }

  /** The applicants of Siegel, Nonparametric Statistics, 1956, 9.10. */
  private Path orders() throws IOException {
    int[][] judges = {{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}};
    StringBuilder csv = new StringBuilder("factor;goal;by;place\n");
    for (int judge = 0; judge < judges.length; judge++) {
      for (int one = 0; one < judges[judge].length; one++) {
        csv.append("f%d;growth;judge-%d;%d%n".formatted(one + 1, judge, judges[judge][one]));
      }
    }
    return Files.writeString(folder.resolve("orders.csv"), csv);
  }

  @Test
  void orders_come_to_w_and_the_order_of_all_judges_together() throws IOException {
    Result result = new Shell().columns(140).run("round", "agreement", orders());

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("18 answers by 3 judges about 6 links.")
        .contains("Kendall's W is 0.16")
        .doesNotContain("alpha")
        .containsPattern("1 +f1 → growth .*2 × place 1");
  }

  @Test
  void programs_get_the_order_of_all_judges_together() throws IOException {
    JsonNode json = json(new Shell().run("round", "agreement", orders(), "--format", "json"));

    assertThat(json.path("order").size()).isEqualTo(6);
    assertThat(json.path("order").get(0).path("from").stringValue()).isEqualTo("f1");
    assertThat(json.path("order").get(0).path("judges").intValue()).isEqualTo(3);
    assertThat(json.path("concordance").path("w").doubleValue()).isBetween(0.155, 0.165);
    assertThat(new Shell().run("round", "agreement", orders(), "--format", "csv").out().lines())
        .hasSize(7)
        .element(1)
        .asString()
        .startsWith("1,f1,growth,");
  }

  @Test
  void the_links_go_into_a_workbook() throws IOException {
    Path file = folder.resolve("agreement.xlsx");

    Result result = new Shell().run("round", "agreement", answers, "--of", acme, "-o", file);

    assertThat(new Shell().run("round", "agreement", answers, "--format", "csv").out())
        .contains("disagreement,levels,moved\n");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
  }

  @Test
  void programs_get_every_figure_of_every_link() {
    JsonNode json =
        json(new Shell().run("round", "agreement", answers, "--of", acme, "--format", "json"));

    assertThat(json.path("answers").intValue()).isEqualTo(10);
    assertThat(json.path("alpha").doubleValue()).isBetween(-1.0, 1.0);
    assertThat(json.path("interval").path("low").doubleValue())
        .isLessThanOrEqualTo(json.path("interval").path("high").doubleValue());
    assertThat(json.path("concordance").path("items").intValue()).isEqualTo(2);
    JsonNode first = json.path("links").get(0);
    assertThat(first.path("from").stringValue()).isEqualTo("claims-db/availability");
    assertThat(first.path("answers").path("none").intValue()).isEqualTo(1);
    assertThat(first.path("lowest").stringValue()).isEqualTo("none");
    assertThat(first.path("dispersion").doubleValue()).isEqualTo(1);
    assertThat(first.path("consequence").isObject()).isTrue();
    assertThat(json.path("links").get(3).path("consequence").isNull()).isTrue();
  }

  @Test
  void training_weighs_the_median_when_it_is_asked_to() {
    String plain =
        new Shell()
            .run("round", "agreement", answers, "--format", "csv")
            .out()
            .lines()
            .filter(line -> line.startsWith("handle-claim"))
            .findFirst()
            .orElseThrow();
    JsonNode weighed =
        json(new Shell().run("round", "agreement", answers, "--weigh", "--format", "json"));

    assertThat(plain).contains("marginal,critical,critical");
    assertThat(weighed.path("links").findValuesAsString("median")).contains("critical");
    assertThat(new Shell().run("round", "agreement", answers, "--weigh").out())
        .contains("Medians are weighed");
  }

  @Test
  void a_workspace_is_looked_at_by_its_own_judgements() {
    Result result = new Shell().run("round", "agreement", acme, "--top", "1");

    assertThat(result.out())
        .contains("3 answers by 2 judges about 2 links.")
        .contains("Handle claim: integrity")
        .contains("Shown are 1 of 2 links");
  }

  @Test
  void what_nobody_else_judged_cannot_be_compared_and_says_so() throws IOException {
    Path alone = folder.resolve("alone.csv");
    Files.writeString(alone, "factor,goal,by,level\na,b,anna,critical\n");
    Path same = folder.resolve("same.csv");
    Files.writeString(same, "factor,goal,by,level\na,b,anna,critical\na,b,ben,critical\n");

    assertThat(new Shell().run("round", "agreement", alone).out()).contains("nothing to compare");
    assertThat(new Shell().run("round", "agreement", same).out()).contains("alpha has no meaning");
  }

  @Test
  void mistakes_are_told_and_nothing_else() throws IOException {
    Path wrong = folder.resolve("wrong.csv");
    Files.writeString(wrong, "factor,goal,by,level\na,b,anna,huge\n,,ben,critical\n");

    Result result = new Shell().run("round", "agreement", wrong);

    assertThat(result.status()).isEqualTo(ExitStatus.INVALID);
    assertThat(result.out()).isEmpty();
    assertThat(result.errors()).hasSize(2);
    assertThat(new Shell().run("round", "agreement", folder.resolve("none.csv")).status())
        .isEqualTo(ExitStatus.INVALID);
  }
}
