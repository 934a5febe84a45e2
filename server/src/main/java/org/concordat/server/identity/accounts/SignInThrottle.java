package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.SIGN_IN_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.jooq.impl.DSL;

/**
 * Slows down whoever guesses passwords: after some failures, each further one makes an account or
 * an address wait longer. All servers count together.
 */
public final class SignInThrottle {
  /** So many failures are nobody's fault. */
  static final int FREE = 5;

  /** The longest that somebody waits. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** Failures are forgotten after this time without another. */
  static final Duration FORGOTTEN = Duration.ofHours(2);

  private static final Attribution SELF = Attribution.ofServer("sign-in");

  private final TenantTransactions transactions;
  private final Clock clock;

  /** Counts in the database, by a clock. */
  public SignInThrottle(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How long the longest of these has to wait.
   *
   * @param subjects such as an account and an address
   * @return zero when none has to
   */
  public Duration wait(List<String> subjects) {
    OffsetDateTime now = now();
    return transactions.read(
        TenantTransactions.NO_TENANT,
        sql ->
            sql
                .selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.in(subjects))
                .and(SIGN_IN_FAILURE.BLOCKED_UNTIL.gt(now))
                .fetch(row -> Duration.between(now, row.getBlockedUntil()))
                .stream()
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
  }

  /** Counts a failure of each. */
  public void failed(List<String> subjects) {
    OffsetDateTime now = now();
    transactions.write(
        TenantTransactions.NO_TENANT,
        SELF,
        sql -> {
          for (String subject : subjects.stream().sorted().toList()) {
            int failures =
                sql.insertInto(SIGN_IN_FAILURE)
                    .set(SIGN_IN_FAILURE.SUBJECT, subject)
                    .set(SIGN_IN_FAILURE.FAILURES, 1)
                    .set(SIGN_IN_FAILURE.LAST_AT, now)
                    .set(SIGN_IN_FAILURE.BLOCKED_UNTIL, now)
                    .onConflict(SIGN_IN_FAILURE.TENANT, SIGN_IN_FAILURE.SUBJECT)
                    .doUpdate()
                    .set(
                        SIGN_IN_FAILURE.FAILURES,
                        DSL.when(SIGN_IN_FAILURE.LAST_AT.lt(now.minus(FORGOTTEN)), 1)
                            .otherwise(SIGN_IN_FAILURE.FAILURES.plus(1)))
                    .set(SIGN_IN_FAILURE.LAST_AT, now)
                    .returning(SIGN_IN_FAILURE.FAILURES)
                    .fetchSingle()
                    .getFailures();
            sql.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.BLOCKED_UNTIL, now.plus(delay(failures)))
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .execute();
          }
          return null;
        });
  }

  /** Forgets the failures of one who got in after all. */
  public void succeeded(String subject) {
    transactions.write(
        TenantTransactions.NO_TENANT,
        SELF,
        sql ->
            sql.deleteFrom(SIGN_IN_FAILURE).where(SIGN_IN_FAILURE.SUBJECT.eq(subject)).execute());
  }

  /** One second after the first failure too many, then always twice as long. */
  static Duration delay(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration delay = Duration.ofSeconds(1L << Math.min(failures - FREE - 1, 20));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
