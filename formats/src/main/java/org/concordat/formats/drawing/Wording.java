package org.concordat.formats.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The language of a picture. Phrases are those of {@code words_LANGUAGE.properties} beside this
 * class; what a language does not have stays English. Names are those of the workspace.
 *
 * @param locale the language, and how numbers are written
 * @param levels what a level of the scale is called in that language
 * @param properties what a security property that has no name of its own is called
 */
public record Wording(
    Locale locale, UnaryOperator<String> levels, UnaryOperator<String> properties) {
  public static final Wording ENGLISH =
      new Wording(Locale.ENGLISH, UnaryOperator.identity(), UnaryOperator.identity());

  private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

  /** A phrase with its values. */
  String say(Phrase phrase, Object... values) {
    String pattern = pattern(phrase, locale);
    return new MessageFormat(pattern, locale).format(values);
  }

  /** The pattern of a phrase in a language, else in English. */
  static String pattern(Phrase phrase, Locale locale) {
    return BUNDLES
        .computeIfAbsent(locale.getLanguage(), Wording::read)
        .getProperty(phrase.name(), phrase.english());
  }

  private static Properties read(String language) {
    Properties bundle = new Properties();
    try (InputStream file =
        Wording.class.getResourceAsStream("words_" + language + ".properties")) {
      if (file != null) {
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
          bundle.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }
}
