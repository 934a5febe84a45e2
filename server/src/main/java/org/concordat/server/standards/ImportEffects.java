package org.concordat.server.standards;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;

/**
 * What would follow from changes of a programme, before they are made.
 *
 * @param then the standards as they would be
 * @param findings what would not fit together any more
 * @param contradictions those that would come
 * @param moved the coverage of the followed catalogues of which it would be another
 */
public record ImportEffects(
    StandardsState then,
    List<Finding> findings,
    List<Contradiction> contradictions,
    List<Moved> moved) {
  public ImportEffects {
    findings = List.copyOf(findings);
    contradictions = List.copyOf(contradictions);
    moved = List.copyOf(moved);
  }

  /** The coverage of a catalogue before and after. */
  public record Moved(Catalogue catalogue, Coverage before, Coverage after) {}

  /** What would follow when these wishes came true. */
  public static ImportEffects of(Standards standards, StandardsState now, ProgrammeImport planned) {
    StandardsState then = standards.after(now, planned.wishes());
    List<Finding> findings = new ArrayList<>(then.findings());
    findings.removeAll(now.findings());
    List<Contradiction> contradictions = new ArrayList<>(then.inference().contradictions());
    contradictions.removeAll(now.inference().contradictions());
    List<Moved> moved = new ArrayList<>();
    for (Catalogue catalogue : now.followed()) {
      Moved each =
          new Moved(catalogue, now.coverage(catalogue.id()), then.coverage(catalogue.id()));
      if (!counts(each.before()).equals(counts(each.after()))) {
        moved.add(each);
      }
    }
    return new ImportEffects(then, findings, contradictions, moved);
  }

  private static List<Long> counts(Coverage coverage) {
    List<Long> counts = new ArrayList<>();
    for (Degree degree : Degree.values()) {
      counts.add((long) coverage.count(degree));
    }
    return counts;
  }
}
