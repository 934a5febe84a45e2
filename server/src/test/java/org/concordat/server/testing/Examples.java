package org.concordat.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/** The workspaces that ship as examples. */
public final class Examples {
  private Examples() {}

  /** The insurer whose architecture model is public, with a vision and impacts. */
  public static Workspace archisurance() {
    try {
      return WorkspaceFiles.read(Path.of("../examples/archisurance")).workspace();
    } catch (InvalidInput | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
