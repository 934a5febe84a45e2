package org.concordat.server.database.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory that this Concordat alone works in, until it is closed. */
final class DataDirectory implements AutoCloseable {
  private static final String MARK = "private-postgres.properties";
  private static final String LOCK = "lock";
  private static final String HOLDER = "lock.pid";

  /** Free bytes that a new database needs: programs, cluster and its first logs take 150 MB. */
  static final long FREE_FOR_NEW = 300L << 20;

  /** Free bytes that an existing one needs to recover and to write its log. */
  static final long FREE_FOR_EXISTING = 64L << 20;

  private static final int PASSWORD_BYTES = 32;

  /**
   * Directories held by this JVM. Closing any handle on a locked file gives up a lock of the whole
   * process (POSIX fcntl), so a second attempt must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel channel;
  private final int uid;

  private DataDirectory(Path root, FileChannel channel, int uid) {
    this.root = root;
    this.channel = channel;
    this.uid = uid;
  }

  /**
   * Takes the directory, creating it where it is missing.
   *
   * @throws DatabaseUnavailable when it is somebody else's, open to others, in use, or full
   */
  static DataDirectory take(Path directory) {
    try {
      OwnerOnly.createFolders(directory);
      Path root = directory.toRealPath();
      refuseShellCharacters(root);
      refuseForeignContents(root);
      int uid = checkOwner(root);
      checkSpace(root);
      return lock(root, uid);
    } catch (AccessDeniedException e) {
      throw new DatabaseUnavailable(
          "The data directory " + directory + " cannot be read and written: " + e.getMessage(),
          "Give it to the user who runs Concordat, or choose another",
          e);
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The data directory " + directory + " cannot be used: " + e.getMessage(),
          "Choose another, or mend this one",
          e);
    }
  }

  /** {@code pg_ctl} starts the server through a shell and quotes the path by {@code "} only. */
  private static void refuseShellCharacters(Path root) {
    String unsafe = root.getFileSystem().getSeparator().equals("\\") ? "\"$`\n\r" : "\"$`\\\n\r";
    if (root.toString().chars().anyMatch(c -> unsafe.indexOf(c) >= 0)) {
      throw new DatabaseUnavailable(
          "The path " + root + " holds a quote, dollar sign, backquote, backslash or line break",
          "Choose a data directory without them");
    }
  }

  private static void refuseForeignContents(Path root) throws IOException {
    if (Files.exists(root.resolve(MARK))) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      Set<String> foreign =
          entries
              .map(p -> String.valueOf(p.getFileName()))
              .filter(name -> !Set.of(LOCK, HOLDER, MARK + ".partial").contains(name))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!foreign.isEmpty()) {
        throw new DatabaseUnavailable(
            "The directory "
                + root
                + " is not one of Concordat's: it has no "
                + MARK
                + " but holds "
                + foreign.iterator().next(),
            "Choose an empty directory");
      }
    }
  }

  /** Our own user number, 0 being root; where there are none, 1. */
  private static int checkOwner(Path root) throws IOException {
    if (!OwnerOnly.supported(root)) {
      return 1;
    }
    int owner = (Integer) Files.getAttribute(root, "unix:uid");
    Path probe = Files.createTempFile(root, LOCK, ".partial");
    int uid = (Integer) Files.getAttribute(probe, "unix:uid");
    Files.delete(probe);
    if (owner != uid) {
      throw new DatabaseUnavailable(
          "The data directory "
              + root
              + " belongs to "
              + Files.getOwner(root)
              + " (user "
              + owner
              + "), but Concordat runs as user "
              + uid,
          "Start Concordat as its owner");
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(root);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new DatabaseUnavailable(
          "Others may write into the data directory " + root, "Close it: `chmod 700 " + root + "`");
    }
    return uid;
  }

  private static void checkSpace(Path root) throws IOException {
    boolean existing = Files.exists(root.resolve("cluster"));
    requireSpace(
        root,
        Files.getFileStore(root).getUsableSpace(),
        existing ? FREE_FOR_EXISTING : FREE_FOR_NEW);
  }

  /**
   * Refuses too little space.
   *
   * @param free bytes that are free
   * @param needed bytes that are needed
   */
  static void requireSpace(Path root, long free, long needed) {
    if (free < needed) {
      throw new DatabaseUnavailable(
          "The disk of "
              + root
              + " is full: "
              + (free >> 20)
              + " MiB are free, and PostgreSQL needs "
              + (needed >> 20)
              + " MiB to start",
          "Make room there, but leave every file under cluster/ alone");
    }
  }

  private static DataDirectory lock(Path root, int uid) throws IOException {
    if (!HELD.add(root)) {
      throw inUse(root);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(root);
      }
      DataDirectory taken = new DataDirectory(root, channel, uid);
      OwnerOnly.write(root.resolve(HOLDER), ProcessHandle.current().pid() + "\n");
      OwnerOnly.createFolders(taken.log());
      OwnerOnly.createFolders(taken.root.resolve("secrets"));
      if (!Files.exists(root.resolve(MARK))) {
        taken.remember("format", "1");
      }
      return taken;
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(root);
      if (e instanceof OverlappingFileLockException) {
        throw inUse(root);
      }
      throw e;
    }
  }

  /** Whether a Concordat, this one or another, works in a directory now. */
  static boolean isTaken(Path directory) throws IOException {
    if (!Files.exists(directory.resolve(LOCK))) {
      return false;
    }
    Path root = directory.toRealPath();
    if (HELD.contains(root)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static DatabaseUnavailable inUse(Path root) {
    String pid;
    try {
      pid = " (process " + Files.readString(root.resolve(HOLDER)).strip() + ")";
    } catch (IOException e) {
      pid = "";
    }
    return new DatabaseUnavailable(
        "Another Concordat" + pid + " works in the data directory " + root,
        "Stop it first, or choose another directory");
  }

  /** The user who owns the directory and runs us; 0 is root. */
  int uid() {
    return uid;
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  Path log() {
    return root.resolve("log");
  }

  Path log(String name) {
    return log().resolve(name + ".log");
  }

  Path binaries() {
    return root.resolve("binaries");
  }

  /** What was remembered under this name, or null. */
  @Nullable String remembered(String key) {
    return properties(root).getProperty(key);
  }

  /** What was remembered in a directory that somebody else may work in. */
  static @Nullable String remembered(Path root, String key) {
    return properties(root).getProperty(key);
  }

  void remember(String key, String value) {
    Properties properties = properties(root);
    properties.setProperty(key, value);
    String text =
        properties.stringPropertyNames().stream()
            .sorted()
            .map(name -> name + "=" + properties.getProperty(name) + "\n")
            .collect(
                Collectors.joining("", "# Written by Concordat; not meant to be edited.\n", ""));
    try {
      OwnerOnly.write(root.resolve(MARK), text);
    } catch (IOException e) {
      throw unreadable(root.resolve(MARK), e);
    }
  }

  private static Properties properties(Path root) {
    Properties properties = new Properties();
    Path mark = root.resolve(MARK);
    try {
      if (Files.exists(mark)) {
        properties.load(new StringReader(Files.readString(mark)));
      }
    } catch (IOException e) {
      throw unreadable(mark, e);
    }
    return properties;
  }

  Path passwordFile(String role) {
    return passwordFile(root, role);
  }

  static Path passwordFile(Path root, String role) {
    return root.resolve("secrets").resolve(role);
  }

  /**
   * The password of a role, drawn at random when there is none yet.
   *
   * @throws DatabaseUnavailable when others may read it
   */
  String password(String role) {
    Path file = passwordFile(role);
    try {
      if (!Files.exists(file)) {
        if (remembered("prepared") != null) {
          throw new DatabaseUnavailable(
              "The password file " + file + " is missing", "Bring it back from a backup");
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        OwnerOnly.write(
            file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
      }
      if (OwnerOnly.isOpenToOthers(file)) {
        throw new DatabaseUnavailable(
            "Others may read the password file " + file, "Close it: `chmod 600 " + file + "`");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DatabaseUnavailable unreadable(Path file, IOException e) {
    return new DatabaseUnavailable(
        "The file " + file + " cannot be read or written: " + e.getMessage(),
        "Give it to the user who runs Concordat, and see that the disk is not full",
        e);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(root.resolve(HOLDER));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(root);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
