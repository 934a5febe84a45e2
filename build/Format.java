import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that every Java file of the project is formatted, or formats them all.
 *
 * <p>Run by the build with google-java-format on the class path: {@code check ROOT} lists the files
 * that differ and fails; {@code apply ROOT} rewrites them.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<String> arguments = new ArrayList<>();
    if (apply) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    try (Stream<Path> modules = Files.list(root)) {
      modules.filter(m -> Files.isDirectory(m.resolve("src"))).sorted().forEach(m -> add(m, arguments));
    }
    int result =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
            .format(arguments.toArray(String[]::new));
    if (result != 0 && !apply) {
      System.err.println(
          "The files listed above are not formatted. Mend them with: ./mvnw -N validate -Dformat=apply");
    }
    System.exit(result);
  }

  private static void add(Path module, List<String> files) {
    try (Stream<Path> sources = Files.walk(module.resolve("src"))) {
      sources.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
