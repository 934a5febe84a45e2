package org.concordat.server.identity.factors;

import static org.concordat.server.database.schema.Tables.TOTP;
import static org.concordat.server.database.schema.Tables.TOTP_USE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.secrets.SecretBox;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Apps that show one-time codes; an account has one at most. */
public final class AuthenticatorApps {
  private static final Attribution SELF = Attribution.ofServer("sign-in");

  private final TenantTransactions transactions;
  private final SecretBox box;
  private final Clock clock;

  /** Apps whose secrets a box keeps. */
  public AuthenticatorApps(TenantTransactions transactions, SecretBox box, Clock clock) {
    this.transactions = transactions;
    this.box = box;
    this.clock = clock;
  }

  /**
   * A secret that waits for its first code.
   *
   * @param text for typing
   * @param uri for a QR code
   */
  public record SetUp(String text, String uri) {
    @Override
    public String toString() {
      return "a secret of an app";
    }
  }

  /**
   * Makes a secret, which counts once a code of it was given; one that waited before is forgotten.
   *
   * @return whether there is one now; not when the account has an app already
   */
  public boolean start(UUID tenant, Attribution by, UUID account) {
    byte[] closed = box.close(Totp.newSecret(), place(tenant, account));
    return transactions.write(
        tenant,
        by,
        sql -> {
          if (sql.fetchExists(TOTP, of(account, true))) {
            return false;
          }
          sql.deleteFrom(TOTP).where(of(account, false)).execute();
          sql.insertInto(TOTP).set(TOTP.ACCOUNT, account).set(TOTP.SECRET, closed).execute();
          return true;
        });
  }

  private static Condition of(UUID account, boolean confirmed) {
    return TOTP.ACCOUNT
        .eq(account)
        .and(confirmed ? TOTP.CONFIRMED_AT.isNotNull() : TOTP.CONFIRMED_AT.isNull());
  }

  private static String place(UUID tenant, UUID account) {
    return "totp/" + tenant + "/" + account;
  }

  /**
   * The secret that waits for its first code.
   *
   * @param name the account's name in the app
   */
  public Optional<SetUp> waiting(UUID tenant, UUID account, String name) {
    return secret(tenant, account, false)
        .map(secret -> new SetUp(Totp.text(secret), Totp.uri(secret, name)));
  }

  private Optional<byte[]> secret(UUID tenant, UUID account, boolean confirmed) {
    return transactions
        .read(
            tenant,
            sql -> sql.selectFrom(TOTP).where(of(account, confirmed)).fetchOptional(TOTP.SECRET))
        .flatMap(closed -> box.open(closed, place(tenant, account)));
  }

  /** Lets the secret that waits count from now on, if a code is of it. */
  public boolean confirm(UUID tenant, Attribution by, UUID account, String code) {
    OptionalLong step = matching(tenant, account, false, code);
    return step.isPresent()
        && transactions.write(
            tenant,
            by,
            sql -> {
              int confirmed =
                  sql.update(TOTP)
                      .set(
                          TOTP.CONFIRMED_AT,
                          OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                      .where(of(account, false))
                      .execute();
              return confirmed == 1 && takeStep(sql, account, step.getAsLong());
            });
  }

  private OptionalLong matching(UUID tenant, UUID account, boolean confirmed, String code) {
    return secret(tenant, account, confirmed)
        .map(secret -> Totp.match(secret, code, clock.instant()))
        .orElseGet(OptionalLong::empty);
  }

  /** Whether a code is one of the account's app and was not accepted before, on any server. */
  public boolean accepts(UUID tenant, UUID account, String code) {
    OptionalLong step = matching(tenant, account, true, code);
    return step.isPresent()
        && transactions.write(tenant, SELF, sql -> takeStep(sql, account, step.getAsLong()));
  }

  /** Whether no code of this step or a later one was taken before. */
  private static boolean takeStep(DSLContext sql, UUID account, long step) {
    return sql.insertInto(TOTP_USE)
            .set(TOTP_USE.ACCOUNT, account)
            .set(TOTP_USE.STEP, step)
            .onConflict(TOTP_USE.TENANT, TOTP_USE.ACCOUNT)
            .doUpdate()
            .set(TOTP_USE.STEP, step)
            .where(TOTP_USE.STEP.lt(step))
            .execute()
        == 1;
  }

  /** Whether an account has an app whose codes count. */
  public boolean has(UUID tenant, UUID account) {
    return transactions.read(tenant, sql -> has(sql, account));
  }

  static boolean has(DSLContext sql, UUID account) {
    return sql.fetchExists(TOTP, of(account, true));
  }

  static void remove(DSLContext sql, UUID account) {
    sql.deleteFrom(TOTP).where(TOTP.ACCOUNT.eq(account)).execute();
  }
}
