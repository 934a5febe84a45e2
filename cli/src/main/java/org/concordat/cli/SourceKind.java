package org.concordat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The kinds of files that can be imported. */
enum SourceKind {
  ARCHIMATE,
  ASSETS,
  OSCAL;

  /** How much of a file is looked at, in bytes. */
  private static final int LOOK = 1 << 16;

  private static final int ENTRIES = 50;

  /** The kind that the content speaks of, else the kind that the name ends in, if any. */
  static Optional<SourceKind> detect(Path file) throws IOException {
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
    return Words.of(this);
  }
}
