package org.concordat.cli.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What results are written as; the end of a file's name says which. */
public enum FileForm {
  CSV,
  XLSX,
  JSON,
  SVG;

  /** The form that a file's name ends in. */
  public static Optional<FileForm> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(form -> name.endsWith("." + form.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
