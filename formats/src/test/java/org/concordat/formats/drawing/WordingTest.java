package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Wording GERMAN =
      new Wording(
          Locale.GERMAN,
          level -> level.equals("critical") ? "kritisch" : level,
          UnaryOperator.identity());

  @Test
  void every_phrase_has_german_words_for_the_same_values() {
    for (Phrase phrase : Phrase.values()) {
      String german = Wording.pattern(phrase, Locale.GERMAN);
      assertThat(places(german)).as(phrase.name()).isEqualTo(places(phrase.english()));
      assertThat(german).as(phrase.name()).isNotEqualTo(phrase.english());
    }
  }

  private static Set<String> places(String pattern) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d)").matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  @Test
  void a_language_that_there_are_no_words_for_stays_english() {
    assertThat(Wording.pattern(Phrase.IMPACT, Locale.of("eo"))).isEqualTo("Impact diagram");
  }

  @Test
  void things_are_counted_as_each_language_does() {
    assertThat(Wording.ENGLISH.say(Phrase.MAP_COUNTS, 1, 0))
        .startsWith("1 asset and 0 dependencies between them");
    assertThat(GERMAN.say(Phrase.MAP_COUNTS, 1, 2000))
        .startsWith("1 Wert und 2000 Abhängigkeiten dazwischen");
  }

  @Test
  void a_picture_speaks_the_language_that_is_asked_for() {
    String picture =
        ImpactDiagram.draw(
            ImpactDiagramTest.claims(),
            ImpactDiagramTest.ranked(ImpactDiagramTest.claims()),
            60,
            GERMAN);

    assertThat(picture)
        .contains("Auswirkungsdiagramm", "Anforderung, nach Rang", "kritisch", "Rang 1:")
        .doesNotContain("Impact diagram", "Requirement", "critical", "because", "via ");
  }
}
