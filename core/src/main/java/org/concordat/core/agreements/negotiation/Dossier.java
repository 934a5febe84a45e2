package org.concordat.core.agreements.negotiation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.RiskAcceptance;

/**
 * What has been done so far.
 *
 * @param versions every document that was on the table, the latest last; at least one
 * @param acceptances the risks that were accepted, in their order
 * @param moves everything, in its order
 */
public record Dossier(
    List<Agreement> versions, List<RiskAcceptance> acceptances, List<Move> moves) {
  public Dossier {
    versions = List.copyOf(versions);
    acceptances = List.copyOf(acceptances);
    moves = List.copyOf(moves);
  }

  /** The document that is on the table. */
  public Agreement current() {
    return versions.getLast();
  }

  /** The lines of the current document that fall short and whose risk nobody accepted by a day. */
  public List<AgreementLine> unaccepted(LocalDate day) {
    return current().shortfalls().stream()
        .filter(
            line -> acceptances.stream().noneMatch(a -> a.covers(line) && !a.until().isBefore(day)))
        .toList();
  }

  Dossier with(Move move) {
    return new Dossier(versions, acceptances, plus(moves, move));
  }

  Dossier with(Move move, Agreement version) {
    return new Dossier(plus(versions, version), acceptances, plus(moves, move));
  }

  Dossier with(Move.AcceptRisk move) {
    return new Dossier(versions, plus(acceptances, move.acceptance()), plus(moves, move));
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
