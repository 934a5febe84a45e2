package org.concordat.formats.drawing;

import java.util.Map;

/**
 * The style sheet of a picture: custom properties for both colour schemes, and the rules that use
 * them. Everything is confined to pictures, because a page may hold one in its midst.
 */
final class StyleSheet {
  /** The class of the outermost element. */
  static final String SCOPE = "concordat-picture";

  private static final String FACE =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif";

  private final Map<String, Colour> light;
  private final StringBuilder css = new StringBuilder();

  private StyleSheet(Map<String, Colour> light) {
    this.light = light;
  }

  /** The style sheet for a scale of so many levels. */
  static String of(int levels) {
    StyleSheet sheet = new StyleSheet(Theme.LIGHT.colours(levels));
    String dark = properties(Theme.DARK.colours(levels));
    sheet.css.append("svg." + SCOPE + "{").append(properties(sheet.light)).append("}\n");
    sheet.css.append("@media (prefers-color-scheme: dark){svg." + SCOPE + "{");
    sheet.css.append(dark).append("}}\n");
    sheet.text();
    sheet.shapes();
    sheet.levels(levels);
    return sheet.css.toString();
  }

  private void text() {
    rule("text", "font-family:" + FACE);
    for (Lettering lettering : Lettering.values()) {
      String weight = lettering.bold() ? ";font-weight:700" : "";
      rule("." + lettering.css(), "font-size:" + Svg.number(lettering.size()) + "px" + weight);
    }
    rule(".middle", "text-anchor:middle");
    rule(".end", "text-anchor:end");
    paint("fill", "text", ".text");
    paint("fill", "muted", ".muted");
  }

  private void shapes() {
    rule(".edge", "fill:none");
    rule(".icon", "fill:none;stroke-width:1.4");
    rule(".frame", "stroke-width:1");
    paint("fill", "background", ".background");
    paint("fill", "surface", ".box");
    paint("stroke", "border", ".frame");
    paint("stroke", "muted", ".icon");
    paint("stroke", "faint", ".edge.faint");
    paint("fill", "faint", ".head.faint");
  }

  private void levels(int levels) {
    for (int level = 0; level <= levels; level++) {
      paint("fill", Theme.area(level), "." + Theme.area(level));
      paint("fill", Theme.onArea(level), "." + Theme.onArea(level));
    }
    for (int level = 1; level <= levels; level++) {
      paint("stroke", Theme.line(level), ".edge." + Theme.line(level));
      paint("fill", Theme.line(level), ".head." + Theme.line(level));
    }
  }

  /** Names the colour twice, for viewers that do not know custom properties. */
  private void paint(String property, String colour, String selector) {
    Colour plain = light.get(colour);
    if (plain == null) {
      throw new IllegalArgumentException("the theme has no colour '" + colour + "'");
    }
    String custom = "var(--concordat-" + colour + ")";
    rule(selector, property + ":" + plain.hex() + ";" + property + ":" + custom);
  }

  private void rule(String selector, String body) {
    css.append("svg." + SCOPE + " ").append(selector).append('{').append(body).append("}\n");
  }

  private static String properties(Map<String, Colour> colours) {
    StringBuilder text = new StringBuilder();
    colours.forEach(
        (name, colour) ->
            text.append("--concordat-").append(name).append(':').append(colour.hex()).append(';'));
    return text.toString();
  }
}
