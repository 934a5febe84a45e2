package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.concordat.formats.documents.DocumentGallery;
import org.concordat.formats.documents.DocumentText;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.documents.PdfDocuments;
import org.concordat.formats.drawing.FlowDiagram.Flow;
import org.concordat.formats.drawing.FlowDiagram.Group;
import org.junit.jupiter.api.Test;

class FlowDiagramTest {
  private static final FlowDiagram DIAGRAM =
      FlowDiagram.of(
          "How <both> flow",
          List.of(new Group("A.5", "Organizational controls"), new Group("A.6", "A.6")),
          List.of(new Group("GEN", "General"), new Group("SVC", "Service"), new Group("X", "None")),
          List.of(
              new Flow(0, 0, 12, "A.5 and GEN: 12 pairs", "/comparison?a=A.5&b=GEN#pairs"),
              new Flow(0, 1, 5, "A.5 and SVC: 5 pairs", null),
              new Flow(1, 1, 1, "A.6 and SVC: 1 pair", null)));

  @Test
  void page_and_document_show_the_same_shapes() {
    List<String> inPage = shapes(DIAGRAM.inPage());

    assertThat(inPage).hasSize(3 + 4).isEqualTo(shapes(DIAGRAM.document()));
  }

  private static List<String> shapes(String svg) {
    return svg.lines()
        .filter(l -> l.contains("class=\"band\"") || l.contains("class=\"bar\""))
        .toList();
  }

  @Test
  void bands_are_links_in_a_page_and_nothing_is_styled_there() {
    assertThat(DIAGRAM.inPage())
        .contains("href=\"/comparison?a=A.5&amp;b=GEN#pairs\"")
        .contains("A.5 and SVC: 5 pairs")
        .doesNotContain("<style");
    assertThat(DIAGRAM.document()).contains("<style").doesNotContain("<a ");
  }

  @Test
  void a_group_without_flows_is_not_drawn_and_without_any_there_is_no_picture() {
    assertThat(DIAGRAM.document()).contains("A.5 Organizational controls").doesNotContain("None");
    assertThatThrownBy(() -> FlowDiagram.of("t", List.of(), List.of(), List.of()))
        .hasMessageContaining("flows");
  }

  @Test
  void a_document_takes_it_as_a_picture() throws Exception {
    byte[] pdf =
        PdfDocuments.write(
            Letterhead.english("Lakeside", "today"),
            "Comparison",
            new DocumentText().picture(DIAGRAM.document()).toString());
    DocumentGallery.keep(pdf, "flow");

    assertThat(DocumentGallery.breaches(pdf)).isEmpty();
  }
}
