package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Library;
import org.concordat.formats.standards.StandardsFiles;
import org.concordat.formats.topics.StatusFile;

/** Where catalogues and crosswalks are: in files here, or what an organisation uses on a server. */
sealed interface StandardsPlace {
  /** A file or a folder. */
  record Local(Path path) implements StandardsPlace {}

  /** The organisation whose token opens a server. */
  record Server(ServerConnection connection) implements StandardsPlace {
    private static final String YAML = "application/yaml";

    /** The catalogues and crosswalks in use, shipped and own. */
    Library library() throws IOException, InvalidInput {
      String text = connection.get("/standards/library", YAML).body();
      return StandardsFiles.parse(connection.toString(), text).library();
    }

    /** What the organisation says is in operation. */
    StatusFile.Read statuses(Library library) throws IOException, InvalidInput {
      String text = connection.get("/standards/operations", YAML).body();
      return StatusFile.parse(connection.toString(), text, library);
    }
  }

  /**
   * The place that an argument names.
   *
   * @param environment has the token for a server
   */
  static StandardsPlace of(String text, Map<String, String> environment) {
    return ServerConnection.of(text, environment)
        .<StandardsPlace>map(Server::new)
        .orElseGet(() -> new Local(Path.of(text)));
  }
}
