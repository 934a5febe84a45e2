package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.concordat.formats.drafts.Trying;
import org.concordat.formats.yaml.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would move if something were otherwise, told of files alone. */
class WhatIfCommandTest {
  private static final Path ACME = Samples.of("acme");
  private static final Path INSURED = Samples.of("insured.yaml");
  private static final Path SECOND_SITE = Samples.of("second-site.yaml");

  @TempDir private Path folder;

  private Path changes(String text) throws IOException {
    return Files.writeString(folder.resolve("changes.yaml"), text);
  }

  private static Result run(Object... arguments) {
    return new Shell().run(arguments);
  }

  @Test
  void it_tells_what_moves_from_where_to_where_for_whom_and_through_which_path() {
    Result result = new Shell().columns(160).run("what-if", ACME, INSURED);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("1 change:")
        .contains("1. handle-claim/availability → Loss of productivity judged marginal, as agreed")
        .contains("Handle claim: availability")
        .contains("Claims handling: critical → marginal")
        .contains("Loss of productivity (marginal)")
        .contains("2 scores move.");
  }

  @Test
  void programs_get_a_row_for_each_requirement() {
    Result result = run("what-if", ACME, INSURED, "--format", "csv");

    assertThat(result.lines())
        .containsExactly(
            "requirement,id,before,after,rank,units,changes,because",
            "Claims database: availability,claims-db/availability,critical,marginal,1 → 1,Claims"
                + " handling: critical → marginal,1,Loss of productivity (marginal) → Settle within"
                + " a day (critical)",
            "Handle claim: availability,handle-claim/availability,critical,marginal,1 → 1,Claims"
                + " handling: critical → marginal,1,Loss of productivity (marginal) → Settle within"
                + " a day (critical)");
  }

  @Test
  void the_json_is_that_of_the_api() {
    Result result = run("what-if", ACME, INSURED, "--format", "json");

    assertThat(result.out())
        .contains("\"changes\":[\n{\"entry\":\"impact ")
        .contains(
            "\"effect\":{\"moved\":2,\"for-units\":0,\"requirements\":[\n"
                + "{\"id\":\"claims-db/availability\"")
        .contains("\"before\":{\"rank\":1,\"score\":1.0,\"level\":\"critical\",\"path\":[")
        .contains(
            "{\"id\":\"claims\",\"name\":\"Claims"
                + " handling\",\"before\":\"critical\",\"after\":\"marginal\"}")
        .contains("\"causes\":[0]");
  }

  @Test
  void of_several_changes_it_is_told_which_moves_what_and_which_moves_nothing() {
    Result result =
        new Shell()
            .columns(160)
            .run(
                "what-if",
                ACME,
                SECOND_SITE,
                "--try",
                "{try: name, what: unit, id: sales, name: Markets}");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("1. Unit Markets: name Sales → Markets (moves nothing)")
        .contains("2. Asset Second site (technical) added")
        .contains("3. Handle claim now depends on Second site")
        .contains("Second site: availability")
        .contains("stops Handle claim → Loss of productivity");
  }

  @Test
  void redundancy_and_what_a_dependency_carries_are_tried_out() {
    Result result =
        run(
            "what-if",
            ACME,
            "--try",
            "{try: passing, from: handle-claim, to: claims-db, carries: {}}",
            "--format",
            "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("claims-db/availability,critical,marginal")
        .contains("claims-db/integrity,marginal,none");
  }

  @Test
  void a_new_unit_with_a_goal_of_its_own_shows_in_whom_it_moves() throws IOException {
    Path file =
        changes(
            """
            - {try: new-unit, name: Pensions, id: pensions}
            - {try: new-goal, unit: pensions, name: Pay on the first, id: first}
            - {try: link, from: productivity-loss, to: first, level: critical}
            - {try: goal-unit, id: known-customers, unit: pensions}
            - {try: unit-gone, id: sales}
            """);

    Result result = run("what-if", ACME, file, "--format", "json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("Unit Pensions added")
        .contains("Unit Sales removed")
        .contains("\"effect\":{\"moved\":0,\"for-units\":")
        .contains("{\"id\":\"pensions\",\"name\":\"Pensions\",\"before\":\"none\",");
    assertThat(run("what-if", ACME, file).out()).contains("show another level for a unit alone.");
  }

  @Test
  void levels_are_those_of_the_scale_that_is_tried_out() throws IOException {
    Path file =
        changes(
            """
            {"changes": [
              {"try": "joining", "levels": ["low", "high"], "cumulation": 3},
              {"try": "link", "from": "crm/confidentiality", "to": "reputation", "level": "low"}]}
            """);

    Result result = run("what-if", ACME, file, "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("crm/confidentiality,");
  }

  @Test
  void another_workspace_is_tried_out_as_a_whole() {
    Result result = run("what-if", Samples.of("acme-last-year"), ACME, "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.lines().size())
        .isEqualTo(
            run("diff", Samples.of("acme-last-year"), ACME, "--format", "csv").lines().size());
  }

  @Test
  void two_sets_of_changes_stand_side_by_side() {
    Result result = new Shell().columns(120).run("what-if", ACME, SECOND_SITE, "--beside", INSURED);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("With these")
        .contains("Beside")
        .contains("marginal (rank")
        .contains("requirements would have another score in one than in the other.");
    assertThat(run("what-if", ACME, INSURED, "--beside", INSURED).out())
        .contains("Both lead to the same priorities.");
  }

  @Test
  void nothing_is_written() throws IOException {
    Samples.copyInto(folder);
    Path impacts = folder.resolve("acme/impacts.yaml");
    String before = Files.readString(impacts);

    assertThat(run("what-if", folder.resolve("acme"), INSURED).status()).isZero();

    assertThat(Files.readString(impacts)).isEqualTo(before);
  }

  @Test
  void all_that_is_wrong_with_a_file_is_told_with_its_place() throws IOException {
    Path file =
        changes(
            """
            changes:
              - {try: lnk, from: a/b, to: c}
              - {try: link, form: a/b, to: c}
              - {from: a/b}
              - {try: passing, from: a, to: b, redundancy: {group: x}}
            """);

    Result result = run("what-if", ACME, file);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("changes.yaml:2:11: changes[0].try: 'lnk' is not something to try out")
        .contains("did you mean 'link'?")
        .contains("changes.yaml:3:17: changes[1].form: unknown key 'form'")
        .contains("changes[2].try: the key 'try' is missing")
        .contains("changes[3].redundancy.needs: the key 'needs' is missing");
  }

  @Test
  void all_that_does_not_fit_the_workspace_is_told_with_its_place_and_what_may_be_meant()
      throws IOException {
    Path file =
        changes(
            """
            changes:
              - {try: link, from: handle-claim/availability, to: productivity-loss, level: critcal}
              - {try: asset-gone, id: claims-bd}
              - {try: new-asset, name: Second site}
              - {try: asset-gone, id: crm, level: critical}
              - {try: dependency, from: crm, to: claims-db}
              - {try: passing, from: crm, to: claims-db, carries: {integrity: integrity}}
              - {try: passing, from: claims-db, to: crm}
            """);

    Result result = run("what-if", ACME, file);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .contains("changes.yaml:2:", "'critcal' is no level of the scale; did you mean 'critical'?")
        .contains("changes.yaml:3:", "there is no asset 'claims-bd'; did you mean 'claims-db'?")
        .contains("changes[2].kind: must be said")
        .contains("changes[3].level: says nothing of 'asset-gone'; the keys here are id")
        .contains("the asset 'crm' has no property 'integrity'; it has confidentiality")
        .contains("'claims-db' does not depend on 'crm'; try the dependency out first");
  }

  @Test
  void something_to_try_out_must_be_named() {
    Result result = run("what-if", ACME);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("name a file with changes, or say one with --try");
    assertThat(run("what-if", ACME, folder.resolve("none.yaml")).status()).isEqualTo(1);
  }

  @Test
  void help_names_all_that_can_be_tried_out() {
    String help = String.join(" ", run("what-if", "--help").lines()).replaceAll("\\s+", " ");

    for (String word : Words.all(Trying.class)) {
      assertThat(help).containsPattern("[ ,]" + word + "[,.]");
    }
    assertThat(List.of(Trying.values())).hasSize(18);
  }
}
