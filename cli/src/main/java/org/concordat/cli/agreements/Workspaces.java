package org.concordat.cli.agreements;

import java.io.IOException;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;

/** Reads workspaces, wherever they are. */
public interface Workspaces {
  /**
   * The workspace that an argument names: a folder, a file, or the address of a server.
   *
   * @throws InvalidInput when it has errors
   * @throws IOException when it cannot be read
   */
  Workspace read(String place) throws IOException, InvalidInput;
}
