package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void copySamples() throws IOException {
    Samples.copyInto(folder);
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  @Test
  void a_model_makes_a_workspace_that_is_valid() {
    Result result = new Shell().run("import", at("model.archimate"), "--into", at("new"));

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(at("new")).isDirectoryRecursivelyContaining("glob:**.yaml");
    assertThat(result.out())
        .containsPattern("asset +2 +0 +0 +0")
        .containsPattern("dependency +1 +0 +0 +0")
        .containsPattern("WorkPackage +1 ")
        .contains("  concordat check " + at("new"));
    assertThat(new Shell().run("check", at("new")).out()).startsWith("new: no errors");
  }

  @Test
  void importing_again_changes_nothing() throws IOException {
    new Shell().run("import", at("model.archimate"), "--into", at("new.yaml"));
    String before = Files.readString(at("new.yaml"));

    Result result = new Shell().run("import", at("model.archimate"), "--into", at("new.yaml"));

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("knew all of this already");
    assertThat(at("new.yaml")).hasContent(before);
  }

  @Test
  void a_dry_run_tells_all_and_writes_nothing() throws IOException {
    String before = Files.readString(at("acme/workspace.yaml"));

    Result result = new Shell().run("import", at("assets.csv"), "--into", at("acme"), "--dry-run");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("asset +2 +0 +0 +0")
        .contains("Nothing was written: this was a dry run.");
    assertThat(at("acme/workspace.yaml")).hasContent(before);
    assertThat(new Shell().run("import", at("assets.csv"), "--into", at("x"), "--dry-run").status())
        .isZero();
    assertThat(at("x")).doesNotExist();
  }

  @Test
  void an_asset_list_joins_a_workspace_and_dates_its_ratings() {
    Result result = new Shell().run("import", at("assets.csv"), "--into", at("acme"));

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("cost centre");
    Result export = new Shell().run("export", at("acme"), "-o", "-", "--format", "json");
    assertThat(export.out())
        .contains("\"id\":\"claims-portal\"")
        .contains("\"by\":\"assets.csv\"")
        .contains("\"on\":\"2026-05-06\"")
        .contains("\"source\":\"assets.csv\"");
  }

  @Test
  void a_source_can_have_another_name() {
    new Shell().run("import", at("assets.csv"), "--into", at("acme"), "--source", "cmdb");

    assertThat(new Shell().run("export", at("acme"), "-o", "-", "--format", "json").out())
        .contains("\"source\":\"cmdb\"")
        .doesNotContain("assets.csv");
  }

  @Test
  void a_security_plan_is_recognised_by_its_content() throws IOException {
    Files.move(at("ssp.json"), at("plan.txt"));

    Result result =
        new Shell()
            .run("import", at("plan.txt"), "--into", at("n.yaml"), "--organisation", "agency");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(at("n.yaml")).content().contains("agency").contains("Benefit payments");
  }

  @Test
  void json_tells_what_became_of_each_entry() {
    Result result =
        new Shell()
            .run(
                "import",
                at("model.archimate"),
                "--into",
                at("n"),
                "--dry-run",
                "--format",
                "json");

    assertThat(result.out())
        .startsWith("{\"source\":\"model.archimate\",\"workspace\":")
        .contains("\"written\":false")
        .contains("\"asset\":{\"added\":2,\"changed\":0,\"unchanged\":0,\"gone\":0}")
        .contains("{\"kind\":\"asset\",\"id\":\"claims-app\",\"effect\":\"added\"}")
        .contains("{\"kind\":\"WorkPackage\",\"count\":1,");
  }

  @Test
  void what_left_the_source_is_named_and_kept() throws IOException {
    new Shell().run("import", at("assets.csv"), "--into", at("acme"));
    Files.writeString(
        at("assets.csv"),
        """
        name,type,owner,C,I,A,depends on
        Claims store,database,Claims handling,high,medium,high,
        """);

    Result result = new Shell().columns(200).run("import", at("assets.csv"), "--into", at("acme"));

    assertThat(result.out())
        .contains("No longer in the source, and kept for you to decide: asset claims-portal");
    assertThat(new Shell().run("export", at("acme"), "-o", "-", "--format", "json").out())
        .contains("\"id\":\"claims-portal\"");
  }

  @Test
  void bad_rows_are_errors_with_their_cells_and_nothing_is_written() throws IOException {
    Files.writeString(at("assets.csv"), "name,type,depends on\nA,database,B\nA,database,\n");

    Result result = new Shell().run("import", at("assets.csv"), "--into", at("n.yaml"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors())
        .isNotEmpty()
        .allMatch(l -> l.startsWith("error: ") || l.startsWith("warning: "));
    assertThat(at("n.yaml")).doesNotExist();
  }

  @Test
  void what_it_is_can_be_said_and_must_be_said_where_it_does_not_show() throws IOException {
    Files.writeString(at("strange.dat"), "name,type\nA,database\n");

    assertThat(new Shell().run("import", at("strange.dat"), "--into", at("n")).err())
        .contains("say what it is with --as archimate, assets or oscal");
    assertThat(new Shell().run("import", at("strange.dat"), "--into", at("n"), "--as", "assets"))
        .satisfies(r -> assertThat(r.status()).as(r.err()).isZero());
  }

  @Test
  void an_organisation_that_exists_keeps_its_id() {
    Result result =
        new Shell().run("import", at("assets.csv"), "--into", at("acme"), "--organisation", "x");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--organisation is for a new workspace");
  }

  @Test
  void a_broken_workspace_is_not_touched() throws IOException {
    Files.writeString(at("acme/impacts.yaml"), "concordat: 1\nimpact: []\n");

    Result result = new Shell().run("import", at("assets.csv"), "--into", at("acme"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(at("acme/impacts.yaml")).hasContent("concordat: 1\nimpact: []\n");
  }
}
