package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same document in all three notations. */
@Timeout(60)
class NotationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        Samples.CATALOGUE,
        "NIST_SP-800-53_rev5_HIGH-baseline_profile-min.json",
        Samples.MAPPING,
        Samples.BSI,
        "ssp-example.json",
        "ifa_ssp-example.json",
        "oscal_leveraging-example_ssp.json",
        "example-component-definition.json",
        "FedRAMP-SSP-OSCAL-Template.json"
      })
  void nothing_is_lost_by_way_of_json_yaml_and_xml(String name) throws Exception {
    OscalDocument document = Samples.document(name);

    assertThat(through(document, OscalNotation.JSON)).isEqualTo(document.top());
    assertThat(through(document, OscalNotation.YAML)).isEqualTo(document.top());
    Differences.assertNone(document, through(document, OscalNotation.XML));
  }

  @Test
  void the_published_xml_and_yaml_of_a_plan_say_what_its_json_says() throws Exception {
    OscalDocument json = Samples.document("ssp-example.json");

    assertThat(Samples.document("ssp-example.yaml").top()).isEqualTo(json.top());
    Differences.assertNone(json, Samples.document("ssp-example.xml").top());
  }

  private static OscalObject through(OscalDocument document, OscalNotation notation)
      throws Exception {
    return OscalDocument.read("copy", document.write(notation)).top();
  }
}
