package org.concordat.formats.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.formats.tables.TextKey;

/** What a column of a table of answers can mean, and how it is headed. */
enum AnswerColumn {
  REQUIREMENT("requirement", "anforderung"),
  FACTOR("factor", "impact factor", "faktor", "schadensart"),
  GOAL("goal", "ziel"),
  JUDGE("by", "judge", "von", "urteilende"),
  PLACE("place", "platz", "rang"),
  LEVEL("level", "answer", "stufe", "antwort"),
  BECAUSE("because", "reason", "begründung"),
  TRAINING("training", "schulung"),
  ROLE("role", "rolle");

  /** The keys of an answer in JSON; the first word of each column. */
  static final List<String> KEYS =
      List.of(
          "requirement", "factor", "goal", "by", "place", "level", "because", "training", "role");

  @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
  private final List<String> words;

  AnswerColumn(String... words) {
    this.words = Arrays.stream(words).map(TextKey::of).toList();
  }

  /** The column that a header means, or empty. */
  static Optional<AnswerColumn> of(String header) {
    String key = TextKey.of(header);
    return Arrays.stream(values()).filter(column -> column.words.contains(key)).findFirst();
  }
}
