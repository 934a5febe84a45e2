package org.concordat.core.alignment.budget;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;

/** What a {@link BudgetCase} must obey. Every break is found, each with its place. */
public final class BudgetRules {
  private final BudgetCase given;
  private final ImpactScale scale;
  private final Places places;
  private final FindingList findings;
  private final Map<String, BudgetControl> controls = new HashMap<>();
  private final NearestName nearControl;
  private final Set<Requirement> requirements;
  private final NearestName nearRequirement;

  private BudgetRules(
      BudgetCase given,
      Collection<Requirement> requirements,
      ImpactScale scale,
      Places places,
      FindingList findings) {
    this.given = given;
    this.scale = scale;
    this.places = places;
    this.findings = findings;
    given.controls().forEach(c -> controls.putIfAbsent(c.id(), c));
    nearControl = NearestName.among(controls.keySet());
    this.requirements = new HashSet<>(requirements);
    nearRequirement =
        NearestName.among(new HashSet<>(requirements.stream().map(Requirement::id).toList()));
  }

  /** Where the parts of a case stand. */
  public interface Places {
    /** Where a control says something, such as {@code needs}. */
    Place control(int index, String key);

    /** Where a budget stands. */
    Place budget(int index);

    /** Places as keys, for a case that comes from no file. */
    static Places keys() {
      return new Places() {
        @Override
        public Place control(int index, String key) {
          return Place.ofKey("controls[" + index + "]." + key);
        }

        @Override
        public Place budget(int index) {
          return Place.ofKey("budgets[" + index + "]");
        }
      };
    }
  }

  /**
   * Adds everything that breaks a rule.
   *
   * @param requirements those that controls may serve
   */
  public static void check(
      BudgetCase given,
      Collection<Requirement> requirements,
      ImpactScale scale,
      Places places,
      FindingList findings) {
    new BudgetRules(given, requirements, scale, places, findings).check();
  }

  private void check() {
    if (given.years() < 1 || given.years() > BudgetCase.LONGEST) {
      findings.error(
          places.budget(0),
          "a plan has 1 to " + BudgetCase.LONGEST + " years, not " + given.years(),
          null);
    }
    if (given.controls().size() > BudgetCase.MOST_CONTROLS) {
      findings.error(
          places.control(BudgetCase.MOST_CONTROLS, "id"),
          "there are more than " + BudgetCase.MOST_CONTROLS + " controls",
          "leave out those that are out of the question");
    }
    int services = given.controls().stream().mapToInt(c -> c.serves().size()).sum();
    if (services > BudgetCase.MOST_SERVICES) {
      findings.error(
          places.control(0, "serves"),
          "controls serve requirements %d times, more than %d"
              .formatted(services, BudgetCase.MOST_SERVICES),
          null);
    }
    checkBudgets();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.controls().size(); i++) {
      BudgetControl control = given.controls().get(i);
      if (!Identifier.isValid(control.id())) {
        findings.error(
            places.control(i, "id"),
            "'" + control.id() + "' is no identifier",
            "write " + Identifier.SHAPE);
      } else if (!seen.add(control.id())) {
        findings.error(
            places.control(i, "id"),
            "control '" + control.id() + "' stands twice",
            "keep one of the two");
      }
      checkControl(control, i);
    }
  }

  private void checkBudgets() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.budgets().size(); i++) {
      Budget budget = given.budgets().get(i);
      checkResource(budget.resource(), places.budget(i));
      if (!seen.add(budget.resource())) {
        findings.error(
            places.budget(i),
            "resource '" + budget.resource() + "' has two budgets",
            "keep one of the two");
      }
      if (budget.years().size() != given.years()) {
        findings.error(
            places.budget(i),
            "the budget of '%s' has %d amounts for %d years"
                .formatted(budget.resource(), budget.years().size(), given.years()),
            "write one amount for each year");
      }
    }
  }

  private void checkResource(String resource, Place place) {
    if (!Identifier.isValid(resource)) {
      findings.error(
          place, "'" + resource + "' is no name of a resource", "write " + Identifier.SHAPE);
    }
  }

  private void checkControl(BudgetControl control, int index) {
    if (control.name().isBlank()) {
      findings.error(places.control(index, "name"), "the control has no name", null);
    }
    if (control.earliest() < 1 || control.earliest() > Math.max(1, given.years())) {
      findings.error(
          places.control(index, "earliest"),
          "there is no year %d in a plan of %d".formatted(control.earliest(), given.years()),
          "write a year from 1 to " + given.years());
    }
    control.outlays().keySet().forEach(r -> checkResource(r, places.control(index, "outlays")));
    checkServices(control, index);
    checkOthers(control, control.needs(), "needs", index);
    checkOthers(control, control.excludes(), "excludes", index);
    for (String id : control.needs()) {
      BudgetControl needed = controls.get(id);
      if (control.excludes().contains(id)
          || (needed != null && needed.excludes().contains(control.id()))) {
        findings.error(
            places.control(index, "needs"),
            "control '%s' needs '%s' and excludes it".formatted(control.id(), id),
            "keep one of the two");
      }
    }
    for (String id : control.excludes()) {
      BudgetControl excluded = controls.get(id);
      if (control.inPlace() && excluded != null && excluded.inPlace()) {
        findings.error(
            places.control(index, "excludes"),
            "controls '%s' and '%s' exclude each other and are both in place"
                .formatted(control.id(), id),
            null);
      }
    }
  }

  private void checkServices(BudgetControl control, int index) {
    Set<Requirement> seen = new HashSet<>();
    for (Service service : control.serves()) {
      String id = service.requirement().id();
      if (!requirements.contains(service.requirement())) {
        findings.error(
            places.control(index, "serves"),
            "there is no requirement '" + id + "'",
            findings.suggests() ? nearRequirement.remedyFor(id) : null);
      }
      if (!seen.add(service.requirement())) {
        findings.error(
            places.control(index, "serves"),
            "control '%s' serves '%s' twice".formatted(control.id(), id),
            "keep one of the two");
      }
      if (service.level().number() > scale.size()) {
        findings.error(
            places.control(index, "serves"),
            "the scale has no level " + service.level().number(),
            "write one of " + String.join(", ", scale.names()));
      }
    }
  }

  private void checkOthers(BudgetControl control, List<String> others, String key, int index) {
    Set<String> seen = new HashSet<>();
    for (String id : others) {
      if (!controls.containsKey(id)) {
        findings.error(
            places.control(index, key),
            "there is no control '" + id + "'",
            findings.suggests() ? nearControl.remedyFor(id) : null);
      } else if (id.equals(control.id())) {
        findings.error(
            places.control(index, key), "control '" + id + "' names itself", "leave it out");
      } else if (!seen.add(id)) {
        findings.error(
            places.control(index, key), "'" + id + "' stands twice", "keep one of the two");
      }
    }
  }
}
