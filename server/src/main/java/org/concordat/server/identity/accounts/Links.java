package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.ONE_TIME_LINK;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.OneTimeLinkRecord;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links that let somebody in once: the first administrator, an invited person, one who forgot the
 * password. Each is shown once and stored as a hash.
 */
public final class Links {
  /** An administrator's link works so long. */
  public static final Duration FIRST = Duration.ofDays(1);

  /** An invitation works so long. */
  public static final Duration INVITATION = Duration.ofDays(7);

  /** A link to a new password works so long. */
  public static final Duration RESET = Duration.ofHours(4);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TenantTransactions transactions;
  private final Accounts accounts;

  /** Links that are reached through these transactions. */
  public Links(TenantTransactions transactions, Accounts accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** What a link is for. */
  public enum Purpose {
    ADMINISTRATOR,
    INVITATION,
    RESET;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A link that still works.
   *
   * @param email the address that it was made for, or null when its holder names one
   * @param name the name that it was made for, or null when its holder gives one
   */
  public record Valid(
      UUID tenant, UUID id, Purpose purpose, @Nullable String email, @Nullable String name) {}

  /** A link for the first administrator; earlier ones that nobody used end. */
  public String administrator(UUID tenant, Attribution by) {
    return make(
        tenant,
        by,
        Purpose.ADMINISTRATOR,
        FIRST,
        sql ->
            sql.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PURPOSE.eq(Purpose.ADMINISTRATOR.word()))
                .and(ONE_TIME_LINK.USED_AT.isNull())
                .execute(),
        row ->
            row.setRoles(
                json(
                    List.of(
                        new Grant(Role.ADMINISTRATOR, Set.of()),
                        new Grant(Role.SECURITY_OFFICER, Set.of())))));
  }

  /** A link by which somebody gets an account with these roles. */
  public String invitation(
      UUID tenant, Attribution by, String email, String name, Collection<Grant> grants) {
    return make(
        tenant,
        by,
        Purpose.INVITATION,
        INVITATION,
        _ -> {},
        row -> {
          row.setEmail(Accounts.normal(email));
          row.setName(name.strip());
          row.setRoles(json(grants));
        });
  }

  /** A link by which the holder of an account gets a new password. */
  public String reset(UUID tenant, Attribution by, UUID account) {
    return make(tenant, by, Purpose.RESET, RESET, _ -> {}, row -> row.setAccount(account));
  }

  private interface Step<T> {
    void of(T what);
  }

  private String make(
      UUID tenant,
      Attribution by,
      Purpose purpose,
      Duration validity,
      Step<DSLContext> before,
      Step<OneTimeLinkRecord> fill) {
    Secret secret = Secret.make(tenant);
    transactions.write(
        tenant,
        by,
        sql -> {
          before.of(sql);
          OneTimeLinkRecord row = sql.newRecord(ONE_TIME_LINK);
          row.setId(Ids.next());
          row.setHash(secret.hash());
          row.setPurpose(purpose.word());
          row.setExpiresAt(now().plus(validity));
          fill.of(row);
          return row.insert();
        });
    return secret.text();
  }

  /** The link that a text is, or empty when it never was, is used or is too old. */
  public Optional<Valid> find(String text) {
    return Secret.of(text)
        .flatMap(
            secret ->
                transactions.read(
                    secret.tenant(), sql -> row(sql, secret).map(r -> valid(sql, secret, r))));
  }

  private static Optional<OneTimeLinkRecord> row(DSLContext sql, Secret secret) {
    return sql.selectFrom(ONE_TIME_LINK)
        .where(ONE_TIME_LINK.HASH.eq(secret.hash()))
        .and(ONE_TIME_LINK.USED_AT.isNull())
        .and(ONE_TIME_LINK.EXPIRES_AT.gt(now()))
        .fetchOptional();
  }

  private static Valid valid(DSLContext sql, Secret secret, OneTimeLinkRecord row) {
    Purpose purpose = Purpose.valueOf(row.getPurpose().toUpperCase(Locale.ROOT));
    if (purpose != Purpose.RESET) {
      return new Valid(secret.tenant(), row.getId(), purpose, row.getEmail(), row.getName());
    }
    var account = sql.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(row.getAccount())).fetchSingle();
    return new Valid(secret.tenant(), row.getId(), purpose, account.getEmail(), account.getName());
  }

  /** What became of the use of a link. */
  public sealed interface Used {
    /** It let its holder in. */
    record Entered(UUID tenant, UUID account) implements Used {}

    /** It works no more. */
    record Over() implements Used {}

    /** Somebody has an account with this address already. */
    record EmailTaken() implements Used {}
  }

  /**
   * Uses a link: its holder gets the account or the new password that it stands for.
   *
   * @param email the address for a link that was made for none
   * @param name the holder's name
   * @param password acceptable by {@link Passwords#isAcceptable}
   */
  public Used use(String text, String email, String name, String password) {
    Optional<Secret> secret = Secret.of(text);
    if (secret.isEmpty() || find(text).isEmpty()) {
      return new Used.Over();
    }
    UUID tenant = secret.get().tenant();
    String hash = accounts.hash(password);
    return transactions.write(
        tenant,
        Attribution.ofServer("one-time-link"),
        sql -> {
          Optional<OneTimeLinkRecord> row = row(sql, secret.get());
          int taken =
              sql.update(ONE_TIME_LINK)
                  .set(ONE_TIME_LINK.USED_AT, now())
                  .where(ONE_TIME_LINK.HASH.eq(secret.get().hash()))
                  .and(ONE_TIME_LINK.USED_AT.isNull())
                  .execute();
          if (row.isEmpty() || taken == 0) {
            return new Used.Over();
          }
          return enter(sql, tenant, row.get(), email, name, hash);
        });
  }

  private Used enter(
      DSLContext sql, UUID tenant, OneTimeLinkRecord link, String email, String name, String hash) {
    if (link.getAccount() != null) {
      Accounts.setPassword(sql, link.getAccount(), hash);
      JudgingLinks.endGuesthood(sql, link.getAccount());
      return new Used.Entered(tenant, link.getAccount());
    }
    String address = link.getEmail() == null ? Accounts.normal(email) : link.getEmail();
    if (sql.fetchExists(ACCOUNT, ACCOUNT.EMAIL.eq(address))) {
      sql.update(ONE_TIME_LINK)
          .setNull(ONE_TIME_LINK.USED_AT)
          .where(ONE_TIME_LINK.ID.eq(link.getId()))
          .execute();
      return new Used.EmailTaken();
    }
    return new Used.Entered(
        tenant, accounts.create(sql, address, name, hash, grants(link.getRoles())));
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  private static JSONB json(Collection<Grant> grants) {
    List<Map<String, Object>> all = new ArrayList<>();
    grants.forEach(g -> all.add(Map.of("role", g.role().name(), "units", g.units())));
    return JSONB.valueOf(JSON.writeValueAsString(all));
  }

  private record Kept(String role, List<String> units) {}

  private static List<Grant> grants(JSONB json) {
    List<Kept> kept = JSON.readValue(json.data(), new TypeReference<>() {});
    return kept.stream()
        .map(k -> new Grant(Role.valueOf(k.role()), Set.copyOf(k.units())))
        .toList();
  }
}
