package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.JUDGING_LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.AccountRecord;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.jooq.DSLContext;

/**
 * Links by which guests judge impacts for their units, as often as they like until a day. A guest
 * is an account that nothing else opens and that may nothing else.
 */
public final class JudgingLinks {
  /** A link works so long at most. */
  public static final Duration LONGEST = Duration.ofDays(180);

  private final TenantTransactions transactions;
  private final Clock clock;

  /** Links that are reached through these transactions. */
  public JudgingLinks(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of a wish for a link. */
  public sealed interface Made {
    /**
     * It is made.
     *
     * @param secret the link's text, which is shown once
     */
    record Link(String secret) implements Made {
      @Override
      public String toString() {
        return "a judging link";
      }
    }

    /** Somebody has a full account with this address and needs no link. */
    record HasAccount() implements Made {}
  }

  /**
   * Makes a link for somebody; an earlier one of theirs works no more.
   *
   * @param units the ids of the units that they judge for
   * @param validity positive, and no longer than {@link #LONGEST}
   */
  public Made make(
      UUID tenant,
      Attribution by,
      String email,
      String name,
      Set<String> units,
      Duration validity) {
    if (!validity.isPositive() || validity.compareTo(LONGEST) > 0 || units.isEmpty()) {
      throw new IllegalArgumentException(
          "a judging link is for some units and for " + LONGEST.toDays() + " days at most");
    }
    Secret secret = Secret.make(tenant);
    List<Grant> grants = List.of(new Grant(Role.CONTRIBUTOR, units));
    return transactions.write(
        tenant,
        by,
        sql -> {
          Optional<AccountRecord> known =
              sql.selectFrom(ACCOUNT)
                  .where(ACCOUNT.EMAIL.eq(Accounts.normal(email)))
                  .forUpdate()
                  .fetchOptional();
          if (known.isPresent() && !known.get().getGuest()) {
            return new Made.HasAccount();
          }
          UUID account =
              known.isPresent()
                  ? again(sql, known.get(), name, grants)
                  : Accounts.createWithoutPassword(sql, email, name, grants, true);
          sql.insertInto(JUDGING_LINK)
              .set(JUDGING_LINK.ID, Ids.next())
              .set(JUDGING_LINK.ACCOUNT, account)
              .set(JUDGING_LINK.HASH, secret.hash())
              .set(JUDGING_LINK.VALID_UNTIL, now().plus(validity))
              .execute();
          return new Made.Link(secret.text());
        });
  }

  private static UUID again(DSLContext sql, AccountRecord guest, String name, List<Grant> grants) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.NAME, name.strip())
        .set(ACCOUNT.ACTIVE, true)
        .where(ACCOUNT.ID.eq(guest.getId()))
        .execute();
    Accounts.replaceRoles(sql, guest.getId(), grants);
    removeLink(sql, guest.getId());
    return guest.getId();
  }

  private static void removeLink(DSLContext sql, UUID account) {
    sql.deleteFrom(JUDGING_LINK).where(JUDGING_LINK.ACCOUNT.eq(account)).execute();
    Accounts.endSessions(sql, account);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A link that works. */
  public record Open(UUID tenant, UUID account, String name, Instant until) {}

  /** The link that a text is, or empty when it never was, is over or was taken back. */
  public Optional<Open> find(String text) {
    return Secret.of(text)
        .flatMap(
            secret ->
                transactions.read(
                    secret.tenant(),
                    sql ->
                        sql.select(ACCOUNT.ID, ACCOUNT.NAME, JUDGING_LINK.VALID_UNTIL)
                            .from(JUDGING_LINK)
                            .join(ACCOUNT)
                            .on(ACCOUNT.ID.eq(JUDGING_LINK.ACCOUNT))
                            .where(JUDGING_LINK.HASH.eq(secret.hash()))
                            .and(JUDGING_LINK.VALID_UNTIL.gt(now()))
                            .and(ACCOUNT.ACTIVE.isTrue().and(ACCOUNT.GUEST.isTrue()))
                            .fetchOptional(
                                row ->
                                    new Open(
                                        secret.tenant(),
                                        row.value1(),
                                        row.value2(),
                                        row.value3().toInstant()))));
  }

  /** Until when the links of an organisation's guests work, by account; past ones too. */
  public Map<UUID, Instant> all(UUID tenant) {
    return transactions.read(
        tenant,
        sql -> {
          Map<UUID, Instant> until = new HashMap<>();
          sql.selectFrom(JUDGING_LINK)
              .forEach(row -> until.put(row.getAccount(), row.getValidUntil().toInstant()));
          return until;
        });
  }

  /** Takes a guest's link back; the guest's sessions end at once. */
  public void revoke(UUID tenant, Attribution by, UUID account) {
    transactions.write(
        tenant,
        by,
        sql -> {
          removeLink(sql, account);
          return null;
        });
  }

  static boolean isOpen(DSLContext sql, UUID account) {
    return sql.fetchExists(
        JUDGING_LINK,
        JUDGING_LINK
            .ACCOUNT
            .eq(account)
            .and(JUDGING_LINK.VALID_UNTIL.gt(OffsetDateTime.now(ZoneOffset.UTC))));
  }

  /** Makes a guest a person with an account like others. */
  static void endGuesthood(DSLContext sql, UUID account) {
    sql.deleteFrom(JUDGING_LINK).where(JUDGING_LINK.ACCOUNT.eq(account)).execute();
    sql.update(ACCOUNT)
        .set(ACCOUNT.GUEST, false)
        .where(ACCOUNT.ID.eq(account).and(ACCOUNT.GUEST.isTrue()))
        .execute();
  }
}
