package org.concordat.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts that people read, in every language that there is a bundle for.
 *
 * <p>A bundle is a file {@code texts/ROOM_LANGUAGE.properties} in UTF-8; the text {@code title} of
 * the room {@code overview} has the key {@code overview.title}. A language that lacks a text falls
 * back to English. Texts follow {@link MessageFormat}.
 */
public final class Texts {
  private static final Pattern FILE = Pattern.compile("([a-z]+)_([a-z]{2,3})\\.properties");

  private final Map<String, Map<String, String>> byLanguage;

  private Texts(Map<String, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** All bundles on the class path. */
  public static Texts load() {
    Map<String, Map<String, String>> byLanguage = new TreeMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*.properties")) {
        Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
          throw new IllegalStateException("no bundle has a name like " + file.getFilename());
        }
        Map<String, String> texts = byLanguage.computeIfAbsent(name.group(2), _ -> new HashMap<>());
        read(file).forEach((key, text) -> texts.put(name.group(1) + "." + key, (String) text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(byLanguage);
  }

  private static Properties read(Resource file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = file.getInputStream();
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The languages that there are bundles for, by their tags. */
  public Set<String> languages() {
    return byLanguage.keySet();
  }

  /** The keys of a language, in order. */
  public Set<String> keys(String language) {
    return new TreeSet<>(byLanguage.getOrDefault(language, Map.of()).keySet());
  }

  /** Whether there is a text, be it in English. */
  public boolean has(String key, Locale locale) {
    return find(key, locale) != null;
  }

  /**
   * A text with its places filled.
   *
   * @throws IllegalArgumentException when no language has it
   */
  public String text(String key, Locale locale, Object... values) {
    String pattern = find(key, locale);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text " + key);
    }
    return new MessageFormat(pattern, locale).format(values);
  }

  /** A text with its places unfilled. */
  String pattern(String key, Locale locale) {
    return Objects.requireNonNull(find(key, locale), key);
  }

  private @Nullable String find(String key, Locale locale) {
    String text = byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key);
    return text != null ? text : byLanguage.getOrDefault("en", Map.of()).get(key);
  }
}
