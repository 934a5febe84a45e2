package org.concordat.server.database.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL's programs run as. They refuse to run as root, for a hole in them would be one in
 * the machine. Root therefore runs them in a user namespace of their own, where they hold none of
 * root's capabilities; what they still may do is touch root's files. An ordinary user is better.
 *
 * <p>We do not change to another user instead: that user would need a way into the data directory
 * and everything above it, and root would write into a directory that somebody else owns.
 *
 * @param prefix the words that go before a program
 * @see <a href="https://man7.org/linux/man-pages/man7/user_namespaces.7.html">user_namespaces</a>
 */
record ServerUser(List<String> prefix) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * The user to take.
   *
   * @param uid who we are; 0 is root
   * @throws DatabaseUnavailable when we are root and may not open a namespace
   */
  static ServerUser of(int uid, Path log) {
    ServerUser user = new ServerUser(uid == 0 ? List.of("unshare", "--user", "--") : List.of());
    if (uid == 0) {
      user.mustNotBeRoot(log);
    }
    return user;
  }

  private void mustNotBeRoot(Path log) {
    String why;
    try {
      Command who = Command.run(command("id", "-u"), log, LIMIT);
      if (who.succeeded() && !who.output().strip().equals("0")) {
        return;
      }
      why = who.output().strip();
    } catch (DatabaseUnavailable e) {
      why = e.getMessage();
    }
    throw new DatabaseUnavailable(
        "PostgreSQL does not run as root, and this system does not let us open a user namespace for"
            + " it ("
            + why
            + ")",
        "Start Concordat as an ordinary user who owns the data directory (in a container:"
            + " `--user 1000`), or point CONCORDAT_DATABASE_URL at a PostgreSQL 15 or later");
  }

  /** A program and its arguments, as this user. */
  List<String> command(String... words) {
    return Stream.concat(prefix.stream(), Stream.of(words)).toList();
  }
}
