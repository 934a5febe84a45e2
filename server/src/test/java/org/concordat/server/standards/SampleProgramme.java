package org.concordat.server.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;

/** A programme with an entry of every kind, for tests. */
public final class SampleProgramme {
  public static final Shelf SHELF =
      new Shelf(
          List.of(
              new Catalogue("iso", "ISO", List.of(new Control("A.1", "Policies", null))),
              new Catalogue("itil", "ITIL", List.of(new Control("ISM", "Security", null)))),
          List.of(
              new Crosswalk(
                  "iso-itil",
                  "iso",
                  "itil",
                  List.of(new Mapping("A.1", Statement.SUBSET, "ISM")))));

  public static final ControlRef POLICIES = new ControlRef("iso", "A.1");

  /** One entry of every kind, with everything said and with as little as possible. */
  public static final List<ProgrammeEntry> EVERYTHING =
      List.of(
          new OwnCatalogue("house", "House rules", "3", "our wiki", "ours"),
          new OwnCatalogue("bare", "Bare", null, null, null),
          new OwnControl("house", new Control("H", "Whole", null, "All of it.", true, false)),
          new OwnControl("house", new Control("H.1", "Part", "H", null, false, true)),
          new OwnCrosswalk(
              "ours",
              "house",
              "iso",
              "we",
              "https://example.org",
              "1",
              "ours",
              new Extras(Map.of("library", "{\"urn\":\"urn:x\"}"))),
          new OwnCrosswalk("bare-one", "itil", "iso", null, null, null, null),
          new OwnMapping(
              "ours",
              new Mapping(
                  "H.1",
                  Statement.RELATED,
                  "A.1",
                  7,
                  "as we see it",
                  new Extras(Map.of("Assessed by", "[\"Ann\"]"))),
              "Olga",
              LocalDate.of(2026, 11, 26)),
          new OwnMapping("ours", new Mapping("H", Statement.NONE, "A.1"), null, null),
          new OwnConsidered("ours", POLICIES, "nothing answers to it"),
          new OwnConsidered("ours", new ControlRef("house", "H.1"), null),
          new Adoption("iso", LocalDate.of(2024, 1, 1), "customers ask for it"),
          new Adoption("itil", null, null),
          new CrosswalkUse("iso-itil"),
          new ControlOperation(
              POLICIES, Operation.PARTLY, LocalDate.of(2025, 5, 5), "audit 12", "Sam"),
          new ControlOperation(new ControlRef("itil", "ISM"), Operation.NO, null, null, null),
          new RequirementLink(
              new Requirement("claims-db", "integrity"), POLICIES, Extent.FULLY, "the whole of it"),
          new RequirementLink(
              new Requirement("claims-db", "availability"), POLICIES, Extent.PARTLY, null),
          new Obligation(
              "gdpr",
              "General Data Protection Regulation",
              ObligationKind.LAW,
              "Regulation (EU) 2016/679",
              "https://example.org/gdpr",
              "Protect personal data",
              List.of("claims", "sales"),
              List.of("EU"),
              List.of("personal data"),
              "Dora",
              LocalDate.of(2027, 1, 31)),
          new Obligation(
              "pci",
              "PCI DSS",
              ObligationKind.INDUSTRY_STANDARD,
              null,
              null,
              null,
              List.of(),
              List.of(),
              List.of(),
              null,
              null),
          new ObligationControl("gdpr", POLICIES, "Article 32"),
          new ObligationControl("pci", POLICIES, null));

  private SampleProgramme() {}

  /** Puts the programme into an organisation. */
  public static void save(TenantTransactions transactions, UUID tenant, Attribution by) {
    new Standards(transactions, () -> SHELF)
        .save(tenant, by, EVERYTHING.stream().map(ProgrammeWish::of).toList());
  }
}
