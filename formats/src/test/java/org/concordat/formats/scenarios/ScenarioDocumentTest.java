package org.concordat.formats.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.topics.Merger;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.documents.DocumentGallery;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.topics.ShippedStandards;
import org.junit.jupiter.api.Test;

class ScenarioDocumentTest {
  private static final Letterhead LETTERHEAD =
      Letterhead.english("Lakeside Clinics", "26 November 2026");

  private static Catalogue catalogue(String id) {
    return ShippedStandards.library().catalogue(id).orElseThrow();
  }

  private static byte[] document(String title, List<Sheet> sheets) {
    return ScenarioDocument.write(
        LETTERHEAD,
        title,
        "Lakeside Clinics: what ISO/IEC 27001 gives of ITIL.",
        sheets,
        "Covered speaks of the topics of the table.",
        ScenarioDocument.Words.ENGLISH);
  }

  private static String text(byte[] document) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** Without what lines and pages put between words. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void each_scenario_by_topics_shows_its_figures_and_every_row() throws Exception {
    List<Catalogue> both = List.of(catalogue("iso27001-2005"), catalogue("itil-v3"));
    TopicTable table = ShippedStandards.topicTable("iso27001-2005", "itil-v3").orElseThrow();
    Statuses ours =
        Statuses.of(
            "iso27001-2005",
            Map.of("4.2.2", Operation.YES, "A.10.1.1", Operation.PARTLY, "A.8.2.2", Operation.YES));
    TopicCoverage coverage = TopicCoverage.of(table, both, ours);
    Map<String, List<Sheet>> answers = new LinkedHashMap<>();
    answers.put("have", Scenarios.have(coverage, both.get(1)));
    answers.put("left", Scenarios.left(coverage, both.get(1)));
    answers.put("both", Scenarios.both(coverage, both));
    answers.put(
        "merge",
        Scenarios.merge(
            Merger.of(table, both, ours, Statuses.of("itil-v3", Map.of("3.4", Operation.YES))),
            both,
            "Lakeside Clinics",
            "Northern Mutual"));

    for (Map.Entry<String, List<Sheet>> answer : answers.entrySet()) {
      byte[] document = document("Scenario " + answer.getKey(), answer.getValue());
      DocumentGallery.keep(document, "scenario-" + answer.getKey());

      String text = squeezed(text(document));
      for (Sheet sheet : answer.getValue()) {
        assertThat(text.contains(squeezed(sheet.title()))).as(sheet.title()).isTrue();
        for (List<Sheet.Cell> row : sheet.rows()) {
          assertThat(text.contains(squeezed(row.get(1).text()))).as(row.toString()).isTrue();
        }
      }
      assertThat(DocumentGallery.breaches(document)).isEmpty();
    }
  }

  @Test
  void coverage_shows_the_chain_that_proves_each_degree() throws Exception {
    Map<ControlRef, Operation> operated = new HashMap<>();
    for (Control control : catalogue("iso27001-2022").controls()) {
      operated.put(new ControlRef("iso27001-2022", control.id()), Operation.YES);
    }
    Coverage coverage = Coverage.of(Inference.of(ShippedStandards.library()), operated, "itil-4");

    byte[] document = document("Coverage of ITIL 4", Scenarios.have(coverage));
    DocumentGallery.keep(document, "coverage");

    assertThat(text(document).replaceAll("\\s+", " "))
        .contains("GEN-03 Information security management partly")
        .contains("iso27001-2022 A.5.1 → subset → itil-4 GEN-03 [iso27001-2022-itil-4]")
        .contains("Software development and management");
    assertThat(DocumentGallery.breaches(document)).isEmpty();
  }

  @Test
  void words_are_those_of_the_language() throws Exception {
    Sheet sheet =
        Sheet.of(
                "controls",
                "Controls",
                new Sheet.Column("control", "Control"),
                new Sheet.Column("standing", "Standing"))
            .row(new Sheet.Cell.Text("open"), new Sheet.Cell.Text("open"))
            .build();
    Letterhead german =
        new Letterhead(
            "Klinik", "#1f4e79", "26. November 2026", Locale.GERMAN, "Seite {0} von {1}");

    String text =
        text(
            ScenarioDocument.write(
                german, "Abdeckung", "Was haben wir?", List.of(sheet), null, new German()));

    assertThat(text).contains("Blatt controls", "Spalte standing", "offen", "Seite 1 von 1");
  }

  /** A language with a word of its own for everything. */
  private static final class German implements ScenarioDocument.Words {
    @Override
    public String sheet(Sheet sheet) {
      return "Blatt " + sheet.key();
    }

    @Override
    public String column(Sheet.Column column) {
      return "Spalte " + column.key();
    }

    @Override
    public String word(String word) {
      return word.equals("open") ? "offen" : word;
    }

    @Override
    public String nothing() {
      return "Nichts.";
    }
  }
}
