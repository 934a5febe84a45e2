import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that every Java file of the project is formatted, or formats them all.
 *
 * <p>Run by the build with google-java-format on the class path: {@code check ROOT} lists the files
 * that differ and fails; {@code apply ROOT} rewrites them. Contents that were found formatted are
 * remembered under {@code target}, so that a build looks at what is new alone.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    Path memory = root.resolve("target/formatted-by-" + hash(root.resolve("target/formatter.jar")));
    Map<Path, String> files = hashes(sources(root));
    Set<String> known = Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : Set.of();
    List<Path> fresh =
        files.keySet().stream().filter(file -> !known.contains(files.get(file))).toList();
    int result = fresh.isEmpty() ? 0 : format(fresh, apply);
    if (result == 0) {
      if (apply) {
        files.putAll(hashes(fresh));
      }
      Files.write(memory, new TreeSet<>(files.values()));
    } else if (!apply) {
      System.err.println(
          "The files listed above are not formatted. Mend them with: ./mvnw -N validate -Dformat=apply");
    }
    System.exit(result);
  }

  private static int format(List<Path> files, boolean apply) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    files.forEach(file -> arguments.add(file.toString()));
    // Mistakes in a file are printed without an end of line, so the writers flush on closing only.
    try (var out = new PrintWriter(System.out);
        var err = new PrintWriter(System.err)) {
      return new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(Format::walk)
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Path, String> hashes(Collection<Path> files) throws Exception {
    Map<Path, String> hashes = new LinkedHashMap<>();
    for (Path file : files) {
      hashes.put(file, hash(file));
    }
    return hashes;
  }

  private static String hash(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash, 0, 12);
  }
}
