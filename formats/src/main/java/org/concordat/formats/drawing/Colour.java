package org.concordat.formats.drawing;

import java.util.Locale;

/**
 * A colour of the sRGB space.
 *
 * @param rgb red, green and blue, one byte each
 */
record Colour(int rgb) {
  static final Colour BLACK = new Colour(0x000000);
  static final Colour WHITE = new Colour(0xffffff);

  /** The contrast ratio, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
  double contrast(Colour other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /** The relative luminance, in [0, 1] (WCAG 2.2, "relative luminance"). */
  double luminance() {
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
  }

  /** Black or white, whichever is easier to read on this colour. */
  Colour ink() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /**
   * The colour that lies between this and another one for the eye: a straight line in Oklab (B.
   * Ottosson, <i>A perceptual color space for image processing</i>, 2020).
   *
   * @param share of the other colour, in [0, 1]
   */
  Colour towards(Colour other, double share) {
    double[] from = oklab();
    double[] to = other.oklab();
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = from[i] + (to[i] - from[i]) * share;
    }
    return ofOklab(mixed);
  }

  String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  private double linear(int shift) {
    double value = (rgb >> shift & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
  }

  private double[] oklab() {
    double r = linear(16);
    double g = linear(8);
    double b = linear(0);
    double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static Colour ofOklab(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return new Colour(red << 16 | green << 8 | blue);
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static int channel(double linear) {
    double value =
        linear <= 0.0031308 ? linear * 12.92 : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
    return Math.clamp(Math.round(value * 255), 0, 255);
  }
}
