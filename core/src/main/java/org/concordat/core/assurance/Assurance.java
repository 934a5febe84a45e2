package org.concordat.core.assurance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.assurance.Evidence.Kept;
import org.concordat.core.assurance.Evidence.Promise;
import org.concordat.core.assurance.Evidence.Support;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;

/** What is known of whether requirements are secured. */
public final class Assurance {
  private final Map<Requirement, List<Evidence>> evidence;

  private Assurance(Map<Requirement, List<Evidence>> evidence) {
    this.evidence = evidence;
  }

  /** An agreement in force, and how its targets were judged. */
  public record InForce(Agreement agreement, Evaluation evaluation) {}

  /**
   * What agreements and controls say.
   *
   * @param links which control satisfies which requirement
   * @param degree how far a control is in operation or covered by what is; {@link Degree#OPEN} for
   *     one that nobody knows
   */
  public static Assurance of(
      List<InForce> inForce, List<RequirementLink> links, Function<ControlRef, Degree> degree) {
    Map<Requirement, List<Evidence>> evidence = new LinkedHashMap<>();
    for (InForce each : inForce) {
      for (AgreementLine line : each.agreement.lines()) {
        add(
            evidence,
            line.requirement(),
            new Promise(each.agreement.id(), !line.fallsShort(), kept(line, each.evaluation)));
      }
    }
    for (RequirementLink link : links) {
      switch (degree.apply(link.control())) {
        case COVERED ->
            add(
                evidence,
                link.requirement(),
                new Support(link.control(), link.extent() == Extent.FULLY));
        case PARTLY -> add(evidence, link.requirement(), new Support(link.control(), false));
        // That something may have to do with it shows nothing.
        case POSSIBLY, OPEN -> {}
      }
    }
    return new Assurance(evidence);
  }

  private static void add(
      Map<Requirement, List<Evidence>> evidence, Requirement requirement, Evidence one) {
    evidence.computeIfAbsent(requirement, _ -> new ArrayList<>()).add(one);
  }

  /** What the targets of a line say, each as it was judged last. */
  private static Kept kept(AgreementLine line, Evaluation evaluation) {
    Kept kept = Kept.UNMEASURED;
    for (var target : evaluation.targets()) {
      if (target.line().id().equals(line.id())) {
        switch (target.latest().map(Result::verdict).orElse(Verdict.NOT_ENOUGH_DATA)) {
          case BREACHED -> {
            return Kept.BREACHED;
          }
          case MET -> kept = Kept.MET;
          case NOT_ENOUGH_DATA -> {}
        }
      }
    }
    return kept;
  }

  /** What is known of a requirement; empty for nothing. */
  public List<Evidence> evidence(Requirement requirement) {
    return List.copyOf(evidence.getOrDefault(requirement, List.of()));
  }

  /** What that comes to. */
  public Standing standing(Requirement requirement) {
    return Standing.of(evidence(requirement));
  }

  /** The requirements of which anything is known. */
  public Set<Requirement> known() {
    return Set.copyOf(evidence.keySet());
  }
}
