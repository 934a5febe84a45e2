package org.concordat.server.agreements.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.alignment.Level;
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
 * @param ways all ways of this agreement, the latest first
 * @param today where the agreement is at home
 * @param hasPasskey whether the reader can sign
 * @param mayComment whether the reader has a part in it
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
    List<Comment> comments,
    List<ListedAgreement> ways,
    LocalDate today,
    boolean hasPasskey,
    boolean mayComment)
    implements PageModel {
  public AgreementPage {
    lines = List.copyOf(lines);
    doings = List.copyOf(doings);
    points = List.copyOf(points);
    hurts = List.copyOf(hurts);
    unaccepted = List.copyOf(unaccepted);
    comments = List.copyOf(comments);
    ways = List.copyOf(ways);
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

  /** The names of the units that a review has to ask. */
  public String toAsk() {
    return hurts.stream()
        .filter(hurt -> hurt.coveredBy().isEmpty())
        .map(hurt -> names.unit(hurt.unit()))
        .distinct()
        .collect(Collectors.joining(", "));
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

  /** The lines that a decision may raise. */
  public List<AgreementLine> disputed() {
    return document().lines().stream()
        .filter(line -> line.agreedNumber() < document().scale().size())
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
