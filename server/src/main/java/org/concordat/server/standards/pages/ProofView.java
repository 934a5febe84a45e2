package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.inference.Step;
import org.concordat.server.standards.StandardsState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of two controls and the chains that prove it, as pages show it.
 *
 * @param relations the words of what may still be true of source and target
 * @param chains shortest first
 */
public record ProofView(
    ControlView source, ControlView target, List<String> relations, List<ChainView> chains) {
  public ProofView {
    relations = List.copyOf(relations);
    chains = List.copyOf(chains);
  }

  /**
   * Which relations are possible; where only "none" is ruled out, that they are related says more.
   */
  public List<String> shownRelations() {
    boolean related = relations.equals(Statement.RELATED.relations().words());
    return related ? List.of(Statement.RELATED.word()) : relations;
  }

  /** A chain of steps from control to control. */
  public record ChainView(ControlView from, List<Hop> hops) {
    public ChainView {
      hops = List.copyOf(hops);
    }
  }

  /**
   * A step of a chain.
   *
   * @param word what it says of the control before in relation to this one: a word of a statement,
   *     {@code part} or {@code whole}
   * @param crosswalk the crosswalk that says so; null where the catalogue itself does
   */
  public record Hop(String word, ControlView to, @Nullable String crosswalk) {}

  static ProofView of(Known known, StandardsState standards) {
    return new ProofView(
        ControlView.of(known.source(), standards),
        ControlView.of(known.target(), standards),
        known.relations().words(),
        known.via().stream().map(chain -> chain(chain, standards)).toList());
  }

  private static ChainView chain(Chain chain, StandardsState standards) {
    List<Hop> hops = new ArrayList<>();
    for (Step step : chain.steps()) {
      hops.add(
          switch (step) {
            case Step.Mapped(var mapping, var backwards) ->
                new Hop(
                    backwards ? converse(mapping.statement().word()) : mapping.statement().word(),
                    ControlView.of(step.to(), standards),
                    mapping.crosswalk());
            case Step.Part part ->
                new Hop(
                    part.backwards() ? "whole" : "part",
                    ControlView.of(step.to(), standards),
                    null);
          });
    }
    return new ChainView(ControlView.of(chain.steps().getFirst().from(), standards), hops);
  }

  private static String converse(String word) {
    return switch (word) {
      case "subset" -> "superset";
      case "superset" -> "subset";
      default -> word;
    };
  }
}
