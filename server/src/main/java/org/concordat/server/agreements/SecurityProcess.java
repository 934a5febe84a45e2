package org.concordat.server.agreements;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.steps.Completion;
import org.concordat.core.agreements.steps.FactFinding;
import org.concordat.core.agreements.steps.SevenSteps;
import org.concordat.core.agreements.steps.Step;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/** The seven steps of every unit, from its business vision to its agreement. */
public final class SecurityProcess {
  private final OrganisationNeeds needs;
  private final Agreements agreements;
  private final StepCompletions completions;
  private final Clock clock;

  SecurityProcess(
      OrganisationNeeds needs, Agreements agreements, StepCompletions completions, Clock clock) {
    this.needs = needs;
    this.agreements = agreements;
    this.completions = completions;
    this.clock = clock;
  }

  /**
   * Where a unit stands.
   *
   * @param agreement its agreement that is in the making or in force, or null
   * @param history every completion, the earliest first
   */
  public record OfUnit(
      Unit unit, SevenSteps steps, @Nullable ListedAgreement agreement, List<Completion> history) {
    public OfUnit {
      history = List.copyOf(history);
    }
  }

  /** Where all units stand, in their order. */
  public Map<String, OfUnit> all(UUID tenant) {
    return of(tenant, _ -> true);
  }

  /** Where one unit stands, or empty when there is no such unit. */
  public Optional<OfUnit> of(UUID tenant, String unit) {
    return Optional.ofNullable(of(tenant, each -> each.id().equals(unit)).get(unit));
  }

  private Map<String, OfUnit> of(UUID tenant, Predicate<Unit> asked) {
    OrganisationNeeds.Of known = needs.of(tenant);
    var history = completions.all(tenant);
    var days = completions.visionDays(tenant);
    List<ListedAgreement> listed = agreements.all(tenant);
    Map<String, OfUnit> all = new LinkedHashMap<>();
    for (Unit unit : known.workspace().units()) {
      if (!asked.test(unit)) {
        continue;
      }
      ListedAgreement agreement = Agreements.ofUnit(listed, unit.id()).orElse(null);
      AgreementState state =
          agreement == null ? null : agreements.find(tenant, agreement.key()).orElse(null);
      List<Completion> ofUnit = history.getOrDefault(unit.id(), List.of());
      SevenSteps steps =
          SevenSteps.of(
              FactFinding.of(
                  known.workspace(), known.needs(), unit.id(), days.get(unit.id()), state),
              ofUnit);
      all.put(unit.id(), new OfUnit(unit, steps, agreement, ofUnit));
    }
    return all;
  }

  /** Which side a caller may speak for in the process of a unit; demand before supply. */
  public static Optional<Party> side(Caller caller, String unit, Step step) {
    return step.owners().stream()
        .sorted()
        .map(Party::of)
        .filter(party -> Parties.allows(caller, party, unit))
        .findFirst();
  }

  /**
   * Keeps that a step is done.
   *
   * @return whether it is kept; not when the step lacks something, or is not the caller's to end
   */
  public boolean complete(
      Caller caller, String unit, Step step, @Nullable String reason, String request) {
    Optional<Party> party = side(caller, unit, step);
    Optional<OfUnit> now = of(caller.tenant(), unit);
    if (party.isEmpty()
        || now.isEmpty()
        || !now.get().steps.mayComplete(step, party.get().capacity())) {
      return false;
    }
    Completion done =
        now.get()
            .steps
            .complete(step, new Actor(party.get(), caller.account().toString(), clock.instant()));
    completions.add(caller.tenant(), caller.attribution(request, reason), unit, done);
    return true;
  }
}
