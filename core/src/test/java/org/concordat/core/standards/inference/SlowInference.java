package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;

/** The definition, word for word: K(a,c) := K(a,c) ∩ (K(a,b) ∘ K(b,c)), until nothing changes. */
final class SlowInference {
  private final Map<ControlRef, Integer> numbers = new HashMap<>();
  private final Relations[][] known;

  private SlowInference(List<ControlRef> controls) {
    controls.forEach(control -> numbers.putIfAbsent(control, numbers.size()));
    int size = numbers.size();
    known = new Relations[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        known[a][b] = a == b ? Relations.of(Relation.EQUAL) : Relations.ALL;
      }
    }
  }

  /** The closure of the parts of the catalogues and these mappings. */
  static SlowInference of(List<Catalogue> catalogues, List<Published> mappings) {
    List<ControlRef> controls = new ArrayList<>();
    for (Catalogue catalogue : catalogues) {
      catalogue.controls().forEach(c -> controls.add(new ControlRef(catalogue.id(), c.id())));
    }
    SlowInference inference = new SlowInference(controls);
    for (Catalogue catalogue : catalogues) {
      for (Control control : catalogue.controls()) {
        if (control.parent() != null) {
          inference.state(
              new ControlRef(catalogue.id(), control.id()),
              Relations.PART,
              new ControlRef(catalogue.id(), control.parent()));
        }
      }
    }
    mappings.forEach(m -> inference.state(m.source(), m.statement().relations(), m.target()));
    inference.close();
    return inference;
  }

  /** The closure of nothing but the steps of these chains. */
  static SlowInference of(List<Chain> chains) {
    List<ControlRef> controls = new ArrayList<>();
    List<Step> steps = chains.stream().flatMap(c -> c.steps().stream()).toList();
    for (Step step : steps) {
      controls.add(step.from());
      controls.add(step.to());
    }
    SlowInference inference = new SlowInference(controls);
    steps.forEach(step -> inference.state(step.from(), step.says(), step.to()));
    inference.close();
    return inference;
  }

  static List<Published> mappings(Library library) {
    List<Published> all = new ArrayList<>();
    for (Crosswalk crosswalk : library.crosswalks()) {
      for (Mapping mapping : crosswalk.mappings()) {
        all.add(Published.of(crosswalk, mapping));
      }
    }
    return all;
  }

  private int number(ControlRef control) {
    return Objects.requireNonNull(numbers.get(control), control::toString);
  }

  private void state(ControlRef source, Relations said, ControlRef target) {
    int a = number(source);
    int b = number(target);
    known[a][b] = known[a][b].intersection(said);
    known[b][a] = known[b][a].intersection(said.converse());
  }

  private void close() {
    boolean changes = true;
    while (changes) {
      changes = false;
      for (int a = 0; a < known.length; a++) {
        for (int b = 0; b < known.length; b++) {
          for (int c = 0; c < known.length; c++) {
            Relations narrower = known[a][c].intersection(known[a][b].then(known[b][c]));
            changes |= !narrower.equals(known[a][c]);
            known[a][c] = narrower;
          }
        }
      }
    }
  }

  boolean isContradictory() {
    for (Relations[] row : known) {
      for (Relations relations : row) {
        if (relations.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  Relations between(ControlRef source, ControlRef target) {
    return known[number(source)][number(target)];
  }
}
