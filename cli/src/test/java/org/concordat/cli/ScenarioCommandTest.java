package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four scenarios, with two organisations: Northern runs ITIL v3, Lakeside ISO 27001:2005. */
class ScenarioCommandTest {
  @TempDir private Path folder;

  private static Result ask(String scenario, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("scenario", scenario));
    arguments.addAll(List.of(more));
    return new Shell().run(arguments.toArray());
  }

  private static Result lakesideHave(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("--of", "iso27001-2005", "--for", "itil-v3", Samples.of("lakeside.yaml")));
    arguments.addAll(List.of(more));
    return ask("have", arguments.toArray());
  }

  private static Result merge(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "--of",
                "itil-v3",
                "--for",
                "iso27001-2005",
                "--a",
                Samples.of("northern.yaml"),
                "--b",
                Samples.of("lakeside.yaml")));
    arguments.addAll(List.of(more));
    return ask("merge", arguments.toArray());
  }

  @Test
  void have_tells_which_processes_the_other_standard_gives() {
    Result result = lakesideHave("--sheet", "processes", "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("2.1,Information Security Management,covered,6,6,")
        .contains("2.2,Capacity Management,possibly,0,2,2.2.1 partly; 2.2.2 partly")
        .contains("2.3,Availability Management,partly,1,2,")
        .contains("1.1,Demand management,open,0,0,the table has no counterpart for it");
  }

  @Test
  void every_answer_has_its_proof_in_json() {
    assertThat(lakesideHave("--format", "json").out())
        .contains("\"scenario\":\"have\",\"organisation\":\"Lakeside Clinics\"")
        .contains("\"answered_by\":\"itil-v3-iso27001-2005\"")
        .contains(
            "{\"topic\":\"3.4.1\",\"title\":\"Change Approval\",\"standing\":\"covered\","
                + "\"proof\":[\"iso27001-2005 4.2.2: yes\"]}")
        .contains(
            "{\"topic\":\"4.5.3\",\"title\":\"Periodic Review of Access Rights\","
                + "\"standing\":\"covered\",\"proof\":[\"said of the topic: yes\"]}");
  }

  @Test
  void left_lists_each_topic_that_is_not_done_once() {
    Result result =
        ask(
            "left",
            "--of",
            "itil-v3",
            "--for",
            "iso27001-2005",
            Samples.of("northern.yaml"),
            "--format",
            "csv");

    assertThat(result.out())
        .contains("3.5.1,Security Awareness Education & Training,partly")
        .doesNotContain("3.4.3,Update Log Management System");
    List<String> lines = result.lines();
    assertThat(lines).doesNotHaveDuplicates();
  }

  @Test
  void both_lists_all_fifty_topics_by_phase_and_what_they_serve() {
    Result result =
        ask(
            "both",
            "--of",
            "itil-v3",
            "--for",
            "iso27001-2005",
            "--sheet",
            "work",
            "--format",
            "csv");

    assertThat(result.lines()).hasSize(51);
    assertThat(result.lines().get(1)).startsWith("plan,");
    assertThat(result.lines().getLast()).startsWith("act,");
    assertThat(result.out())
        .contains(
            "check; act,Continual Service Improvement,5.4,Non-Conformance Management,open,"
                + "\"itil-v3 SD-4.6.5, SD-4.6.6; iso27001-2005 4.2.3, 4.2.4\"");
  }

  @Test
  void merge_tells_double_work_gaps_and_who_does_what() {
    assertThat(merge("--sheet", "topics", "--format", "csv").out())
        .startsWith("topic,title,share,a,b,proof\n")
        .contains("2.1.4,Security Policies,double work,covered,covered,")
        .contains("2.2.2,Capacity Review,Northern Mutual does it,covered,partly,")
        .contains(
            "2.6.1,Security Requirements Identified in Third Party Agreements,Lakeside Clinics")
        .contains("5.7,Independent Security Review,gap,partly,open,");
  }

  @Test
  void any_pair_of_catalogues_is_answered_by_what_the_crosswalks_prove() {
    Result result = ask("have", "--of", "itil-4", "--for", "iso27001-2022", "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "A.8.32,Change management,covered,itil-4 SVC-04 → superset → iso27001-2022 A.8.32"
                + " [iso27001-2022-itil-4]")
        .contains("A.5.9,Inventory of information and other associated assets,partly,")
        .contains("A.8.24,Use of cryptography,open,");
  }

  @Test
  void joint_controls_leave_out_what_another_one_covers() {
    Result result = ask("both", "--of", "itil-4", "--for", "iso27001-2022", "--format", "csv");

    assertThat(result.out())
        .contains("itil-4,SVC-04,Change enablement,iso27001-2022 A.8.32 (superset),")
        .doesNotContain("iso27001-2022,A.8.32,");
  }

  @Test
  void a_workbook_has_a_sheet_for_each_part() throws IOException {
    Path file = folder.resolve("merger.xlsx");

    Result result = merge("-o", file);

    assertThat(result.status()).as(result.err()).isZero();
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("Topics", "ITIL v3 (2007)", "ISO-IEC 27001-2005");
      assertThat(workbook.getFirstSheet().read()).hasSize(51);
    }
    assertThat(merge("-o", file).err()).contains("add --force to overwrite it");
  }

  @Test
  void people_see_how_much_there_is_of_each_and_reasons_on_demand() {
    assertThat(lakesideHave().out())
        .startsWith("Lakeside Clinics: what ISO/IEC 27001:2005 gives of ITIL v3 (2007).\n")
        .contains("19 in all: ")
        .contains("A process or clause asks for more")
        .doesNotContain("Because");
    assertThat(lakesideHave("--why").out()).contains("Because");
  }

  @Test
  void mistakes_in_statuses_and_options_are_told(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("bad.yaml"), "iso27001-2005: {4.2.1: perhaps}\n");

    assertThat(ask("have", "--of", "iso27001-2005", "--for", "itil-v3", file).status())
        .isEqualTo(1);
    assertThat(ask("have", "--of", "iso27001-2023", "--for", "itil-v3").err())
        .contains("there is no catalogue 'iso27001-2023'; did you mean");
    assertThat(ask("have", "--of", "itil-v3", "--for", "itil-v3").status()).isEqualTo(2);
    assertThat(lakesideHave("--sheet", "nothing").err())
        .contains("there are processes, sections, topics");
  }

  @Test
  void a_document_for_people_is_written_to_a_file() throws IOException {
    Path file = folder.resolve("have.pdf");

    Result result = lakesideHave("-o", file);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readAllBytes(file)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(lakesideHave("--format", "pdf").err()).contains("name the file: -o answer.pdf");
  }
}
