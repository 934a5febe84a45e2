package org.concordat.core.standards.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.Chain;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.jspecify.annotations.Nullable;

/**
 * What each control is good for: the security requirements that it satisfies and the obligations
 * that it fulfils.
 *
 * <p>A control serves what is said of itself, and also what is said of any control that it covers:
 * one of which it is proved to demand all (it is equal to it or a superset). Whoever does the
 * larger does the smaller, so what the smaller satisfies is satisfied. The other way round nothing
 * follows: a part of a control that satisfies a requirement may be just the part that the
 * requirement does not need. Nor does anything follow from an overlap.
 *
 * <p>The importance of a control is the highest need of the requirements that it serves in this
 * sense; a control that serves none has no importance, which is not the same as a low one.
 */
public final class Purposes {
  private final Map<ControlRef, List<Satisfied>> satisfied = new HashMap<>();
  private final Map<ControlRef, List<Bound>> bound = new HashMap<>();

  private Purposes() {}

  /**
   * A requirement that a control satisfies.
   *
   * @param link what somebody has said, of this control or one that it covers
   * @param through the proof that the control covers that one; null when it is this one
   */
  public record Satisfied(RequirementLink link, @Nullable Known through) {
    public Requirement requirement() {
      return link.requirement();
    }
  }

  /**
   * An obligation that a control fulfils, or a part of one.
   *
   * @param says what somebody has said, of this control or one that it covers
   * @param through the proof that the control covers that one; null when it is this one
   */
  public record Bound(Obligation obligation, ObligationControl says, @Nullable Known through) {}

  /**
   * The purposes of all controls. Costs a look through what is known of each control that a
   * requirement or an obligation names.
   */
  public static Purposes of(Programme programme, Inference inference, List<Catalogue> catalogues) {
    Purposes purposes = new Purposes();
    Covering covering = new Covering(inference, catalogues);
    for (RequirementLink link : programme.all(RequirementLink.class)) {
      for (Covered each : covering.of(link.control())) {
        purposes
            .satisfied
            .computeIfAbsent(each.by, _ -> new ArrayList<>())
            .add(new Satisfied(link, each.proof));
      }
    }
    for (ObligationControl says : programme.all(ObligationControl.class)) {
      Obligation obligation = programme.obligation(says.obligation()).orElse(null);
      if (obligation != null) {
        for (Covered each : covering.of(says.control())) {
          purposes
              .bound
              .computeIfAbsent(each.by, _ -> new ArrayList<>())
              .add(new Bound(obligation, says, each.proof));
        }
      }
    }
    return purposes;
  }

  /** A control that covers another one; with itself it has no proof. */
  private record Covered(ControlRef by, @Nullable Known proof) {}

  /** Looks for the controls that cover one, once for each. */
  private static final class Covering {
    private final Inference inference;
    private final List<Catalogue> catalogues;
    private final Set<String> known = new HashSet<>();
    private final Map<ControlRef, List<Covered>> found = new HashMap<>();

    Covering(Inference inference, List<Catalogue> catalogues) {
      this.inference = inference;
      this.catalogues = catalogues;
      catalogues.forEach(catalogue -> known.add(catalogue.id()));
    }

    List<Covered> of(ControlRef control) {
      return found.computeIfAbsent(control, this::look);
    }

    private List<Covered> look(ControlRef control) {
      List<Covered> covering = new ArrayList<>();
      covering.add(new Covered(control, null));
      if (known.contains(control.catalogue()) && isThere(control)) {
        for (Catalogue catalogue : catalogues) {
          for (Known each : inference.of(control, catalogue.id())) {
            if (each.relations().converse().within(Relations.COVERING)) {
              covering.add(new Covered(each.target(), reversed(each)));
            }
          }
        }
      }
      return covering;
    }

    private boolean isThere(ControlRef control) {
      return catalogues.stream()
          .filter(catalogue -> catalogue.id().equals(control.catalogue()))
          .anyMatch(catalogue -> catalogue.find(control.control()).isPresent());
    }
  }

  /** The same knowledge, seen from its target. */
  public static Known reversed(Known known) {
    return new Known(
        known.target(),
        known.source(),
        known.relations().converse(),
        known.via().stream().map(Chain::reversed).toList());
  }

  /** The requirements that a control satisfies: what is said of it first, then what follows. */
  public List<Satisfied> satisfiedBy(ControlRef control) {
    return ownFirst(satisfied.getOrDefault(control, List.of()), Satisfied::through);
  }

  /** The obligations that a control serves: what is said of it first, then what follows. */
  public List<Bound> fulfilledBy(ControlRef control) {
    return ownFirst(bound.getOrDefault(control, List.of()), Bound::through);
  }

  private static <T> List<T> ownFirst(List<T> all, Function<T, @Nullable Known> through) {
    return all.stream()
        .sorted(Comparator.comparingInt(each -> through.apply(each) == null ? 0 : 1))
        .toList();
  }

  /** The controls that some requirement or obligation gives a purpose to. */
  public Collection<ControlRef> controls() {
    Set<ControlRef> all = new HashSet<>(satisfied.keySet());
    all.addAll(bound.keySet());
    return all;
  }

  /**
   * How important a control is: the highest need of the requirements that it satisfies.
   *
   * @param need the need of a requirement in [0, 1]; negative for one that is not there any more
   * @return empty when it satisfies none
   */
  public OptionalDouble importance(ControlRef control, ToDoubleFunction<Requirement> need) {
    return satisfied.getOrDefault(control, List.of()).stream()
        .mapToDouble(each -> need.applyAsDouble(each.requirement()))
        .filter(score -> score >= 0)
        .max();
  }

  /** What a control does for those of another catalogue. */
  public enum Service {
    /** It demands all of it: done, the other is done. */
    COVERS,
    /** They have something in common, and the other has more. */
    CONTRIBUTES
  }

  /**
   * A control of another catalogue that a control serves.
   *
   * @param known what is known of the serving control in relation to the served one, with its proof
   */
  public record Served(Service service, Known known) {}

  /**
   * What a control does for the controls of all other catalogues, where it is proved; by catalogue,
   * what it covers first.
   */
  public static Map<String, List<Served>> servedBy(
      ControlRef control, Inference inference, List<Catalogue> catalogues) {
    Map<String, List<Served>> served = new LinkedHashMap<>();
    for (Catalogue catalogue : catalogues) {
      if (catalogue.id().equals(control.catalogue())) {
        continue;
      }
      List<Served> of = new ArrayList<>();
      for (Known known : inference.of(control, catalogue.id())) {
        if (known.relations().within(Relations.COVERING)) {
          of.add(new Served(Service.COVERS, known));
        } else if (!known.relations().contains(Relation.NONE)) {
          of.add(new Served(Service.CONTRIBUTES, known));
        }
      }
      if (!of.isEmpty()) {
        of.sort(Comparator.comparing(Served::service));
        served.put(catalogue.id(), of);
      }
    }
    return served;
  }
}
