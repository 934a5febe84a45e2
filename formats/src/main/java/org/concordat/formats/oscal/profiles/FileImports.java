package org.concordat.formats.oscal.profiles;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;

/**
 * Documents in files: where the profile says, seen from its own folder, else a file that was
 * offered and has the same name. Endings, and NIST's {@code -min} for files without white space,
 * make no difference. Nothing is fetched from the network.
 */
public final class FileImports implements ImportSource {
  private final Map<String, Path> offered = new HashMap<>();
  private final Map<Path, OscalDocument> read = new HashMap<>();

  /** Looks also at the files that are offered. */
  public FileImports(List<Path> offered) {
    for (Path file : offered) {
      this.offered.putIfAbsent(stem(String.valueOf(file.getFileName())), file);
    }
  }

  @Override
  public Optional<OscalDocument> find(OscalDocument importing, List<String> addresses)
      throws IOException, InvalidInput {
    for (String address : addresses) {
      Optional<Path> path = path(importing, address);
      if (path.isPresent() && Files.isRegularFile(path.get())) {
        return Optional.of(document(path.get()));
      }
    }
    for (String address : addresses) {
      String name = address.substring(address.lastIndexOf('/') + 1);
      Path path = offered.get(stem(name));
      if (path != null) {
        return Optional.of(document(path));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> path(OscalDocument importing, String address) {
    try {
      URI uri = new URI(address.replace(" ", "%20"));
      boolean isFile = uri.getScheme() == null || uri.getScheme().equals("file");
      if (!isFile || uri.getAuthority() != null || uri.getPath() == null) {
        return Optional.empty();
      }
      Path path = Path.of(uri.getPath());
      return Optional.of(
          importing.file().isEmpty() ? path : Path.of(importing.file()).resolveSibling(path));
    } catch (URISyntaxException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private OscalDocument document(Path path) throws IOException, InvalidInput {
    Path known = path.toRealPath();
    OscalDocument document = read.get(known);
    if (document == null) {
      document = OscalDocument.read(path.normalize());
      read.put(known, document);
    }
    return document;
  }

  private static String stem(String name) {
    String stem = name.toLowerCase(Locale.ROOT);
    for (String ending : List.of(".json", ".xml", ".yaml", ".yml", "-min")) {
      stem = stem.endsWith(ending) ? stem.substring(0, stem.length() - ending.length()) : stem;
    }
    return stem;
  }
}
