package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SvgTest {
  @Test
  void text_and_attributes_are_escaped() {
    String svg = new Svg().leaf("text", "<a> & 'b'", "class", "\"><script>").toString();

    assertThat(svg)
        .isEqualTo("<text class=\"&quot;&gt;&lt;script&gt;\">&lt;a&gt; &amp; 'b'</text>\n");
  }

  @Test
  void what_xml_forbids_and_what_turns_text_around_is_left_out() {
    String hostile = "a\u0000b\u001bc\u0085d\u202ee\uffffg\ud800h";

    assertThat(new Svg().leaf("text", hostile).toString()).isEqualTo("<text>abcdegh</text>\n");
    assertThat(Names.clean("two\r\n\tlines\u202e\u2069")).isEqualTo("two   lines");
  }

  @Test
  void a_name_from_right_to_left_is_kept_apart_from_its_neighbours() {
    String shalom = "\u05e9\u05dc\u05d5\u05dd";

    assertThat(Names.clean(shalom + "\u2069")).isEqualTo("\u2068" + shalom + "\u2069");
    assertThat(Names.clean("claims")).isEqualTo("claims");
  }

  @Test
  void numbers_have_two_decimals_at_most_and_a_point_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Svg.path("M", 1, 2.5, 0.126, -0.5, -3, 12.004, 1e6))
          .isEqualTo("M 1 2.5 0.13 -0.5 -3 12 1000000");
      assertThat(StyleSheet.of(3)).matches("\\p{ASCII}+");
    } finally {
      Locale.setDefault(before);
    }
  }
}
