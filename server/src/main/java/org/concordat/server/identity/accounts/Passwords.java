package org.concordat.server.identity.accounts;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords by Argon2id with 19 MiB and two passes, as OWASP's password storage cheat sheet
 * advises. Only a few are hashed at a time, so that many sign-ins at once can take neither all
 * memory nor all processors from those who are at work.
 */
public final class Passwords {
  /** A password has so many characters at least (NIST SP 800-63B asks for 8 or more). */
  public static final int SHORTEST = 12;

  /** And at most so many. */
  public static final int LONGEST = 128;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int MOST_AT_A_TIME = 4;

  private final Argon2PasswordEncoder encoder;
  private final Semaphore hashing =
      new Semaphore(
          Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_AT_A_TIME), true);
  private final String nobodys;

  /** As it should be in earnest. */
  public Passwords() {
    this(MEMORY_KIB, PASSES);
  }

  /**
   * With another effort, for tests.
   *
   * @param memory in KiB
   */
  Passwords(int memory, int passes) {
    encoder = new Argon2PasswordEncoder(16, 32, 1, memory, passes);
    nobodys = hash("nobody has this password");
  }

  /** Whether a password is long enough and not too long. */
  public static boolean isAcceptable(String password) {
    return password.length() >= SHORTEST && password.length() <= LONGEST;
  }

  String hash(String password) {
    return limited(() -> Objects.requireNonNull(encoder.encode(password)));
  }

  /**
   * Whether a password is the one that a hash was made of. Takes as long when there is no hash, so
   * that nobody learns by a clock who has an account.
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    boolean same = limited(() -> encoder.matches(password, hash == null ? nobodys : hash));
    return same && hash != null;
  }

  private interface Work<T> {
    T run();
  }

  private <T> T limited(Work<T> work) {
    hashing.acquireUninterruptibly();
    try {
      return work.run();
    } finally {
      hashing.release();
    }
  }
}
