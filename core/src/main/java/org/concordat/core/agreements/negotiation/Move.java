package org.concordat.core.agreements.negotiation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Texts;
import org.concordat.core.alignment.Identifier;
import org.jspecify.annotations.Nullable;

/** Something that somebody does to an agreement. */
public sealed interface Move {
  Actor by();

  MoveKind kind();

  /**
   * The first draft, or the first draft of a renewal.
   *
   * @param succeeds the version in force that it is to replace; 0 for none
   */
  record Draft(Actor by, Agreement document, int succeeds) implements Move {
    public Draft {
      if (document.version() <= succeeds || succeeds < 0) {
        throw new IllegalArgumentException(
            "version %d cannot succeed version %d".formatted(document.version(), succeeds));
      }
    }

    @Override
    public MoveKind kind() {
      return MoveKind.DRAFT;
    }
  }

  /** Offers the draft, perhaps changed, to the unit. */
  record Propose(Actor by, Agreement document) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.PROPOSE;
    }
  }

  /** Offers another version instead. */
  record Counter(Actor by, Agreement document, @Nullable String comment) implements Move {
    public Counter {
      if (comment != null) {
        Texts.paragraph(comment, "a comment");
      }
    }

    @Override
    public MoveKind kind() {
      return MoveKind.COUNTER;
    }
  }

  /** Takes the risk of a line that falls short. */
  record AcceptRisk(RiskAcceptance acceptance) implements Move {
    @Override
    public Actor by() {
      return acceptance.by();
    }

    @Override
    public MoveKind kind() {
      return MoveKind.ACCEPT_RISK;
    }
  }

  /** Takes the other side's offer. */
  record Agree(Actor by) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.AGREE;
    }
  }

  /**
   * Asks the units that it may hurt.
   *
   * @param units as the cross-unit review found them; may be none
   */
  record OpenReview(Actor by, Set<String> units) implements Move {
    public OpenReview {
      units = Collections.unmodifiableSet(new TreeSet<>(units));
      units.forEach(u -> Identifier.check(u, "unit"));
    }

    @Override
    public MoveKind kind() {
      return MoveKind.OPEN_REVIEW;
    }
  }

  /** What a unit says; a later answer replaces its earlier one. */
  record Answered(Actor by, Answer answer) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.ANSWER;
    }
  }

  /** IT finds, with all units, that nobody is hurt unacceptably. */
  record ConcludeReview(Actor by) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.CONCLUDE_REVIEW;
    }
  }

  /**
   * Calls for top management's decision.
   *
   * @param forIt the case of the unit whose agreement it is
   * @param againstIt the case of those who object
   */
  record Escalate(Actor by, String forIt, String againstIt) implements Move {
    public Escalate {
      Texts.paragraph(forIt, "the case for the agreement");
      Texts.paragraph(againstIt, "the case against the agreement");
    }

    @Override
    public MoveKind kind() {
      return MoveKind.ESCALATE;
    }
  }

  /** Top management's decision, with its reason. */
  record Decide(Actor by, Decision decision, String because) implements Move {
    public Decide {
      Texts.paragraph(because, "the reason of a decision");
    }

    @Override
    public MoveKind kind() {
      return MoveKind.DECIDE;
    }
  }

  /** Writes the version that the decision asks for. */
  record CarryOut(Actor by, Agreement document) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.CARRY_OUT;
    }
  }

  /** Signs the document. */
  record Sign(Actor by, Signature signature) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.SIGN;
    }
  }

  /** The agreement takes effect. */
  record PutInForce(Actor by) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.PUT_IN_FORCE;
    }
  }

  /**
   * Another version takes its place.
   *
   * @param version of the same agreement, later than this one
   */
  record Supersede(Actor by, int version) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.SUPERSEDE;
    }
  }

  /** Ends it before its term. */
  record Terminate(Actor by, String because) implements Move {
    public Terminate {
      Texts.paragraph(because, "the reason for ending an agreement");
    }

    @Override
    public MoveKind kind() {
      return MoveKind.TERMINATE;
    }
  }

  /** Records that its term is over. */
  record Expire(Actor by) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.EXPIRE;
    }
  }

  /** Gives it up before it is signed. */
  record Withdraw(Actor by, @Nullable String because) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.WITHDRAW;
    }
  }
}
