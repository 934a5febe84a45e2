package org.concordat.server.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.concordat.formats.documents.Letterhead;

/** How documents look that the server makes. */
public final class Letterheads {
  private Letterheads() {}

  /** Of today, in the reader's language. */
  public static Letterhead of(Surroundings here, String organisation) {
    return new Letterhead(
        organisation,
        Letterhead.DEFAULT_ACCENT,
        today(here.locale()),
        here.locale(),
        here.text("web.document.pages", "{0}", "{1}"));
  }

  /** Of today, for programs, which speak English. */
  public static Letterhead english(String organisation) {
    return Letterhead.english(organisation, today(Locale.UK));
  }

  private static String today(Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(LocalDate.now(ZoneId.systemDefault()));
  }
}
