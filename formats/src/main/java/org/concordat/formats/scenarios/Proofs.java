package org.concordat.formats.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.ByParts;
import org.concordat.core.standards.inference.ControlCoverage.Nothing;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.inference.Step;
import org.concordat.core.standards.topics.SectionStanding;
import org.concordat.core.standards.topics.TopicStanding;
import org.concordat.core.standards.topics.TopicStanding.Basis;

/** What a conclusion follows from, in words. */
final class Proofs {
  static final String NO_COUNTERPART = "the table has no counterpart for it";

  private Proofs() {}

  /** The word of a constant, as files write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static List<String> of(TopicStanding topic) {
    List<String> proofs = new ArrayList<>();
    for (Basis basis : topic.bases()) {
      switch (basis) {
        case Basis.Said said -> proofs.add("said of the topic: " + word(said.operation()));
        case Basis.Sections sections -> sections.sections().forEach(s -> proofs.add(section(s)));
      }
    }
    return proofs;
  }

  private static String section(Basis.Section section) {
    String what = section.section() + ": " + word(section.operation());
    boolean isSaid = section.because().equals(List.of(section.section().control()));
    return section.because().isEmpty() || isSaid
        ? what
        : what + " (by " + String.join(", ", section.because()) + ")";
  }

  static List<String> of(SectionStanding section) {
    List<String> proofs = new ArrayList<>();
    if (section.operation() != Operation.NO) {
      proofs.add("in operation: " + word(section.operation()));
    }
    if (!section.hasCounterpart()) {
      proofs.add(NO_COUNTERPART);
    }
    section
        .topics()
        .forEach(t -> proofs.add("%s %s".formatted(t.topic().id(), word(t.standing()))));
    return proofs;
  }

  static List<String> of(ControlCoverage coverage) {
    return switch (coverage.reason()) {
      case ByControl by -> by(by);
      case ByParts parts ->
          List.of(
              "parts: "
                  + parts.parts().stream().map(Control::id).collect(Collectors.joining(", ")));
      case Nothing _ -> List.of();
    };
  }

  private static List<String> by(ByControl by) {
    if (by.known().via().isEmpty()) {
      return List.of(by.known().source() + ": " + word(by.operation()));
    }
    List<String> proofs = new ArrayList<>();
    by.known().via().forEach(chain -> proofs.add(chain(chain)));
    return proofs;
  }

  static String known(Known known) {
    return "%s (%s)".formatted(known.target(), words(known.relations()));
  }

  private static String words(Relations relations) {
    return relations.equals(Statement.RELATED.relations())
        ? Statement.RELATED.word()
        : String.join(" or ", relations.words());
  }

  /** {@code iso27001-2022 A.5.1 → subset → itil-4 GEN-03 [iso27001-2022-itil-4]}. */
  private static String chain(Chain chain) {
    StringBuilder text = new StringBuilder(chain.steps().getFirst().from().toString());
    for (Step step : chain.steps()) {
      text.append(" → ")
          .append(
              switch (step) {
                case Step.Mapped mapped -> words(mapped.says());
                case Step.Part part -> part.backwards() ? "has the part" : "is part of";
              })
          .append(" → ")
          .append(step.to());
      if (step instanceof Step.Mapped mapped) {
        text.append(" [").append(mapped.mapping().crosswalk()).append(']');
      }
    }
    return text.toString();
  }
}
