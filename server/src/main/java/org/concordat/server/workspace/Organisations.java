package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.ORGANISATION;

import java.util.List;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;

/** The organisations that this installation serves. */
public final class Organisations {
  private final TenantTransactions transactions;

  /** The organisations whose list is reached through these transactions. */
  public Organisations(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * An organisation in the list.
   *
   * @param id the tenant that all of its rows have
   */
  public record Listed(UUID id, String name) {}

  /** All of them, oldest first. */
  public List<Listed> all() {
    return transactions.read(
        TenantTransactions.NO_TENANT,
        sql ->
            sql.selectFrom(ORGANISATION)
                .orderBy(ORGANISATION.CREATED_AT, ORGANISATION.ID)
                .fetch(row -> new Listed(row.getId(), row.getName())));
  }

  /** Puts a new one into the list. */
  public Listed add(String name, Attribution by) {
    UUID id = Ids.next();
    transactions.write(
        TenantTransactions.NO_TENANT,
        by,
        sql ->
            sql.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, id)
                .set(ORGANISATION.NAME, name)
                .execute());
    return new Listed(id, name);
  }
}
