package org.concordat.core.workspace;

import java.util.HashSet;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** What impacts must obey. */
final class ImpactRules {
  private final Workspace workspace;
  private final Register<Asset> assets;
  private final Register<Factor> factors;
  private final Register<Goal> goals;
  private final FindingList findings;

  private final Set<Judged> judged;
  private final Set<Judged> agreed = new HashSet<>();

  ImpactRules(
      Workspace workspace,
      Register<Asset> assets,
      Register<Factor> factors,
      Register<Goal> goals,
      FindingList findings) {
    this.workspace = workspace;
    this.assets = assets;
    this.factors = factors;
    this.goals = goals;
    this.findings = findings;
    this.judged = HashSet.newHashSet(workspace.impacts().size());
  }

  /**
   * A link, and who judged it.
   *
   * @param from a requirement, or the id of a factor: unlike {@link Impact#link} this builds no
   *     text, which counts among millions
   */
  private record Judged(Object from, String to, @Nullable String by, boolean agreed) {}

  void check() {
    for (int i = 0; i < workspace.impacts().size(); i++) {
      String path = "impacts[" + i + "]";
      Impact impact = workspace.impacts().get(i);
      switch (impact) {
        case Impact.RequirementImpact(
                Requirement requirement,
                String factor,
                Judgement judgement) -> {
          requireRequirement(requirement, path + ".requirement");
          factors.require(factor, path + ".factor");
          checkJudgement(requirement, factor, judgement, path);
        }
        case Impact.FactorImpact(String factor, String goal, Judgement judgement) -> {
          factors.require(factor, path + ".factor");
          goals.require(goal, path + ".goal");
          checkJudgement(factor, goal, judgement, path);
        }
      }
    }
  }

  private void requireRequirement(Requirement requirement, String path) {
    Asset asset = assets.find(requirement.asset());
    if (asset == null) {
      assets.missing(requirement.asset(), path);
    } else if (!asset.properties().contains(requirement.property())) {
      findings.error(
          Place.ofKey(path),
          DependencyRules.noProperty(asset, requirement.property()),
          DependencyRules.otherProperty(asset, requirement.property()));
    }
  }

  private void checkJudgement(Object from, String to, Judgement judgement, String path) {
    WorkspaceRules.requireLevel(judgement.level(), path + ".level", workspace, findings);
    boolean secondAgreement = judgement.agreed() && !agreed.add(new Judged(from, to, null, true));
    if (secondAgreement) {
      findings.error(
          Place.ofKey(path + ".agreed"),
          "the link from '" + from + "' to '" + to + "' has two agreed levels",
          "keep 'agreed: true' on one of them");
      return;
    }
    if (!judged.add(new Judged(from, to, judgement.by(), judgement.agreed()))) {
      String by = judgement.by() == null ? "nobody named" : "'" + judgement.by() + "'";
      findings.error(
          Place.ofKey(path),
          "the link from '" + from + "' to '" + to + "' is judged twice by " + by,
          "keep one of the two, or name different judges under 'by'");
    }
  }
}
