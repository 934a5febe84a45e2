package org.concordat.server.identity.accounts;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.ACCOUNT_PASSWORD;
import static org.concordat.server.database.schema.Tables.ACCOUNT_ROLE;
import static org.concordat.server.database.schema.Tables.PASSKEY;
import static org.concordat.server.database.schema.Tables.SECOND_FACTOR_RULE;
import static org.concordat.server.database.schema.Tables.TOTP;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.jooq.Field;

/**
 * Which roles need a second factor. Whoever has such a role and a password but no app and no
 * passkey may nothing until there is one. Of an account without a password the provider or the
 * passkey that opens it says enough.
 */
public final class SecondFactorRule {
  private final TenantTransactions transactions;

  /** Rules that are reached through these transactions. */
  public SecondFactorRule(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** The roles that need one. */
  public Set<Role> roles(UUID tenant) {
    return transactions.read(
        tenant,
        sql -> {
          Set<Role> roles = EnumSet.noneOf(Role.class);
          sql.selectFrom(SECOND_FACTOR_RULE).forEach(row -> roles.add(Role.valueOf(row.getRole())));
          return roles;
        });
  }

  /** Says that these roles need one, and no others. */
  public void set(UUID tenant, Attribution by, Collection<Role> roles) {
    transactions.write(
        tenant,
        by,
        sql -> {
          sql.deleteFrom(SECOND_FACTOR_RULE)
              .where(SECOND_FACTOR_RULE.ROLE.notIn(roles.stream().map(Role::name).toList()))
              .execute();
          for (Role role : Set.copyOf(roles)) {
            sql.insertInto(SECOND_FACTOR_RULE)
                .set(SECOND_FACTOR_RULE.ROLE, role.name())
                .onConflictDoNothing()
                .execute();
          }
          return null;
        });
  }

  /** Whether an account has to make a second factor before it may do anything. */
  public boolean isOwedBy(UUID tenant, UUID account) {
    return transactions.read(
        tenant, sql -> sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account).and(condition(owed()))));
  }

  /** Whether the account of a row owes a second factor; for queries of {@code account}. */
  static Field<Boolean> owed() {
    return field(
        exists(
                selectOne()
                    .from(SECOND_FACTOR_RULE)
                    .join(ACCOUNT_ROLE)
                    .on(ACCOUNT_ROLE.ROLE.eq(SECOND_FACTOR_RULE.ROLE))
                    .where(ACCOUNT_ROLE.ACCOUNT.eq(ACCOUNT.ID)))
            .and(
                exists(
                    selectOne()
                        .from(ACCOUNT_PASSWORD)
                        .where(ACCOUNT_PASSWORD.ACCOUNT.eq(ACCOUNT.ID))))
            .and(
                notExists(
                    selectOne()
                        .from(TOTP)
                        .where(TOTP.ACCOUNT.eq(ACCOUNT.ID))
                        .and(TOTP.CONFIRMED_AT.isNotNull())))
            .and(notExists(selectOne().from(PASSKEY).where(PASSKEY.ACCOUNT.eq(ACCOUNT.ID)))));
  }
}
