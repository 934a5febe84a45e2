package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bank A: mortgages takes a lower level, which hurts payments on the system that they share. */
class AgreementCommandTest {
  @TempDir private Path folder;

  private static Result agreement(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "agreement";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Shell().columns(260).run(all);
  }

  private static Path sample(String name) {
    return Samples.of(name);
  }

  @Test
  void a_draft_has_a_line_a_price_and_a_reason_for_every_need() {
    Result result =
        agreement(
            "draft",
            sample("bank-a.yaml"),
            "--services",
            sample("services.yaml"),
            "--unit",
            "payments");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("clearing/availability")
        .contains("continuity high")
        .contains("clearing/availability → penalty → same-day")
        .contains("meet 100 % of what Payments needs");
  }

  @Test
  void a_drafts_json_is_an_agreement_for_the_other_commands() throws IOException {
    Result draft =
        agreement(
            "draft",
            sample("bank-a.yaml"),
            "--services",
            sample("services.yaml"),
            "--unit",
            "mortgages",
            "--format",
            "json");
    Path file = Files.writeString(folder.resolve("draft.json"), draft.out());

    Result review = agreement("review", sample("bank-a.yaml"), file);

    assertThat(review.status()).as(review.err()).isZero();
    assertThat(review.out()).contains("No other unit has to be asked");
  }

  @Test
  void an_unknown_unit_is_wrong_use() {
    Result result =
        agreement(
            "draft",
            sample("bank-a.yaml"),
            "--services",
            sample("services.yaml"),
            "--unit",
            "mortgage");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean 'mortgages'?");
  }

  @Test
  void a_review_names_who_is_hurt_where_and_why() {
    Result result = agreement("review", sample("bank-a.yaml"), sample("mortgages-2.yaml"));

    assertThat(result.out())
        .contains("brokering/availability → core-banking/availability")
        .contains("core-banking/availability → clearing/availability → penalty → same-day")
        .contains("To be asked before it takes force: payments.");
  }

  @Test
  void a_comparison_tells_price_and_protection_of_both() {
    Result result =
        agreement(
            "compare",
            sample("mortgages-1.yaml"),
            sample("mortgages-2.yaml"),
            "--workspace",
            sample("bank-a.yaml"));

    assertThat(result.out())
        .contains("agreed-level, price, service, targets")
        .contains("Before: 14400.00 EUR a year")
        .contains("After: 9600.00 EUR a year");
  }

  @Test
  void an_evaluation_tells_breach_credit_what_was_late_and_what_is_to_come() {
    Result result =
        agreement(
            "evaluate",
            sample("mortgages-1.yaml"),
            sample("measurements.csv"),
            "--as-of",
            "2026-04-15T00:00:00Z");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("breached").contains("was met with").contains("Credits due:");
    Result january =
        agreement(
            "evaluate",
            sample("mortgages-1.yaml"),
            sample("measurements.csv"),
            "--as-of",
            "2026-02-10T00:00:00Z");
    assertThat(january.out()).contains("met").doesNotContain("breached");
  }

  @Test
  void results_of_a_period_become_a_report_in_every_form() throws IOException {
    for (String ending : List.of("pdf", "xlsx", "csv", "json")) {
      Path file = folder.resolve("quarter." + ending);
      Result result =
          agreement(
              "evaluate",
              sample("mortgages-1.yaml"),
              sample("measurements.csv"),
              "--as-of",
              "2026-04-15T00:00:00Z",
              "--from",
              "2026-01-01",
              "--until",
              "2026-02-28",
              "-o",
              file);
      assertThat(result.status()).as(result.err()).isZero();
      assertThat(Files.size(file)).as(ending).isPositive();
    }
    assertThat(Files.readString(folder.resolve("quarter.csv")))
        .contains("brokering-up,availability,at-least,0.995,2026-02-01,2026-02-28")
        .doesNotContain("2026-03-01");
    assertThat(Files.readString(folder.resolve("quarter.json"))).contains("\"credits\"");
    assertThat(
            agreement(
                    "evaluate",
                    sample("mortgages-1.yaml"),
                    sample("measurements.csv"),
                    "-o",
                    folder.resolve("quarter.doc"))
                .status())
        .isEqualTo(2);
    assertThat(
            agreement(
                    "evaluate",
                    sample("mortgages-1.yaml"),
                    sample("measurements.csv"),
                    "--until",
                    "2025-02-28")
                .status())
        .isEqualTo(2);
  }

  @Test
  void price_against_protection_is_drawn() throws IOException {
    Path chart = folder.resolve("price.svg");
    assertThat(
            agreement(
                    "compare",
                    sample("mortgages-1.yaml"),
                    sample("mortgages-2.yaml"),
                    "--workspace",
                    sample("bank-a.yaml"),
                    "-o",
                    chart)
                .status())
        .isZero();
    assertThat(Files.readString(chart)).contains("<svg").contains("Version 2");
    assertThat(
            agreement(
                    "compare", sample("mortgages-1.yaml"), sample("mortgages-2.yaml"), "-o", chart)
                .status())
        .isEqualTo(2);
  }

  @Test
  void a_signed_file_verifies_and_one_that_was_changed_does_not() throws IOException {
    Result sound =
        agreement("verify", sample("mortgages-signed.json"), "--trusted", sample("trusted.yaml"));
    assertThat(sound.status()).as(sound.out()).isZero();
    assertThat(sound.out()).contains("with keys that you trust");
    assertThat(agreement("verify", sample("mortgages-signed.json")).out())
        .contains("the file alone cannot prove");

    String changed =
        Files.readString(sample("mortgages-signed.json")).replace("\"600\"", "\"500\"");
    Path file = Files.writeString(folder.resolve("changed.json"), changed);
    Result refused = agreement("verify", file);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("the passkey signed another document than this one");
    assertThat(agreement("verify").status()).isEqualTo(2);
  }

  @Test
  void openslo_goes_to_standard_output_and_what_is_left_out_to_standard_error() {
    Result result = agreement("openslo", sample("mortgages-1.yaml"));

    assertThat(result.out()).startsWith("---\napiVersion: \"openslo/v1\"\n");
    assertThat(result.err()).contains("target 'false-bookings' is left out");
  }
}
