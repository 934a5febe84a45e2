package org.concordat.formats.oscal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/** Opens a document in whichever of the three notations it is written. */
final class PlanDocument {
  /** The largest file, in bytes: 200 MiB. */
  static final long FILE_BYTES = 200L << 20;

  /**
   * The largest file in YAML, in bytes: 32 MiB. Its parser takes up to a second for each MiB of one
   * long text.
   */
  static final long YAML_BYTES = 32L << 20;

  private PlanDocument() {}

  /** Reads the file into the builder. */
  static void read(Path file, TreeBuilder builder) throws IOException, InvalidInput {
    int first = firstCharacter(file);
    boolean isYaml = first != '{' && first != '<';
    long limit = isYaml ? YAML_BYTES : FILE_BYTES;
    if (Files.size(file) > limit) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is larger than " + (limit >> 20) + " MiB",
              isYaml ? "write it in JSON or XML" : null));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      switch (first) {
        case '{' -> new JsonPlan(file.toString(), builder).read(in);
        case '<' -> new XmlPlan(file.toString(), builder).read(in);
        case -1 ->
            throw new InvalidInput(
                Finding.error(Place.of(file.toString()), "the file is empty", null));
        default -> new YamlPlan(file.toString(), builder).read(in);
      }
    }
  }

  private static int firstCharacter(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(1 << 10), StandardCharsets.UTF_8);
      return start
          .codePoints()
          .filter(c -> !Character.isWhitespace(c) && c != '\uFEFF')
          .findFirst()
          .orElse(-1);
    }
  }
}
