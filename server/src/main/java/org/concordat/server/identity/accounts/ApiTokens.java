package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.API_TOKEN;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;

/** Tokens by which programs call in the name of an account, with some of its permissions. */
public final class ApiTokens {
  /** What a token begins with, so that people and scanners know what they have found. */
  public static final String PREFIX = "ccd_";

  /** The longest that a token may be valid. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private final TenantTransactions transactions;
  private final Accounts accounts;

  /** Tokens that are reached through these transactions. */
  public ApiTokens(TenantTransactions transactions, Accounts accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** A token as its owner sees it. */
  public record Listed(UUID id, String name, Set<Permission> permissions, Instant expires) {
    public Listed {
      permissions = Set.copyOf(permissions);
    }
  }

  /** The tokens of an account, by name. */
  public List<Listed> of(UUID tenant, UUID account) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT.eq(account))
                .orderBy(API_TOKEN.NAME, API_TOKEN.ID)
                .fetch(
                    row ->
                        new Listed(
                            row.getId(),
                            row.getName(),
                            permissions(row.getPermissions()),
                            row.getExpiresAt().toInstant())));
  }

  private static Set<Permission> permissions(String[] names) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String name : names) {
      permissions.add(Permission.valueOf(name));
    }
    return permissions;
  }

  /**
   * Makes a token.
   *
   * @param permissions those that the token shall have; it never has more than its owner
   * @return the token, which is shown once
   * @throws IllegalArgumentException when it would be valid for too long
   */
  public String make(
      Caller owner,
      Attribution by,
      String name,
      Collection<Permission> permissions,
      Duration validity) {
    if (validity.compareTo(LONGEST) > 0 || !validity.isPositive()) {
      throw new IllegalArgumentException(
          "a token is valid for " + LONGEST.toDays() + " days at most");
    }
    Secret secret = Secret.make(owner.tenant());
    transactions.write(
        owner.tenant(),
        by,
        sql ->
            sql.insertInto(API_TOKEN)
                .set(API_TOKEN.ID, Ids.next())
                .set(API_TOKEN.ACCOUNT, owner.account())
                .set(API_TOKEN.NAME, name.strip())
                .set(API_TOKEN.HASH, secret.hash())
                .set(
                    API_TOKEN.PERMISSIONS,
                    permissions.stream()
                        .filter(owner::may)
                        .map(Permission::name)
                        .distinct()
                        .toArray(String[]::new))
                .set(API_TOKEN.EXPIRES_AT, OffsetDateTime.now(ZoneOffset.UTC).plus(validity))
                .execute());
    return PREFIX + secret.text();
  }

  /** Ends a token of an account; does nothing when it has none of that id. */
  public void revoke(UUID tenant, Attribution by, UUID account, UUID token) {
    transactions.write(
        tenant,
        by,
        sql ->
            sql.deleteFrom(API_TOKEN)
                .where(API_TOKEN.ID.eq(token).and(API_TOKEN.ACCOUNT.eq(account)))
                .execute());
  }

  /**
   * The caller that a token makes now, or empty when it is none, or over, or its owner is out or
   * owes a second factor.
   */
  public Optional<Caller> caller(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    record Found(UUID account, Set<Permission> permissions) {}
    return Secret.of(token.substring(PREFIX.length()))
        .flatMap(
            secret ->
                transactions
                    .read(
                        secret.tenant(),
                        sql ->
                            sql.selectFrom(API_TOKEN)
                                .where(API_TOKEN.HASH.eq(secret.hash()))
                                .and(API_TOKEN.EXPIRES_AT.gt(OffsetDateTime.now(ZoneOffset.UTC)))
                                .fetchOptional(
                                    row ->
                                        new Found(
                                            row.getAccount(), permissions(row.getPermissions()))))
                    .flatMap(
                        found ->
                            accounts
                                .caller(secret.tenant(), found.account, Instant.now())
                                .filter(owner -> !owner.owesFactor())
                                .map(owner -> owner.limitedTo(found.permissions))));
  }
}
