package org.concordat.formats.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * Writes documents as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): with the structure,
 * language and alternative texts that readers need who cannot see it, and all that is needed to
 * show it for ever.
 *
 * <p>A document is laid out in memory; some hundred pages take seconds and some hundred MiB, so who
 * lets others ask for them should bound what goes in.
 */
public final class PdfDocuments {
  /** The family of the bundled fonts. */
  static final String FAMILY = "Source Sans 3";

  private static final String PRODUCER = "Concordat";

  static {
    // What it has to say comes back as an exception, or is of no concern to those who read the
    // document.
    XRLog.setLoggingEnabled(false);
  }

  private PdfDocuments() {}

  /**
   * Writes a document.
   *
   * @param title what it is called, in its head and among the properties of the file
   * @param body XHTML: what goes into the element {@code body} after the title; headings begin with
   *     {@code h2}, each with its text; every picture has a {@code title}. Addresses other than
   *     {@code data:} are not loaded
   * @return the file
   * @throws IllegalArgumentException when the body is not well-formed, with the line and what is
   *     wrong
   */
  public static byte[] write(Letterhead letterhead, String title, String body) {
    try (PDDocument document = new PDDocument()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      build(document, DocumentSource.of(letterhead, title, body), bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory", impossible);
    }
  }

  private static void build(PDDocument document, Document source, OutputStream out)
      throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(PRODUCER);
    builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
    builder.useExternalResourceAccessControl(
        (address, type) -> address != null && address.startsWith("data:image/"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (address, type) -> address != null && address.startsWith("data:image/"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    font(builder, document, "SourceSans3-Regular.ttf", 400, FontStyle.NORMAL);
    font(builder, document, "SourceSans3-Bold.ttf", 700, FontStyle.NORMAL);
    font(builder, document, "SourceSans3-Italic.ttf", 400, FontStyle.ITALIC);
    builder.useSVGDrawer(new PictureDrawer());
    builder.withW3cDocument(source, null);
    builder.usePDDocument(document);
    builder.toStream(out);
    builder.run();
  }

  /**
   * Gives the builder a font without its ligatures: what is read aloud or copied would miss their
   * letters, as the library does not say which ones they stand for.
   */
  private static void font(
      PdfRendererBuilder builder, PDDocument document, String file, int weight, FontStyle style)
      throws IOException {
    TrueTypeFont font =
        new TTFParser().parse(new RandomAccessReadBuffer(Bundled.bytes("fonts/" + file)));
    font.setEnableGsub(false);
    builder.useFont(
        new PDFontSupplier(PDType0Font.load(document, font, true)), FAMILY, weight, style, true);
  }
}
