package org.concordat.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written whole or not at all: what stands there before stays until the new content
 * is complete.
 */
public final class OutputFile {
  private final Path path;
  private final boolean mayOverwrite;

  /**
   * A file to write.
   *
   * @throws FileAlreadyExistsException when there is one already and it must not be overwritten
   */
  public OutputFile(Path path, boolean mayOverwrite) throws FileAlreadyExistsException {
    this.path = path;
    this.mayOverwrite = mayOverwrite;
    if (!mayOverwrite && Files.exists(path) && !isDevice(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  /** Writes the content. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes the file. A device or a pipe is written to directly. */
  public void write(Content content) throws IOException {
    if (isDevice(path)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
        content.write(out);
      }
      return;
    }
    Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(path + ": this is a folder, not a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    Path draft = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  draft,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE))) {
        content.write(out);
      }
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void move(Path draft, Path target) throws IOException {
    if (!mayOverwrite) {
      Files.move(draft, target);
      return;
    }
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }
}
