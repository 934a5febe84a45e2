package org.concordat.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.server.launch.Installation;
import org.concordat.server.launch.Restore;
import org.concordat.server.launch.Restore.CheckedTrail;
import org.concordat.server.launch.Restore.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
    name = "restore",
    sortOptions = false,
    header = "Bring a backup into a new data directory or an empty database.",
    description = {
      "",
      "Checks the whole file first, then makes the tables as they were in the version that wrote"
          + " it, fills them, brings them to the present version, and checks the trail of every"
          + " organisation against its seals. When anything is wrong, nothing stays behind. An"
          + " installation that holds data is never touched.",
      "",
      "Keys that the backup holds are put where the server looks for them. Everybody signs in"
          + " anew afterwards."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat restore concordat.backup",
      "  concordat restore --data /srv/concordat /backups/monday.backup"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path file;

  @Mixin private InstallationOptions options = new InstallationOptions();

  RestoreCommand(Terminal terminal, Surroundings surroundings) {
    this.terminal = terminal;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = options.installation(surroundings.environment());
    Restored restored = Restore.run(installation, file);
    terminal.message(
        "Restored %,d rows of %d tables from %s."
            .formatted(restored.rows(), restored.tables(), file));
    boolean sound = true;
    for (CheckedTrail trail : restored.trails()) {
      sound &= trail.verification().isSound();
      terminal.message(
          trail.verification().isSound()
              ? "The trail of %s is sound: %,d entries, %,d of them sealed."
                  .formatted(
                      trail.organisation(),
                      trail.verification().entries(),
                      trail.verification().sealed())
              : "error: the trail of %s contradicts its seals:".formatted(trail.organisation()));
      Failures.tell(trail.verification().findings(), terminal);
    }
    for (Map.Entry<String, Path> key : installation.keyFiles().entrySet()) {
      if (installation.missingKeys().contains(key.getValue())) {
        terminal.message(
            "warning: the backup has no %s; put it to %s before the server starts, or it makes a new one"
                .formatted(key.getKey(), key.getValue()));
      }
    }
    return sound ? ExitStatus.OK : ExitStatus.INVALID;
  }
}
