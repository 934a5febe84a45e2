package org.concordat.server.trail;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.trail.seal.SealKey;

/** Where the key of the seal is kept. */
final class SealKeyFile {
  private SealKeyFile() {}

  /**
   * The key in a file; a new one where there is none yet.
   *
   * @throws IllegalStateException when the file cannot be used, saying why
   */
  static SealKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        write(file);
      }
      return SealKey.read(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot use the key of the seal, " + file + ": " + e, e);
    } catch (InvalidInput e) {
      throw new IllegalStateException(e.findings().getFirst().message(), e);
    }
  }

  /** Another server on the same folder may be first; its key is as good. */
  private static void write(Path file) throws IOException {
    try {
      SealKey.generate().write(file);
    } catch (FileAlreadyExistsException e) {
      if (Files.size(file) == 0) {
        throw e;
      }
    }
  }
}
