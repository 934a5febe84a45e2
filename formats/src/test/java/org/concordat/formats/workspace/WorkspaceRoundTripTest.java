package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing and reading are lossless, for texts of every kind. */
class WorkspaceRoundTripTest {
  private static final long SEEDS = 400;

  @Test
  void reading_what_was_written_gives_an_equal_workspace() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Workspace workspace = new RandomWorkspaces(seed).next();

      Workspace read = WorkspaceFiles.parse("w.yaml", WorkspaceFiles.write(workspace)).workspace();

      assertThat(read).as("seed %d", seed).isEqualTo(workspace);
    }
  }

  @Test
  void writing_what_was_read_gives_the_same_text() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      String written = WorkspaceFiles.write(new RandomWorkspaces(seed).next());

      String again = WorkspaceFiles.write(WorkspaceFiles.parse("w.yaml", written).workspace());

      assertThat(again).as("seed %d", seed).isEqualTo(written);
    }
  }

  @Test
  void a_saved_file_and_a_saved_folder_hold_the_workspace(@TempDir Path folder) throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      Workspace workspace = new RandomWorkspaces(seed).next();
      Path file = folder.resolve(seed + ".yaml");
      Path several = folder.resolve("several-" + seed);

      WorkspaceFiles.save(workspace, file);
      WorkspaceFiles.save(workspace, several);

      assertThat(WorkspaceFiles.read(file).workspace()).as("seed %d", seed).isEqualTo(workspace);
      assertThat(WorkspaceFiles.read(several).workspace()).as("seed %d", seed).isEqualTo(workspace);
    }
  }
}
