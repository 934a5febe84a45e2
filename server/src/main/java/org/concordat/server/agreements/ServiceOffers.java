package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT_TERMS;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.CatalogueText;
import org.concordat.formats.documents.Letterhead;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.workspace.EntryTag;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the supply side of an organisation offers, and how its agreements look. Services are kept as
 * the text of their file, with the remarks and the order that people gave it.
 */
public final class ServiceOffers {
  /** The longest text of services, in characters. */
  public static final int LONGEST = 1_000_000;

  /** What is offered while nobody has said anything. */
  public static final ServiceCatalogue NONE =
      new ServiceCatalogue("EUR", List.of(), List.of(), List.of());

  private static final String NAME = "services.yaml";

  private final TenantTransactions transactions;

  ServiceOffers(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What an organisation says once for all its agreements.
   *
   * @param supplier what the supply side is called
   * @param colour of documents, as #rrggbb, or null for the usual one
   * @param text the services, as in a file
   */
  public record Terms(String supplier, @Nullable String colour, String text) {
    /** Names this state, for whoever changes it. */
    public String tag() {
      return EntryTag.of(this);
    }
  }

  /**
   * A text of services as it was read.
   *
   * @param catalogue the services, or null when something is wrong
   * @param findings what is wrong
   */
  public record Services(@Nullable ServiceCatalogue catalogue, List<Finding> findings) {
    public Services {
      findings = List.copyOf(findings);
    }
  }

  /** What an organisation has said, or empty when it has said nothing yet. */
  public Optional<Terms> of(UUID tenant) {
    return transactions.read(tenant, ServiceOffers::read);
  }

  private static Optional<Terms> read(DSLContext sql) {
    return sql.selectFrom(AGREEMENT_TERMS)
        .fetchOptional(row -> new Terms(row.getSupplier(), row.getColour(), row.getCatalogue()));
  }

  /** A letterhead in the organisation's colour, when it has chosen one. */
  public Letterhead coloured(UUID tenant, Letterhead usual) {
    String colour = of(tenant).map(Terms::colour).orElse(usual.accent());
    return new Letterhead(
        usual.organisation(), colour, usual.date(), usual.language(), usual.pages());
  }

  /**
   * The services that there are. A level that the scale has lost since makes them none: then
   * somebody has to look at the text again.
   */
  public ServiceCatalogue catalogue(UUID tenant, ImpactScale scale) {
    return of(tenant).map(terms -> read(terms.text, scale).catalogue).orElse(NONE);
  }

  /** Reads a text of services. */
  public static Services read(String text, ImpactScale scale) {
    try {
      return new Services(AgreementFiles.readCatalogue(NAME, text, scale), List.of());
    } catch (InvalidInput e) {
      return new Services(null, e.findings());
    }
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
          TrailPosition.locked(sql);
          Optional<Terms> present = read(sql);
          String presentTag = present.map(Terms::tag).orElse(EntryTag.NOTHING);
          if (!tag.equals(EntryTag.ANYTHING) && !tag.equals(presentTag)) {
            return false;
          }
          keep(sql, terms, present.isEmpty());
          return true;
        });
  }

  private static void keep(DSLContext sql, Terms terms, boolean isFirst) {
    var row = sql.newRecord(AGREEMENT_TERMS);
    row.setSupplier(terms.supplier);
    row.setColour(terms.colour);
    row.setCatalogue(terms.text);
    if (isFirst) {
      sql.insertInto(AGREEMENT_TERMS).set(row).execute();
    } else {
      sql.update(AGREEMENT_TERMS).set(row).execute();
    }
  }

  /** What became of an edit; only one that is done changes anything. */
  public sealed interface Edited {
    /**
     * It is done.
     *
     * @param action the id of this action in the trail
     */
    record Done(UUID action) implements Edited {}

    /** Somebody has changed the same since; here is what is there. */
    record Stale(ServiceEdit.Frame frame, ServiceCatalogue catalogue) implements Edited {}

    /** The text that is kept cannot be read, so it has to be mended as a text first. */
    record Unreadable() implements Edited {}
  }

  /**
   * Changes what is offered, piece by piece. The text is written anew; of its remarks those at its
   * beginning stay.
   *
   * @param supplier what the supply side is called while nobody has said it
   */
  public Edited edit(
      UUID tenant, Attribution by, ServiceEdit edit, ImpactScale scale, String supplier) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          TrailPosition.locked(sql);
          Optional<Terms> present = read(sql);
          Terms before = present.orElse(new Terms(supplier, null, ""));
          ServiceCatalogue catalogue =
              present.isEmpty() ? NONE : read(before.text, scale).catalogue;
          if (catalogue == null) {
            return new Edited.Unreadable();
          }
          ServiceEdit.Frame frame = ServiceEdit.Frame.of(before, catalogue);
          if (!edit.isOn(frame, catalogue)) {
            return new Edited.Stale(frame, catalogue);
          }
          ServiceEdit.Frame after = edit.frame(frame);
          keep(
              sql,
              new Terms(
                  after.supplier(),
                  after.colour(),
                  CatalogueText.head(before.text)
                      + CatalogueText.of(edit.catalogue(catalogue), scale)),
              present.isEmpty());
          return new Edited.Done(by.change());
        });
  }
}
