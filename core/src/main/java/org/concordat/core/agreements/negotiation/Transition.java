package org.concordat.core.agreements.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.AgreementRules;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Party.Capacity;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.AgreementState.Countered;
import org.concordat.core.agreements.negotiation.AgreementState.Decided;
import org.concordat.core.agreements.negotiation.AgreementState.Escalated;
import org.concordat.core.agreements.negotiation.AgreementState.Expired;
import org.concordat.core.agreements.negotiation.AgreementState.InForce;
import org.concordat.core.agreements.negotiation.AgreementState.Offer;
import org.concordat.core.agreements.negotiation.AgreementState.PendingReview;
import org.concordat.core.agreements.negotiation.AgreementState.Proposed;
import org.concordat.core.agreements.negotiation.AgreementState.Reviewed;
import org.concordat.core.agreements.negotiation.AgreementState.SignedByBoth;
import org.concordat.core.agreements.negotiation.AgreementState.SignedByOne;
import org.concordat.core.agreements.negotiation.AgreementState.Superseded;
import org.concordat.core.agreements.negotiation.AgreementState.Terminated;
import org.concordat.core.agreements.negotiation.AgreementState.UnderReview;
import org.concordat.core.agreements.negotiation.AgreementState.Withdrawn;
import org.concordat.core.agreements.negotiation.Outcome.Made;
import org.concordat.core.agreements.negotiation.Outcome.Reason;
import org.concordat.core.agreements.negotiation.Outcome.Refused;
import org.concordat.core.findings.Finding;

/** One move that the state and the party allow: what else it needs, and what it makes. */
record Transition(Dossier dossier, Move move) {
  Outcome from(AgreementState state) {
    return switch (move) {
      case Move.Draft _ -> throw new IllegalStateException("a draft starts an agreement");
      case Move.Propose propose ->
          offer(propose.document(), d -> new Proposed(d, Side.SUPPLY), false);
      case Move.Counter counter -> offer(counter.document(), d -> new Countered(d, side()), true);
      case Move.AcceptRisk accept -> acceptRisk(accept, (Offer) state);
      case Move.Agree _ -> agree((Offer) state);
      case Move.OpenReview open -> openReview(open);
      case Move.Answered answered -> answer(answered, (UnderReview) state);
      case Move.ConcludeReview _ -> conclude((UnderReview) state);
      case Move.Escalate escalate -> escalate(escalate, (UnderReview) state);
      case Move.Decide decide -> decide(decide);
      case Move.CarryOut carry -> carryOut(carry, (Decided) state);
      case Move.Sign sign -> sign(sign, state);
      case Move.PutInForce _ -> putInForce();
      case Move.Supersede supersede -> supersede(supersede);
      case Move.Terminate terminate ->
          new Made(new Terminated(dossier.with(move), terminate.because()));
      case Move.Expire _ -> expire();
      case Move.Withdraw _ -> new Made(new Withdrawn(dossier.with(move)));
    };
  }

  private Side side() {
    return move.by().party().capacity() == Capacity.SUPPLY ? Side.SUPPLY : Side.DEMAND;
  }

  /** The day of the move where the agreement is at home. */
  private LocalDate day() {
    return dossier.current().calendar().dayOf(move.by().at());
  }

  private interface After {
    AgreementState of(Dossier dossier);
  }

  private Outcome offer(Agreement document, After after, boolean isNew) {
    Agreement current = dossier.current();
    int version = isNew ? current.version() + 1 : current.version();
    if (!document.id().equals(current.id())
        || !document.unit().equals(current.unit())
        || !document.organisation().equals(current.organisation())
        || document.version() != version) {
      return new Refused(
          Reason.DOCUMENT_DOES_NOT_FOLLOW,
          "the document is not version %d of agreement '%s' of unit '%s'"
              .formatted(version, current.id(), current.unit()),
          "offer that version");
    }
    List<Finding> errors =
        AgreementRules.check(document).stream()
            .filter(f -> f.severity() == Finding.Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      return new Refused(
          Reason.DOCUMENT_HAS_ERRORS,
          "the document has errors: " + errors.getFirst().message(),
          "mend all %d of them".formatted(errors.size()));
    }
    return new Made(after.of(dossier.with(move, document)));
  }

  private Outcome acceptRisk(Move.AcceptRisk accept, Offer offer) {
    if (dossier.current().shortfalls().stream().noneMatch(accept.acceptance()::covers)) {
      return new Refused(
          Reason.RISK_OF_NO_LINE,
          "line '%s' of the current version does not fall short as accepted"
              .formatted(accept.acceptance().line()),
          "accept the level that the line agrees");
    }
    Dossier next = dossier.with(accept);
    return new Made(
        switch (offer) {
          case Proposed proposed -> new Proposed(next, proposed.offeredBy());
          case Countered countered -> new Countered(next, countered.offeredBy());
        });
  }

  private Outcome agree(Offer offer) {
    if (offer.offeredBy() == side()) {
      return new Refused(
          Reason.NOT_YOUR_OWN_OFFER, "the offer is this side's own", "the other side may take it");
    }
    List<AgreementLine> open = dossier.unaccepted(day());
    if (!open.isEmpty()) {
      return new Refused(
          Reason.RISK_NOT_ACCEPTED,
          "nobody has accepted the risk of " + open.stream().map(AgreementLine::id).toList(),
          "the unit accepts it, or the level is raised");
    }
    return new Made(new PendingReview(dossier.with(move)));
  }

  private Outcome openReview(Move.OpenReview open) {
    if (open.units().contains(dossier.current().unit())) {
      return new Refused(
          Reason.UNIT_IS_NOT_ASKED, "the unit's own agreement is reviewed", "ask other units");
    }
    return new Made(new UnderReview(dossier.with(move), open.units(), Map.of()));
  }

  private Outcome answer(Move.Answered answered, UnderReview review) {
    if (!(answered.by().party() instanceof Party.OtherUnit(String unit))
        || !review.units().contains(unit)) {
      return new Refused(
          Reason.UNIT_IS_NOT_ASKED,
          answered.by().party().word() + " is not asked",
          "asked are " + review.units());
    }
    if (answered.answer() instanceof Answer.HigherLevel higher
        && dossier.current().line(higher.line()).isEmpty()) {
      return noLine(Reason.DECISION_ON_NO_LINE, higher.line());
    }
    Map<String, Answer> answers = new TreeMap<>(review.answers());
    answers.put(unit, answered.answer());
    return new Made(new UnderReview(dossier.with(move), review.units(), answers));
  }

  private static Refused noLine(Reason reason, String line) {
    return new Refused(reason, "there is no line '" + line + "'", "name a line of the document");
  }

  private Outcome conclude(UnderReview review) {
    if (!review.silent().isEmpty() || review.isDisputed()) {
      return new Refused(
          Reason.NOT_ALL_CONSENT,
          "not every unit consents; silent are " + review.silent(),
          "wait for them, offer another version, or escalate");
    }
    return new Made(new Reviewed(dossier.with(move)));
  }

  private Outcome escalate(Move.Escalate escalate, UnderReview review) {
    if (!review.isDisputed()) {
      return new Refused(
          Reason.NOBODY_OBJECTS, "nobody objects, so there is nothing to decide", "conclude it");
    }
    if (escalate.by().party() instanceof Party.OtherUnit(String unit)
        && !review.units().contains(unit)) {
      return new Refused(
          Reason.UNIT_IS_NOT_ASKED,
          "unit '" + unit + "' is not asked",
          "asked are " + review.units());
    }
    return new Made(new Escalated(dossier.with(move), escalate));
  }

  private Outcome decide(Move.Decide decide) {
    if (decide.decision() instanceof Decision.Raise(var levels)) {
      for (var entry : levels.entrySet()) {
        if (dossier.current().line(entry.getKey()).isEmpty()) {
          return noLine(Reason.DECISION_ON_NO_LINE, entry.getKey());
        }
        if (entry.getValue().number() > dossier.current().scale().size()) {
          return new Refused(
              Reason.DECISION_ON_NO_LINE,
              "the scale has no level " + entry.getValue().number(),
              "choose a level of the agreement's scale");
        }
      }
    }
    return new Made(new Decided(dossier.with(move), decide));
  }

  private Outcome carryOut(Move.CarryOut carry, Decided decided) {
    if (!decided.decision().decision().isKeptBy(carry.document())) {
      return notCarriedOut();
    }
    for (AgreementLine line : dossier.current().lines()) {
      if (carry.document().agreed(line.requirement())
          < dossier.current().agreed(line.requirement())) {
        return new Refused(
            Reason.DECISION_NOT_CARRIED_OUT,
            "line '" + line.id() + "' would agree less than what was decided on",
            "change only what the decision asks for");
      }
    }
    return offer(carry.document(), d -> new Decided(d, decided.decision()), true);
  }

  private static Refused notCarriedOut() {
    return new Refused(
        Reason.DECISION_NOT_CARRIED_OUT,
        "the document is not as top management decided",
        "write the version that the decision asks for");
  }

  private Outcome sign(Move.Sign sign, AgreementState state) {
    if (sign.signature().side() != side()) {
      return new Refused(
          Reason.NOT_THIS_PARTY,
          sign.by().party().word() + " cannot sign for the other side",
          "each side signs for itself");
    }
    if (state instanceof Decided decided && !decided.isCarriedOut()) {
      return notCarriedOut();
    }
    if (day().isAfter(dossier.current().term().until())) {
      return termIsOver();
    }
    if (!(state instanceof SignedByOne(_, Move.Sign first))) {
      return new Made(new SignedByOne(dossier.with(move), sign));
    }
    if (first.signature().side() == side()) {
      return new Refused(
          Reason.ALREADY_SIGNED, "this side has signed", "the other side is to sign");
    }
    if (!first.signature().digest().equals(sign.signature().digest())) {
      return new Refused(
          Reason.ANOTHER_DOCUMENT_SIGNED,
          "the other side has signed a document with another SHA-256",
          "sign the same document");
    }
    return new Made(new SignedByBoth(dossier.with(move), first, sign));
  }

  private static Refused termIsOver() {
    return new Refused(Reason.TERM_IS_OVER, "its term is over", "draft another version");
  }

  /** Before its first day it would take the place of a version that still holds. */
  private Outcome putInForce() {
    if (day().isBefore(dossier.current().term().from())) {
      return new Refused(
          Reason.TERM_HAS_NOT_BEGUN,
          "its term begins on " + dossier.current().term().from(),
          "put it in force on that day");
    }
    return day().isAfter(dossier.current().term().until())
        ? termIsOver()
        : new Made(new InForce(dossier.with(move)));
  }

  private Outcome supersede(Move.Supersede supersede) {
    if (supersede.version() <= dossier.current().version()) {
      return new Refused(
          Reason.DOCUMENT_DOES_NOT_FOLLOW,
          "version %d does not follow version %d"
              .formatted(supersede.version(), dossier.current().version()),
          "name a later version");
    }
    return new Made(new Superseded(dossier.with(move), supersede.version()));
  }

  private Outcome expire() {
    return day().isAfter(dossier.current().term().until())
        ? new Made(new Expired(dossier.with(move)))
        : new Refused(
            Reason.TERM_IS_NOT_OVER,
            "its term lasts until " + dossier.current().term().until(),
            "terminate it, or wait");
  }
}
