package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;

/** What OSCAL does not know survives, from each notation to each other and back. */
class UnknownContentTest {
  @Test
  void members_of_json_survive_xml() throws Exception {
    OscalDocument document =
        read(
            """
            {"catalog": {"uuid": "u", "x-note": "text", "x-count": 3, "x-on": true, "x-none": null,
              "x y": "a name with a space", "x-empty": {}, "x-list": [1, "two", {"three": [3]}],
              "x-spaced": " a ", "x-odd": "<not><xml>",
              "metadata": {"title": "T", "x-inner": {"a": "b", "c": ["d"]}}}}
            """);

    assertThat(again(document, OscalNotation.XML).top()).isEqualTo(document.top());
    assertThat(again(document, OscalNotation.YAML).top()).isEqualTo(document.top());
  }

  @Test
  void elements_and_attributes_of_xml_survive_json() throws Exception {
    OscalDocument document =
        read(
            """
            <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u" status="new"
                xmlns:x="https://example.org/x" x:reviewed="yes">
              <metadata><title>T</title></metadata>
              <x:note kind="a">See <x:b>this</x:b> &amp; that</x:note>
              <x:note kind="b"/>
              <plain>text</plain>
            </catalog>
            """);

    OscalDocument json = again(document, OscalNotation.JSON);
    String xml = new String(json.write(OscalNotation.XML), StandardCharsets.UTF_8);
    assertThat(json.root().text("plain")).isEqualTo("text");
    assertThat(json.root().text("{https://example.org/x}reviewed")).isEqualTo("yes");
    assertThat(json.root().text("{}status")).isEqualTo("new");
    assertThat(xml)
        .contains("kind=\"a\">See <x:b>this</x:b> &amp; that</x:note>")
        .contains("status=\"new\"")
        .contains("<plain>text</plain>");
    assertThat(again(json, OscalNotation.XML).top()).isEqualTo(document.top());
  }

  @Test
  void characters_that_xml_cannot_hold_are_replaced() throws Exception {
    OscalDocument document = read("{\"catalog\": {\"metadata\": {\"title\": \"a\\u0000b\"}}}");

    assertThat(again(document, OscalNotation.XML).title()).isEqualTo("a\uFFFDb");
  }

  @Test
  void what_has_no_place_in_xml_is_refused_with_all_of_it() throws Exception {
    OscalDocument document =
        read("{\"catalog\": {\"metadata\": [], \"controls\": [1], \"uuid\": {}}}");

    assertThatThrownBy(() -> document.write(OscalNotation.XML))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'metadata' must be an object, not a list")
        .hasMessageContaining("'controls' must be an object, not a number")
        .hasMessageContaining("'uuid' must be a text, not an object");
  }

  @Test
  void numbers_that_are_texts_by_the_model_are_texts_in_yaml() throws Exception {
    OscalDocument document =
        read("catalog:\n  metadata: {title: 2026, version: 1.0}\n  x-number: 1.0\n");

    assertThat(document.metadata().get("version")).isEqualTo(OscalScalar.text("1.0"));
    assertThat(document.root().get("x-number"))
        .isEqualTo(new OscalScalar(OscalScalar.Kind.NUMBER, "1.0", 0));
    assertThat(again(document, OscalNotation.YAML).top()).isEqualTo(document.top());
  }

  private static OscalDocument read(String text) throws InvalidInput {
    return OscalDocument.read("test", text.getBytes(StandardCharsets.UTF_8));
  }

  private static OscalDocument again(OscalDocument document, OscalNotation notation)
      throws InvalidInput {
    return OscalDocument.read("again", document.write(notation));
  }
}
