package org.concordat.formats.tables;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scale that the ratings of a table are on.
 *
 * <p>It is chosen from all different ratings of the columns that belong together. Words: the
 * vocabulary that knows the most of them, and of equals the one with the fewest steps. Numbers: the
 * smallest of 3, 4, 5 and 10 steps that reaches the highest number; 0 is no rating. A mapping may
 * state both.
 *
 * @param words the vocabulary, or null when no rating is a word
 * @param steps the steps of the numbers; 0 when they are on no scale
 */
record RatingScale(
    @Nullable Vocabulary words, int steps, Optional<AssetListMapping.Ratings> stated) {
  /** Names of levels in ascending order; each level has several, in the languages that we know. */
  record Vocabulary(List<Set<String>> levels) {
    OptionalInt step(String key) {
      for (int i = 0; i < levels.size(); i++) {
        if (levels.get(i).contains(key)) {
          return OptionalInt.of(i + 1);
        }
      }
      return OptionalInt.empty();
    }
  }

  /** A rating as a step on a scale. */
  record Step(int step, int steps) {}

  private static final List<Integer> NUMBER_SCALES = List.of(3, 4, 5, 10);

  private static final Set<String> NONE =
      Set.of(
          "",
          "none",
          "na",
          "notapplicable",
          "notassessed",
          "unknown",
          "undefined",
          "tbd",
          "keine",
          "kein",
          "entfallt",
          "nichtanwendbar",
          "unbekannt",
          "ka",
          "nv",
          "aucun",
          "aucune",
          "sansobjet",
          "nonapplicable",
          "inconnu",
          "so",
          "null");

  private static final Set<String> VERY_LOW =
      Set.of("verylow", "sehrniedrig", "sehrgering", "tresfaible", "tresbas", "tresbasse");
  private static final Set<String> LOW =
      Set.of("low", "niedrig", "gering", "faible", "basse", "bas", "fips199low");
  private static final Set<String> MEDIUM =
      Set.of(
          "medium",
          "moderate",
          "med",
          "mittel",
          "moyen",
          "moyenne",
          "modere",
          "moderee",
          "fips199moderate");
  private static final Set<String> HIGH =
      Set.of("high", "hoch", "eleve", "elevee", "haut", "haute", "fort", "forte", "fips199high");
  private static final Set<String> VERY_HIGH =
      Set.of(
          "veryhigh",
          "sehrhoch",
          "critical",
          "kritisch",
          "treseleve",
          "treselevee",
          "tresfort",
          "tresforte",
          "treshaut",
          "treshaute",
          "critique",
          "extreme");

  /** Fewer steps first. */
  private static final List<Vocabulary> VOCABULARIES =
      List.of(
          new Vocabulary(List.of(LOW, MEDIUM, HIGH)),
          new Vocabulary(
              List.of(
                  Set.of("negligible", "vernachlassigbar", "negligeable"),
                  Set.of("marginal", "marginale"),
                  Set.of("critical", "kritisch", "critique"))),
          new Vocabulary(List.of(Set.of("normal", "normale"), HIGH, VERY_HIGH)),
          new Vocabulary(List.of(LOW, MEDIUM, HIGH, VERY_HIGH)),
          new Vocabulary(List.of(LOW, Set.of("normal", "normale"), HIGH, VERY_HIGH)),
          new Vocabulary(
              List.of(
                  Set.of("notcritical"),
                  Set.of("lesscritical"),
                  Set.of("somewhatcritical"),
                  Set.of("mostcritical"))),
          new Vocabulary(
              List.of(
                  Set.of("negligible"),
                  Set.of("minor", "limited", "limitee"),
                  Set.of("significant", "important", "importante"),
                  Set.of("severe", "major", "majeure", "maximal", "maximale"))),
          new Vocabulary(List.of(VERY_LOW, LOW, MEDIUM, HIGH, VERY_HIGH)));

  private static final Pattern NUMBER =
      Pattern.compile("\\s*(\\d{1,6})(?:[.,]0+)?(?:[^\\d.,].*)?", Pattern.DOTALL);
  private static final Pattern OUTER_DIGITS = Pattern.compile("^\\d+|\\d+$");

  /**
   * The scale of a set of columns.
   *
   * @param ratings the different ratings and how often each is given
   */
  static RatingScale choose(
      Map<String, Integer> ratings, Optional<AssetListMapping.Ratings> stated) {
    Vocabulary words = null;
    long most = 0;
    for (Vocabulary vocabulary : VOCABULARIES) {
      long known =
          ratings.entrySet().stream()
              .filter(e -> vocabulary.step(wordKey(e.getKey())).isPresent())
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (known > most) {
        most = known;
        words = vocabulary;
      }
    }
    Vocabulary chosen = words;
    int highest =
        ratings.keySet().stream()
            .filter(r -> chosen == null || chosen.step(wordKey(r)).isEmpty())
            .mapToInt(r -> number(r).orElse(0))
            .max()
            .orElse(0);
    int steps =
        stated
            .filter(s -> s.steps() > 0)
            .map(AssetListMapping.Ratings::steps)
            .orElse(NUMBER_SCALES.stream().filter(n -> n >= highest).findFirst().orElse(0));
    return new RatingScale(words, steps, stated);
  }

  /** Whether a cell says that there is no rating. */
  boolean isNone(String rating) {
    if (stated.isPresent() && stated.get().words().containsKey(TextKey.of(rating))) {
      return false;
    }
    return NONE.contains(TextKey.of(rating))
        || (number(rating).orElse(1) == 0 && wordStep(rating).isEmpty());
  }

  /** The step that a rating means, or empty when it is not on the scale. */
  Optional<Step> step(String rating) {
    if (stated.isPresent()) {
      Integer own = stated.get().words().get(TextKey.of(rating));
      if (own != null) {
        return Optional.of(new Step(own, stated.get().steps()));
      }
    }
    Optional<Step> word = wordStep(rating);
    if (word.isPresent()) {
      return word;
    }
    OptionalInt number = number(rating);
    return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= steps
        ? Optional.of(new Step(number.getAsInt(), steps))
        : Optional.empty();
  }

  /** Whether numbers are rated here, on a scale that nobody stated. */
  boolean guessesNumbers(Collection<String> ratings) {
    return stated.filter(s -> s.steps() > 0).isEmpty()
        && ratings.stream().anyMatch(r -> wordStep(r).isEmpty() && number(r).orElse(0) > 0);
  }

  private Optional<Step> wordStep(String rating) {
    if (words == null) {
      return Optional.empty();
    }
    OptionalInt step = words.step(wordKey(rating));
    return step.isPresent()
        ? Optional.of(new Step(step.getAsInt(), words.levels().size()))
        : Optional.empty();
  }

  /** The words of a rating such as {@code 1 - most critical} or {@code high (3)}. */
  private static String wordKey(String rating) {
    return OUTER_DIGITS.matcher(TextKey.of(rating)).replaceAll("");
  }

  private static OptionalInt number(String rating) {
    Matcher matcher = NUMBER.matcher(rating);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
