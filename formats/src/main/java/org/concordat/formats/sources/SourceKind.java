package org.concordat.formats.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.archimate.ArchimateImport;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.oscal.SystemSecurityPlanImport;
import org.concordat.formats.tables.AssetListImport;

/** The kinds of files that can be imported. */
public enum SourceKind {
  ARCHIMATE,
  ASSETS,
  OSCAL;

  /** How much of a file is looked at, in bytes. */
  private static final int LOOK = 1 << 16;

  private static final int ENTRIES = 50;

  /**
   * The kind that the content speaks of, else the kind that the name ends in, if any.
   *
   * @throws IOException when the file cannot be read
   */
  public static Optional<SourceKind> detect(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOK);
    }
    if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
      return Optional.of(holdsSheets(file) ? ASSETS : ARCHIMATE);
    }
    // UTF-16 has a zero in every other byte of markup.
    String text = new String(start, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("system-security-plan")) {
      return Optional.of(OSCAL);
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (endsIn(name, ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls")) {
      return Optional.of(ASSETS);
    }
    if (text.contains("archimate") || name.endsWith(".archimate")) {
      return Optional.of(ARCHIMATE);
    }
    return endsIn(name, ".json") ? Optional.of(OSCAL) : Optional.empty();
  }

  /**
   * Reads a file of this kind; an asset list by the usual names of columns.
   *
   * @throws InvalidInput when the file is not of this kind, or broken
   * @throws IOException when it cannot be read
   */
  public ImportedModel read(Path file) throws IOException, InvalidInput {
    return switch (this) {
      case ARCHIMATE -> ArchimateImport.read(file);
      case OSCAL -> SystemSecurityPlanImport.read(file);
      case ASSETS -> AssetListImport.read(file, Optional.empty());
    };
  }

  private static boolean endsIn(String name, String... endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Looks at names only; nothing is unpacked to be kept. */
  private static boolean holdsSheets(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (endsIn(name, ".xlsx", ".xlsm")) {
      return true;
    }
    if (name.endsWith(".archimate")) {
      return false;
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      for (int i = 0; i < ENTRIES && entry != null; i++) {
        if (entry.getName().startsWith("xl/")) {
          return true;
        }
        if (entry.getName().endsWith("model.xml")) {
          return false;
        }
        entry = zip.getNextEntry();
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
