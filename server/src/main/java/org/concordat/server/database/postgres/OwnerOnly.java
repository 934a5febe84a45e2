package org.concordat.server.database.postgres;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody but their owner may read. On Windows, which has no such bits, the
 * folder that they stand in decides.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  static boolean supported(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Creates a folder, and the ones above it, where they are missing. */
  public static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder, FOLDER));
  }

  /** Replaces a file as a whole; after a power cut there is the old text or the new one. */
  static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a file shall hold. */
  public interface Content<E extends Exception> {
    void write(OutputStream out) throws IOException, E;
  }

  /** The same with content that is too long to be in memory. */
  public static <E extends Exception> void write(Path file, Content<E> content)
      throws IOException, E {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    boolean written = false;
    try (FileChannel channel =
        FileChannel.open(
            partial,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes(file, FILE))) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.write(out);
      out.flush();
      channel.force(true);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(partial);
      }
    }
    move(partial, file);
  }

  /** Gives a finished file or folder its name, for good. */
  static void move(Path partial, Path finished) throws IOException {
    Files.move(partial, finished, StandardCopyOption.ATOMIC_MOVE);
    Path folder = finished.toAbsolutePath().getParent();
    if (folder != null && supported(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Whether others may read or change it. */
  static boolean isOpenToOthers(Path path) throws IOException {
    return supported(path)
        && Files.getPosixFilePermissions(path).stream()
            .anyMatch(p -> !p.name().startsWith("OWNER_"));
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return supported(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
