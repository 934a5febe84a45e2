package org.concordat.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.concordat.formats.documents.DocumentText.Column;
import org.concordat.formats.documents.DocumentText.Field;
import org.concordat.formats.documents.DocumentText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfDocumentsTest {
  private static final Letterhead LETTERHEAD =
      Letterhead.english("Lakeside & Söhne \"Insurance\"", "26 November 2026");

  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="p" width="300" height="120" viewBox="0 0 300 120">
      <title>How it flows</title><desc>From left to right</desc>
      <style>svg.p{--c:#fff} @media (prefers-color-scheme: dark){svg.p{--c:#000}}
      svg.p .edge{fill:none} svg.p .edge.l1{stroke:#b9531c;stroke:var(--c)} svg.p .s{font-size:13px;font-weight:700}
      svg.p .end{text-anchor:end}</style>
      <rect class="frame" width="300" height="120" fill="#f6f7f9"/>
      <path class="edge l1" stroke-width="3" stroke-dasharray="6 3" d="M 20 20 C 150 20 150 100 280 100"/>
      <g transform="translate(0 40)"><text class="s end" x="290" y="20">Größer → besser</text></g>
      <circle cx="40" cy="80" r="12" fill="#17673d"/></svg>
      """;

  private static DocumentText sample() {
    DocumentText text = new DocumentText();
    text.lead("What of ITIL 4 do we have already, given what we do for ISO/IEC 27001?");
    List<Part> parts =
        List.of(
            new Part("covered", 12, "#1b7f4b"),
            new Part("partly covered", 7, "#d9a21b"),
            new Part("open", 3, "#b3352f"));
    text.figures(parts).bar("12 covered, 7 partly covered, 3 open", parts);
    text.chapter("Practices").section("General management").paragraph("Übung & Maß <here> ≥ 5 €.");
    List<List<Field>> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      rows.add(
          List.of(
              Field.of("GEN-" + i, "id"),
              Field.of("Information security management " + i),
              Field.of("covered", "good"),
              new Field(List.of("A.5.1 superset GEN-03", "and more"), "small")));
    }
    text.table(
        List.of(
            Column.of("Practice", 12),
            Column.of("Title", 38),
            Column.of("Standing", 15),
            Column.of("Because", 35)),
        rows);
    text.chapter("A picture").picture(PICTURE);
    text.broad()
        .chapter("Broad")
        .table(
            List.of(Column.of("One", 50), Column.numbers("Two", 50)),
            List.of(List.of(Field.of("a"), Field.of("1"))))
        .narrow();
    text.note("Covered is what crosswalks prove.").list(List.of("one", "two"));
    return text;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PDFUA_1", "PDFA_2_A"})
  void a_document_keeps_the_standards_that_it_claims(String standard) throws Exception {
    byte[] document = PdfDocuments.write(LETTERHEAD, "Coverage of ITIL 4", sample().toString());

    assertThat(DocumentGallery.breaches(document, PDFAFlavour.valueOf(standard))).isEmpty();
  }

  @Test
  void the_reference_implementation_does_find_what_is_missing() throws Exception {
    try (PDDocument bare = new PDDocument();
        var out = new java.io.ByteArrayOutputStream()) {
      bare.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      bare.save(out);

      assertThat(DocumentGallery.breaches(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }
  }

  @Test
  void a_document_says_whose_it_is_in_which_language_and_where_its_chapters_are() throws Exception {
    Letterhead german =
        new Letterhead(
            "Seeversicherung", "#7a1f4e", "26. November 2026", Locale.GERMAN, "Seite {0} von {1}");

    byte[] document = PdfDocuments.write(german, "Abdeckung", sample().toString());
    DocumentGallery.keep(document, "document");

    try (PDDocument pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Abdeckung");
      assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Seeversicherung");
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
          .extracting(i -> i.getTitle())
          .containsExactly("Practices", "A picture", "Broad");
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("Übung & Maß <here> ≥ 5 €.", "Seite 2 von " + pdf.getNumberOfPages());
    }
  }

  @Test
  void the_head_of_a_table_comes_again_on_every_page() throws Exception {
    List<List<Field>> rows =
        IntStream.range(0, 200).mapToObj(i -> List.of(Field.of("row " + i))).toList();
    byte[] document =
        PdfDocuments.write(
            LETTERHEAD,
            "Long",
            new DocumentText().table(List.of(Column.of("Heading of it", 100)), rows).toString());

    try (PDDocument pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(pdf)).contains("Heading of it");
      }
    }
  }

  @Test
  void nothing_is_loaded_from_elsewhere() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    Path secret = Files.createTempFile("secret", ".css");
    Files.writeString(secret, "p:before { content: \"taken from the disk\" }");
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      String body =
          """
          <link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s"/>
          <style>@import url("%1$s/b.css"); @import url("%2$s");
          @font-face { font-family: x; src: url("%1$s/c.ttf") } p { background: url("%1$s/d.png"); font-family: x }</style>
          <p>text</p><img alt="e" src="%1$s/e.png"/><img alt="f" src="%2$s"/>
          <object type="image/svg+xml" data="%1$s/g.svg"></object>
          <svg width="5" height="5"><title>h</title><image href="%1$s/h.png"/></svg>
          """
              .formatted(address, secret.toUri());

      assertThatThrownBy(() -> PdfDocuments.write(LETTERHEAD, "Prying", body))
          .hasMessageContaining("image");
      byte[] document =
          PdfDocuments.write(LETTERHEAD, "Prying", body.replaceAll("<svg.*</svg>", ""));

      assertThat(asked).hasValue(0);
      try (PDDocument pdf = Loader.loadPDF(document)) {
        assertThat(new PDFTextStripper().getText(pdf))
            .contains("text")
            .doesNotContain("taken from the disk");
      }
    } finally {
      server.stop(0);
      Files.delete(secret);
    }
  }

  @Test
  void a_body_that_is_no_xhtml_is_refused_with_the_reason() {
    assertThatThrownBy(() -> PdfDocuments.write(LETTERHEAD, "Broken", "<p>a<b></p>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no XHTML");
    assertThatThrownBy(
            () ->
                PdfDocuments.write(LETTERHEAD, "No title", "<svg width=\"1\" height=\"1\"></svg>"))
        .hasMessageContaining("title");
  }

  @Test
  void a_picture_that_is_larger_than_the_page_is_made_to_fit() throws Exception {
    String wide =
        """
        <svg viewBox="0 0 2000 100"><title>wide</title><rect x="0" y="0" width="1990" height="100" fill="#ffffff"/>
        <rect x="1990" y="0" width="10" height="100" fill="#ff0000"/></svg>
        """;

    byte[] document =
        PdfDocuments.write(LETTERHEAD, "Wide", new DocumentText().picture(wide).toString());

    try (PDDocument pdf = Loader.loadPDF(document)) {
      var page = new PDFRenderer(pdf).renderImageWithDPI(0, 72);
      int last = -1;
      for (int x = 0; x < page.getWidth(); x++) {
        for (int y = 0; y < page.getHeight(); y++) {
          int rgb = page.getRGB(x, y) & 0xffffff;
          if ((rgb >> 16) > 200 && (rgb & 0xff) < 60 && ((rgb >> 8) & 0xff) < 60) {
            last = x;
          }
        }
      }
      assertThat(last).isBetween(page.getWidth() - 70, page.getWidth() - 40);
    }
  }
}
