package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.core.alignment.ImpactScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
  private static final double TEXT = 4.5;
  private static final double LINE = 3;

  static Stream<Theme> themes() {
    return Stream.of(Theme.LIGHT, Theme.DARK);
  }

  @Test
  void contrast_is_that_of_the_guideline() {
    assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21);
    // The lightest grey that passes on white, as every checker says.
    assertThat(new Colour(0x767676).contrast(Colour.WHITE)).isBetween(4.54, 4.55);
  }

  @Test
  void between_two_colours_lie_the_two_and_what_is_between_for_the_eye() {
    Colour red = new Colour(0xff0000);
    Colour blue = new Colour(0x0000ff);

    assertThat(red.towards(blue, 0)).isEqualTo(red);
    assertThat(red.towards(blue, 1)).isEqualTo(blue);
    assertThat(Colour.BLACK.towards(Colour.WHITE, 0.5)).isEqualTo(new Colour(0x636363));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_is_readable(Theme theme) {
    for (Colour ground : List.of(theme.background(), theme.surface())) {
      assertThat(theme.text().contrast(ground)).isGreaterThanOrEqualTo(TEXT);
      assertThat(theme.muted().contrast(ground)).isGreaterThanOrEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void text_on_a_level_is_readable_on_every_scale(Theme theme) {
    scales()
        .forEach(
            levels -> {
              Map<String, Colour> colours = theme.colours(levels);
              for (int level = 0; level <= levels; level++) {
                Colour area = of(colours, Theme.area(level));
                assertThat(of(colours, Theme.onArea(level)).contrast(area))
                    .as("level %d of %d", level, levels)
                    .isGreaterThanOrEqualTo(TEXT);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("themes")
  void lines_stand_out_from_the_background_on_every_scale(Theme theme) {
    assertThat(theme.border().contrast(theme.background())).isGreaterThanOrEqualTo(LINE);
    assertThat(theme.border().contrast(theme.surface())).isGreaterThanOrEqualTo(LINE);
    assertThat(theme.faint().contrast(theme.background())).isGreaterThanOrEqualTo(LINE);
    scales()
        .forEach(
            levels -> {
              for (int level = 1; level <= levels; level++) {
                assertThat(theme.lines().at(level, levels).contrast(theme.background()))
                    .as("level %d of %d", level, levels)
                    .isGreaterThanOrEqualTo(LINE);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("themes")
  void levels_keep_their_order_in_black_and_white(Theme theme) {
    for (Theme.Ramp ramp : List.of(theme.areas(), theme.lines())) {
      scales()
          .forEach(
              levels -> {
                for (int level = 2; level <= levels; level++) {
                  double before = contrast(theme, ramp.at(level - 1, levels));
                  assertThat(contrast(theme, ramp.at(level, levels)))
                      .as("level %d of %d", level, levels)
                      .isGreaterThanOrEqualTo(before);
                }
              });
    }
  }

  @Test
  void the_style_sheet_defines_every_custom_property_that_it_uses_for_both_schemes() {
    String css = StyleSheet.of(7);
    String[] schemes = css.split("@media", 2);

    List<String> used =
        Stream.of(css.split("var\\(", -1))
            .skip(1)
            .map(s -> s.substring(0, s.indexOf(')')))
            .toList();
    assertThat(used).isNotEmpty();
    assertThat(used).allSatisfy(name -> assertThat(schemes[0]).contains(name + ":"));
    String dark = schemes[1].substring(0, schemes[1].indexOf('\n'));
    assertThat(dark).contains("prefers-color-scheme: dark");
    assertThat(used).allSatisfy(name -> assertThat(dark).contains(name + ":"));
  }

  private static double contrast(Theme theme, Colour colour) {
    return colour.contrast(theme.background());
  }

  private static Colour of(Map<String, Colour> colours, String name) {
    assertThat(colours).containsKey(name);
    return colours.getOrDefault(name, Colour.BLACK);
  }

  private static IntStream scales() {
    return IntStream.rangeClosed(ImpactScale.SMALLEST, ImpactScale.LARGEST);
  }
}
