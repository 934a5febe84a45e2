package org.concordat.server.budget.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.core.standards.programme.Purposes.Satisfied;
import org.concordat.server.standards.StandardsState;

/**
 * Controls of standards that satisfy requirements, as controls that a budget may be spent on. What
 * satisfies a requirement fully serves it to the top of the scale, what does so partly to one level
 * below. What is in operation is in place. What it takes has to be said by people.
 */
final class FromStandards {
  private FromStandards() {}

  /** Those of the followed catalogues that the case does not have yet. */
  static List<BudgetControl> of(
      StandardsState now, BudgetCase given, List<Requirement> requirements, ImpactScale scale) {
    List<BudgetControl> controls = new ArrayList<>();
    Map<ControlRef, Operation> operations = now.operations();
    for (ControlRef ref : new TreeSet<>(now.purposes().controls())) {
      boolean isThere = given.controls().stream().anyMatch(c -> ref.equals(c.implementing()));
      boolean isFollowed =
          now.followed().stream().map(Catalogue::id).anyMatch(ref.catalogue()::equals);
      List<Service> services = services(now.purposes().satisfiedBy(ref), requirements, scale);
      Optional<Control> control = now.control(ref);
      String id = id(ref);
      if (!isThere
          && isFollowed
          && control.isPresent()
          && !services.isEmpty()
          && isSaidItself(now, ref)
          && given.control(id).isEmpty()) {
        controls.add(
            new BudgetControl(
                id,
                control.get().title(),
                Map.of(),
                services,
                List.of(),
                List.of(),
                1,
                operations.get(ref) == Operation.YES,
                ref));
      }
    }
    return controls;
  }

  /** Whether somebody has said of this very control what it satisfies, not of a part of it. */
  private static boolean isSaidItself(StandardsState now, ControlRef ref) {
    return now.purposes().satisfiedBy(ref).stream().anyMatch(each -> each.through() == null);
  }

  private static String id(ControlRef ref) {
    return (ref.catalogue() + "-" + ref.control())
        .replaceAll("[^A-Za-z0-9._-]", "-")
        .replaceAll("^[^A-Za-z0-9]+", "");
  }

  private static List<Service> services(
      List<Satisfied> satisfied, List<Requirement> requirements, ImpactScale scale) {
    Map<Requirement, Integer> levels = new LinkedHashMap<>();
    for (Satisfied each : satisfied) {
      if (requirements.contains(each.requirement())) {
        levels.merge(each.requirement(), level(each.link(), scale), Math::max);
      }
    }
    return levels.entrySet().stream()
        .map(e -> new Service(e.getKey(), Level.of(e.getValue())))
        .toList();
  }

  private static int level(RequirementLink link, ImpactScale scale) {
    return switch (link.extent()) {
      case FULLY -> scale.size();
      case PARTLY -> Math.max(1, scale.size() - 1);
    };
  }
}
