package org.concordat.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.priorities.Estate;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An estate prioritised from scratch: own scores, needs of all goals, ranks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx8g", "-XX:+UseParallelGC"})
public class FromScratch {
  @Param({"10000", "100000", "1000000"})
  private int assets = 10_000;

  private EstateData data = new EstateData(2, 1);
  private Estate weakestLink = data.estate(Combination.DEFAULT, Inheritance.DEFAULT);
  private Estate product = weakestLink;
  private Estate average = weakestLink;
  private Estate cumulation = weakestLink;
  private GraphLibrary graph = new GraphLibrary(data);

  @Setup
  public void makeEstates() {
    data = new EstateData(assets, 1);
    weakestLink = data.estate(Combination.DEFAULT, Inheritance.DEFAULT);
    product =
        data.estate(new Combination(new Along.Product(), Across.MAXIMUM), Inheritance.DEFAULT);
    average =
        data.estate(new Combination(new Along.WeakestLink(), Across.AVERAGE), Inheritance.DEFAULT);
    cumulation = data.estate(Combination.DEFAULT, new Inheritance(3));
    graph = new GraphLibrary(data);
  }

  @Benchmark
  public Object weakestLink() {
    return Priorities.of(weakestLink);
  }

  @Benchmark
  public Object weakestLinkWithBuildingTheEstate() {
    return Priorities.of(data.estate(Combination.DEFAULT, Inheritance.DEFAULT));
  }

  @Benchmark
  public Object product() {
    return Priorities.of(product);
  }

  @Benchmark
  public Object average() {
    return Priorities.of(average);
  }

  @Benchmark
  public Object cumulation() {
    return Priorities.of(cumulation);
  }

  @Benchmark
  public Object graphLibrary() {
    return graph.needs();
  }

  /** The same by a database, where that ends in reasonable time. */
  @State(Scope.Benchmark)
  public static class Database {
    private final DatabaseQuery query;

    public Database() {
      try {
        query = new DatabaseQuery(new EstateData(100_000, 1));
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @TearDown
    public void close() throws IOException, SQLException {
      query.close();
    }
  }

  @Benchmark
  public Object databaseWith100000Assets(Database database) throws SQLException {
    return database.query.needs();
  }
}
