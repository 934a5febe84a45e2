package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relations;
import org.jspecify.annotations.Nullable;

/**
 * All that may be concluded from a library, and nothing else: the algebraic closure of its mappings
 * and parts, without the mappings that contradict each other. Does not change; an edit gives
 * another one that shares with it what the edit does not touch.
 *
 * <p>Takes at most 6 n²/8 bytes for n controls, which is 1 GiB for 37 thousand; networks as they
 * are published take far less.
 */
public final class Inference {
  private final Network network;

  /** What would follow from all mappings; only for finding contradictions. */
  private final Closure whole;

  private final BitSet leftOut;
  private final List<Contradiction> contradictions;
  private final Closure closure;
  private Chains.@Nullable Steps steps;

  private Inference(Network network, Closure whole, @Nullable Inference before, BitSet touched) {
    this.network = network;
    this.whole = whole;
    leftOut = new BitSet();
    List<Contradiction> found = new ArrayList<>();
    for (int[] set : Causes.find(network, whole)) {
      Arrays.stream(set).forEach(leftOut::set);
      found.add(new Contradiction(Arrays.stream(set).mapToObj(network.mappings()::get).toList()));
    }
    contradictions = List.copyOf(found);
    closure = leftOut.isEmpty() ? whole : consistent(before, touched);
  }

  private Closure consistent(@Nullable Inference before, BitSet touched) {
    BitSet ends = endsOfLeftOut();
    if (before == null) {
      return whole.next(Links.of(network, leftOut), ends);
    }
    ends.or(before.endsOfLeftOut());
    ends.or(touched);
    return before.closure.next(Links.of(network, leftOut), ends);
  }

  private BitSet endsOfLeftOut() {
    BitSet ends = new BitSet();
    leftOut.stream()
        .forEach(
            m -> {
              ends.set(network.source(m));
              ends.set(network.target(m));
            });
    return ends;
  }

  public static Inference of(Library library) {
    Network network = Network.of(library);
    Closure whole = Closure.of(Links.of(network, new BitSet()));
    return new Inference(network, whole, null, new BitSet());
  }

  /**
   * The inference with one more mapping at the end of a crosswalk. Costs what the mapping touches,
   * and a pass over the links of the network.
   *
   * @throws IllegalArgumentException when there is no such crosswalk or control
   */
  public Inference plus(String crosswalk, Mapping mapping) {
    return after(network.plus(crosswalk, mapping), network.spelt(crosswalk, mapping));
  }

  /**
   * The inference without one mapping that says the same; strength and reason do not matter. Costs
   * as much as adding it.
   *
   * @throws IllegalArgumentException when there is no such mapping
   */
  public Inference minus(String crosswalk, Mapping mapping) {
    return after(network.minus(crosswalk, mapping), network.spelt(crosswalk, mapping));
  }

  private Inference after(Network changed, Published mapping) {
    BitSet touched = new BitSet();
    touched.set(changed.number(mapping.source()).orElseThrow());
    touched.set(changed.number(mapping.target()).orElseThrow());
    Closure next = whole.next(Links.of(changed, new BitSet()), touched);
    return new Inference(changed, next, this, touched);
  }

  /**
   * The contradictions, smallest first, each once those before it are left out. Nothing is
   * concluded from a mapping that is in one.
   */
  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /**
   * What is known of two controls; all relations when nothing is.
   *
   * @throws IllegalArgumentException when one of them is in no catalogue
   */
  public Relations between(ControlRef source, ControlRef target) {
    return new Relations(closure.known(number(source), number(target)));
  }

  /**
   * All pairs of a control of one catalogue and another control of the other of which something is
   * known, with the proof of each; sorted by source, then target.
   *
   * @throws IllegalArgumentException when there is no such catalogue
   */
  public List<Known> between(String sourceCatalogue, String targetCatalogue) {
    List<Known> pairs = new ArrayList<>();
    catalogue(targetCatalogue);
    for (ControlRef source : sorted(catalogue(sourceCatalogue))) {
      pairs.addAll(of(source, targetCatalogue));
    }
    return pairs;
  }

  /** What is known of one control in relation to those of a catalogue, sorted by these. */
  public List<Known> of(ControlRef source, String targetCatalogue) {
    int from = number(source);
    TreeSet<ControlRef> targets = new TreeSet<>();
    closure.forEachKnown(
        from,
        to -> {
          if (to != from && network.control(to).catalogue().equals(targetCatalogue)) {
            targets.add(network.control(to));
          }
        });
    if (targets.isEmpty()) {
      return List.of();
    }
    Chains chains = chains(from);
    List<Known> known = new ArrayList<>();
    for (ControlRef target : targets) {
      int to = number(target);
      known.add(new Known(source, target, new Relations(closure.known(from, to)), chains.to(to)));
    }
    return known;
  }

  /** The number of ordered pairs of two controls of which something is known. */
  public long pairs() {
    long[] count = {0};
    for (int control = 0; control < network.size(); control++) {
      int from = control;
      closure.forEachKnown(control, to -> count[0] += to == from ? 0 : 1);
    }
    return count[0];
  }

  /** About how much memory the conclusions take, in bytes. */
  public long bytes() {
    return closure.bytes() + (closure == whole ? 0 : whole.bytes());
  }

  Chains chains(int from) {
    if (steps == null) {
      steps = Chains.Steps.of(network, leftOut);
    }
    return Chains.from(from, steps);
  }

  void forEachKnown(int control, IntConsumer action) {
    closure.forEachKnown(control, action);
  }

  ControlRef control(int number) {
    return network.control(number);
  }

  int known(int source, int target) {
    return closure.known(source, target);
  }

  int number(ControlRef control) {
    return network
        .number(control)
        .orElseThrow(() -> new IllegalArgumentException("there is no control " + control));
  }

  Catalogue catalogue(String id) {
    return network
        .catalogue(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no catalogue " + id));
  }

  private static List<ControlRef> sorted(Catalogue catalogue) {
    return catalogue.controls().stream()
        .map(Control::id)
        .sorted()
        .map(id -> new ControlRef(catalogue.id(), id))
        .toList();
  }
}
