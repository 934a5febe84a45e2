package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/** The view of a state for one reading, of no use afterwards. */
final class LiveSnapshot implements Snapshot {
  private final State state;
  private boolean isOver;

  LiveSnapshot(State state) {
    this.state = state;
  }

  void end() {
    isOver = true;
  }

  private State state() {
    if (isOver) {
      throw new IllegalStateException("a snapshot is of no use after the reading it was made for");
    }
    return state;
  }

  private Workspace settings() {
    return state().frame().workspace;
  }

  private Store store() {
    return state().store();
  }

  private Scores scores() {
    return state().scores();
  }

  private Tables tables() {
    return new Tables(state().table(), scores(), scale());
  }

  @Override
  public long revision() {
    return state().revision();
  }

  @Override
  public Workspace workspace() {
    return state().workspace();
  }

  @Override
  public Organisation organisation() {
    return settings().organisation();
  }

  @Override
  public ImpactScale scale() {
    return settings().scale();
  }

  @Override
  public Combination combination() {
    return settings().combination();
  }

  @Override
  public Inheritance inheritance() {
    return settings().inheritance();
  }

  @Override
  public List<PropertyDefinition> properties() {
    return settings().properties();
  }

  @Override
  public List<Unit> units() {
    return settings().units();
  }

  @Override
  public @Nullable Unit unit(String id) {
    return state().frame().units.get(id);
  }

  @Override
  public @Nullable OwnedGoal goal(String id) {
    return state().frame().goals.get(id);
  }

  @Override
  public List<Factor> factors() {
    return settings().factors();
  }

  @Override
  public @Nullable Factor factor(String id) {
    return state().frame().factors.get(id);
  }

  @Override
  public @Nullable Asset asset(String id) {
    Node node = store().find(id);
    return node == null ? null : node.asset();
  }

  @Override
  public int assetCount() {
    return store().assetCount();
  }

  @Override
  public int dependencyCount() {
    return store().dependencyCount();
  }

  @Override
  public int impactCount() {
    return store().impactCount();
  }

  @Override
  public int requirementCount() {
    return scores().size();
  }

  @Override
  public List<Impact.RequirementImpact> impactsOf(Requirement requirement) {
    Node node = store().find(requirement.asset());
    List<Impact.RequirementImpact> impacts = new ArrayList<>();
    if (node != null) {
      node.impacts.each(
          held -> {
            if (held.entry().requirement().equals(requirement)) {
              impacts.add(held.entry());
            }
          });
    }
    return impacts;
  }

  @Override
  public List<Impact.FactorImpact> impactsOfFactor(String factor) {
    return store().impactsOfFactor(factor).entries();
  }

  @Override
  public List<Impact.RequirementImpact> impactsOn(String factor) {
    return store().impactsOn(factor).entries();
  }

  @Override
  public List<Judgement> judgements(Impact.Link link) {
    return store().judged(link).stream().map(Impact::judgement).toList();
  }

  @Override
  public List<Dependency> dependenciesOf(String asset) {
    Node node = store().find(asset);
    return node == null ? List.of() : node.dependencies.entries();
  }

  @Override
  public List<Dependency> dependentsOn(String asset) {
    Node node = store().find(asset);
    return node == null ? List.of() : node.dependents.entries();
  }

  @Override
  public List<Origin> origins(Origin.Kind kind, String id) {
    return store().origins(kind, id).entries();
  }

  @Override
  public Page<AssetRow> assets(AssetQuery query) {
    return tables().assets(query);
  }

  @Override
  public Page<DependencyRow> dependencies(DependencyQuery query) {
    return new DependencyTable(store(), state().table(), scale()).page(query);
  }

  @Override
  public Page<PriorityRow> priorities(PriorityQuery query) {
    return tables().priorities(query);
  }

  @Override
  public Priority priority(Requirement requirement, int paths) {
    return scores().priority(scores().number(requirement), null, true, paths);
  }

  @Override
  public Priority priorityForUnit(String unit, Requirement requirement, int paths) {
    return scores().priority(scores().number(requirement), unit, true, paths);
  }

  @Override
  public double need(Requirement requirement) {
    return scores().all().need(scores().number(requirement));
  }

  @Override
  public int rank(Requirement requirement) {
    return scores().all().rank(scores().number(requirement));
  }

  @Override
  public List<Priority> top(int n, int paths) {
    return tables().top(null, n, paths);
  }

  @Override
  public List<Priority> topOfUnit(String unit, int n, int paths) {
    return tables().top(unit, n, paths);
  }
}
