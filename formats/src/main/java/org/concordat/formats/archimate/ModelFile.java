package org.concordat.formats.archimate;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/** Opens a model file, zipped or not, and holds what it gives within the limits. */
final class ModelFile {
  /** The entry of Archi's zipped format that holds the model. */
  private static final String ENTRY = "model.xml";

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private ModelFile() {}

  /** What is done with the bytes of the model. */
  @FunctionalInterface
  interface Use<T> {
    T of(InputStream xml) throws InvalidInput, IOException;
  }

  static <T> T read(Path file, Use<T> use) throws InvalidInput, IOException {
    long size = Files.size(file);
    if (size > ArchimateImport.MAX_FILE_BYTES) {
      throw invalid(
          file,
          "is larger than " + mebibytes(ArchimateImport.MAX_FILE_BYTES),
          "import a part of the model");
    }
    try {
      return isZip(file) ? readZip(file, size, use) : readPlain(file, use);
    } catch (BeyondLimit beyond) {
      throw invalid(file, beyond.problem, "export the model again, or import a part of it");
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private static <T> T readPlain(Path file, Use<T> use) throws InvalidInput, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return use.of(new Bounded(in, ArchimateImport.MAX_FILE_BYTES));
    }
  }

  private static <T> T readZip(Path file, long size, Use<T> use) throws InvalidInput, IOException {
    long most =
        Math.min(
            ArchimateImport.MAX_INFLATED_BYTES,
            Math.max(
                ArchimateImport.SMALL_INFLATED_BYTES, size * ArchimateImport.MAX_INFLATION_RATIO));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > ArchimateImport.MAX_ZIP_ENTRIES) {
        throw new BeyondLimit(
            "is a zip with more than " + ArchimateImport.MAX_ZIP_ENTRIES + " entries");
      }
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw invalid(
            file,
            "is a zip without '" + ENTRY + "', so it is not one of Archi's",
            "unpack it and import the model file inside");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return use.of(new Bounded(in, most));
      }
    } catch (ZipException damaged) {
      throw invalid(file, "is a damaged zip: " + damaged.getMessage(), "save the model again");
    }
  }

  static InvalidInput invalid(Path file, String problem, String remedy) {
    return new InvalidInput(Finding.error(Place.of(file.toString()), problem, remedy));
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /** Thrown in the middle of reading when a file turns out to be larger than is allowed. */
  static final class BeyondLimit extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    BeyondLimit(String problem) {
      super(problem);
      this.problem = problem;
    }
  }

  /**
   * Ends with {@link BeyondLimit} after too many bytes, and after too many without a {@code <}: a
   * parser keeps a whole attribute in memory before anybody can look at it.
   */
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long total;
    private long sinceTag;

    Bounded(InputStream in, long most) {
      super(new BufferedInputStream(in, 1 << 16));
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = in.read(bytes, from, length);
      if (count > 0) {
        total += count;
        if (total > most) {
          throw new BeyondLimit(
              "holds more than " + mebibytes(most) + " of model, which is beyond the limit");
        }
        look(bytes, from, count);
      }
      return count;
    }

    private void look(byte[] bytes, int from, int count) throws BeyondLimit {
      for (int i = from; i < from + count; i++) {
        sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
        if (sinceTag > ArchimateImport.MAX_STRETCH_BYTES) {
          throw new BeyondLimit(
              "holds a single tag or text of more than "
                  + mebibytes(ArchimateImport.MAX_STRETCH_BYTES));
        }
      }
    }
  }
}
