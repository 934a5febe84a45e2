package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.workspace.Wish;

/**
 * The questions of one round, as the session keeps them: every answer moves priorities, and the
 * questions would change their order with these.
 *
 * @param judge whose round it is
 * @param from what each question is about, by ids
 * @param to what it does damage to, by ids
 */
record JudgingRound(UUID judge, ArrayList<String> from, ArrayList<String> to)
    implements Serializable {
  /** So many assets of each unit are asked about, those that matter most first. */
  private static final int ASSETS = 40;

  /** Nobody answers more questions than this in one go. */
  private static final int QUESTIONS = 150;

  private static final String ATTRIBUTE = "concordat.judging-round";

  /** The round that the session is in. */
  static Optional<JudgingRound> of(HttpServletRequest request, UUID judge) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof JudgingRound round
            && round.judge.equals(judge)
        ? Optional.of(round)
        : Optional.empty();
  }

  /** A new round: what hurts the goals of the judge's units first, then their assets. */
  static JudgingRound begin(HttpServletRequest request, Caller caller, Snapshot model) {
    List<Link> links = links(caller, model);
    JudgingRound round =
        new JudgingRound(
            caller.account(),
            new ArrayList<>(links.stream().map(Link::from).toList()),
            new ArrayList<>(links.stream().map(Link::to).toList()));
    request.getSession(true).setAttribute(ATTRIBUTE, round);
    return round;
  }

  /** What a judge is asked about. */
  static List<Link> links(Caller caller, Snapshot model) {
    List<Link> links = new ArrayList<>();
    List<Unit> units =
        model.units().stream().filter(unit -> caller.may(Permission.JUDGE, unit.id())).toList();
    for (Unit unit : units) {
      for (var goal : unit.goals()) {
        for (Factor factor : model.factors()) {
          links.add(new Link(factor.id(), goal.id()));
        }
      }
    }
    for (Unit unit : units) {
      AssetQuery query =
          AssetQuery.ALL
              .withUnit(UnitFilter.of(unit.id()))
              .descendingBy(AssetQuery.Order.HIGHEST_NEED)
              .withRows(0, ASSETS);
      for (AssetRow row : model.assets(query).rows()) {
        for (String property : row.asset().properties()) {
          for (Factor factor : model.factors()) {
            links.add(new Link(row.asset().id() + "/" + property, factor.id()));
          }
        }
      }
    }
    return links.subList(0, Math.min(links.size(), QUESTIONS));
  }

  int size() {
    return from.size();
  }

  Link link(int number) {
    return new Link(from.get(number), to.get(number));
  }

  /**
   * The number of the question after the last one that the caller has answered.
   *
   * @param none the questions that were answered by: no impact at all
   */
  int firstOpen(Caller caller, Set<Link> none, Snapshot model) {
    for (int last = size() - 1; last >= 0; last--) {
      if (none.contains(link(last))
          || new Wish.OfJudgement(link(last), caller.name(), false, null, "").present(model)
              != null) {
        return last + 1;
      }
    }
    return 0;
  }
}
