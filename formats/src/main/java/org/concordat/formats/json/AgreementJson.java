package org.concordat.formats.json;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.rounds.AlphaInterval;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.Concordance;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.PairwiseConcordance;
import org.concordat.core.alignment.rounds.RoundAgreement;
import org.concordat.core.alignment.rounds.Steps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The agreement of a round as JSON. Names and order of the keys are a promise to programs. */
public final class AgreementJson {
  private final Steps steps;
  private final Map<Link, Consequence> consequences;

  private AgreementJson(Steps steps, Map<Link, Consequence> consequences) {
    this.steps = steps;
    this.consequences = consequences;
  }

  /**
   * Writes an agreement; the stream stays open.
   *
   * @param links of the agreement, in the order to write them
   * @param consequences of the links that have one
   * @param steps what the answers are on
   * @param order of all judges together, when they were asked for an order; else null
   */
  public static void write(
      RoundAgreement agreement,
      List<LinkAgreement> links,
      Map<Link, Consequence> consequences,
      Steps steps,
      @Nullable CommonOrder order,
      OutputStream out) {
    AgreementJson writing = new AgreementJson(steps, consequences);
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          figures(json, agreement);
          if (order != null) {
            json.writeName("order");
            Json.lines(json, order.placed(), AgreementJson::placed);
          }
          json.writeName("links");
          Json.lines(json, links, writing::link);
          json.writeEndObject();
        });
  }

  private static void figures(JsonGenerator json, RoundAgreement agreement) {
    number(json, "alpha", agreement.alpha());
    json.writeName("interval");
    if (agreement.interval().isPresent()) {
      AlphaInterval interval = agreement.interval().get();
      json.writeStartObject();
      json.writeNumberProperty("low", interval.low());
      json.writeNumberProperty("high", interval.high());
      json.writeNumberProperty("confidence", interval.confidence());
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    Json.property(
        json, "trust", agreement.trust().map(t -> t.name().toLowerCase(Locale.ROOT)).orElse(null));
    json.writeBooleanProperty("unanimous", agreement.unanimous());
    json.writeNumberProperty("answers", agreement.answers());
    json.writeName("concordance");
    if (agreement.concordance().isPresent()) {
      Concordance concordance = agreement.concordance().get();
      json.writeStartObject();
      json.writeNumberProperty("w", concordance.w());
      json.writeNumberProperty("chi-square", concordance.chiSquare());
      json.writeNumberProperty("degrees", concordance.degrees());
      json.writeNumberProperty("probability", concordance.probability());
      json.writeNumberProperty("judges", concordance.judges());
      json.writeNumberProperty("items", concordance.items());
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    json.writeName("pairwise");
    if (agreement.pairwise().isPresent()) {
      PairwiseConcordance pairwise = agreement.pairwise().get();
      json.writeStartObject();
      json.writeNumberProperty("w", pairwise.w());
      json.writeNumberProperty("mean-rho", pairwise.meanRho());
      json.writeNumberProperty("mean-judges", pairwise.meanJudges());
      json.writeNumberProperty("pairs", pairwise.pairs());
      json.writeEndObject();
    } else {
      json.writeNull();
    }
  }

  private static void placed(JsonGenerator json, CommonOrder.Placed placed) {
    json.writeStartObject();
    json.writeStringProperty("from", placed.link().from());
    json.writeStringProperty("to", placed.link().to());
    json.writeNumberProperty("place", placed.place());
    json.writeNumberProperty("judges", placed.judges());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, OptionalDouble number) {
    json.writeName(name);
    if (number.isPresent()) {
      json.writeNumber(number.getAsDouble());
    } else {
      json.writeNull();
    }
  }

  private void link(JsonGenerator json, LinkAgreement link) {
    json.writeStartObject();
    json.writeStringProperty("from", link.link().from());
    json.writeStringProperty("to", link.link().to());
    json.writeObjectPropertyStart("answers");
    // There is no place 0.
    int lowest = steps instanceof Steps.Places ? 1 : 0;
    for (int step = lowest; step < link.counts().size(); step++) {
      json.writeNumberProperty(name(step), link.counts().get(step).intValue());
    }
    json.writeEndObject();
    json.writeNumberProperty("unknown", link.unknown());
    LinkAgreement.Spread spread = link.spread();
    Json.property(json, "lowest", spread == null ? null : name(spread.lowest()));
    Json.property(json, "highest", spread == null ? null : name(spread.highest()));
    Json.property(json, "median", spread == null ? null : name(spread.median()));
    number(
        json,
        "dispersion",
        spread == null ? OptionalDouble.empty() : OptionalDouble.of(spread.dispersion()));
    number(json, "disagreement", link.disagreement());
    consequence(json, consequences.get(link.link()));
    json.writeEndObject();
  }

  private void consequence(JsonGenerator json, @Nullable Consequence consequence) {
    json.writeName("consequence");
    if (consequence == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberProperty("levels", consequence.levels());
    json.writeNumberProperty("moved", consequence.moved());
    json.writeName("furthest");
    Consequence.Furthest furthest = consequence.furthest();
    if (furthest == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeStringProperty("requirement", furthest.requirement().id());
      json.writeStringProperty("low-level", name(furthest.lowLevel()));
      json.writeStringProperty("high-level", name(furthest.highLevel()));
      json.writeNumberProperty("low-rank", furthest.lowRank());
      json.writeNumberProperty("high-rank", furthest.highRank());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private String name(int step) {
    return steps.name(step);
  }
}
