package org.concordat.cli.output;

import org.concordat.core.alignment.ImpactScale;

/** What a text's colour says. Without colour nothing is lost: the words say it too. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  QUIET("2"),
  GRAVE("1;31"),
  MIDDLING("33"),
  SLIGHT("36");

  /** The parameters of the terminal's SGR sequence (ECMA-48, 8.3.117). */
  private final String parameters;

  Tone(String parameters) {
    this.parameters = parameters;
  }

  /**
   * How a level of this scale looks.
   *
   * @param number the number of the level; 0 is no impact
   */
  public static Tone ofLevel(ImpactScale scale, int number) {
    if (number == 0) {
      return QUIET;
    }
    if (number == scale.size()) {
      return GRAVE;
    }
    return 2 * number > scale.size() ? MIDDLING : SLIGHT;
  }

  String paint(String text) {
    return parameters.isEmpty() || text.isBlank()
        ? text
        : "\u001b[" + parameters + "m" + text + "\u001b[0m";
  }
}
