package org.concordat.server.agreements.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Answer;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.alignment.Level;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * An agreement: the document, where it stands, what can be done, and everything that was.
 *
 * @param names what people, units and assets are called
 * @param doings what the reader may do now
 * @param points price against protection, of every version
 * @param hurts whom the document on the table hurts
 * @param unaccepted the lines whose risk nobody has accepted
 * @param savings what each of these lines saves in a year, by their ids
 * @param ways all ways of this agreement, the latest first
 * @param today where the agreement is at home
 * @param hasPasskey whether the reader can sign
 * @param mayComment whether the reader has a part in it
 * @param barred the parties that the reader's roles let act, who has acted for another one here
 */
public record AgreementPage(
    AgreementKey key,
    AgreementState state,
    Labels names,
    List<Line> lines,
    List<Doing> doings,
    List<PricePoint> points,
    List<HurtView> hurts,
    List<AgreementLine> unaccepted,
    Map<String, Money> savings,
    List<Comment> comments,
    List<ListedAgreement> ways,
    LocalDate today,
    boolean hasPasskey,
    boolean mayComment,
    List<Party> barred)
    implements PageModel {
  public AgreementPage {
    lines = List.copyOf(lines);
    doings = List.copyOf(doings);
    points = List.copyOf(points);
    hurts = List.copyOf(hurts);
    unaccepted = List.copyOf(unaccepted);
    savings = Map.copyOf(savings);
    comments = List.copyOf(comments);
    ways = List.copyOf(ways);
    barred = List.copyOf(barred);
  }

  /**
   * A line of the document.
   *
   * @param reasons why the unit needs it, best first
   */
  public record Line(
      AgreementLine line,
      LevelView needed,
      LevelView agreed,
      String service,
      List<PathView> reasons) {
    public Line {
      reasons = List.copyOf(reasons);
    }
  }

  /** Something that the reader may do, for a party. */
  public record Doing(MoveKind kind, Party party) {}

  /**
   * That another unit is hurt.
   *
   * @param way from the line's requirement to where it hurts
   * @param reason why that matters to the unit, or null
   */
  public record HurtView(
      String unit,
      String line,
      List<String> way,
      LevelView needed,
      LevelView there,
      @Nullable PathView reason,
      List<String> coveredBy) {
    public HurtView {
      way = List.copyOf(way);
      coveredBy = List.copyOf(coveredBy);
    }
  }

  /** What somebody said. */
  public record Comment(
      String name, Party party, Instant at, @Nullable String line, String words) {}

  public Agreement document() {
    return state.dossier().current();
  }

  /** How much was done to it; whoever decides on this sight says so. */
  public int seen() {
    return state.dossier().moves().size();
  }

  /** What the reader may do of a kind, or null. */
  public @Nullable Doing doing(MoveKind kind) {
    return doings.stream().filter(each -> each.kind() == kind).findFirst().orElse(null);
  }

  /** The parties for which the reader may do something. */
  public List<Doing> doings(MoveKind kind) {
    return doings.stream().filter(each -> each.kind() == kind).toList();
  }

  /** Whether the reader may offer another version. */
  public @Nullable Doing offering() {
    for (MoveKind kind : List.of(MoveKind.PROPOSE, MoveKind.COUNTER, MoveKind.CARRY_OUT)) {
      Doing doing = doing(kind);
      if (doing != null) {
        return doing;
      }
    }
    return null;
  }

  public List<RiskAcceptance> acceptances() {
    return state.dossier().acceptances();
  }

  public List<Move> moves() {
    return state.dossier().moves();
  }

  /** The levels of the agreement's scale by their numbers. */
  public Map<Integer, String> levels() {
    Map<Integer, String> levels = new TreeMap<>();
    for (int number = 1; number <= document().scale().size(); number++) {
      levels.put(number, document().scale().name(Level.of(number)));
    }
    return levels;
  }

  /** Whether the offer is the other side's and nothing stands in the way of taking it. */
  public boolean mayAgree() {
    Doing doing = doing(MoveKind.AGREE);
    return doing != null
        && unaccepted.isEmpty()
        && state instanceof AgreementState.Offer offer
        && Party.of(offer.offeredBy()).capacity() != doing.party().capacity();
  }

  /** The part of the unit's need that the document on the table meets. */
  public double protection() {
    return points.isEmpty() ? 0 : points.getLast().protection();
  }

  /** The names of the units that a review has to ask. */
  public List<String> hurtUnits() {
    return hurts.stream()
        .filter(hurt -> hurt.coveredBy().isEmpty())
        .map(hurt -> names.unit(hurt.unit()))
        .distinct()
        .toList();
  }

  /** The same with commas between them. */
  public String toAsk() {
    return String.join(", ", hurtUnits());
  }

  /** What units have said in the last review, by unit. */
  public Map<String, Answer> answered() {
    Map<String, Answer> answers = new TreeMap<>();
    for (Move move : moves()) {
      if (move instanceof Move.OpenReview) {
        answers.clear();
      } else if (move instanceof Move.Answered(var by, var answer)
          && by.party() instanceof Party.OtherUnit(String unit)) {
        answers.put(unit, answer);
      }
    }
    return answers;
  }

  /** The SHA-256 of the document, which is what both sides sign. */
  public String digest() {
    return AgreementJson.digestText(document());
  }

  /** Whether nothing leads on from here. */
  public boolean hasEnded() {
    return state instanceof AgreementState.Ended;
  }

  /** Whether somebody has signed it. */
  public boolean isSigned() {
    return moves().stream().anyMatch(Move.Sign.class::isInstance);
  }

  /** Whether there is more than one version to compare. */
  public boolean hasVersions() {
    return ways.size() > 1 || VersionsPage.distinct(state.dossier().versions()).size() > 1;
  }

  /** A level of the agreement's scale; 0 is none. */
  public LevelView level(int number) {
    return AgreementViews.level(document().scale(), number);
  }

  /** Where it stands on the way from a draft to its end, for everybody to see. */
  public Road road() {
    return Road.of(state);
  }

  /** The parties that the reader may act for now, each once. */
  public List<Party> acting() {
    return doings.stream().map(Doing::party).distinct().toList();
  }

  /** Whether there is something that the reader has to do, rather than may do. */
  public boolean isTurn() {
    return doings.stream().anyMatch(doing -> isDue(doing.kind()));
  }

  /** Whether doing this moves it on. */
  private boolean isDue(MoveKind kind) {
    return switch (kind) {
      case PROPOSE, OPEN_REVIEW, DECIDE -> true;
      case ACCEPT_RISK -> !unaccepted.isEmpty();
      case AGREE -> mayAgree();
      case ANSWER -> isUnanswered();
      case CONCLUDE_REVIEW -> mayConclude();
      case CARRY_OUT -> state instanceof AgreementState.Decided decided && !decided.isCarriedOut();
      case SIGN -> maySign();
      case PUT_IN_FORCE -> hasBegun();
      case EXPIRE -> today.isAfter(document().term().until());
      case ESCALATE -> isDisputed();
      case DRAFT, COUNTER, SUPERSEDE, TERMINATE, WITHDRAW -> false;
    };
  }

  private boolean isUnanswered() {
    return state instanceof AgreementState.UnderReview review
        && doings(MoveKind.ANSWER).stream()
            .anyMatch(
                doing ->
                    doing.party() instanceof Party.OtherUnit(String unit)
                        && review.silent().contains(unit));
  }

  /** Whether its first day has come. */
  public boolean hasBegun() {
    return !today.isBefore(document().term().from());
  }

  /** Whether it is the time to renew it: it holds, and its review is due. */
  public boolean isReviewDue() {
    return state instanceof AgreementState.InForce && !today.isBefore(document().reviewOn());
  }

  /** Whether the reader may draft the version that comes after this one. */
  public boolean mayRenew() {
    return state instanceof AgreementState.InForce
        && doings.stream().anyMatch(doing -> doing.party() instanceof Party.Supply);
  }

  /** Another way of the same agreement that is in the making, or null. */
  public @Nullable ListedAgreement renewal() {
    return ways.stream()
        .filter(way -> way.isAlive() && way.state() != AgreementState.StateKind.IN_FORCE)
        .filter(way -> !way.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** Whether an acceptance still covers a line of the document on the table. */
  public boolean covers(RiskAcceptance risk) {
    return document().lines().stream().anyMatch(line -> line.fallsShort() && risk.covers(line));
  }

  /** Whether those who review or decide should first see what it is about. */
  public boolean isContested() {
    return state instanceof AgreementState.UnderReview
        || state instanceof AgreementState.Escalated
        || state instanceof AgreementState.PendingReview
        || (state instanceof AgreementState.Decided decided && !decided.isCarriedOut());
  }

  /** Whether all units that were asked consent. */
  public boolean mayConclude() {
    return state instanceof AgreementState.UnderReview review
        && review.silent().isEmpty()
        && !review.isDisputed();
  }

  public boolean isDisputed() {
    return state instanceof AgreementState.UnderReview review && review.isDisputed();
  }

  /** The lines that a decision may raise, those that hurt another unit first. */
  public List<AgreementLine> disputed() {
    Set<String> hurting = hurts.stream().map(HurtView::line).collect(Collectors.toSet());
    return document().lines().stream()
        .filter(line -> line.agreedNumber() < document().scale().size())
        .sorted(Comparator.comparing(line -> !hurting.contains(line.id())))
        .toList();
  }

  /** Whether the reader's side has not signed yet, and the document is as it was decided. */
  public boolean maySign() {
    Doing doing = doing(MoveKind.SIGN);
    if (doing == null) {
      return false;
    }
    return switch (state) {
      case AgreementState.SignedByOne one ->
          one.first().by().party().capacity() != doing.party().capacity();
      case AgreementState.Decided decided -> decided.isCarriedOut();
      default -> true;
    };
  }

  @Override
  public String template() {
    return "agreements/agreement";
  }
}
