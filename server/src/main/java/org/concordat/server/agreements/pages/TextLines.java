package org.concordat.server.agreements.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.Texts;
import org.concordat.formats.yaml.Words;

/**
 * Obligations and exclusions that stand one on each line of a field. A line that says the same as
 * before keeps its id.
 */
final class TextLines {
  private final FieldReader read;
  private final FormProblems problems;

  TextLines(FieldReader read, FormProblems problems) {
    this.read = read;
    this.problems = problems;
  }

  /** What is asked of both sides. */
  List<Obligation> obligations(List<Obligation> before) {
    Set<String> taken = new HashSet<>();
    before.forEach(each -> taken.add(each.id()));
    List<Obligation> obligations = new ArrayList<>();
    for (Side side : Side.values()) {
      String field = "obligations." + Words.of(side);
      if (!read.fields().has(field)) {
        before.stream().filter(each -> each.side() == side).forEach(obligations::add);
        continue;
      }
      for (String text : read.fields().lines(field)) {
        Optional<Obligation> same =
            before.stream()
                .filter(each -> each.side() == side && each.text().strip().equals(text))
                .filter(each -> !obligations.contains(each))
                .findFirst();
        if (same.isPresent()) {
          obligations.add(same.get());
        } else if (fits(field, text)) {
          obligations.add(new Obligation(fresh(Words.of(side), taken), side, text));
        }
      }
    }
    return obligations;
  }

  /** What is not covered. */
  List<Exclusion> exclusions(List<Exclusion> before) {
    if (!read.fields().has("exclusions")) {
      return before;
    }
    Set<String> taken = new HashSet<>();
    before.forEach(each -> taken.add(each.id()));
    List<Exclusion> exclusions = new ArrayList<>();
    for (String text : read.fields().lines("exclusions")) {
      Optional<Exclusion> same =
          before.stream()
              .filter(each -> each.text().strip().equals(text))
              .filter(Predicate.not(exclusions::contains))
              .findFirst();
      if (same.isPresent()) {
        exclusions.add(same.get());
      } else if (fits("exclusions", text)) {
        exclusions.add(new Exclusion(fresh("exclusion", taken), text));
      }
    }
    return exclusions;
  }

  private boolean fits(String field, String text) {
    boolean fits = text.length() <= Texts.PARAGRAPH;
    if (!fits) {
      problems.add(field, "long", Texts.PARAGRAPH);
    }
    return fits;
  }

  private static String fresh(String word, Set<String> taken) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> word + "-" + number)
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }
}
