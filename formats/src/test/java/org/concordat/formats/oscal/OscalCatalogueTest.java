package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.junit.jupiter.api.Test;

class OscalCatalogueTest {
  @Test
  void the_controls_of_sp_800_53_are_all_there() throws Exception {
    Catalogue catalogue =
        OscalCatalogue.read(Samples.document(Samples.CATALOGUE), "sp800-53r5").catalogue();

    assertThat(catalogue.version()).isEqualTo("5.0.1");
    assertThat(catalogue.roots()).hasSize(20);
    assertThat(catalogue.controls()).hasSize(20 + 1189);
    assertThat(catalogue.controls()).filteredOn(Control::withdrawn).hasSize(182);
    assertThat(catalogue.find("AC-02 (01)").orElseThrow().title())
        .isEqualTo("Automated System Account Management");
  }

  @Test
  void an_enhancement_is_a_part_of_the_family_and_not_of_what_it_enhances() throws Exception {
    Catalogue catalogue =
        OscalCatalogue.read(Samples.document(Samples.CATALOGUE), "sp800-53r5").catalogue();

    assertThat(catalogue.find("ac-2.1").orElseThrow().parent()).isEqualTo("ac");
    assertThat(catalogue.parts(catalogue.find("ac-2").orElseThrow())).isEmpty();
  }

  @Test
  void the_text_is_the_statement_with_labels_and_parameters() throws Exception {
    Catalogue catalogue =
        OscalCatalogue.read(Samples.document(Samples.CATALOGUE), "sp800-53r5").catalogue();

    assertThat(catalogue.find("ac-1").orElseThrow().text())
        .startsWith(
            """
            a. Develop, document, and disseminate to [organization-defined personnel or roles]:
              1. [Organization-level; Mission/business process-level; System-level] access control\
            """);
  }

  @Test
  void an_id_that_is_there_twice_is_an_error_with_both_places() {
    assertThatThrownBy(
            () ->
                OscalCatalogue.read(
                    document(
                        """
                        {"catalog": {"controls": [
                          {"id": "ac-1", "title": "One"},
                          {"id": "AC-01", "title": "Again"}]}}
                        """),
                    "c"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("test:3: AC-01: the control 'AC-01' stands in line 2 already");
  }

  @Test
  void parameters_that_insert_each_other_end() throws Exception {
    Catalogue catalogue =
        OscalCatalogue.read(
                document(
                    """
                    {"catalog": {"controls": [{"id": "a", "title": "A", "params": [
                        {"id": "p", "select": {"choice": ["{{ insert: param, p }}", "x"]}}],
                      "parts": [{"name": "statement", "prose": "Do {{ insert: param, p }}."}]}]}}
                    """),
                "c")
            .catalogue();

    assertThat(catalogue.controls()).extracting(Control::text).isEqualTo(List.of("Do [[p]; x]."));
  }

  @Test
  void a_profile_is_no_catalogue_and_must_be_resolved() throws Exception {
    OscalDocument profile = Samples.document(Samples.baseline("LOW"));

    assertThatThrownBy(() -> OscalCatalogue.read(profile, "low"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("not a catalogue; resolve it first");
  }

  private static OscalDocument document(String json) throws InvalidInput {
    return OscalDocument.read("test", json.getBytes(StandardCharsets.UTF_8));
  }
}
