package org.concordat.server.agreements.pages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.agreements.learning.Learning;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.steps.StepState;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The loop of service level management with its four arrows: specification, delivery, evaluation of
 * the provider, evaluation of the process.
 */
@Controller
class LoopController {
  /** What ends or is due for review within so many days is told. */
  private static final int SOON = 60;

  private final Agreements agreements;
  private final Measurements measurements;
  private final SecurityProcess process;
  private final AgreementViews views;

  LoopController(
      Agreements agreements,
      Measurements measurements,
      SecurityProcess process,
      AgreementViews views) {
    this.agreements = agreements;
    this.measurements = measurements;
    this.process = process;
    this.views = views;
  }

  @GetMapping("/loop")
  @Needs(Permission.READ_AGREEMENTS)
  LoopPage loop(Caller caller) {
    UUID tenant = caller.tenant();
    List<Holding> inForce = inForce(tenant);
    List<SecurityProcess.OfUnit> units = List.copyOf(process.all(tenant).values());
    return new LoopPage(
        units(units),
        delivery(inForce).size(),
        kept(tenant, inForce),
        process(tenant, units),
        views.labels(tenant));
  }

  @GetMapping("/loop/delivery")
  @Needs(Permission.READ_AGREEMENTS)
  DeliveryPage showDelivery(Caller caller) {
    return new DeliveryPage(delivery(inForce(caller.tenant())), views.labels(caller.tenant()));
  }

  @GetMapping("/loop/provider")
  @Needs(Permission.READ_AGREEMENTS)
  ProviderPage showProvider(Caller caller) {
    return new ProviderPage(
        kept(caller.tenant(), inForce(caller.tenant())), views.labels(caller.tenant()));
  }

  @GetMapping("/loop/process")
  @Needs(Permission.READ_AGREEMENTS)
  ProcessPage showProcess(Caller caller) {
    return new ProcessPage(
        process(caller.tenant(), List.copyOf(process.all(caller.tenant()).values())),
        views.labels(caller.tenant()));
  }

  private record Holding(ListedAgreement listed, AgreementState state) {
    Agreement document() {
      return state.dossier().current();
    }
  }

  private List<Holding> inForce(UUID tenant) {
    return agreements.all(tenant).stream()
        .filter(each -> each.state() == StateKind.IN_FORCE)
        .flatMap(
            each ->
                agreements.find(tenant, each.key()).stream().map(state -> new Holding(each, state)))
        .toList();
  }

  private static LoopPage.Units units(List<SecurityProcess.OfUnit> units) {
    int done = 0;
    int again = 0;
    int all = 0;
    for (SecurityProcess.OfUnit unit : units) {
      for (StepState state : unit.steps().states().values()) {
        all++;
        done += state instanceof StepState.Done ? 1 : 0;
        again += state instanceof StepState.AnotherLook ? 1 : 0;
      }
    }
    return new LoopPage.Units(done, again, all);
  }

  /** What each IT asset has to carry, by the agreements in force. */
  private static List<DeliveryPage.Carrier> delivery(List<Holding> inForce) {
    Map<String, List<DeliveryPage.Carried>> byAsset = new TreeMap<>();
    for (Holding each : inForce) {
      for (AgreementLine line : each.document().lines()) {
        if (line.provision() instanceof Provision.Unserved) {
          continue;
        }
        for (String asset : line.carriedBy()) {
          byAsset
              .computeIfAbsent(asset, _ -> new ArrayList<>())
              .add(
                  new DeliveryPage.Carried(
                      each.listed.key(),
                      each.document().unitName(),
                      line,
                      AgreementViews.level(each.document().scale(), line.agreedNumber())));
        }
      }
    }
    return byAsset.entrySet().stream()
        .map(each -> new DeliveryPage.Carrier(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(
                    (DeliveryPage.Carrier each) ->
                        each.lines().stream()
                            .mapToInt(l -> l.line().agreedNumber())
                            .max()
                            .orElse(0))
                .reversed())
        .toList();
  }

  /** Whether the agreements in force are kept. */
  private List<ProviderPage.Kept> kept(UUID tenant, List<Holding> inForce) {
    List<ProviderPage.Kept> kept = new ArrayList<>();
    for (Holding each : inForce) {
      Evaluation evaluation = measurements.evaluation(tenant, each.listed.key(), each.document());
      int met = 0;
      int breached = 0;
      int unknown = 0;
      int atRisk = 0;
      List<TargetEvaluation> concerns = new ArrayList<>();
      for (TargetEvaluation target : evaluation.targets()) {
        Verdict last = target.latest().map(Result::verdict).orElse(Verdict.NOT_ENOUGH_DATA);
        met += last == Verdict.MET ? 1 : 0;
        breached += last == Verdict.BREACHED ? 1 : 0;
        unknown += last == Verdict.NOT_ENOUGH_DATA ? 1 : 0;
        Forecast forecast = target.forecast();
        boolean isAtRisk =
            forecast != null
                && last != Verdict.BREACHED
                && forecast.chance().compareTo(Forecast.Chance.LIKELY) >= 0;
        atRisk += isAtRisk ? 1 : 0;
        if (isAtRisk || last == Verdict.BREACHED) {
          concerns.add(target);
        }
      }
      kept.add(
          new ProviderPage.Kept(
              each.listed,
              each.document().unitName(),
              met,
              breached,
              unknown,
              atRisk,
              evaluation.credits(each.document().currency()),
              Learning.fromTargets(evaluation, Learning.ENOUGH).size(),
              concerns));
    }
    return kept;
  }

  /** What the process itself needs: reviews, ends, steps to look at again, decisions. */
  private ProcessPage.State process(UUID tenant, List<SecurityProcess.OfUnit> units) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate soon = today.plusDays(SOON);
    List<ListedAgreement> all = agreements.all(tenant);
    return new ProcessPage.State(
        all.stream()
            .filter(each -> each.state() == StateKind.IN_FORCE)
            .filter(each -> !each.reviewOn().isAfter(soon))
            .toList(),
        all.stream()
            .filter(each -> each.state() == StateKind.IN_FORCE)
            .filter(each -> !each.until().isAfter(soon))
            .toList(),
        all.stream().filter(each -> each.state() == StateKind.ESCALATED).toList(),
        all.stream().filter(each -> each.isAlive() && each.state() != StateKind.IN_FORCE).toList(),
        units.stream()
            .filter(
                each ->
                    each.steps().states().values().stream()
                        .anyMatch(StepState.AnotherLook.class::isInstance))
            .toList(),
        units.stream().filter(each -> each.agreement() == null).toList(),
        today);
  }
}
