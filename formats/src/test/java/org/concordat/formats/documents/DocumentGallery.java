package org.concordat.formats.documents;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Documents to look at, and what the reference implementation of PDF/A and PDF/UA says of them. */
public final class DocumentGallery {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private DocumentGallery() {}

  /** What breaks PDF/UA-1 or PDF/A-2a; empty when the document keeps both. */
  public static List<String> breaches(byte[] document) throws Exception {
    return Stream.concat(
            breaches(document, PDFAFlavour.PDFUA_1).stream(),
            breaches(document, PDFAFlavour.PDFA_2_A).stream())
        .toList();
  }

  static List<String> breaches(byte[] document, PDFAFlavour standard) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId().getClause() + " " + a.getMessage() + " " + a.getLocation())
          .distinct()
          .toList();
    }
  }

  /** Leaves a document and its first pages as pictures in {@code target/documents}. */
  public static void keep(byte[] document, String name) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "documents"));
    Files.write(folder.resolve(name + ".pdf"), document);
    try (PDDocument pdf = Loader.loadPDF(document)) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (int page = 0; page < Math.min(2, pdf.getNumberOfPages()); page++) {
        ImageIO.write(
            renderer.renderImageWithDPI(page, 70),
            "png",
            folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    }
  }
}
