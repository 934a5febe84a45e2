package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.drafting.Drafting;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Answer;
import org.concordat.core.agreements.negotiation.Decision;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/**
 * A move as fields of texts, from a form or a program. Offers hold a document and signatures a
 * proof, so they are not made here.
 */
final class MoveFields {
  private static final String RAISE = "raise.";

  private final Map<String, String> fields;
  private final UnitNeeds needs;
  private final ServiceCatalogue catalogue;
  private final Set<String> unitsToAsk;

  /**
   * Fields.
   *
   * @param unitsToAsk the units that the cross-unit review has found
   */
  MoveFields(
      Map<String, String> fields,
      UnitNeeds needs,
      ServiceCatalogue catalogue,
      Set<String> unitsToAsk) {
    this.fields = Map.copyOf(fields);
    this.needs = needs;
    this.catalogue = catalogue;
    this.unitsToAsk = Set.copyOf(unitsToAsk);
  }

  /**
   * How the move is made, or empty when this kind of move is not made of fields.
   *
   * @throws IllegalArgumentException when making it finds a field that is no value of its kind
   */
  Optional<BiFunction<Actor, AgreementState, Move>> of(MoveKind kind) {
    return switch (kind) {
      case PROPOSE -> Optional.of((by, at) -> new Move.Propose(by, at.dossier().current()));
      case ACCEPT_RISK -> Optional.of(this::acceptRisk);
      case AGREE -> Optional.of((by, _) -> new Move.Agree(by));
      case OPEN_REVIEW -> Optional.of((by, _) -> new Move.OpenReview(by, unitsToAsk));
      case ANSWER -> Optional.of((by, _) -> new Move.Answered(by, answer()));
      case CONCLUDE_REVIEW -> Optional.of((by, _) -> new Move.ConcludeReview(by));
      case ESCALATE ->
          Optional.of((by, _) -> new Move.Escalate(by, text("forIt"), text("againstIt")));
      case DECIDE -> Optional.of((by, _) -> new Move.Decide(by, decision(), text("because")));
      case PUT_IN_FORCE -> Optional.of((by, _) -> new Move.PutInForce(by));
      case TERMINATE -> Optional.of((by, _) -> new Move.Terminate(by, text("because")));
      case EXPIRE -> Optional.of((by, _) -> new Move.Expire(by));
      case WITHDRAW -> Optional.of((by, _) -> new Move.Withdraw(by, orNull("because")));
      case DRAFT, COUNTER, CARRY_OUT, SIGN, SUPERSEDE -> Optional.empty();
    };
  }

  private String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  private @Nullable String orNull(String field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }

  private Move acceptRisk(Actor by, AgreementState at) {
    AgreementLine line =
        at.dossier()
            .current()
            .line(text("line"))
            .orElseThrow(() -> new IllegalArgumentException("there is no line " + text("line")));
    Level needed = line.needed();
    if (needed == null) {
      throw new IllegalArgumentException("line '" + line.id() + "' needs nothing");
    }
    Asset asset = needs.asset(line.requirement().asset());
    return new Move.AcceptRisk(
        new RiskAcceptance(
            "risk-" + (at.dossier().acceptances().size() + 1),
            by,
            line.id(),
            line.requirement(),
            needed,
            line.agreedNumber() == 0 ? null : Level.of(line.agreedNumber()),
            text("because"),
            LocalDate.parse(text("until")),
            Drafting.saving(catalogue, line, asset == null ? AssetKind.INFORMATION : asset.kind()),
            line.goals()));
  }

  private Answer answer() {
    return switch (text("answer")) {
      case "consent" -> new Answer.Consent();
      case "objection" -> new Answer.Objection(text("because"));
      case "higher-level" ->
          new Answer.HigherLevel(text("line"), Level.of(number(text("level"))), text("because"));
      default -> throw new IllegalArgumentException("'" + text("answer") + "' is no answer");
    };
  }

  private Decision decision() {
    if (text("decision").equals("uphold")) {
      return new Decision.Uphold();
    }
    Map<String, Level> levels = new TreeMap<>();
    fields.forEach(
        (field, level) -> {
          if (field.startsWith(RAISE) && !level.isBlank()) {
            levels.put(field.substring(RAISE.length()), Level.of(number(level.strip())));
          }
        });
    return new Decision.Raise(levels);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no level", e);
    }
  }
}
