package org.concordat.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.inference.Step;

/** How conclusions from crosswalks read. */
final class CrosswalkWords {
  private final Library library;

  CrosswalkWords(Library library) {
    this.library = library;
  }

  /** The title with the id below, or the id where there is no title. */
  Cell control(ControlRef ref) {
    String title =
        library
            .catalogue(ref.catalogue())
            .flatMap(c -> c.find(ref.control()))
            .map(c -> c.title())
            .orElse(ref.control());
    return title.equals(ref.control()) ? Cell.of(ref.control()) : Cell.named(title, ref.control());
  }

  static String known(Relations relations) {
    return relations.equals(Statement.RELATED.relations())
        ? "something in common"
        : String.join(" or ", relations.words());
  }

  static Cell why(Known known) {
    return Cell.stack(known.via().stream().map(CrosswalkWords::chain).toList());
  }

  /** {@code A.5.1 subset GEN-03 (iso-itil); GEN-03 part of GEN}. */
  static String chain(Chain chain) {
    return chain.steps().stream().map(CrosswalkWords::step).collect(Collectors.joining("; "));
  }

  private static String step(Step step) {
    return switch (step) {
      case Step.Mapped mapped ->
          "%s %s %s (%s)"
              .formatted(
                  mapped.mapping().source().control(),
                  mapped.mapping().statement().word(),
                  mapped.mapping().target().control(),
                  mapped.mapping().crosswalk());
      case Step.Part part ->
          "%s part of %s".formatted(part.part().control(), part.whole().control());
    };
  }

  /** Says in one line on standard error that there are contradictions. */
  static void warn(List<Contradiction> contradictions, Terminal terminal) {
    if (!contradictions.isEmpty()) {
      terminal.message(
          "warning: %d %s left out, with all mappings in %s; see: concordat crosswalk check"
              .formatted(
                  contradictions.size(),
                  contradictions.size() == 1 ? "contradiction is" : "contradictions are",
                  contradictions.size() == 1 ? "it" : "them"));
    }
  }

  static void tell(List<Contradiction> contradictions, Terminal terminal) {
    for (Contradiction contradiction : contradictions) {
      boolean isAlone = contradiction.mappings().size() == 1;
      terminal.paragraph(
          0,
          0,
          Tone.STRONG,
          isAlone ? "This contradicts the parts of the catalogue:" : "These cannot all be true:");
      contradiction.mappings().forEach(m -> terminal.paragraph(2, 4, Tone.PLAIN, m.toString()));
      terminal.line("");
    }
  }
}
