package org.concordat.server.identity.pages;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) to be drawn as one SVG path of unit squares.
 *
 * @param size the width and height in squares, without the quiet zone
 */
public record QrPicture(int size, String path) {
  /** The standard asks for so many light squares around it. */
  public static final int QUIET = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size, path.toString());
  }

  /** The part of the drawing that is shown. */
  public String viewBox() {
    int whole = size + 2 * QUIET;
    return -QUIET + " " + -QUIET + " " + whole + " " + whole;
  }
}
