package org.concordat.formats.oscal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.concordat.core.findings.InvalidInput;

/** The documents of others that tests read. */
public final class Samples {
  public static final String CATALOGUE = "NIST_SP-800-53_rev5_catalog-min.json";
  public static final String MAPPING = "mapping-comprehensive.json";
  public static final String BSI = "ISO27001-AnnexA-to-GSpp-mapping_collection.json";

  private Samples() {}

  public static Path path(String name) throws IOException {
    try {
      return Path.of(Objects.requireNonNull(Samples.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  public static OscalDocument document(String name) throws IOException, InvalidInput {
    return OscalDocument.read(path(name));
  }

  public static String text(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** The profile of a baseline: LOW, MODERATE, HIGH or PRIVACY. */
  public static String baseline(String name) {
    return "NIST_SP-800-53_rev5_" + name + "-baseline_profile-min.json";
  }
}
