package org.concordat.formats.documents;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Graphics2D;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Element;

/** Hands the pictures of a document to {@link Picture}. */
final class PictureDrawer implements SVGDrawer {
  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    return new Placed(new Picture(svg), width, height, dotsPerPixel);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

  @Override
  public void addFontStream(
      FSSupplier<InputStream> font, String family, Integer weight, FontStyle style) {}

  @Override
  public void close() {}

  /**
   * A picture with the size that the style sheet gives it, in dots; below 0 where it gives none.
   */
  private record Placed(Picture picture, double width, double height, double dotsPerPixel)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(scale() * picture.width() * dotsPerPixel);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(scale() * picture.height() * dotsPerPixel);
    }

    private double scale() {
      return width > 0 ? width / dotsPerPixel / picture.width() : 1;
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      double scale = scale();
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) (picture.width() * scale),
          (float) (picture.height() * scale),
          graphics -> draw(graphics, scale));
    }

    private void draw(Graphics2D graphics, double scale) {
      graphics.scale(scale, scale);
      picture.draw(graphics);
    }
  }
}
