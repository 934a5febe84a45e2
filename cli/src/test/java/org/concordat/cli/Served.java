package org.concordat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, and what it said until it was ready. */
record Served(Process process, List<String> said) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Concordat is ready: (\\S+)");
  private static final Pattern LINK = Pattern.compile("(http\\S*/welcome/\\S+)");

  /** Starts {@code serve} or {@code demo} on a data directory and any free port. */
  static Served start(String command, Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Concordat.class.getName(),
                command,
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.add(line);
      if (line.contains("stops the server")) {
        break;
      }
    }
    return new Served(process, said);
  }

  private String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(String.join("\n", said));
    return matcher.find() ? matcher.group(1) : "";
  }

  URI address() {
    return URI.create(found(ADDRESS));
  }

  /** The link that makes the first administrator, or nothing. */
  String link() {
    return found(LINK);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
