package org.concordat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.core.workspace.Workspace;
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

/**
 * Which single judgement moves the ranking most: by mending, and, as the reference, by reckoning
 * the whole workspace anew for some of the same changes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
public class WhichJudgement {
  /** The reference reckons so many changes; all of them would take minutes to hours. */
  static final int SAMPLE = 20;

  @Param({"10000", "100000"})
  private int assets = 10_000;

  private Workspace workspace = EstateData.workspace(2);

  @Setup
  public void build() {
    workspace = EstateData.workspace(assets);
  }

  /** All judgements, up and down. */
  @Benchmark
  public int everyJudgement() {
    Sensitivity sensitivity = Sensitivity.of(workspace, 20, Sensitivity.TOP);
    return sensitivity.tried() + sensitivity.effects().size();
  }

  /** {@value #SAMPLE} changes, evenly over all judgements, each by starting over. */
  @Benchmark
  public double sampleFromScratch() {
    double sum = 0;
    int count = workspace.impacts().size();
    for (int i = 0; i < SAMPLE; i++) {
      Workspace changed = changed(workspace, (int) ((long) count * i / SAMPLE));
      sum += Priorities.of(changed).list(Sensitivity.TOP, 0).getFirst().score();
    }
    return sum;
  }

  private static Workspace changed(Workspace workspace, int place) {
    List<Impact> impacts = new ArrayList<>(workspace.impacts());
    Impact impact = impacts.get(place);
    int number = impact.judgement().level().number();
    Judgement other = Judgement.of(Level.of(number > 1 ? number - 1 : number + 1));
    impacts.set(
        place,
        switch (impact) {
          case Impact.RequirementImpact(var requirement, var factor, _) ->
              new Impact.RequirementImpact(requirement, factor, other);
          case Impact.FactorImpact(var factor, var goal, _) ->
              new Impact.FactorImpact(factor, goal, other);
        });
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        workspace.units(),
        workspace.factors(),
        workspace.assets(),
        workspace.dependencies(),
        impacts,
        workspace.origins());
  }
}
