package org.concordat.formats.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose document it is, and what stands on every page.
 *
 * @param organisation its name
 * @param accent the organisation's colour, such as {@code #1f4e79}: a band above the title, lines,
 *     heads of tables
 * @param date when the document was made, as people of the language write it
 * @param language of the document, for readers that speak it aloud
 * @param pages the words for the number of a page, with <code>{0}</code> for it and <code>{1}
 *     </code> for how many there are
 */
public record Letterhead(
    String organisation, String accent, String date, Locale language, String pages) {
  /** The accent of those who have chosen none. */
  public static final String DEFAULT_ACCENT = "#1f4e79";

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  public Letterhead {
    if (!COLOUR.matcher(accent).matches()) {
      throw new IllegalArgumentException("accent: '" + accent + "' is no colour like #1f4e79");
    }
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("language: a document has to say which one it is in");
    }
  }

  /** An English letterhead in the default colour. */
  public static Letterhead english(String organisation, String date) {
    return new Letterhead(organisation, DEFAULT_ACCENT, date, Locale.ENGLISH, "Page {0} of {1}");
  }
}
