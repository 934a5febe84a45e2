package org.concordat.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.concordat.formats.documents.Letterhead;

/** How documents of the command line look. */
final class Documents {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Documents() {}

  /** A letterhead of today. */
  static Letterhead letterhead(String organisation, Clock clock) {
    return Letterhead.english(organisation, LocalDate.now(clock).format(DAY));
  }
}
