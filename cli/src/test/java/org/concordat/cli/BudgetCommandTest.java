package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetCommandTest {
  private static final Path ACME = Samples.of("acme");

  @TempDir private Path folder;

  private Path controls(String yaml) throws IOException {
    return Files.writeString(folder.resolve("controls.yaml"), yaml);
  }

  private Path sample() throws IOException {
    return controls(
        """
        budgets: {money: 100}
        controls:
          - id: cluster
            name: A cluster
            outlays: {money: 90}
            serves: {claims-db/availability: critical, handle-claim/availability: marginal}
          - id: copies
            name: Nightly copies
            outlays: {money: {once: 40, yearly: 10}}
            serves: {claims-db/availability: marginal}
          - id: second-factor
            name: A second factor
            outlays: {money: 45}
            serves: {crm/confidentiality: critical}
        """);
  }

  @Test
  void the_plan_says_what_starts_what_it_leaves_and_why_the_rest_is_out() throws IOException {
    Result result = new Shell().run("budget", ACME, "--controls", sample());

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("A cluster")
        .contains("missing in year 1")
        .contains("this is proved");
  }

  @Test
  void plan_and_frontier_go_into_files_as_their_names_say() throws IOException {
    Path plan = folder.resolve("plan.csv");
    Path frontier = folder.resolve("frontier.xlsx");
    Path picture = folder.resolve("frontier.svg");

    new Shell().run("budget", ACME, "--controls", sample(), "-o", plan);
    new Shell().run("budget", ACME, "--controls", sample(), "--frontier", "-o", frontier);
    new Shell().run("budget", ACME, "--controls", sample(), "--frontier", "-o", picture);
    Result noFrontier = new Shell().run("budget", ACME, "--controls", sample(), "-o", "x.svg");

    assertThat(Files.readAllLines(plan))
        .startsWith("id,name,start,alone,beyond,blockers,money once,money yearly")
        .anyMatch(line -> line.startsWith("cluster,A cluster,1,"));
    assertThat(Files.readAllBytes(frontier)).startsWith('P', 'K');
    assertThat(Files.readString(picture)).startsWith("<svg").contains("money in all years");
    assertThat(noFrontier.status()).isEqualTo(2);
    assertThat(noFrontier.err()).contains("with --frontier in .svg");
  }

  @Test
  void json_has_plan_bound_reasons_and_frontier() throws IOException {
    Result result =
        new Shell().run("budget", ACME, "--controls", sample(), "--format", "json", "--frontier");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("\"end\":\"proved\"")
        .contains("\"id\":\"cluster\",\"start\":1")
        .contains("\"kind\":\"short\"")
        .contains("\"complete\":true")
        .contains("{\"money\":0.0,");
  }

  @Test
  void a_budget_of_the_command_line_goes_before_the_files() throws IOException {
    Result result =
        new Shell()
            .run(
                "budget", ACME, "--controls", sample(), "--budget", "money=200", "--format", "csv");

    assertThat(result.lines()).hasSize(1 + 3);
    assertThat(result.lines().get(1)).startsWith("cluster,A cluster,1,");
    assertThat(result.lines().get(3)).startsWith("second-factor,A second factor,1,");
  }

  @Test
  void years_have_semicolons_between_them_and_a_comma_is_never_taken_for_one() throws IOException {
    Result one =
        new Shell().run("budget", ACME, "--controls", sample(), "--budget", "money=200,100");
    Result many =
        new Shell().run("budget", ACME, "--controls", sample(), "--budget", "money=1;2;3;4;5");
    Result scip = new Shell().run("budget", ACME, "--controls", sample(), "--solver", "scip");

    assertThat(one.status()).isEqualTo(2);
    assertThat(one.err()).contains("money=60000;40000");
    assertThat(many.err()).contains("has 5 amounts for");
    assertThat(scip.err()).contains("docs/budget.md tells how to add it");
  }

  @Test
  void the_frontier_names_what_each_amount_adds() throws IOException {
    Result result = new Shell().run("budget", ACME, "--controls", sample(), "--frontier");

    assertThat(result.out()).contains("+ A second factor").contains("each is proved");
  }

  @Test
  void why_names_the_price_at_which_a_control_enters() throws IOException {
    Result result =
        new Shell().run("budget", ACME, "--controls", sample(), "--why", "second-factor");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("A second factor").containsAnyOf("It enters when", "starts");
  }

  @Test
  void everything_that_is_wrong_with_the_file_is_told_with_its_place() throws IOException {
    Path file =
        controls(
            """
            budgets: {money: much}
            controls:
              - id: cluster
                outlays: {money: -3}
                serves: {claims-db/availability: enormous, claimsdb/availability: critical}
                needs: [clusters]
              - {id: cluster, excuses: []}
            """);

    Result result = new Shell().run("budget", ACME, "--controls", file);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errors())
        .anyMatch(e -> e.contains("controls.yaml:1") && e.contains("is no amount"))
        .anyMatch(e -> e.contains("controls.yaml:4") && e.contains("is no amount"))
        .anyMatch(e -> e.contains("is no level of the scale"))
        .anyMatch(e -> e.contains("there is no requirement 'claimsdb/availability'"))
        .anyMatch(e -> e.contains("did you mean 'claims-db/availability'?"))
        .anyMatch(e -> e.contains("there is no control 'clusters'"))
        .anyMatch(e -> e.contains("stands twice"))
        .anyMatch(e -> e.contains("unknown key 'excuses'"));
  }

  @Test
  void a_table_says_the_same_as_yaml() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("controls.csv"),
            """
            id,name,serves,money once,money yearly
            cluster,A cluster,claims-db/availability=critical; handle-claim/availability=marginal,90,
            copies,Nightly copies,claims-db/availability=marginal,40,10
            second-factor,A second factor,crm/confidentiality=critical,45,
            """);

    String fromTable =
        new Shell()
            .run("budget", ACME, "--controls", csv, "--budget", "money=100", "--format", "json")
            .out();

    assertThat(fromTable)
        .isEqualTo(
            new Shell().run("budget", ACME, "--controls", sample(), "--format", "json").out());
  }

  @Test
  void the_example_has_a_proved_plan() {
    Result result =
        new Shell()
            .run(
                "budget",
                "../examples/archisurance",
                "--controls",
                "../examples/budget/controls.yaml");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("this is proved");
  }
}
