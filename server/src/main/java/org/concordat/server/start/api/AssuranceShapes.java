package org.concordat.server.start.api;

import java.util.List;
import org.concordat.core.assurance.Evidence;
import org.concordat.core.assurance.Standing;
import org.concordat.server.web.api.Kind;
import org.concordat.server.web.api.Kinds;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.ShapeBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The JSON of what is known of security. */
@Configuration(proxyBeanMethods = false)
class AssuranceShapes {
  private static final Kind MANY = new Kind.Whole(0, Integer.MAX_VALUE);

  private static final Shape COUNTS =
      Shape.named("StandingCounts", "How many needed requirements stand how.")
          .told("broken", MANY, "promised by an agreement and not kept", "0")
          .told("unknown", MANY, "nothing is known", "7")
          .told("partly", MANY, "controls in operation satisfy them in part", "1")
          .told("accepted", MANY, "less is agreed than needed, and the risk is accepted", "0")
          .told("promised", MANY, "promised by an agreement, not yet measured", "0")
          .told("operated", MANY, "controls in operation satisfy them", "2")
          .told("kept", MANY, "promised by an agreement, measured and kept", "1");

  private static final Shape ASSURANCE =
      Shape.named("Assurance", "Whether what is needed is secured, as far as anything is known.")
          .told("needed", MANY, "how many requirements some goal needs", "11")
          .told("secured", MANY, "how many of them are shown to be secured", "3")
          .told("agreements", MANY, "how many agreements are in force", "1")
          .told("standings", new Kind.Of(COUNTS), "the counts", "{}")
          .toldOptionally(
              "due",
              MANY,
              "judgements that need another look; absent where the model is too large to count",
              "4");

  private static final Shape EVIDENCE =
      Shape.named("Evidence", "Something that says whether a requirement is secured.")
          .toldOptionally("agreement", Kinds.ID, "the agreement in force", "\"claims-2027\"")
          .toldOptionally("kept", Kinds.choice(Evidence.Kept.class), "how it was kept", "\"met\"")
          .toldOptionally(
              "enough", new Kind.Flag(), "whether no less is agreed than needed", "true")
          .toldOptionally("catalogue", Kinds.ID, "the catalogue of a control", "\"itil-4\"")
          .toldOptionally("control", Kinds.NAME, "the control in operation", "\"GEN-03\"")
          .toldOptionally(
              "whole", new Kind.Flag(), "whether nothing else is needed beside it", "true");

  private static final Shape SECURED =
      Shape.named("SecuredRequirement", "A needed requirement, and whether it is secured.")
          .told("requirement", Kinds.PROSE, "asset/property", "\"claims-db/availability\"")
          .told("rank", Kinds.COUNT, "from 1", "1")
          .told("level", Kinds.LEVEL, "how much it is needed", "\"critical\"")
          .told("standing", Kinds.choice(Standing.class), "how it stands", "\"kept\"")
          .told("evidence", new Kind.ListOf(new Kind.Of(EVIDENCE), 100_000), "why", "[]");

  @Bean
  ShapeBook assuranceShapeBook() {
    return new ShapeBook(List.of(COUNTS, ASSURANCE, EVIDENCE, SECURED, SECURED.list()));
  }
}
