package org.concordat.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the whole command inside the test, as a shell would from outside. */
final class Shell {
  private final Map<String, String> environment = new HashMap<>();
  private boolean isTerminal;
  private OutputStream out = new ByteArrayOutputStream();

  Shell() {
    environment.put("COLUMNS", "100");
  }

  /** What the command did. */
  record Result(int status, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }

    List<String> errors() {
      return err.lines().toList();
    }
  }

  Shell columns(int columns) {
    return with("COLUMNS", Integer.toString(columns));
  }

  Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Shell onATerminal() {
    isTerminal = true;
    return this;
  }

  /** Writes standard output there instead of into the result. */
  Shell into(OutputStream stream) {
    out = stream;
    return this;
  }

  Result run(Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(new OutputPipe(out), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            isTerminal,
            isTerminal,
            environment,
            Clock.fixed(Instant.parse("2026-05-06T12:00:00Z"), ZoneOffset.UTC));
    String[] args = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int status = Concordat.run(args, surroundings);
    String written =
        out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
    return new Result(status, written, err.toString(StandardCharsets.UTF_8));
  }
}
