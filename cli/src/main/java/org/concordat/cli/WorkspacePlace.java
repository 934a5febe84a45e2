package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.workspace.WorkspaceFiles;

/** Where a workspace is: in files here, or on a server. */
sealed interface WorkspacePlace permits WorkspacePlace.Local, ServerWorkspace {
  /** A folder or a file. */
  record Local(Path path) implements WorkspacePlace {
    @Override
    public WorkspaceFiles.Read read() throws IOException, InvalidInput {
      return WorkspaceFiles.read(path);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * Reads the workspace.
   *
   * @throws IOException when it cannot be reached; the message says why and what to do
   * @throws InvalidInput when it has errors
   */
  WorkspaceFiles.Read read() throws IOException, InvalidInput;

  /**
   * The place that an argument names.
   *
   * @param environment has the token for a server
   */
  static WorkspacePlace of(String text, Map<String, String> environment) {
    return ServerConnection.of(text, environment)
        .<WorkspacePlace>map(ServerWorkspace::new)
        .orElseGet(() -> new Local(Path.of(text)));
  }
}
