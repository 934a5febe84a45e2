package org.concordat.cli;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/** The workspace of an organisation on a server, over the server's API. */
final class ServerWorkspace implements WorkspacePlace {
  private static final String PATH = "/workspace";
  private static final String YAML = "application/yaml";

  private final ServerConnection server;

  /** The tag of the state that was read last; whatever is there, before. */
  private String tag = "*";

  /** The workspace on a server. */
  ServerWorkspace(ServerConnection server) {
    this.server = server;
  }

  @Override
  public WorkspaceFiles.Read read() throws IOException, InvalidInput {
    HttpResponse<String> answer = server.get(PATH, YAML);
    tag = answer.headers().firstValue("ETag").orElse("*");
    return WorkspaceFiles.parse(server.toString(), answer.body());
  }

  /**
   * Makes the server's workspace this one, unless somebody has changed it since it was read.
   *
   * @param reason why, for the history
   */
  void write(Workspace workspace, String reason) throws IOException {
    HttpResponse<String> answer =
        server.send(
            server
                .request(PATH)
                .header("If-Match", tag)
                .header("Content-Type", YAML)
                .header("Concordat-Reason", reason.replaceAll("[^ -~]", "?"))
                .PUT(BodyPublishers.ofString(WorkspaceFiles.write(workspace))));
    if (answer.statusCode() != 200) {
      throw server.refused(answer);
    }
  }

  /** The address; the token is nobody's to read. */
  @Override
  public String toString() {
    return server.toString();
  }
}
