package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LetteringTest {
  private static final String FAMILY = "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67";

  @Test
  void nothing_is_smaller_than_eleven_pixels() {
    assertThat(Lettering.values()).allSatisfy(l -> assertThat(l.size()).isGreaterThanOrEqualTo(11));
  }

  @Test
  void wide_letters_are_wider_than_narrow_ones_and_bold_wider_than_plain() {
    assertThat(Lettering.BODY.width("WWWW")).isGreaterThan(3 * Lettering.BODY.width("iiii"));
    assertThat(Lettering.STRONG.width("claim")).isGreaterThan(Lettering.BODY.width("claim"));
  }

  @Test
  void what_fits_stays_whole() {
    assertThat(Lettering.BODY.cut("claims", 200)).isEqualTo("claims");
    assertThat(Lettering.BODY.wrap("claims database", 200, 2)).containsExactly("claims database");
  }

  @Test
  void what_does_not_fit_breaks_between_words_and_ends_in_an_ellipsis() {
    assertThat(Lettering.BODY.wrap("customer information database of the north", 90, 3))
        .containsExactly("customer", "information", "database of\u2026");
  }

  @Test
  void an_endless_word_is_broken() {
    assertThat(Lettering.BODY.wrap("x".repeat(100), 100, 3))
        .hasSize(3)
        .allSatisfy(line -> assertThat(Lettering.BODY.width(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void a_character_of_several_code_points_is_never_torn() {
    String cut = Lettering.BODY.cut(FAMILY.repeat(20), 100);

    assertThat(cut).endsWith("\u2026");
    assertThat(cut.substring(0, cut.length() - 1).replace(FAMILY, "")).isEmpty();
  }

  @Test
  void lines_never_exceed_their_width() {
    long seed = 20260301;
    Random random = new Random(seed);
    String signs = "abc WiM\u00e4\u0416\u05d0\u0639\u4e2d-/ \ud83d\ude00\u0301";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(60); c > 0; c--) {
        int at = random.nextInt(signs.length());
        text.append(signs.charAt(at));
      }
      double width = 40 + random.nextInt(100);
      assertThat(Lettering.STRONG.wrap(Names.clean(text.toString()), width, 3))
          .as("seed %d, text '%s'", seed, text)
          .hasSizeBetween(1, 3)
          .allSatisfy(l -> assertThat(Lettering.STRONG.width(l)).isLessThanOrEqualTo(width));
    }
  }

  @Test
  @Timeout(60)
  void a_megabyte_is_cut_at_once() {
    String huge = "claim ".repeat(200_000);

    assertThat(Lettering.BODY.wrap(Names.clean(huge), 200, 3)).hasSize(3);
  }
}
