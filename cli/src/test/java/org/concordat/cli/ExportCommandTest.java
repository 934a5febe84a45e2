package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  private static final Path ACME = Samples.of("acme");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"one.yaml", "folder"})
  void yaml_is_the_workspace_again(String name) throws IOException, InvalidInput {
    Path file = folder.resolve(name);

    assertThat(new Shell().run("export", ACME, "-o", file).status()).isZero();

    assertThat(WorkspaceFiles.read(file).workspace())
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(WorkspaceFiles.read(ACME).workspace());
  }

  /** JSON is YAML, and the keys are the same. */
  @Test
  void json_can_be_read_as_a_workspace() throws IOException, InvalidInput {
    Path file = folder.resolve("acme.json");
    assertThat(new Shell().run("export", ACME, "-o", file).status()).isZero();

    Path yaml = Files.copy(file, folder.resolve("acme.yaml"));

    assertThat(WorkspaceFiles.read(yaml).workspace())
        .isEqualTo(WorkspaceFiles.read(ACME).workspace());
  }

  @Test
  void csv_lists_assets_with_their_priorities() {
    Result result = new Shell().run("export", ACME, "-o", "-", "--format", "csv");

    assertThat(result.lines()).hasSize(1 + 3);
    assertThat(result.lines().get(1)).startsWith("claims-db,Claims database,information,");
  }

  @Test
  void xlsx_is_written() throws IOException {
    Path file = folder.resolve("acme.xlsx");

    assertThat(new Shell().run("export", ACME, "-o", file).status()).isZero();

    assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
  }

  @Test
  void nothing_is_overwritten_without_force() throws IOException {
    Path file = Files.writeString(folder.resolve("acme.csv"), "mine");

    Result refused = new Shell().run("export", ACME, "-o", file);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo("error: " + file + ": this exists already; add --force to overwrite it\n");
    assertThat(file).hasContent("mine");
    assertThat(new Shell().run("export", ACME, "-o", file, "--force").status()).isZero();
    assertThat(file).content().startsWith("id,name");
  }

  @Test
  void an_ending_that_tells_nothing_is_wrong_use() {
    Result result = new Shell().run("export", ACME, "-o", folder.resolve("acme.doc"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("add --format yaml, json, csv or xlsx");
  }
}
