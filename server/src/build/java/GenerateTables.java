import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the tables as Java, from a passing database that the migrations have made.
 *
 * <p>Run by the build: {@code MIGRATIONS TARGET}. Does nothing when the migrations are those of the
 * last run.
 */
final class GenerateTables {
  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path stamp = target.resolveSibling("jooq.stamp");
    String now = digest(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create role concordat_app login");
      }
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .defaultSchema("concordat")
          .placeholders(Map.of("application", "concordat_app"))
          .load()
          .migrate();
      String url = postgres.getJdbcUrl("postgres", "postgres");
      GenerationTool.generate(configuration(url, target));
    }
    Files.writeString(stamp, now);
  }

  private static Configuration configuration(String url, Path target) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema("concordat")
                        .withOutputSchemaToDefault(true)
                        .withIncludeRoutines(false)
                        .withExcludes("flyway_schema_history|pg_.*"))
                .withGenerate(
                    new Generate()
                        .withGeneratedAnnotation(false)
                        .withGlobalObjectReferences(true)
                        .withComments(false))
                .withTarget(
                    new Target()
                        .withPackageName("org.concordat.server.database.schema")
                        .withDirectory(target.toString())));
  }

  private static String digest(Path migrations) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<Path> files;
    try (Stream<Path> all = Files.walk(migrations)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
