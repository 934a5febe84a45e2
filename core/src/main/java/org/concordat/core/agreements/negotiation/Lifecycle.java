package org.concordat.core.agreements.negotiation;

import static org.concordat.core.agreements.Party.Capacity.DEMAND;
import static org.concordat.core.agreements.Party.Capacity.MANAGEMENT;
import static org.concordat.core.agreements.Party.Capacity.OTHER_UNIT;
import static org.concordat.core.agreements.Party.Capacity.SUPPLY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.agreements.Party.Capacity;
import org.concordat.core.agreements.negotiation.AgreementState.Countered;
import org.concordat.core.agreements.negotiation.AgreementState.Decided;
import org.concordat.core.agreements.negotiation.AgreementState.Draft;
import org.concordat.core.agreements.negotiation.AgreementState.Ended;
import org.concordat.core.agreements.negotiation.AgreementState.Escalated;
import org.concordat.core.agreements.negotiation.AgreementState.InForce;
import org.concordat.core.agreements.negotiation.AgreementState.PendingReview;
import org.concordat.core.agreements.negotiation.AgreementState.Proposed;
import org.concordat.core.agreements.negotiation.AgreementState.Reviewed;
import org.concordat.core.agreements.negotiation.AgreementState.SignedByBoth;
import org.concordat.core.agreements.negotiation.AgreementState.SignedByOne;
import org.concordat.core.agreements.negotiation.AgreementState.UnderReview;
import org.concordat.core.agreements.negotiation.Outcome.Made;
import org.concordat.core.agreements.negotiation.Outcome.Reason;
import org.concordat.core.agreements.negotiation.Outcome.Refused;

/** Makes moves, or says why they cannot be made. */
public final class Lifecycle {
  private static final Set<Capacity> SIDES = Set.of(DEMAND, SUPPLY);
  private static final Map<MoveKind, Set<Capacity>> OFFER =
      Map.of(
          MoveKind.COUNTER, SIDES,
          MoveKind.ACCEPT_RISK, Set.of(DEMAND),
          MoveKind.AGREE, SIDES,
          MoveKind.WITHDRAW, SIDES);
  private static final Map<MoveKind, Set<Capacity>> SIGNABLE =
      Map.of(MoveKind.SIGN, SIDES, MoveKind.WITHDRAW, SIDES);

  private Lifecycle() {}

  /** What may be done in a state, and by whom. */
  public static Map<MoveKind, Set<Capacity>> possible(AgreementState state) {
    return switch (state) {
      case Draft _ -> Map.of(MoveKind.PROPOSE, Set.of(SUPPLY), MoveKind.WITHDRAW, SIDES);
      case Proposed _, Countered _ -> OFFER;
      case PendingReview _ ->
          Map.of(MoveKind.OPEN_REVIEW, Set.of(SUPPLY), MoveKind.WITHDRAW, SIDES);
      case UnderReview _ ->
          Map.of(
              MoveKind.ANSWER, Set.of(OTHER_UNIT),
              MoveKind.CONCLUDE_REVIEW, Set.of(SUPPLY),
              MoveKind.COUNTER, SIDES,
              MoveKind.ESCALATE, Set.of(DEMAND, SUPPLY, OTHER_UNIT),
              MoveKind.WITHDRAW, SIDES);
      case Escalated _ -> Map.of(MoveKind.DECIDE, Set.of(MANAGEMENT), MoveKind.WITHDRAW, SIDES);
      case Reviewed _ -> SIGNABLE;
      case Decided _ ->
          Map.of(
              MoveKind.CARRY_OUT, Set.of(SUPPLY),
              MoveKind.SIGN, SIDES,
              MoveKind.WITHDRAW, SIDES);
      case SignedByOne _ -> SIGNABLE;
      case SignedByBoth _ -> Map.of(MoveKind.PUT_IN_FORCE, Set.of(SUPPLY));
      case InForce _ ->
          Map.of(
              MoveKind.SUPERSEDE, SIDES,
              MoveKind.TERMINATE, SIDES,
              MoveKind.EXPIRE, SIDES);
      case Ended _ -> Map.of();
    };
  }

  /**
   * The state after a list of moves.
   *
   * @param moves the first one drafts
   * @throws IllegalArgumentException when one of them is refused: such a list was never made
   */
  public static AgreementState replay(List<Move> moves) {
    if (moves.isEmpty() || !(moves.getFirst() instanceof Move.Draft draft)) {
      throw new IllegalArgumentException("every agreement starts with a draft");
    }
    AgreementState state = start(draft);
    for (Move move : moves.subList(1, moves.size())) {
      state =
          switch (make(state, move)) {
            case Made made -> made.state();
            case Refused refused ->
                throw new IllegalArgumentException(
                    "%s by %s: %s".formatted(move.kind(), move.by(), refused.problem()));
          };
    }
    return state;
  }

  /** The state that a first draft makes. */
  public static Draft start(Move.Draft draft) {
    return new Draft(new Dossier(List.of(draft.document()), List.of(), List.of(draft)));
  }

  /** Makes a move, or refuses it. */
  public static Outcome make(AgreementState state, Move move) {
    Set<Capacity> who = possible(state).get(move.kind());
    Capacity capacity = move.by().party().capacity();
    if (who == null) {
      return new Refused(
          Reason.NOT_IN_THIS_STATE,
          "%s is not possible in the state %s".formatted(move.kind(), state.kind()),
          "possible now: " + possible(state).keySet().stream().sorted().toList());
    }
    if (!who.contains(capacity)) {
      return new Refused(
          Reason.NOT_THIS_PARTY,
          "%s is not for %s to do".formatted(move.kind(), move.by().party().word()),
          "it is for " + who.stream().sorted().toList());
    }
    for (Move earlier : state.dossier().moves()) {
      if (earlier.by().person().equals(move.by().person())
          && earlier.by().party().capacity() != capacity) {
        return new Refused(
            Reason.NOT_THE_SAME_PERSON_TWICE,
            "%s has acted for %s here and cannot act for %s too"
                .formatted(
                    move.by().person(), earlier.by().party().word(), move.by().party().word()),
            "somebody else has to do it: who decides or accepts never executes");
      }
    }
    if (move.by().at().isBefore(state.dossier().moves().getLast().by().at())) {
      return new Refused(
          Reason.BEFORE_WHAT_IS_DONE,
          "%s would be done before what is done already".formatted(move.kind()),
          "give the time at which it is done");
    }
    return new Transition(state.dossier(), move).from(state);
  }
}
