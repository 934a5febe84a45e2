package org.concordat.formats.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes several files so that no half file is ever seen: all of them beside their places first,
 * and then each into its place by a rename.
 */
final class FileWrites {
  private FileWrites() {}

  /** Writes the texts as UTF-8; on a failure before the first rename nothing has changed. */
  static void writeAll(Map<Path, String> texts) throws IOException {
    Map<Path, Path> temporaries = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        Path target = targetOf(text.getKey());
        Path temporary = temporaryBeside(target);
        temporaries.put(temporary, target);
        write(temporary, text.getValue());
        keepPermissions(target, temporary);
      }
      for (Map.Entry<Path, Path> move : temporaries.entrySet()) {
        moveInto(move.getKey(), move.getValue());
      }
    } finally {
      for (Path temporary : temporaries.keySet()) {
        Files.deleteIfExists(temporary);
      }
    }
    Set<Path> folders = new HashSet<>();
    for (Path target : temporaries.values()) {
      folders.add(folderOf(target));
    }
    folders.forEach(FileWrites::forceFolder);
  }

  /** A link stays a link: what it leads to is replaced. */
  private static Path targetOf(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  private static Path folderOf(Path target) {
    Path folder = target.getParent();
    return folder == null ? target.getRoot() : folder;
  }

  /** Hidden and without the ending of YAML, so that a reader meanwhile passes it over. */
  private static Path temporaryBeside(Path target) {
    return target.resolveSibling(".concordat-" + UUID.randomUUID() + ".tmp");
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path target, Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  private static void moveInto(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the renames last through a power cut, where the system lets a folder be forced. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows opens no folders; the files themselves are forced already.
    }
  }
}
