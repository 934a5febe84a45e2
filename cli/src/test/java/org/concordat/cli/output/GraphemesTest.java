package org.concordat.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          " ",
          "-",
          "/",
          "é",
          "e\u0301",
          "漢",
          "한",
          "ア",
          "🙂",
          "👨‍👩‍👧",
          "🇩🇪",
          "→",
          "❤️");

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "plain, 5",
    "naïve, 5",
    "顧客, 4",
    "한국, 4",
    "ｶﾅ, 2",
    "ＡＢ, 4",
    "🙂, 2",
    "🇩🇪, 2",
    "→ ok, 4"
  })
  void ideographs_and_emoji_take_two_columns(String text, int columns) {
    assertThat(Graphemes.columns(text)).isEqualTo(columns);
  }

  @Test
  void what_is_seen_as_one_character_counts_once() {
    assertThat(Graphemes.columns("e\u0301")).isEqualTo(1);
    assertThat(Graphemes.columns("👨‍👩‍👧")).isEqualTo(2);
    assertThat(Graphemes.columns("❤\uFE0F")).isEqualTo(2);
  }

  @Test
  void a_cut_never_takes_a_character_apart() {
    assertThat(Graphemes.cut("ab👨‍👩‍👧cd", 4)).isEqualTo("ab…");
    assertThat(Graphemes.cut("ab👨‍👩‍👧cd", 5)).isEqualTo("ab👨‍👩‍👧…");
    assertThat(Graphemes.cut("fits", 4)).isEqualTo("fits");
    assertThat(Graphemes.cut("fits", 0)).isEmpty();
  }

  @Test
  void lines_break_between_words_else_behind_joints_else_anywhere() {
    assertThat(Graphemes.wrap("stops Handle claim", 12, 9))
        .containsExactly("stops Handle", "claim");
    assertThat(Graphemes.wrap("claims-db/availability", 12, 9))
        .containsExactly("claims-db/", "availability");
    assertThat(Graphemes.wrap("abcdefgh", 3, 9)).containsExactly("abc", "def", "gh");
  }

  @Test
  void what_does_not_fit_into_the_last_line_is_cut() {
    assertThat(Graphemes.wrap("one two three four", 5, 2)).containsExactly("one", "two…");
  }

  @Test
  void no_line_is_ever_too_wide_and_nothing_is_lost() {
    long seed = 20260506;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      int columns = 2 + random.nextInt(20);
      List<String> lines = Graphemes.wrap(text.toString(), columns, Integer.MAX_VALUE);

      assertThat(lines)
          .as("seed %d, round %d, '%s' in %d", seed, round, text, columns)
          .allMatch(l -> Graphemes.columns(l) <= columns);
      assertThat(String.join("", lines).replace(" ", ""))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
