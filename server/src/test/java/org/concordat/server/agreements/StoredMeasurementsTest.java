package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.server.agreements.Measurements.Given;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * How much room measurements take in the database, trail included, and how long judging them takes.
 * {@code -Dmeasurements=1000000} measures a million; what it prints stands in docs/performance.md.
 */
class StoredMeasurementsTest {
  private static final int COUNT = Integer.getInteger("measurements", 40_000);

  /** So many does the API take at once. */
  private static final int BATCH = 10_000;

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final TenantTransactions transactions = server.part(TenantTransactions.class);
  private final Agreement document =
      SampleAgreement.document(
          "mortgages", "Mortgages", "brokering/availability", "core-banking", "new-products");

  private Measurements measurements() {
    return new Measurements(transactions, Clock.systemUTC());
  }

  private long room(String table) {
    return transactions.read(
        people.tenant(),
        sql ->
            sql.fetchSingle("select pg_total_relation_size('" + table + "')").get(0, Long.class));
  }

  /** Every minute of the term, by turns of its four targets. */
  private List<Given> batch(int from, Random random) {
    Instant start = document.calendar().startOf(document.term().from());
    Duration step = Duration.ofDays(240).dividedBy(COUNT);
    List<Given> batch = new ArrayList<>();
    for (int i = from; i < Math.min(COUNT, from + BATCH); i++) {
      Instant at = Instant.ofEpochMilli(start.plus(step.multipliedBy(i)).toEpochMilli());
      String id = "probe-" + i;
      batch.add(
          switch (i % 4) {
            case 0 ->
                new Given(id, "up", at, new Reading.Downtime(at.plusSeconds(random.nextInt(3))));
            case 1 ->
                new Given(
                    id, "calls", at, new Reading.Took(Duration.ofSeconds(random.nextInt(20_000))));
            case 2 -> new Given(id, "errors", at, new Reading.Counts(0, random.nextInt(3)));
            default ->
                new Given(
                    id,
                    "load",
                    at,
                    new Reading.Sample(BigDecimal.valueOf(random.nextInt(1_000), 3)));
          });
    }
    return batch;
  }

  private static long milliseconds(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  @Test
  void a_record_takes_few_bytes_and_a_correction_costs_what_it_touches() {
    SampleAgreement.inForce(
        transactions, people.tenant(), people.person(Role.SERVICE_OWNER).account(), document);
    long chunksBefore = room("measurement_chunk");
    long trailBefore = room("trail");
    Random random = new Random(7);
    Measurements writing = measurements();
    long start = System.nanoTime();
    for (int from = 0; from < COUNT; from += BATCH) {
      writing.add(
          people.tenant(), Attribution.ofServer("test"), SampleAgreement.KEY, batch(from, random));
    }
    long written = milliseconds(start);
    long chunks = room("measurement_chunk") - chunksBefore;
    long trail = room("trail") - trailBefore;

    Measurements cold = measurements();
    start = System.nanoTime();
    Evaluation all = cold.evaluation(people.tenant(), SampleAgreement.KEY, document);
    long first = milliseconds(start);
    start = System.nanoTime();
    var _ = cold.evaluation(people.tenant(), SampleAgreement.KEY, document);
    long again = milliseconds(start);
    cold.add(
        people.tenant(),
        Attribution.ofServer("test"),
        SampleAgreement.KEY,
        List.of(batch(0, new Random(8)).getFirst()));
    start = System.nanoTime();
    Evaluation corrected = cold.evaluation(people.tenant(), SampleAgreement.KEY, document);
    long afterCorrection = milliseconds(start);
    System.out.printf(
        "%,d measurements: written in %,d ms; chunks %,d bytes, trail %,d bytes; first judged in"
            + " %,d ms, again %,d ms, after a correction %,d ms%n",
        COUNT, written, chunks, trail, first, again, afterCorrection);

    long records =
        all.targets().stream()
            .flatMap(target -> target.results().stream())
            .mapToLong(result -> result.records())
            .sum();
    assertThat(records).isEqualTo(COUNT);
    assertThat(corrected.targets().getFirst().results().getFirst().records())
        .isEqualTo(all.targets().getFirst().results().getFirst().records());
    assertThat((chunks + trail) / COUNT).as("bytes a record").isLessThan(60);
  }
}
