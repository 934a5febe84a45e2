package org.concordat.server.trail.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.trail.seal.SealKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that keeps the key of the seals. */
final class KeyFile {
  /** Its name in the data directory. */
  static final String NAME = "trail-key.pem";

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private KeyFile() {}

  /**
   * The key in a file; where there is none, a new one is made and kept there.
   *
   * @throws InvalidInput when the file is no key, or others than its owner may use it
   */
  static SealKey readOrMake(Path file) throws IOException, InvalidInput {
    if (!Files.exists(file)) {
      SealKey fresh = SealKey.generate();
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try {
        fresh.write(file);
        LOG.info(
            "made the key that seals the trail, {}, in {}; back it up where the database's"
                + " administrators cannot read it",
            fresh.publicKey().fingerprint(),
            file);
        return fresh;
      } catch (FileAlreadyExistsException e) {
        LOG.info("another server has made the key {} at the same time", file, e);
      }
    }
    return SealKey.read(file);
  }
}
