package org.concordat.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.formats.topics.ShippedStandards;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What follows from crosswalks: a large network, one edit of it, and a small one by the textbook.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseParallelGC"})
public class Crosswalks {
  /** 35 frameworks with 75 thousand mappings, one in a thousand misjudged. */
  @State(Scope.Benchmark)
  public static class Large {
    private Library library = new NetworkData(2, 1, true, 1).library();
    private Inference inference = Inference.of(library);
    private final Random random = new Random(3);

    @Setup
    public void make() {
      library = new NetworkData(35, 75_000, false, 7).library();
      inference = Inference.of(library);
    }
  }

  /** 4 frameworks with 2 thousand mappings and no mistake: what the textbook manages. */
  @State(Scope.Benchmark)
  public static class Small {
    private Library library = new NetworkData(2, 1, true, 1).library();

    @Setup
    public void make() {
      library = new NetworkData(4, 2_000, true, 7).library();
    }
  }

  /** All that ships, with CSF 2.0 in operation. */
  @State(Scope.Benchmark)
  public static class Shipped {
    private final Inference inference = Inference.of(ShippedStandards.library());
    private final Map<ControlRef, Operation> operated = new HashMap<>();

    @Setup
    public void make() {
      Catalogue csf = ShippedStandards.library().catalogue("csf-2.0").orElseThrow();
      for (Control control : csf.controls()) {
        operated.put(new ControlRef("csf-2.0", control.id()), Operation.YES);
      }
    }
  }

  /** How far CSF 2.0 covers the 1 196 controls of SP 800-53, without looking at a proof. */
  @Benchmark
  public Object coverageOfSp80053(Shipped shipped) {
    return Coverage.of(shipped.inference, shipped.operated, "sp800-53-r5");
  }

  /** The same with the proof of every control, as a document or an export needs them. */
  @Benchmark
  public Object coverageOfSp80053WithAllProofs(Shipped shipped) {
    return Coverage.of(shipped.inference, shipped.operated, "sp800-53-r5").controls().stream()
        .map(ControlCoverage::reason)
        .toList();
  }

  /** What follows from all that ships. */
  @Benchmark
  public Object closureOfAllThatShips() {
    return Inference.of(ShippedStandards.library());
  }

  @Benchmark
  public Object closureOfTheLargeNetwork(Large large) {
    return Inference.of(large.library);
  }

  /** One mapping taken away and put back: two edits. */
  @Benchmark
  public Object twoEditsOfTheLargeNetwork(Large large) {
    List<Crosswalk> crosswalks = large.library.crosswalks();
    Crosswalk crosswalk = crosswalks.get(large.random.nextInt(crosswalks.size()));
    Mapping mapping = crosswalk.mappings().get(large.random.nextInt(crosswalk.mappings().size()));
    return large.inference.minus(crosswalk.id(), mapping).plus(crosswalk.id(), mapping);
  }

  /** All pairs of two frameworks, each with its proof. */
  @Benchmark
  public Object proofsInTheLargeNetwork(Large large) {
    return large.inference.between("framework-0", "framework-1");
  }

  @Benchmark
  public Object closureOfTheSmallNetwork(Small small) {
    return Inference.of(small.library);
  }

  @Benchmark
  public Object textbookOnTheSmallNetwork(Small small) {
    return new TextbookClosure(small.library);
  }
}
