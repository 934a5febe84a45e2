package org.concordat.server.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.topics.InOperation;
import org.concordat.core.standards.topics.JointControls;
import org.concordat.core.standards.topics.Merger;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicCoverage;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.topics.ShippedStandards;

/**
 * What an organisation can ask of two of its standards. Where a shipped table of topics relates
 * them, it answers; else what the crosswalks prove.
 */
public final class ScenarioAnswers {
  private final StandardsState standards;
  private final Catalogue from;
  private final Catalogue to;
  private final Optional<TopicTable> table;

  /**
   * Answers about two catalogues of the library.
   *
   * @param from the one that the organisation runs
   * @param to the one that is asked about
   */
  public ScenarioAnswers(StandardsState standards, Catalogue from, Catalogue to) {
    this.standards = standards;
    this.from = from;
    this.to = to;
    table = ShippedStandards.topicTable(from.id(), to.id());
  }

  /** The table of topics that answers; empty when crosswalks do. */
  public Optional<TopicTable> table() {
    return table;
  }

  /** What of the second catalogue the first one gives. */
  public List<Sheet> have() {
    return table
        .map(topics -> Scenarios.have(topics(topics, ourStatuses()), to))
        .orElseGet(() -> Scenarios.have(coverage(ours(from), to)));
  }

  /** What of the second catalogue is left. */
  public List<Sheet> left() {
    return table
        .map(topics -> Scenarios.left(topics(topics, ourStatuses()), to))
        .orElseGet(() -> Scenarios.left(coverage(ours(from), to)));
  }

  /** The work for both, each piece once. */
  public List<Sheet> both() {
    return table
        .map(topics -> Scenarios.both(topics(topics, allStatuses()), List.of(from, to)))
        .orElseGet(() -> Scenarios.both(JointControls.of(standards.inference(), from, to)));
  }

  /**
   * Both organisations together: we with the first catalogue, the other one with the second.
   *
   * @param theirs what the other organisation has in operation of the second catalogue
   */
  public List<Sheet> merge(String us, String them, Map<ControlRef, Operation> theirs) {
    Map<String, Operation> ofB = new LinkedHashMap<>();
    theirs.forEach((control, operation) -> ofB.put(control.control(), operation));
    if (table.isPresent()) {
      Merger merger =
          Merger.of(
              table.get(),
              List.of(from, to),
              ourStatuses(),
              Statuses.of(to.id(), InOperation.cautious(to, ofB)));
      return Scenarios.merge(merger, List.of(from, to), us, them);
    }
    Map<ControlRef, Operation> ours = ours(from);
    Map<ControlRef, Operation> together = new HashMap<>(ours);
    together.putAll(theirs);
    List<Sheet> sheets = new ArrayList<>();
    for (Catalogue catalogue : List.of(from, to)) {
      sheets.add(
          Scenarios.merge(
              coverage(ours, catalogue),
              coverage(theirs, catalogue),
              coverage(together, catalogue),
              us,
              them));
    }
    return sheets;
  }

  private TopicCoverage topics(TopicTable topics, Statuses statuses) {
    return TopicCoverage.of(topics, List.of(from, to), statuses);
  }

  private Coverage coverage(Map<ControlRef, Operation> operations, Catalogue catalogue) {
    return Coverage.of(standards.inference(), operations, catalogue.id());
  }

  /** What we have in operation of a catalogue, and of no other. */
  private Map<ControlRef, Operation> ours(Catalogue catalogue) {
    Map<ControlRef, Operation> ours = new HashMap<>(standards.operations());
    ours.keySet().removeIf(control -> !control.catalogue().equals(catalogue.id()));
    return ours;
  }

  private Statuses ourStatuses() {
    return new Statuses(Map.of(from.id(), said(from)), Map.of());
  }

  private Statuses allStatuses() {
    return new Statuses(Map.of(from.id(), said(from), to.id(), said(to)), Map.of());
  }

  private Map<String, Operation> said(Catalogue catalogue) {
    Map<String, Operation> said = new LinkedHashMap<>();
    ours(catalogue).forEach((control, operation) -> said.put(control.control(), operation));
    return InOperation.cautious(catalogue, said);
  }
}
