package org.concordat.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code concordat.jar serve} as a process with a data directory of its own, on this machine alone.
 */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Concordat is ready: (http://localhost:\\d+)");
  private static final Pattern LINK = Pattern.compile("(http://localhost:\\d+/welcome/\\S+)");

  private final Process process;
  final URI address;

  /** The link that makes the first administrator, when there is none yet. */
  final Optional<URI> link;

  private ServerProcess(Process process, URI address, Optional<URI> link) {
    this.process = process;
    this.address = address;
    this.link = link;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param options of the Java machine
   */
  static ServerProcess start(Path jar, Path data, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xlog:disable", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
    command.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Optional<URI> address = Optional.empty();
    Optional<URI> link = Optional.empty();
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      address = address.or(found(READY, line));
      link = link.or(found(LINK, line));
      if (address.isPresent() && line.contains("stops the server")) {
        Thread.ofVirtual().start(() -> drain(output));
        return new ServerProcess(process, address.get(), link);
      }
    }
    throw new IOException("the server did not start: " + String.join("\n", said));
  }

  private static Supplier<Optional<URI>> found(Pattern pattern, String line) {
    return () -> {
      Matcher found = pattern.matcher(line);
      return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
    };
  }

  /** A full pipe would stop the server. */
  private static void drain(BufferedReader output) {
    try {
      while (output.readLine() != null) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }

  /** Memory that the system counts as the Java process's own, in MiB. */
  long residentMebibytes() throws IOException {
    return status("VmRSS");
  }

  /** The most that it ever was, in MiB. */
  long peakMebibytes() throws IOException {
    return status("VmHWM");
  }

  private long status(String what) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(what + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("the system does not tell " + what);
  }

  /** What the Java machine says of its heap, shortened to one line, after a full collection. */
  String heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("GC.heap_info").lines().skip(1).limit(4).map(String::strip).toList().toString();
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asking =
        new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), what)
            .redirectErrorStream(true)
            .start();
    String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asking.waitFor();
    return said;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
