package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.ACCOUNT_PASSWORD;
import static org.concordat.server.database.schema.Tables.ACCOUNT_ROLE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.AccountRecord;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The accounts of the organisations. */
public final class Accounts {
  private final TenantTransactions transactions;
  private final Passwords passwords;

  /** Accounts that are reached through these transactions. */
  public Accounts(TenantTransactions transactions, Passwords passwords) {
    this.transactions = transactions;
    this.passwords = passwords;
  }

  /**
   * An account as the people who look after accounts see it.
   *
   * @param grants its roles
   * @param guest whether it judges by a link and may nothing else
   */
  public record Listed(
      UUID id, String email, String name, boolean active, List<Grant> grants, boolean guest) {
    public Listed {
      grants = List.copyOf(grants);
    }

    public boolean has(Role role) {
      return grants.stream().anyMatch(grant -> grant.role() == role);
    }
  }

  /** All accounts of an organisation, by name. */
  public List<Listed> all(UUID tenant) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          Map<UUID, List<Grant>> grants = grants(sql, Optional.empty());
          return sql.selectFrom(ACCOUNT)
              .orderBy(ACCOUNT.NAME, ACCOUNT.EMAIL)
              .fetch(row -> listed(row, grants.getOrDefault(row.getId(), List.of())));
        });
  }

  /** One account, or empty when the organisation has none of that id. */
  public Optional<Listed> find(UUID tenant, UUID id) {
    return transactions.readAtOnce(
        tenant,
        sql ->
            sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(id))
                .fetchOptional(
                    row -> listed(row, grants(sql, Optional.of(id)).getOrDefault(id, List.of()))));
  }

  private static Listed listed(AccountRecord row, List<Grant> grants) {
    return new Listed(
        row.getId(), row.getEmail(), row.getName(), row.getActive(), grants, row.getGuest());
  }

  private static Map<UUID, List<Grant>> grants(DSLContext sql, Optional<UUID> account) {
    Map<UUID, Map<Role, Set<String>>> units = new HashMap<>();
    sql.selectFrom(ACCOUNT_ROLE)
        .where(account.map(ACCOUNT_ROLE.ACCOUNT::eq).orElseGet(DSL::noCondition))
        .forEach(
            row -> {
              Set<String> ofRole =
                  units
                      .computeIfAbsent(row.getAccount(), _ -> new EnumMap<>(Role.class))
                      .computeIfAbsent(Role.valueOf(row.getRole()), _ -> new HashSet<>());
              if (!row.getUnit().isEmpty()) {
                ofRole.add(row.getUnit());
              }
            });
    Map<UUID, List<Grant>> grants = new HashMap<>();
    units.forEach(
        (id, roles) ->
            grants.put(
                id,
                roles.entrySet().stream()
                    .map(role -> new Grant(role.getKey(), role.getValue()))
                    .toList()));
    return grants;
  }

  /**
   * The caller that an account makes now.
   *
   * @param since when its session began; a session from before the account ended all is no proof
   * @return empty when the account is gone or disabled, or the session is over
   */
  public Optional<Caller> caller(UUID tenant, UUID account, Instant since) {
    return transactions.readAtOnce(
        tenant,
        sql ->
            sql.select(ACCOUNT, SecondFactorRule.owed())
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account).and(ACCOUNT.ACTIVE.isTrue()))
                .and(ACCOUNT.SESSIONS_FROM.le(OffsetDateTime.ofInstant(since, ZoneOffset.UTC)))
                .fetchOptional()
                .filter(row -> !row.value1().getGuest() || JudgingLinks.isOpen(sql, account))
                .map(
                    row -> {
                      Caller caller = caller(sql, row.value1());
                      return row.value2() ? caller.owingFactor() : caller;
                    }));
  }

  /** A guest judges, whatever the roles would permit beside that. */
  private static Caller caller(DSLContext sql, AccountRecord row) {
    UUID account = row.getId();
    Caller caller =
        Caller.of(
            row.getTenant(),
            account,
            row.getName(),
            grants(sql, Optional.of(account)).getOrDefault(account, List.of()));
    return row.getGuest() ? caller.limitedTo(Set.of(Permission.JUDGE)) : caller;
  }

  /** An email address as accounts are found by. */
  public static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The account that an email address and a password prove.
   *
   * @return empty when there is none, or the password is wrong: nobody learns which
   */
  public Optional<UUID> proven(UUID tenant, String email, String password) {
    record Found(UUID id, String hash) {}
    Optional<Found> found =
        transactions.read(
            tenant,
            sql ->
                sql.select(ACCOUNT.ID, ACCOUNT_PASSWORD.HASH)
                    .from(ACCOUNT)
                    .join(ACCOUNT_PASSWORD)
                    .on(ACCOUNT_PASSWORD.ACCOUNT.eq(ACCOUNT.ID))
                    .where(ACCOUNT.EMAIL.eq(normal(email)).and(ACCOUNT.ACTIVE.isTrue()))
                    .fetchOptional(row -> new Found(row.value1(), row.value2())));
    boolean proven = passwords.matches(password, found.map(Found::hash).orElse(null));
    return proven ? found.map(Found::id) : Optional.empty();
  }

  /** Whether a password is that of an account. */
  public boolean proves(UUID tenant, UUID account, String password) {
    String hash =
        transactions.read(
            tenant,
            sql ->
                sql.select(ACCOUNT_PASSWORD.HASH)
                    .from(ACCOUNT_PASSWORD)
                    .where(ACCOUNT_PASSWORD.ACCOUNT.eq(account))
                    .fetchOptional(ACCOUNT_PASSWORD.HASH)
                    .orElse(""));
    return passwords.matches(password, hash.isEmpty() ? null : hash);
  }

  /** Whether an account may enter. */
  public boolean isActive(UUID tenant, UUID account) {
    return transactions.read(
        tenant,
        sql -> sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account).and(ACCOUNT.ACTIVE.isTrue())));
  }

  /** Whether an account has a password; one that came by single sign-on has none. */
  public boolean hasPassword(UUID tenant, UUID account) {
    return transactions.read(
        tenant, sql -> sql.fetchExists(ACCOUNT_PASSWORD, ACCOUNT_PASSWORD.ACCOUNT.eq(account)));
  }

  /** Makes an account within a transaction of its organisation. */
  UUID create(
      DSLContext sql, String email, String name, String passwordHash, Collection<Grant> grants) {
    UUID id = createWithoutPassword(sql, email, name, grants, false);
    sql.insertInto(ACCOUNT_PASSWORD)
        .set(ACCOUNT_PASSWORD.ACCOUNT, id)
        .set(ACCOUNT_PASSWORD.HASH, passwordHash)
        .execute();
    return id;
  }

  /**
   * Makes an account that no password opens, within a transaction of its organisation.
   *
   * @param guest whether it judges by a link and may nothing else
   */
  public static UUID createWithoutPassword(
      DSLContext sql, String email, String name, Collection<Grant> grants, boolean guest) {
    UUID id = Ids.next();
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, id)
        .set(ACCOUNT.EMAIL, normal(email))
        .set(ACCOUNT.NAME, name.strip())
        .set(ACCOUNT.GUEST, guest)
        .execute();
    insert(sql, id, grants);
    return id;
  }

  /** Makes an account that single sign-on alone opens. */
  public UUID createWithoutPassword(
      UUID tenant, Attribution by, String email, String name, Collection<Grant> grants) {
    return transactions.write(
        tenant, by, sql -> createWithoutPassword(sql, email, name, grants, false));
  }

  static void replaceRoles(DSLContext sql, UUID account, Collection<Grant> grants) {
    sql.deleteFrom(ACCOUNT_ROLE).where(ACCOUNT_ROLE.ACCOUNT.eq(account)).execute();
    insert(sql, account, grants);
  }

  private static void insert(DSLContext sql, UUID account, Collection<Grant> grants) {
    for (Grant grant : grants) {
      List<String> units = new ArrayList<>(grant.units());
      if (!grant.role().ofUnits()) {
        units.add("");
      }
      for (String unit : units) {
        sql.insertInto(ACCOUNT_ROLE)
            .set(ACCOUNT_ROLE.ACCOUNT, account)
            .set(ACCOUNT_ROLE.ROLE, grant.role().name())
            .set(ACCOUNT_ROLE.UNIT, unit)
            .execute();
      }
    }
  }

  /** Makes an account; for set-up and tests, people come by invitation. */
  public UUID create(
      UUID tenant,
      Attribution by,
      String email,
      String name,
      String password,
      Collection<Grant> grants) {
    String hash = passwords.hash(password);
    return transactions.write(tenant, by, sql -> create(sql, email, name, hash, grants));
  }

  /** What became of a wish to change an account. */
  public enum Outcome {
    DONE,
    /** Somebody must be left who looks after accounts. */
    LAST_ADMINISTRATOR,
    NOT_FOUND
  }

  /** Gives an account these roles and no others. */
  public Outcome setRoles(UUID tenant, Attribution by, UUID account, Collection<Grant> grants) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          lock(sql);
          if (!sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account))) {
            return Outcome.NOT_FOUND;
          }
          boolean keeps = grants.stream().anyMatch(g -> g.role() == Role.ADMINISTRATOR);
          if (!keeps && isLastAdministrator(sql, account)) {
            return Outcome.LAST_ADMINISTRATOR;
          }
          replaceRoles(sql, account, grants);
          return Outcome.DONE;
        });
  }

  /** Lets an account in or keeps it out; its sessions and tokens end with it at once. */
  public Outcome setActive(UUID tenant, Attribution by, UUID account, boolean active) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          lock(sql);
          if (!active && isLastAdministrator(sql, account)) {
            return Outcome.LAST_ADMINISTRATOR;
          }
          int changed =
              sql.update(ACCOUNT)
                  .set(ACCOUNT.ACTIVE, active)
                  .set(ACCOUNT.SESSIONS_FROM, OffsetDateTime.now(ZoneOffset.UTC))
                  .where(ACCOUNT.ID.eq(account))
                  .execute();
          return changed == 0 ? Outcome.NOT_FOUND : Outcome.DONE;
        });
  }

  /** Two who each take the role from the other must come one after the other. */
  private static void lock(DSLContext sql) {
    sql.select(ACCOUNT.ID).from(ACCOUNT).orderBy(ACCOUNT.ID).forUpdate().fetch();
  }

  private static boolean isLastAdministrator(DSLContext sql, UUID account) {
    List<UUID> administrators =
        sql.select(ACCOUNT.ID)
            .from(ACCOUNT)
            .join(ACCOUNT_ROLE)
            .on(ACCOUNT_ROLE.ACCOUNT.eq(ACCOUNT.ID))
            .where(ACCOUNT.ACTIVE.isTrue().and(ACCOUNT_ROLE.ROLE.eq(Role.ADMINISTRATOR.name())))
            .fetch(ACCOUNT.ID);
    return administrators.equals(List.of(account));
  }

  /** Whether the organisation has somebody who looks after accounts. */
  public boolean hasAdministrator(UUID tenant) {
    return all(tenant).stream().anyMatch(a -> a.active() && a.has(Role.ADMINISTRATOR));
  }

  /** Gives an account another password; all of its sessions end. */
  public void setPassword(UUID tenant, Attribution by, UUID account, String password) {
    String hash = passwords.hash(password);
    transactions.write(
        tenant,
        by,
        sql -> {
          setPassword(sql, account, hash);
          return null;
        });
  }

  static void setPassword(DSLContext sql, UUID account, String hash) {
    sql.insertInto(ACCOUNT_PASSWORD)
        .set(ACCOUNT_PASSWORD.ACCOUNT, account)
        .set(ACCOUNT_PASSWORD.HASH, hash)
        .onConflict(ACCOUNT_PASSWORD.TENANT, ACCOUNT_PASSWORD.ACCOUNT)
        .doUpdate()
        .set(ACCOUNT_PASSWORD.HASH, hash)
        .set(ACCOUNT_PASSWORD.SET_AT, OffsetDateTime.now(ZoneOffset.UTC))
        .execute();
    endSessions(sql, account);
  }

  /** Ends all sessions of an account. */
  public void endSessions(UUID tenant, Attribution by, UUID account) {
    transactions.write(
        tenant,
        by,
        sql -> {
          endSessions(sql, account);
          return null;
        });
  }

  static void endSessions(DSLContext sql, UUID account) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.SESSIONS_FROM, OffsetDateTime.now(ZoneOffset.UTC))
        .where(ACCOUNT.ID.eq(account))
        .execute();
  }

  /** Gives an account another name. */
  public void rename(UUID tenant, Attribution by, UUID account, String name) {
    transactions.write(
        tenant,
        by,
        sql ->
            sql.update(ACCOUNT)
                .set(ACCOUNT.NAME, name.strip())
                .where(ACCOUNT.ID.eq(account))
                .execute());
  }

  String hash(String password) {
    return passwords.hash(password);
  }
}
