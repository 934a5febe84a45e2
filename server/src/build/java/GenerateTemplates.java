import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the templates as Java.
 *
 * <p>Run by the build: {@code TEMPLATES TARGET}. A class that comes out as it was is left alone, so
 * that a build in which no template changed compiles nothing again.
 */
final class GenerateTemplates {
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[1]);
    Path fresh = target.resolveSibling("jte-fresh");
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(Path.of(args[0])),
            fresh,
            ContentType.Html,
            null,
            "org.concordat.server.templates");
    engine.setTrimControlStructures(true);
    engine.cleanAll();
    engine.generateAll();
    Set<Path> generated = files(fresh);
    for (Path file : generated) {
      Path old = target.resolve(file);
      if (Files.notExists(old) || Files.mismatch(fresh.resolve(file), old) >= 0) {
        Files.createDirectories(old.getParent());
        Files.copy(fresh.resolve(file), old, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (Path file : files(target)) {
      if (!generated.contains(file)) {
        Files.delete(target.resolve(file));
      }
    }
  }

  private static Set<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toSet());
    }
  }
}
