package org.concordat.core.agreements.steps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.needs.Beneath;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.digests.Sha256;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Finds the facts that the seven steps of a unit rest on. */
public final class FactFinding {
  private final Workspace workspace;
  private final UnitNeeds needs;
  private final Unit unit;
  private final @Nullable LocalDate visionOn;
  private final @Nullable AgreementState agreement;
  private final UnitScope scope;
  private final Set<Requirement> judged = new HashSet<>();
  private final Map<StepInput, String> fingerprints = new EnumMap<>(StepInput.class);
  private final Map<Step, List<Lack>> lacks = new EnumMap<>(Step.class);

  private FactFinding(
      Workspace workspace,
      UnitNeeds needs,
      Unit unit,
      @Nullable LocalDate visionOn,
      @Nullable AgreementState agreement) {
    this.workspace = workspace;
    this.needs = needs;
    this.unit = unit;
    this.visionOn = visionOn;
    this.agreement = agreement;
    this.scope = UnitScope.of(needs, unit.id());
    for (Step step : Step.values()) {
      lacks.put(step, new ArrayList<>());
    }
  }

  /**
   * The facts of a unit.
   *
   * @param workspace without errors
   * @param needs of that workspace
   * @param visionOn the day of which the vision is, or null when nobody dated it
   * @param agreement the unit's agreement in the making or in force, or null
   * @throws IllegalArgumentException when there is no such unit
   */
  public static StepFacts of(
      Workspace workspace,
      UnitNeeds needs,
      String unit,
      @Nullable LocalDate visionOn,
      @Nullable AgreementState agreement) {
    Unit found =
        workspace.units().stream()
            .filter(u -> u.id().equals(unit))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no unit '" + unit + "'"));
    FactFinding finding = new FactFinding(workspace, needs, found, visionOn, agreement);
    finding.lookAtVision();
    finding.lookAtFactors();
    finding.lookAtAssets();
    finding.lookAtAgreement();
    return new StepFacts(finding.fingerprints, finding.lacks);
  }

  private void lack(Step step, Lack.Kind kind, String about) {
    lacks.computeIfAbsent(step, _ -> new ArrayList<>()).add(new Lack(kind, about));
  }

  private void lookAtVision() {
    if (unit.discipline() == null) {
      lack(Step.VISION, Lack.Kind.NO_DISCIPLINE, "");
    }
    if (unit.goals().isEmpty()) {
      lack(Step.VISION, Lack.Kind.NO_GOAL, "");
    }
    if (visionOn == null) {
      lack(Step.VISION, Lack.Kind.VISION_NOT_DATED, "");
    }
    List<String> lines = new ArrayList<>(List.of(unit.discipline() + " " + visionOn));
    unit.goals().stream()
        .sorted(Comparator.comparing(Goal::id))
        .map(g -> g.id() + " " + g.importanceOn(workspace.scale()).number() + " " + g.name())
        .forEach(lines::add);
    put(StepInput.VISION, lines);
  }

  private void lookAtFactors() {
    Set<String> goals = new TreeSet<>();
    unit.goals().forEach(g -> goals.add(g.id()));
    Set<String> reached = new HashSet<>();
    List<String> lines = new ArrayList<>();
    for (var impact : workspace.impacts()) {
      switch (impact) {
        case FactorImpact f when goals.contains(f.goal()) -> {
          reached.add(f.goal());
          lines.add(f.factor() + " " + f.goal() + " " + f.judgement());
        }
        case FactorImpact _ -> {}
        case RequirementImpact r -> judged.add(r.requirement());
      }
    }
    goals.stream()
        .filter(g -> !reached.contains(g))
        .forEach(g -> lack(Step.FACTORS, Lack.Kind.GOAL_WITHOUT_FACTOR, g));
    put(StepInput.FACTORS, sorted(lines));
  }

  private void lookAtAssets() {
    List<Asset> own = workspace.assets().stream().filter(a -> unit.id().equals(a.unit())).toList();
    List<String> assetLines = new ArrayList<>();
    List<String> beneathLines = new ArrayList<>();
    if (own.isEmpty()) {
      lack(Step.BUSINESS_ASSETS, Lack.Kind.NO_BUSINESS_ASSET, "");
    }
    for (Asset asset : own) {
      assetLines.add(asset.id() + " " + asset.kind() + " " + asset.properties());
      if (asset.properties().stream()
          .noneMatch(p -> judged.contains(new Requirement(asset.id(), p)))) {
        lack(Step.BUSINESS_ASSETS, Lack.Kind.ASSET_NOT_JUDGED, asset.id());
      }
    }
    for (var impact : workspace.impacts()) {
      if (impact instanceof RequirementImpact r && isOf(own, r.requirement())) {
        assetLines.add(r.requirement() + " " + r.factor() + " " + r.judgement());
      }
    }
    Set<String> seen = new HashSet<>();
    for (UnitScope.Need need : scope.needs()) {
      lookBeneath(need.requirement(), seen, beneathLines);
    }
    put(StepInput.BUSINESS_ASSETS, sorted(assetLines));
    put(StepInput.IT_ASSETS, sorted(beneathLines));
    put(
        StepInput.NEEDS,
        scope.needs().stream().map(n -> n.requirement() + " " + n.level().number()).toList());
  }

  private static boolean isOf(List<Asset> assets, Requirement requirement) {
    return assets.stream().anyMatch(a -> a.id().equals(requirement.asset()));
  }

  private void lookBeneath(Requirement requirement, Set<String> seen, List<String> lines) {
    Asset asset = needs.asset(requirement.asset());
    boolean isTechnical = asset != null && asset.kind() == AssetKind.TECHNICAL;
    Beneath beneath = Beneath.of(needs, requirement);
    if (!isTechnical
        && needs.dependenciesOf(requirement.asset()).isEmpty()
        && seen.add(requirement.asset())) {
      lack(Step.IT_ASSETS, Lack.Kind.ASSET_WITHOUT_DEPENDENCY, requirement.asset());
    }
    lines.add(requirement + " " + beneath.all());
    for (var dependency : needs.dependenciesOf(requirement.asset())) {
      Asset on = needs.asset(dependency.on());
      if (on != null && on.properties().isEmpty() && seen.add(on.id())) {
        lack(Step.IT_ASSETS, Lack.Kind.ASSET_WITHOUT_PROPERTY, on.id());
      }
    }
  }

  private void lookAtAgreement() {
    if (agreement == null) {
      lack(Step.PROPOSAL, Lack.Kind.NO_PROPOSAL, "");
      lack(Step.RISK_ACCEPTANCE, Lack.Kind.NOT_AGREED, "");
      lack(Step.CROSS_UNIT_REVIEW, Lack.Kind.NOT_REVIEWED, "");
      put(StepInput.DOCUMENT, List.of());
      put(StepInput.OTHER_NEEDS, List.of());
      return;
    }
    Agreement document = agreement.dossier().current();
    if (agreement.kind() == AgreementState.StateKind.DRAFT
        || agreement.kind() == AgreementState.StateKind.WITHDRAWN) {
      lack(Step.PROPOSAL, Lack.Kind.NO_PROPOSAL, document.id());
    }
    for (UnitScope.Need need : scope.needs()) {
      if (document.lines().stream().noneMatch(l -> l.requirement().equals(need.requirement()))) {
        lack(Step.PROPOSAL, Lack.Kind.NEED_WITHOUT_LINE, need.requirement().id());
      }
    }
    for (AgreementLine line :
        agreement.dossier().unaccepted(agreement.dossier().current().term().from())) {
      lack(Step.RISK_ACCEPTANCE, Lack.Kind.RISK_NOT_ACCEPTED, line.id());
    }
    if (!isAgreed(agreement)) {
      lack(Step.RISK_ACCEPTANCE, Lack.Kind.NOT_AGREED, document.id());
    }
    if (!isReviewed(agreement)) {
      lack(Step.CROSS_UNIT_REVIEW, Lack.Kind.NOT_REVIEWED, document.id());
    }
    put(StepInput.DOCUMENT, List.of(document.toString()));
    put(StepInput.OTHER_NEEDS, otherNeeds(document));
  }

  private static boolean isAgreed(AgreementState state) {
    return switch (state.kind()) {
      case DRAFT, PROPOSED, COUNTERED, WITHDRAWN -> false;
      case PENDING_REVIEW,
          UNDER_REVIEW,
          ESCALATED,
          REVIEWED,
          DECIDED,
          SIGNED_BY_ONE,
          SIGNED_BY_BOTH,
          IN_FORCE,
          SUPERSEDED,
          TERMINATED,
          EXPIRED ->
          true;
    };
  }

  private static boolean isReviewed(AgreementState state) {
    return switch (state.kind()) {
      case DRAFT, PROPOSED, COUNTERED, PENDING_REVIEW, UNDER_REVIEW, ESCALATED, WITHDRAWN -> false;
      case DECIDED -> state instanceof AgreementState.Decided decided && decided.isCarriedOut();
      case REVIEWED, SIGNED_BY_ONE, SIGNED_BY_BOTH, IN_FORCE, SUPERSEDED, TERMINATED, EXPIRED ->
          true;
    };
  }

  private List<String> otherNeeds(Agreement document) {
    Set<Requirement> spokenOf = new TreeSet<>();
    for (AgreementLine line : document.lines()) {
      if (needs.exists(line.requirement())) {
        spokenOf.add(line.requirement());
        spokenOf.addAll(Beneath.of(needs, line.requirement()).all());
      }
    }
    List<String> lines = new ArrayList<>();
    for (Unit other : workspace.units()) {
      if (!other.id().equals(unit.id())) {
        spokenOf.forEach(
            r -> lines.add(other.id() + " " + r + " " + needs.needNumber(other.id(), r)));
      }
    }
    return sorted(lines);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private void put(StepInput input, List<String> lines) {
    MessageDigest digest = Sha256.begin();
    for (String line : lines) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    fingerprints.put(input, HexFormat.of().formatHex(digest.digest()));
  }
}
