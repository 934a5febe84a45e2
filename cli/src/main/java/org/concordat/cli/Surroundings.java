package org.concordat.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was started with.
 *
 * @param environment the environment variables
 * @param clock tells the day, in the user's time zone
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean isOutATerminal,
    boolean isErrATerminal,
    Map<String, String> environment,
    Clock clock) {
  /** Those of this process. The start script knows what is a terminal and says so. */
  static Surroundings ofProcess() {
    return new Surroundings(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        isTerminal("concordat.terminal.out"),
        isTerminal("concordat.terminal.err"),
        System.getenv(),
        Clock.system(ZoneId.systemDefault()));
  }

  private static boolean isTerminal(String property) {
    String told = System.getProperty(property);
    if (told != null) {
      return told.equals("true");
    }
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new OutputPipe(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
