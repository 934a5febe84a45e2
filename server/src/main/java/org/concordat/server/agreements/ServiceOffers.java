package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT_TERMS;
import static org.concordat.server.database.schema.Tables.SERVICE_OFFER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.EntryTag;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What the supply side of an organisation offers, and how its agreements look. */
public final class ServiceOffers {
  private final TenantTransactions transactions;

  ServiceOffers(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What an organisation says once for all its agreements.
   *
   * @param supplier what the supply side is called
   * @param colour of documents, as #rrggbb, or null for the usual one
   */
  public record Terms(String supplier, @Nullable String colour, ServiceCatalogue catalogue) {
    /** Names this state, for whoever changes it. */
    public String tag() {
      return EntryTag.of(this);
    }
  }

  /** What an organisation offers, or empty when it has said nothing yet. */
  public Optional<Terms> of(UUID tenant) {
    return transactions.readAtOnce(tenant, ServiceOffers::read);
  }

  private static Optional<Terms> read(DSLContext sql) {
    return sql.selectFrom(AGREEMENT_TERMS)
        .fetchOptional(
            row ->
                new Terms(
                    row.getSupplier(),
                    row.getColour(),
                    new ServiceCatalogue(
                        row.getCurrency(),
                        sql.selectFrom(SERVICE_OFFER)
                            .orderBy(SERVICE_OFFER.PLACE)
                            .fetch(
                                offer ->
                                    AgreementValues.service(
                                        offer.getService().data(), row.getCurrency())),
                        AgreementValues.obligations(row.getObligations().data()),
                        AgreementValues.exclusions(row.getExclusions().data()))));
  }

  /**
   * Puts other terms in place of what is there.
   *
   * @param tag of the state that this was decided on
   * @return whether it is done; not when somebody has changed it since
   */
  public boolean save(UUID tenant, Attribution by, Terms terms, String tag) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          sql.fetchSingle("select lock_trail()");
          Optional<Terms> present = read(sql);
          String presentTag = present.map(Terms::tag).orElse(EntryTag.NOTHING);
          if (!tag.equals(EntryTag.ANYTHING) && !tag.equals(presentTag)) {
            return false;
          }
          write(sql, terms, present.isEmpty());
          return true;
        });
  }

  private static void write(DSLContext sql, Terms terms, boolean isNew) {
    var row = sql.newRecord(AGREEMENT_TERMS);
    row.setCurrency(terms.catalogue.currency());
    row.setSupplier(terms.supplier);
    row.setColour(terms.colour);
    row.setObligations(JSONB.valueOf(AgreementValues.obligations(terms.catalogue.obligations())));
    row.setExclusions(JSONB.valueOf(AgreementValues.exclusions(terms.catalogue.exclusions())));
    if (isNew) {
      sql.insertInto(AGREEMENT_TERMS).set(row).execute();
    } else {
      sql.update(AGREEMENT_TERMS).set(row).execute();
    }
    List<String> wanted = terms.catalogue.services().stream().map(each -> each.id()).toList();
    sql.deleteFrom(SERVICE_OFFER).where(SERVICE_OFFER.ID.notIn(wanted)).execute();
    terms
        .catalogue
        .services()
        .forEach(
            service -> {
              JSONB json = JSONB.valueOf(AgreementValues.service(service));
              sql.insertInto(SERVICE_OFFER)
                  .set(SERVICE_OFFER.ID, service.id())
                  .set(SERVICE_OFFER.SERVICE, json)
                  .onConflict(SERVICE_OFFER.TENANT, SERVICE_OFFER.ID)
                  .doUpdate()
                  .set(SERVICE_OFFER.SERVICE, json)
                  .where(SERVICE_OFFER.SERVICE.ne(json))
                  .execute();
            });
  }
}
