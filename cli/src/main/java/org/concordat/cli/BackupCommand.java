package org.concordat.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.server.launch.Backup;
import org.concordat.server.launch.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the data of a server into one file. */
@Command(
    name = "backup",
    sortOptions = false,
    header = "Write all data of a server into one file, while it runs.",
    description = {
      "",
      "All organisations as of one moment, with people, history and the keys; everybody may go on"
          + " working meanwhile. The data directory, or the database that CONCORDAT_DATABASE_URL"
          + " names, is found as 'concordat serve' finds it. The file does not depend on the"
          + " version of PostgreSQL; 'concordat restore' takes it, in this version or a newer one.",
      "",
      "The file holds everything, and the keys: whoever reads it can read the secrets of second"
          + " factors and seal a trail. It is made readable for its owner alone; keep it so, or"
          + " leave the keys out and keep them elsewhere."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat backup concordat.backup",
      "  concordat backup --data /srv/concordat --without-keys /backups/monday.backup"
    })
final class BackupCommand implements Callable<Integer> {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path file;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(names = "--without-keys", description = "Leave the keys out.")
  private boolean withoutKeys;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  BackupCommand(Terminal terminal, Surroundings surroundings) {
    this.terminal = terminal;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = options.installation(surroundings.environment());
    Backup.Written written =
        Backup.write(installation, file, !withoutKeys, force, surroundings.clock());
    terminal.message(
        "Wrote %s: %,d rows of %d tables as of %s, %,d bytes."
            .formatted(
                file,
                written.rows(),
                written.tables(),
                MOMENT.format(written.at()),
                Files.size(file)));
    if (withoutKeys) {
      installation.keyFiles().values().forEach(key -> terminal.message("Keep this key: " + key));
    } else {
      installation
          .missingKeys()
          .forEach(key -> terminal.message("warning: there is no key " + key + " to go with it"));
    }
    return ExitStatus.OK;
  }
}
