package org.concordat.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.priorities.EstateChange;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.workspace.Inheritance;
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

/** One edit, and the priorities mended, with the ranks of what moved. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx8g", "-XX:+UseParallelGC"})
public class OneEdit {
  @Param({"100000", "1000000"})
  private int assets = 100_000;

  private final Random random = new Random(1);
  private Priorities priorities =
      Priorities.of(new EstateData(2, 1).estate(Combination.DEFAULT, Inheritance.DEFAULT));
  private int added;

  @Setup
  public void prioritise() {
    priorities =
        Priorities.of(new EstateData(assets, 1).estate(Combination.DEFAULT, Inheritance.DEFAULT));
    // The way back over dependencies and the order of the names are laid out once.
    dependencies();
    priorities.list(20, 0);
    priorities =
        Priorities.of(new EstateData(assets, 1).estate(Combination.DEFAULT, Inheritance.DEFAULT));
    dependencies();
  }

  private String anyAsset() {
    return EstateData.id(random.nextInt(assets));
  }

  private Level anyLevel() {
    return Level.of(1 + random.nextInt(EstateData.LEVELS));
  }

  private int ranks(EstateChange change) {
    int sum = 0;
    for (Priorities.Moved moved : priorities.apply(change)) {
      sum += priorities.rank(moved.requirement());
    }
    return sum;
  }

  @Benchmark
  public int levelOfAnImpact() {
    return ranks(
        new EstateChange.RequirementImpactSet(
            new Requirement(anyAsset(), SecurityProperty.AVAILABILITY),
            "factor-" + random.nextInt(20),
            anyLevel()));
  }

  @Benchmark
  public int dependencies() {
    String asset = anyAsset();
    return ranks(
        new EstateChange.DependenciesSet(
            asset,
            List.of(
                new Dependency(asset, anyAsset(), anyLevel(), null, null),
                new Dependency(asset, anyAsset(), anyLevel(), null, null),
                new Dependency(asset, anyAsset(), anyLevel(), null, null))));
  }

  @Benchmark
  public int newAsset() {
    return ranks(
        new EstateChange.AssetAdded(
            new Asset(
                "new-" + added++, "New", AssetKind.TECHNICAL, null, SecurityProperty.CLASSIC)));
  }

  @Benchmark
  public int importanceOfAGoal() {
    return ranks(new EstateChange.GoalImportanceSet("goal-" + random.nextInt(12), anyLevel()));
  }
}
