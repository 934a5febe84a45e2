package org.concordat.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data of a server is. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIRECTORY",
      description =
          "Where the database, keys and logs are. Default: a folder in $XDG_DATA_HOME or"
              + " ~/.local/share.")
  private @Nullable Path data;

  /**
   * The data directory.
   *
   * @param folder its name when none is told
   */
  Path directory(String folder, Map<String, String> environment) {
    return data == null ? home(environment).resolve(folder) : data;
  }

  private static Path home(Map<String, String> environment) {
    String told = environment.getOrDefault("XDG_DATA_HOME", "");
    return told.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "share")
        : Path.of(told);
  }
}
