package org.concordat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Applied;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a page or an edit costs the server beside the network and the database. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1536m", "-XX:+UseParallelGC"})
public class LivePages {
  @Param({"100000"})
  private int assets = 100_000;

  private final Random random = new Random(1);
  private Workspace workspace = new EstateData(2, 1).workspace();
  private LiveWorkspace live = LiveWorkspace.of(workspace);

  @Setup
  public void load() {
    workspace = new EstateData(assets, 1).workspace();
    live = LiveWorkspace.of(workspace);
  }

  private Page<AssetRow> page(AssetQuery query) {
    return live.read(snapshot -> snapshot.assets(query));
  }

  private static AssetQuery sorted(AssetQuery.Order order) {
    return AssetQuery.ALL.descendingBy(order).withRows(500, 50);
  }

  @Benchmark
  public LiveWorkspace construction() {
    return LiveWorkspace.of(workspace);
  }

  @Benchmark
  public Page<AssetRow> assetsById() {
    return page(sorted(AssetQuery.Order.ID));
  }

  @Benchmark
  public Page<AssetRow> assetsByName() {
    return page(sorted(AssetQuery.Order.NAME));
  }

  @Benchmark
  public Page<AssetRow> assetsByKind() {
    return page(sorted(AssetQuery.Order.KIND));
  }

  @Benchmark
  public Page<AssetRow> assetsByUnit() {
    return page(sorted(AssetQuery.Order.UNIT));
  }

  @Benchmark
  public Page<AssetRow> assetsByHighestNeed() {
    return page(sorted(AssetQuery.Order.HIGHEST_NEED));
  }

  @Benchmark
  public Page<AssetRow> assetsFound() {
    return page(sorted(AssetQuery.Order.NAME).withText("Claims " + random.nextInt(100)));
  }

  @Benchmark
  public Page<AssetRow> assetsFiltered() {
    return page(
        sorted(AssetQuery.Order.HIGHEST_NEED)
            .withKind(AssetKind.TECHNICAL)
            .withMinimumLevel(Level.of(2)));
  }

  @Benchmark
  public Page<PriorityRow> prioritiesFiltered() {
    PriorityQuery query =
        PriorityQuery.ALL
            .withText("claims")
            .withProperty(SecurityProperty.AVAILABILITY)
            .withRows(100, 50)
            .withPaths(1);
    return live.read(snapshot -> snapshot.priorities(query));
  }

  @Benchmark
  public List<Priority> top() {
    return live.read(snapshot -> snapshot.top(50, 1));
  }

  @Benchmark
  public List<Priority> topOfUnit() {
    String unit = "unit-" + random.nextInt(5);
    return live.read(snapshot -> snapshot.topOfUnit(unit, 50, 1));
  }

  @Benchmark
  public Applied impactEdited() {
    return live.apply(List.of(impactChange()));
  }

  @Benchmark
  public List<Priority> impactEditedAndTop() {
    live.apply(List.of(impactChange()));
    return live.read(snapshot -> snapshot.top(50, 1));
  }

  @Benchmark
  public Page<AssetRow> impactEditedAndAssetsByHighestNeed() {
    live.apply(List.of(impactChange()));
    return page(sorted(AssetQuery.Order.HIGHEST_NEED));
  }

  @Benchmark
  public Verdict check() {
    return live.check(List.of(impactChange()));
  }

  /** Another level of an impact that there is, or a first one. */
  private WorkspaceChange impactChange() {
    Requirement requirement =
        new Requirement(anyAsset(), SecurityProperty.CLASSIC.get(random.nextInt(3)));
    Level level = Level.of(1 + random.nextInt(EstateData.LEVELS));
    List<Impact.RequirementImpact> present = live.read(snapshot -> snapshot.impactsOf(requirement));
    return present.isEmpty()
        ? new WorkspaceChange.ImpactChange(
            null,
            new Impact.RequirementImpact(
                requirement, "factor-" + random.nextInt(20), Judgement.of(level)))
        : new WorkspaceChange.ImpactChange(
            present.getFirst(),
            new Impact.RequirementImpact(
                requirement, present.getFirst().factor(), Judgement.of(level)));
  }

  private String anyAsset() {
    String id = EstateData.id(random.nextInt(assets));
    return live.read(snapshot -> snapshot.asset(id)) == null ? anyAsset() : id;
  }

  @Benchmark
  public Applied importanceEdited() {
    String goal = "goal-" + random.nextInt(12);
    WorkspaceChange.OwnedGoal was =
        Objects.requireNonNull(live.read(snapshot -> snapshot.goal(goal)));
    Level level = Level.of(1 + random.nextInt(EstateData.LEVELS));
    return live.apply(
        List.of(
            new WorkspaceChange.GoalChange(
                was,
                new WorkspaceChange.OwnedGoal(
                    was.unit(), new Goal(goal, was.goal().name(), level)))));
  }

  /** An asset goes with all that refers to it, and comes back. */
  @Benchmark
  public Applied assetRemovedAndBack() {
    List<WorkspaceChange> removal = live.read(snapshot -> removal(snapshot, anyAsset()));
    live.apply(removal);
    return live.apply(removal.stream().map(WorkspaceChange::inverse).toList());
  }

  private static List<WorkspaceChange> removal(Snapshot snapshot, String id) {
    List<WorkspaceChange> changes = new ArrayList<>();
    Asset asset = Objects.requireNonNull(snapshot.asset(id));
    changes.add(new WorkspaceChange.AssetChange(asset, null));
    for (Dependency dependency : snapshot.dependenciesOf(id)) {
      changes.add(new WorkspaceChange.DependencyChange(dependency, null));
    }
    for (Dependency dependency : snapshot.dependentsOn(id)) {
      if (!dependency.from().equals(id)) {
        changes.add(new WorkspaceChange.DependencyChange(dependency, null));
      }
    }
    for (String property : asset.properties()) {
      snapshot
          .impactsOf(new Requirement(id, property))
          .forEach(impact -> changes.add(new WorkspaceChange.ImpactChange(impact, null)));
    }
    return changes;
  }

  /** A unit comes or goes. */
  @Benchmark
  public Applied unitAddedOrRemoved() {
    Unit unit = new Unit("new-unit", "New", null, List.of());
    boolean present = live.read(snapshot -> snapshot.unit("new-unit")) != null;
    WorkspaceChange change = new WorkspaceChange.UnitChange(null, unit);
    return live.apply(List.of(present ? change.inverse() : change));
  }
}
