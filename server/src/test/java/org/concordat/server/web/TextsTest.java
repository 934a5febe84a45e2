package org.concordat.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String ROOMS =
      "web|identity|alignment|trail|standards|agreements|attacks|rounds|deciding|budget|start";

  private static final Pattern KEY =
      Pattern.compile("\"((?:" + ROOMS + ")\\.[A-Za-z]+(?:\\.[A-Za-z]+)*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  private final Texts texts = Texts.load();

  @Test
  void every_language_has_the_same_texts() {
    for (String language : texts.languages()) {
      assertThat(texts.keys(language)).as(language).isEqualTo(texts.keys("en"));
    }
  }

  @Test
  void a_text_has_the_same_places_in_every_language() {
    for (String key : texts.keys("en")) {
      for (String language : texts.languages()) {
        assertThat(places(texts.pattern(key, Locale.forLanguageTag(language))))
            .as("%s in %s", key, language)
            .isEqualTo(places(texts.pattern(key, Locale.ENGLISH)));
      }
    }
  }

  /** Each number may be none, one or many; a text that chooses by it has words for all three. */
  @Test
  void a_text_that_depends_on_numbers_reads_well_with_each() {
    for (String language : texts.languages()) {
      Locale locale = Locale.forLanguageTag(language);
      for (String key : texts.keys(language)) {
        if (texts.pattern(key, locale).contains(",choice,")) {
          for (int number : List.of(0, 1, 2)) {
            assertThat(texts.text(key, locale, number, number, number))
                .as("%s in %s for %d", key, language, number)
                .doesNotContain("{", "|", "#")
                .doesNotContain("1 scores", "1 goals", "1 judgements", "1 Werte ", "1 Ziele");
          }
        }
      }
    }
  }

  private static Set<String> places(String pattern) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  @Test
  void every_key_that_pages_name_exists() throws IOException {
    Set<String> known = texts.keys("en");
    Set<String> missing = new TreeSet<>();
    for (String key : named()) {
      boolean begins = known.stream().anyMatch(k -> k.startsWith(key + "."));
      if (!known.contains(key) && !begins) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Keys whose middle is put in by a program: of the two matrices, errors, the start page. */
  private static final List<String> PUT_TOGETHER =
      List.of("alignment.impacts.", "alignment.goalImpacts.", "alignment.home.title", "web.error.");

  @Test
  void every_text_is_used() throws IOException {
    Set<String> literals = literals();
    Set<String> unused = new TreeSet<>();
    for (String key : texts.keys("en")) {
      boolean named =
          literals.stream()
              .anyMatch(
                  literal ->
                      key.equals(literal)
                          || (literal.endsWith(".") && key.startsWith(literal))
                          || isEndingOf(key, literal));
      if (!named && PUT_TOGETHER.stream().noneMatch(key::startsWith)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  /** Texts that a key's ending chooses: of numbers, of nothing moved, of a longer explanation. */
  private static boolean isEndingOf(String key, String literal) {
    return List.of(".one", ".other", ".still", ".lead", ".about", ".named").stream()
        .anyMatch(ending -> key.equals(literal + ending));
  }

  /** All that looks like a key, or like the beginning of one that a word follows. */
  private static Set<String> literals() throws IOException {
    Pattern literal = Pattern.compile("\"((?:" + ROOMS + ")\\.[A-Za-z][A-Za-z._]*)\"");
    Set<String> keys = new HashSet<>();
    for (String text : sources()) {
      Matcher matcher = literal.matcher(text);
      while (matcher.find()) {
        keys.add(matcher.group(1));
      }
    }
    return keys;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder : List.of("src/main/jte", "src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static Set<String> named() throws IOException {
    Set<String> keys = new HashSet<>();
    for (String text : sources()) {
      Matcher matcher = KEY.matcher(text);
      while (matcher.find()) {
        keys.add(matcher.group(1));
      }
    }
    return keys;
  }
}
