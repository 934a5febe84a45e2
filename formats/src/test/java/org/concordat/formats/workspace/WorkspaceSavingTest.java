package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.formats.workspace.WorkspaceUpdateTest.withAssets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing loses nothing that somebody else has, and leaves nothing behind. */
class WorkspaceSavingTest {
  private static final String YAML =
      """
      concordat: 1
      organisation: {id: acme}
      assets:
        - {id: a}
      factors:
        - {id: loss}
      """;

  @TempDir private Path folder;

  private Path file = Path.of("w.yaml");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("w.yaml");
    Files.writeString(file, YAML);
  }

  @Test
  void files_that_changed_meanwhile_are_not_overwritten() throws Exception {
    Workspace before = WorkspaceFiles.read(file).workspace();
    String meanwhile = YAML.replace("{id: loss}", "{id: loss, name: Loss}");
    Files.writeString(file, meanwhile);

    assertThatThrownBy(
            () -> WorkspaceFiles.update(file, before, withAssets(before, _ -> List.of())))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            file
                + ": the workspace was changed since it was read; read it again and repeat the"
                + " change");
    assertThat(file).hasContent(meanwhile);
  }

  @Test
  void a_workspace_with_errors_is_not_written() throws Exception {
    Workspace before = WorkspaceFiles.read(file).workspace();
    Asset astray = new Asset("x", "x", AssetKind.PEOPLE, "nowhere", List.of());

    assertThatThrownBy(
            () -> WorkspaceFiles.update(file, before, withAssets(before, _ -> List.of(astray))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there is no unit 'nowhere'");
    assertThat(file).hasContent(YAML);
  }

  @Test
  void writing_keeps_permissions_and_links_and_leaves_no_other_file() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    Workspace before = WorkspaceFiles.read(link).workspace();

    WorkspaceFiles.update(link, before, withAssets(before, _ -> List.of()));

    assertThat(link).isSymbolicLink();
    assertThat(WorkspaceFiles.read(file).workspace().assets()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, link);
    }
  }

  @Test
  void a_new_workspace_does_not_overwrite_an_existing_one() throws Exception {
    Workspace workspace = WorkspaceFiles.read(file).workspace();

    assertThatThrownBy(() -> WorkspaceFiles.save(workspace, file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> WorkspaceFiles.save(workspace, folder))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
