package org.concordat.formats.oscal.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.concordat.formats.oscal.markup.Block.Items;
import org.concordat.formats.oscal.markup.Block.Paragraph;
import org.concordat.formats.oscal.markup.Inline.Code;
import org.concordat.formats.oscal.markup.Inline.Insert;
import org.concordat.formats.oscal.markup.Inline.Link;
import org.concordat.formats.oscal.markup.Inline.Style;
import org.concordat.formats.oscal.markup.Inline.Styled;
import org.concordat.formats.oscal.markup.Inline.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "plain text|<p>plain text</p>",
        "*em* **strong** ***both***|<p><em>em</em> <strong>strong</strong>"
            + " <em><strong>both</strong></em></p>",
        "_em_ and snake_case_name|<p><em>em</em> and snake_case_name</p>",
        "H~2~O and E=mc^2^|<p>H<sub>2</sub>O and E=mc<sup>2</sup></p>",
        "he said \"no\" twice|<p>he said <q>no</q> twice</p>",
        "`a * b` and ``a ` b``|<p><code>a * b</code> and <code>a ` b</code></p>",
        "see [AC-2 (*all*)](#ac-2)|<p>see <a href=\"#ac-2\">AC-2 (<em>all</em>)</a></p>",
        "![a picture](p.png \"big\")|<p><img src=\"p.png\" alt=\"a picture\""
            + " title=\"big\"></img></p>",
        "do {{ insert: param, ac-1_prm_1 }} now|<p>do <insert type=\"param\""
            + " id-ref=\"ac-1_prm_1\"></insert> now</p>",
        "## Heading|<h2>Heading</h2>",
        "5 * 3 ~ 15 [sic] 2^n|<p>5 * 3 ~ 15 [sic] 2^n</p>",
        "1 < 2 & 3|<p>1 &lt; 2 &amp; 3</p>",
        "---|<hr></hr>",
        "\\*not\\*|<p>*not*</p>",
      })
  void markdown_is_xml_and_back(String markdown, String xml) throws Exception {
    assertThat(xml(MarkdownReader.blocks(markdown)).replaceAll("\n", "")).isEqualTo(xml);
    assertThat(read(xml)).isEqualTo(MarkdownReader.blocks(markdown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One.\n\nTwo.",
        "- a\n- b\n  - c\n  - d\n- e",
        "3. a\n4. b",
        "Before:\n\n- a\n- b\n\nAfter.",
        "> quoted\n>\n> twice",
        "```\nx = 1\n\n  y = *2*\n```",
        "| a | b |\n| --- | :-: |\n| 1 \\| 2 | *x* |",
        "line\\\nend",
        "- a\n\n  second paragraph\n- b",
      })
  void blocks_come_back_as_they_were_written(String markdown) throws Exception {
    List<Block> blocks = MarkdownReader.blocks(markdown);

    assertThat(MarkdownWriter.blocks(blocks)).isEqualTo(markdown);
    assertThat(MarkdownWriter.blocks(read(xml(blocks)))).isEqualTo(markdown);
  }

  @Test
  void white_space_between_elements_is_one_space_and_none_at_the_ends() throws Exception {
    assertThat(MarkdownWriter.blocks(read("<p>\n  a <em> b </em>\n  c\n</p>")))
        .isEqualTo("a *b* c");
  }

  @Test
  void any_marked_up_text_is_the_same_after_markdown_and_after_xml() throws Exception {
    for (long seed = 0; seed < 3_000; seed++) {
      List<Block> blocks = new Samples(seed).blocks();
      String markdown = MarkdownWriter.blocks(blocks);

      assertThat(MarkdownReader.blocks(markdown))
          .as("seed %d: %s", seed, markdown)
          .isEqualTo(blocks);
      assertThat(read(xml(blocks))).as("seed %d: %s", seed, markdown).isEqualTo(blocks);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a ",
        "**a",
        "_a *",
        "[",
        "![",
        "](",
        "`a``",
        "{{ insert: ",
        "\"a ",
        "~a^",
        "[a](b ",
        "- ",
        "> ",
        "1. ",
        "|a|\n|-|\n",
        "* * a\n",
        "\\",
        "[](a \"\\\""
      })
  @Timeout(60)
  void hostile_text_is_read_in_time_and_not_too_deep(String piece) throws Exception {
    List<Block> blocks = MarkdownReader.blocks(piece.repeat(20_000));

    assertThat(MarkdownReader.blocks(MarkdownWriter.blocks(blocks))).isNotNull();
    assertThat(xml(blocks)).isNotEmpty();
  }

  private static String xml(List<Block> blocks) throws Exception {
    StringWriter out = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    new MarkupElementsWriter(xml).blocks(blocks, "\n");
    xml.writeEndDocument();
    xml.close();
    return out.toString()
        .replaceAll("<(hr|br)/>", "<$1></$1>")
        .replaceAll("<(img|insert)( [^>]*)/>", "<$1$2></$1>");
  }

  private static List<Block> read(String xml) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader =
        factory.createXMLStreamReader(new StringReader("<prose>" + xml + "</prose>"));
    reader.nextTag();
    return new MarkupElements(reader, name -> {}).blocks();
  }

  /** Marked-up text as authors write it: words, marks around whole words, every special sign. */
  private static final class Samples {
    private static final List<String> WORDS =
        List.of(
            "a", "log", "AC-2", "x_y", "3.", "*", "<b>", "#1", "[o]", "\\n", "2^3", "~", "|", "\"",
            "{", "`", "é", "-", "1)", "!");

    private final Random random;

    Samples(long seed) {
      random = new Random(seed);
    }

    List<Block> blocks() {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        boolean afterItems = !blocks.isEmpty() && blocks.getLast() instanceof Items;
        blocks.add(!afterItems && random.nextInt(4) == 0 ? items() : new Paragraph(line(0)));
      }
      return blocks;
    }

    private Items items() {
      List<List<Block>> items = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        items.add(List.of(new Paragraph(line(0))));
      }
      return new Items(random.nextBoolean(), 1, items);
    }

    private List<Inline> line(int depth) {
      List<Inline> line = new ArrayList<>();
      line.add(new Text(word() + " "));
      for (int i = 0; i < random.nextInt(4); i++) {
        line.add(piece(depth));
        line.add(new Text(" " + word() + " "));
      }
      line.add(new Text(word()));
      return InlineReader.joined(line);
    }

    private String word() {
      return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Inline piece(int depth) {
      return switch (random.nextInt(depth > 1 ? 2 : 4)) {
        case 0 -> new Code("c " + random.nextInt(9));
        case 1 -> new Insert("param", "p_" + random.nextInt(9));
        case 2 -> new Link("#l" + random.nextInt(9), List.of(new Text("link")));
        default ->
            new Styled(
                depth == 0 ? Style.STRONG : Style.QUOTATION, List.of(new Text("w" + word() + "w")));
      };
    }
  }
}
