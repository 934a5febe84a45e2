package org.concordat.server.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.server.standards.ProgrammeWish;

/** Shipped standards as an insurer follows them, so that pages have something to show. */
final class FollowedStandards {
  private static final ControlRef POLICIES = new ControlRef("iso27001-2022", "A.5.1");

  static final List<ProgrammeWish> WISHES =
      Stream.<ProgrammeEntry>of(
              new Adoption("iso27001-2022", null, "customers ask for it"),
              new Adoption("itil-4", null, null),
              new Adoption("csf-2.0", null, null),
              new Adoption("sp800-53-r5", null, null),
              new CrosswalkUse("iso27001-2022-itil-4"),
              new CrosswalkUse("csf-2.0-sp800-53-r5"),
              new CrosswalkUse("csf-2.0-iso27001-2022"),
              new CrosswalkUse("sp800-53-r5-iso27001-2022"),
              new ControlOperation(
                  new ControlRef("itil-4", "GEN-03"),
                  Operation.YES,
                  LocalDate.of(2026, 3, 1),
                  "yearly review",
                  "Sam Owner"),
              new ControlOperation(
                  new ControlRef("itil-4", "GEN-10"), Operation.PARTLY, null, null, null),
              new OwnCrosswalk("ours", "iso27001-2022", "itil-4", "We", null, null, null),
              new OwnMapping("ours", new Mapping("A.5.1", Statement.NONE, "GEN-03"), "Olga", null),
              new Obligation(
                  "gdpr",
                  "General Data Protection Regulation",
                  ObligationKind.LAW,
                  "Regulation (EU) 2016/679",
                  "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
                  "Protect personal data",
                  List.of(),
                  List.of("EU"),
                  List.of("personal data"),
                  "Dora",
                  LocalDate.of(2026, 1, 31)),
              new ObligationControl("gdpr", POLICIES, "Article 32"))
          .map(ProgrammeWish::of)
          .toList();

  private FollowedStandards() {}
}
