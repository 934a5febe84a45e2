package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that somebody made to do harm, or by mistake. */
@Timeout(60)
class HostileDocumentsTest {
  private static final String XMLNS = " xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"";

  @Test
  void what_refers_outside_or_grows_is_refused() {
    assertRefused(
        "<!DOCTYPE catalog [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><catalog>&b;</catalog>",
        "document type");
    assertRefused("<!DOCTYPE catalog SYSTEM \"file:///etc/passwd\"><catalog/>", "document type");
    assertRefused("catalog: {uuid: &a x, metadata: *a}", "YAML alias");
    assertRefused("catalog: {uuid: x}\n---\ncatalog: {uuid: y}", "more than one document");
  }

  @Test
  void nesting_is_bounded_in_every_notation() {
    assertRefused("{\"catalog\":" + "[".repeat(100_000), "nested more than 100 deep");
    assertRefused("{\"catalog\":" + "{\"a\":".repeat(100_000), "nested more than 100 deep");
    assertRefused("catalog: " + "{a: ".repeat(10_000), "nested more than 100 deep");
    assertRefused("<catalog>" + "<a>".repeat(100_000), "nested more than 100 deep");
    assertRefused(
        "<catalog" + XMLNS + "><control><part><p>" + "<em>".repeat(1_000),
        "marked-up text is nested more than 50 deep");
  }

  @Test
  void a_file_beyond_the_limits_is_refused() {
    byte[] large = new byte[(32 << 20) + 1];
    java.util.Arrays.fill(large, (byte) 'a');

    assertThatThrownBy(() -> OscalDocument.read("large", large))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("larger than 32 MiB; write it in JSON or XML");
  }

  @Test
  void many_values_are_refused_before_memory_is_full() {
    assertRefused(
        "{\"catalog\": {\"a\": [" + "1,".repeat(4_000_001) + "1]}}", "more than 4,000,000 values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-32"})
  void another_encoding_of_xml_is_refused(String encoding) {
    byte[] bytes = "<catalog>é</catalog>".getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> OscalDocument.read("file", bytes)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void bytes_that_are_no_text_are_refused_in_every_notation() {
    for (String start : new String[] {"{\"catalog\": {\"uuid\": \"", "catalog: {uuid: \""}) {
      byte[] bytes = (start + "\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

      assertThatThrownBy(() -> OscalDocument.read("file", bytes)).isInstanceOf(InvalidInput.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void a_byte_order_mark_is_no_obstacle(String encoding) throws Exception {
    String json = "\uFEFF{\"catalog\": {\"uuid\": \"\u00e9\"}}";
    String xml = "\uFEFF<catalog uuid=\"\u00e9\"" + XMLNS + "/>";
    for (String text : new String[] {json, xml}) {
      OscalDocument document = OscalDocument.read("file", text.getBytes(Charset.forName(encoding)));

      assertThat(document.uuid()).isEqualTo("\u00e9");
    }
  }

  @Test
  void what_is_no_oscal_is_named() {
    assertRefused("", "the file is empty");
    assertRefused("  \n", "the file is empty");
    assertRefused("[1, 2]", "no OSCAL document");
    assertRefused("{\"packages\": []}", "no OSCAL document");
    assertRefused("<html/>", "no OSCAL document");
    assertRefused("<catalog xmlns=\"http://example.org\"/>", "no OSCAL document");
    assertRefused("{\"catalog\": {}} {}", "something follows the document");
    assertRefused("{\"catalog\": {\"a\": 1, \"a\": 2}}", "the object has 'a' twice");
    assertRefused("catalog: {a: 1, a: 2}", "the object has 'a' twice");
    assertRefused("<catalog><metadata/><metadata/></catalog>", "'metadata' stands here twice");
    assertRefused("<catalog>loose</catalog>", "text stands where OSCAL has none: 'loose'");
  }

  private static void assertRefused(String document, String problem) {
    assertThatThrownBy(() -> OscalDocument.read("file", document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(problem);
  }
}
