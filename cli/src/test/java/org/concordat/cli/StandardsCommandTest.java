package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;

class StandardsCommandTest {
  @Test
  void the_list_names_source_and_licence_of_everything() {
    Result result = new Shell().run("standards", "list", "--format", "csv");

    assertThat(result.status()).isZero();
    assertThat(result.lines().getFirst()).isEqualTo("kind,id,title,version,entries,source,licence");
    assertThat(result.out())
        .contains("catalogue,iso27001-2022,ISO/IEC 27001:2022,2022,138,")
        .contains(
            "crosswalk,iso27001-2022-itil-4,iso27001-2022 to itil-4,1,106,Concordat,Apache-2.0")
        .contains("topics,itil-v3-iso27001-2005,");
  }

  @Test
  void a_control_is_shown_with_everything_that_is_said_of_it_from_its_side() {
    assertThat(
            new Shell()
                .run("standards", "show", "itil-4", "--control", "svc-04", "--format", "csv")
                .out())
        .contains("superset,iso27001-2022,A.8.32,9,")
        .contains("intersects,iso27001-2022,A.8.19,6,");
    assertThat(new Shell().run("standards", "show", "sp800-53-r5", "--control", "AC-02").out())
        .startsWith("NIST SP 800-53 revision 5 AC-2\nAccount Management\na. Define and document")
        .contains("Part of AC.");
  }

  @Test
  void what_is_not_there_is_met_with_what_is_near() {
    assertThat(new Shell().run("standards", "show", "itil4").err())
        .contains("there is no catalogue 'itil4'; did you mean 'itil-4'?");
    assertThat(new Shell().run("standards", "show", "itil-4", "--control", "SVC-4").err())
        .contains("catalogue 'itil-4' has no control 'SVC-4'");
  }

  @Test
  void crosswalk_commands_know_what_ships_without_files() {
    Result result =
        new Shell()
            .run(
                "crosswalk",
                "infer",
                "--from",
                "itil-4",
                "--to",
                "iso27001-2022",
                "--format",
                "json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("\"source\":\"SVC-04\",\"target\":\"A.8.32\",\"known\":[\"superset\"]");
  }
}
