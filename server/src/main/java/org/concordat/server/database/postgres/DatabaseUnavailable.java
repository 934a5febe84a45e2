package org.concordat.server.database.postgres;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to work with. The message is for the person who runs Concordat: what is
 * wrong, where, and how to mend it, followed by the last lines of the server's log where they help.
 * It never holds a password.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseUnavailable(String problem, String remedy) {
    this(problem, remedy, null);
  }

  DatabaseUnavailable(String problem, String remedy, @Nullable Throwable cause) {
    this(problem + ". " + remedy + ".", cause);
  }

  private DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** With what a program of PostgreSQL said last. */
  static DatabaseUnavailable quoting(String problem, String remedy, String lines) {
    return new DatabaseUnavailable(
        problem + ". " + remedy + ".\nPostgreSQL said last:\n" + lines, (Throwable) null);
  }
}
