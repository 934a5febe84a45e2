package org.concordat.server.database.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked: {@code initdb}, {@code pg_ctl} and {@code postgres}.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {
  private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);

  /** Memory that unpacking may take, in KiB; the archive of PostgreSQL 18 takes 8 MiB. */
  private static final int XZ_MEMORY_KIB = 96 * 1024;

  /**
   * The programs for this platform, unpacked when they are not yet. Two processes may do so at
   * once.
   *
   * @param folder where every archive has a folder, named by its contents
   * @throws DatabaseUnavailable when the class path holds no archive or it cannot be unpacked
   */
  static Binaries unpacked(Path folder, Platform platform) {
    URL archive = Binaries.class.getResource("/" + platform.archive());
    if (archive == null) {
      throw new DatabaseUnavailable(
          "This build of Concordat brings no PostgreSQL for this platform: there is no "
              + platform.archive()
              + " on the class path",
          "Add "
              + platform.artefact()
              + " to the class path, or point CONCORDAT_DATABASE_URL at a PostgreSQL 15 or later");
    }
    try {
      Path home = folder.resolve(name(archive, platform));
      if (!Files.exists(home)) {
        unpack(archive, home);
      }
      return new Binaries(home);
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL's programs cannot be unpacked into " + folder + ": " + e.getMessage(),
          "See that there are 100 MB of free space and that the folder can be written",
          e);
    }
  }

  /** A name that changes with the archive's contents, since no file in it states a version. */
  private static String name(URL archive, Platform platform) throws IOException {
    long sum;
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      sum = jar.getJarEntry().getCrc();
    } else {
      CRC32 crc = new CRC32();
      try (InputStream in = new CheckedInputStream(connection.getInputStream(), crc)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      sum = crc.getValue();
    }
    return platform.archive().replace(".txz", "") + String.format("-%08x", sum);
  }

  private static void unpack(URL archive, Path home) throws IOException {
    Path folder = home.resolveSibling(".");
    OwnerOnly.createFolders(folder.normalize());
    Path partial = Files.createTempDirectory(folder.normalize(), "partial-");
    try (InputStream in = new BufferedInputStream(archive.openStream());
        InputStream plain = new XZInputStream(in, XZ_MEMORY_KIB)) {
      TarArchive.unpack(plain, partial);
      OwnerOnly.move(partial, home);
    } catch (IOException e) {
      delete(partial);
      if (!Files.exists(home)) {
        throw e;
      }
    }
  }

  /** Removes what other versions, and unpacking that was cut short, left beside these programs. */
  void removeOthers() throws IOException {
    Path folder = home.getParent();
    if (folder == null) {
      return;
    }
    List<Path> others;
    try (Stream<Path> all = Files.list(folder)) {
      others = all.filter(p -> !p.equals(home)).toList();
    }
    for (Path other : others) {
      delete(other);
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(tree)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** The major version of these programs, such as 18. */
  int majorVersion(Path log) {
    Command version = Command.run(List.of(program("postgres"), "--version"), log, VERSION_LIMIT);
    String number = version.output().replaceFirst("(?s)^.*?\\) (\\d+).*$", "$1");
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL's programs in " + home + " do not run: " + version.output().strip(),
          "Remove the folder and start again; if that does not help, point CONCORDAT_DATABASE_URL"
              + " at a PostgreSQL 15 or later",
          e);
    }
  }
}
