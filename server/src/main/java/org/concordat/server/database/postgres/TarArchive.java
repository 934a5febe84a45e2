package org.concordat.server.database.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Unpacks what the archives of PostgreSQL's programs use of the ustar format: files, folders and
 * symbolic links with names up to 100 bytes. Anything else is refused rather than guessed at.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX.1-2024,
 *     pax, “ustar Interchange Format”</a>
 */
final class TarArchive {
  private static final int BLOCK = 512;

  /** Bytes that one archive may unpack to; those of PostgreSQL 18 hold 60 MB. */
  static final long MAX_BYTES = 512L << 20;

  /** Entries that one archive may hold; those of PostgreSQL 18 hold about a thousand. */
  static final int MAX_ENTRIES = 20_000;

  private final InputStream in;
  private final Path target;
  private long bytes;

  private TarArchive(InputStream in, Path target) {
    this.in = in;
    this.target = target;
  }

  /**
   * Unpacks a whole archive.
   *
   * @param target an existing folder; no entry gets out of it
   * @throws IOException when the archive is damaged, holds what we do not know, or exceeds a limit
   */
  static void unpack(InputStream in, Path target) throws IOException {
    new TarArchive(in, target).unpack();
  }

  private void unpack() throws IOException {
    for (int entries = 0; entries < MAX_ENTRIES; entries++) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK) {
        throw new EOFException("The archive ends before its end mark");
      }
      if (isBlank(header)) {
        in.transferTo(OutputStream.nullOutputStream());
        return;
      }
      entry(header);
    }
    throw new IOException("The archive holds more than " + MAX_ENTRIES + " entries");
  }

  private static boolean isBlank(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private void entry(byte[] header) throws IOException {
    checkSum(header);
    String name = text(header, 0, 100);
    long size = octal(header, 124, 12);
    Path path = inside(target.resolve(name), name);
    switch (header[156]) {
      case '5' -> Files.createDirectories(path);
      case '2' -> link(path, text(header, 157, 100));
      case '0', 0 -> file(path, size, (octal(header, 100, 8) & 0100) != 0);
      default ->
          throw new IOException("Entry " + name + " has the unknown type " + (char) header[156]);
    }
  }

  private static void checkSum(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      // The field of the sum itself counts as blanks.
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(header, 148, 8)) {
      throw new IOException("The archive is damaged: a header's check sum is wrong");
    }
  }

  private Path inside(Path path, String name) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("Entry " + name + " points out of the archive");
    }
    return normal;
  }

  private void link(Path path, String to) throws IOException {
    inside(path.resolveSibling(to), to);
    Files.createDirectories(parent(path));
    Files.createSymbolicLink(path, Path.of(to));
  }

  private void file(Path path, long size, boolean executable) throws IOException {
    bytes += size;
    if (bytes > MAX_BYTES) {
      throw new IOException("The archive unpacks to more than " + MAX_BYTES + " bytes");
    }
    Files.createDirectories(parent(path));
    try (OutputStream out = Files.newOutputStream(path)) {
      copy(size, out);
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    if (OwnerOnly.supported(path)) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? target : parent;
  }

  private void copy(long size, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = size; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException("The archive ends within a file");
      }
      out.write(buffer, 0, n);
      left -= n;
    }
  }

  private static String text(byte[] header, int start, int length) {
    int end = start;
    while (end < start + length && header[end] != 0) {
      end++;
    }
    return new String(header, start, end - start, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] header, int start, int length) throws IOException {
    String digits = text(header, start, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("The archive is damaged: " + digits + " is no number", e);
    }
  }
}
