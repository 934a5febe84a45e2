package org.concordat.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The width of the terminal in columns: what {@code COLUMNS} says, else what {@code stty} says of
 * the terminal that the process belongs to, else {@value #DEFAULT}.
 */
final class TerminalWidth {
  static final int DEFAULT = 100;

  private static final File OWN_TERMINAL = new File("/dev/tty");

  private TerminalWidth() {}

  static int measure(Map<String, String> environment) {
    int told = number(environment.getOrDefault("COLUMNS", ""));
    if (told > 0) {
      return told;
    }
    int measured = askTerminal();
    return measured > 0 ? measured : DEFAULT;
  }

  private static int askTerminal() {
    if (!OWN_TERMINAL.exists()) {
      return 0;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(OWN_TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroy();
        return 0;
      }
      return number(size.substring(size.indexOf(' ') + 1));
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The number that the text is, or 0. */
  private static int number(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
