package org.concordat.server.identity.factors;

import static org.concordat.server.database.schema.Tables.PASSKEY;
import static org.concordat.server.database.schema.Tables.TOTP;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.jooq.DSLContext;

/**
 * What an account is asked for after its password. Whoever has an app or a passkey is asked for one
 * of them, or for a recovery code: a password alone opens such an account no more.
 */
public final class SecondFactors {
  private final TenantTransactions transactions;

  /** Second factors that are reached through these transactions. */
  public SecondFactors(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** What an account has. */
  public record Held(boolean app, boolean passkey) {
    public boolean any() {
      return app || passkey;
    }
  }

  /** What an account has. */
  public Held of(UUID tenant, UUID account) {
    return transactions.read(tenant, sql -> of(sql, account));
  }

  private static Held of(DSLContext sql, UUID account) {
    return new Held(
        AuthenticatorApps.has(sql, account), sql.fetchExists(PASSKEY, PASSKEY.ACCOUNT.eq(account)));
  }

  /** The accounts that have any. */
  public Set<UUID> holders(UUID tenant) {
    return transactions.read(
        tenant,
        sql -> {
          Set<UUID> holders =
              new HashSet<>(
                  sql.selectFrom(TOTP).where(TOTP.CONFIRMED_AT.isNotNull()).fetch(TOTP.ACCOUNT));
          holders.addAll(sql.selectFrom(PASSKEY).fetch(PASSKEY.ACCOUNT));
          return holders;
        });
  }

  /** Takes an account's app away; recovery codes go with the last factor. */
  public void removeApp(UUID tenant, Attribution by, UUID account) {
    transactions.write(
        tenant,
        by,
        sql -> {
          AuthenticatorApps.remove(sql, account);
          removeIdleCodes(sql, account);
          return null;
        });
  }

  /** Takes a passkey of an account away; recovery codes go with the last factor. */
  public void removePasskey(UUID tenant, Attribution by, UUID account, UUID passkey) {
    transactions.write(
        tenant,
        by,
        sql -> {
          sql.deleteFrom(PASSKEY)
              .where(PASSKEY.ID.eq(passkey).and(PASSKEY.ACCOUNT.eq(account)))
              .execute();
          removeIdleCodes(sql, account);
          return null;
        });
  }

  private static void removeIdleCodes(DSLContext sql, UUID account) {
    if (!of(sql, account).any()) {
      RecoveryCodes.remove(sql, account);
    }
  }

  /** Takes all of an account's factors away, for somebody who has lost them. */
  public void removeAll(UUID tenant, Attribution by, UUID account) {
    transactions.write(
        tenant,
        by,
        sql -> {
          AuthenticatorApps.remove(sql, account);
          sql.deleteFrom(PASSKEY).where(PASSKEY.ACCOUNT.eq(account)).execute();
          RecoveryCodes.remove(sql, account);
          return null;
        });
  }
}
