package org.concordat.formats.documents;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Texts as shapes, by the outlines of a bundled font. The machine's own fonts have no part in it.
 */
final class Outlines {
  /** Made when the first picture is drawn, not before. */
  private static final class Fonts {
    static final Outlines REGULAR = new Outlines("fonts/SourceSans3-Regular.ttf");
    static final Outlines BOLD = new Outlines("fonts/SourceSans3-Bold.ttf");
  }

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unit;

  private Outlines(String file) {
    try {
      this.font = new TTFParser().parse(new RandomAccessReadBuffer(Bundled.bytes(file)));
      this.glyphs = font.getUnicodeCmapLookup();
      this.unit = 1.0 / font.getUnitsPerEm();
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }

  static Outlines of(boolean bold) {
    return bold ? Fonts.BOLD : Fonts.REGULAR;
  }

  /** How long a text is, in pixels. */
  synchronized double width(String text, double size) {
    try {
      double width = 0;
      for (int c : text.codePoints().toArray()) {
        width += font.getAdvanceWidth(glyphs.getGlyphId(c)) * unit * size;
      }
      return width;
    } catch (IOException broken) {
      throw new UncheckedIOException("a bundled font", broken);
    }
  }

  /**
   * A text that begins at a point of the base line. The font reads its tables as it goes, so one at
   * a time.
   */
  synchronized Shape shape(String text, double size, double x, double y) {
    try {
      Path2D.Double shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
      double at = x;
      for (int c : text.codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(c);
        var outline = font.getGlyph().getGlyph(glyph);
        if (outline != null) {
          AffineTransform place = AffineTransform.getTranslateInstance(at, y);
          place.scale(size * unit, -size * unit);
          shape.append(outline.getPath().getPathIterator(place), false);
        }
        at += font.getAdvanceWidth(glyph) * unit * size;
      }
      return shape;
    } catch (IOException broken) {
      throw new UncheckedIOException("a bundled font", broken);
    }
  }
}
