package org.concordat.server.identity.factors;

import static org.concordat.server.database.schema.Tables.RECOVERY_CODE;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.concordat.core.digests.Sha256;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.jooq.DSLContext;

/** Codes for whoever has lost the app and the passkeys. Each is shown once and works once. */
public final class RecoveryCodes {
  /** So many are made at a time. */
  public static final int COUNT = 10;

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** 16 letters of 31 are 79 bits, which nobody guesses, so that a plain hash suffices. */
  private static final int LENGTH = 16;

  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TenantTransactions transactions;

  /** Codes that are reached through these transactions. */
  public RecoveryCodes(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Makes codes; earlier ones work no more.
   *
   * @return the codes, which are shown once
   */
  public List<String> make(UUID tenant, Attribution by, UUID account) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      codes.add(random());
    }
    transactions.write(
        tenant,
        by,
        sql -> {
          remove(sql, account);
          for (String code : codes) {
            sql.insertInto(RECOVERY_CODE)
                .set(RECOVERY_CODE.ID, Ids.next())
                .set(RECOVERY_CODE.ACCOUNT, account)
                .set(RECOVERY_CODE.HASH, hash(account, code))
                .execute();
          }
          return null;
        });
    return codes;
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  private static String hash(UUID account, String typed) {
    String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return Sha256.hex(account + " " + code);
  }

  /** Whether a text is one of the account's codes, which then works no more. */
  public boolean use(UUID tenant, Attribution by, UUID account, String typed) {
    return transactions.write(
        tenant,
        by,
        sql ->
            sql.deleteFrom(RECOVERY_CODE)
                    .where(RECOVERY_CODE.ACCOUNT.eq(account))
                    .and(RECOVERY_CODE.HASH.eq(hash(account, typed)))
                    .execute()
                == 1);
  }

  /** How many codes of an account still work. */
  public int left(UUID tenant, UUID account) {
    return transactions.read(
        tenant, sql -> sql.fetchCount(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT.eq(account)));
  }

  static void remove(DSLContext sql, UUID account) {
    sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT.eq(account)).execute();
  }
}
