package org.concordat.server.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;

/** The workspaces that come with the server, for a first look. */
public final class ShippedExample {
  private static final String FOLDER = "/org/concordat/examples/archisurance";

  private ShippedExample() {}

  /** The insurer ArchiSurance, with a vision and rated impacts. */
  public static Workspace archisurance() {
    URL folder = Objects.requireNonNull(ShippedExample.class.getResource(FOLDER + "/units.yaml"));
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return WorkspaceFiles.read(Objects.requireNonNull(Path.of(uri).getParent())).workspace();
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return WorkspaceFiles.read(jar.getPath(FOLDER)).workspace();
      }
    } catch (IOException | InvalidInput | URISyntaxException e) {
      throw new IllegalStateException("the example that ships with the server is broken", e);
    }
  }
}
