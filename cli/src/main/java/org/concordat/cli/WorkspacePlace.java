package org.concordat.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.workspace.WorkspaceFiles;
import picocli.CommandLine.TypeConversionException;

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
    String start = text.toLowerCase(Locale.ROOT);
    if (!start.startsWith("http://") && !start.startsWith("https://")) {
      return new Local(Path.of(text));
    }
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new TypeConversionException("'" + text + "' is no address of a server");
      }
      return new ServerWorkspace(
          address, environment.getOrDefault(ServerWorkspace.TOKEN, "").strip());
    } catch (URISyntaxException _) {
      throw new TypeConversionException("'" + text + "' is no address of a server");
    }
  }
}
