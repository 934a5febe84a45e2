package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.MEASUREMENT_CHUNK;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Agreement.LineTarget;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Ledger;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.digests.Sha256;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.jooq.DSLContext;

/**
 * What was measured of agreements, and what that comes to. The records of the agreements that were
 * asked for last stay folded in memory; a server reads only what has arrived since.
 */
public final class Measurements {
  /** A chunk is full with so many records. */
  private static final int FULL = 4_096;

  /** So many agreements are kept in memory, */
  private static final int KEPT = 16;

  /** and so many records of all of them, which take some 300 bytes each. */
  private static final long MOST_KEPT = 2_000_000;

  private final TenantTransactions transactions;
  private final Clock clock;
  private final Map<Key, Folded> folded = new LinkedHashMap<>(KEPT, 0.75f, true);

  Measurements(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Key(UUID tenant, AgreementKey agreement) {}

  /** The records of one agreement in memory, and how many of each chunk have been read. */
  private static final class Folded {
    final Ledger ledger;

    /** How many records there are; read by those who do not hold the lock of the ledger. */
    volatile long size;

    final Map<String, TreeMap<Integer, Integer>> read = new TreeMap<>();

    Folded(Agreement agreement) {
      ledger = new Ledger(agreement);
    }

    void take(String target, int number, int records, byte[] content) {
      TreeMap<Integer, Integer> chunks = read.computeIfAbsent(target, _ -> new TreeMap<>());
      RecordLines.read(content, target, chunks.getOrDefault(number, 0), ledger::add);
      chunks.put(number, records);
    }

    /** The chunk that may have grown since. */
    int last(String target) {
      TreeMap<Integer, Integer> chunks = read.get(target);
      return chunks == null ? 0 : chunks.lastKey();
    }

    int of(String target, int number) {
      return read.getOrDefault(target, new TreeMap<>()).getOrDefault(number, 0);
    }
  }

  /**
   * A record as somebody hands it in.
   *
   * @param id of the record; a later one with the same id corrects it
   */
  public record Given(String id, String target, Instant at, Reading reading) {
    /**
     * A record.
     *
     * @throws IllegalArgumentException when no measurement can be so
     */
    public Given {
      var _ = new Measurement(id, target, at, at, reading);
    }

    /** A record of a file, whenever it says that it arrived. */
    public static Given of(Measurement record) {
      return new Given(record.id(), record.target(), record.at(), record.reading());
    }
  }

  /** What became of records that were handed in. */
  public sealed interface Result {
    /** All are kept. */
    record Kept(int records) implements Result {}

    /** Nothing is kept, for the agreement has no such target, or it is measured by others. */
    record Unsuitable(List<Problem> problems) implements Result {
      public Unsuitable {
        problems = List.copyOf(problems);
      }
    }

    /** Nothing is kept, for the agreement does not hold, and never did. */
    record NotInForce() implements Result {}
  }

  /**
   * What is wrong with a record.
   *
   * @param record its place among those that were handed in, from 0
   * @param targets those that there are
   */
  public record Problem(int record, Kind kind, String target, List<String> targets) {
    /** What can be wrong. */
    public enum Kind {
      NO_TARGET,
      OTHER_READING
    }
  }

  /** Whether measurements of an agreement in a state are taken; late ones come after its end. */
  public static boolean isMeasured(AgreementState state) {
    return switch (state) {
      case AgreementState.InForce _,
          AgreementState.Superseded _,
          AgreementState.Terminated _,
          AgreementState.Expired _ ->
          true;
      default -> false;
    };
  }

  /** Keeps records, all or none. */
  public Result add(UUID tenant, Attribution by, AgreementKey key, List<Given> given) {
    return add(tenant, by, key, given, _ -> {});
  }

  /**
   * Keeps records, all or none.
   *
   * @param also what goes into the database together with them
   */
  public Result add(
      UUID tenant, Attribution by, AgreementKey key, List<Given> given, Consumer<DSLContext> also) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          TrailPosition.locked(sql);
          Optional<AgreementState> state = AgreementRows.state(sql, key);
          if (state.isEmpty() || !isMeasured(state.get())) {
            return new Result.NotInForce();
          }
          List<Problem> problems = problems(state.get().dossier().current(), given);
          if (!problems.isEmpty()) {
            return new Result.Unsuitable(problems);
          }
          Instant now = clock.instant();
          Map<String, List<Measurement>> byTarget = new TreeMap<>();
          for (Given each : given) {
            byTarget
                .computeIfAbsent(each.target, _ -> new ArrayList<>())
                .add(new Measurement(each.id, each.target, each.at, now, each.reading));
          }
          byTarget.forEach((target, records) -> append(sql, key, target, records));
          also.accept(sql);
          return new Result.Kept(given.size());
        });
  }

  private static List<Problem> problems(Agreement document, List<Given> given) {
    Map<String, LineTarget> targets = new TreeMap<>();
    document.targets().forEach(each -> targets.put(each.target().id(), each));
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      LineTarget target = targets.get(given.get(i).target);
      if (target == null) {
        problems.add(
            new Problem(
                i, Problem.Kind.NO_TARGET, given.get(i).target, List.copyOf(targets.keySet())));
      } else if (!given.get(i).reading.suits(target.target().terms().measure())) {
        problems.add(new Problem(i, Problem.Kind.OTHER_READING, given.get(i).target, List.of()));
      }
    }
    return problems;
  }

  private static void append(
      DSLContext sql, AgreementKey key, String target, List<Measurement> records) {
    var last =
        sql.selectFrom(MEASUREMENT_CHUNK)
            .where(MEASUREMENT_CHUNK.AGREEMENT.eq(key.id()))
            .and(MEASUREMENT_CHUNK.SINCE.eq(key.since()))
            .and(MEASUREMENT_CHUNK.TARGET.eq(target))
            .orderBy(MEASUREMENT_CHUNK.NUMBER.desc())
            .limit(1)
            .fetchOne();
    int from = 0;
    int number = last == null ? 1 : last.getNumber() + 1;
    if (last != null && last.getRecords() < FULL) {
      from = Math.min(records.size(), FULL - last.getRecords());
      byte[] content = RecordLines.append(last.getContent(), records.subList(0, from));
      sql.update(MEASUREMENT_CHUNK)
          .set(MEASUREMENT_CHUNK.RECORDS, last.getRecords() + from)
          .set(MEASUREMENT_CHUNK.DIGEST, Sha256.hex(content))
          .set(MEASUREMENT_CHUNK.CONTENT, content)
          .where(MEASUREMENT_CHUNK.AGREEMENT.eq(key.id()))
          .and(MEASUREMENT_CHUNK.SINCE.eq(key.since()))
          .and(MEASUREMENT_CHUNK.TARGET.eq(target))
          .and(MEASUREMENT_CHUNK.NUMBER.eq(last.getNumber()))
          .execute();
    }
    while (from < records.size()) {
      List<Measurement> part = records.subList(from, Math.min(records.size(), from + FULL));
      byte[] content = RecordLines.append(new byte[0], part);
      sql.insertInto(MEASUREMENT_CHUNK)
          .set(MEASUREMENT_CHUNK.AGREEMENT, key.id())
          .set(MEASUREMENT_CHUNK.SINCE, key.since())
          .set(MEASUREMENT_CHUNK.TARGET, target)
          .set(MEASUREMENT_CHUNK.NUMBER, number++)
          .set(MEASUREMENT_CHUNK.RECORDS, part.size())
          .set(MEASUREMENT_CHUNK.DIGEST, Sha256.hex(content))
          .set(MEASUREMENT_CHUNK.CONTENT, content)
          .execute();
      from += part.size();
    }
  }

  /** Whether an agreement is kept, as of now. */
  public Evaluation evaluation(UUID tenant, AgreementKey key, Agreement document) {
    Folded now = folded(new Key(tenant, key), document);
    synchronized (now) {
      catchUp(tenant, key, now);
      now.size = now.ledger.size();
      forget(now);
      return Evaluation.of(document, now.ledger::folds, clock.instant());
    }
  }

  private synchronized Folded folded(Key key, Agreement document) {
    return folded.computeIfAbsent(key, _ -> new Folded(document));
  }

  /** Puts out of memory what was not asked for longest, when there is too much; never the last. */
  private synchronized void forget(Folded latest) {
    long records = folded.values().stream().mapToLong(each -> each.size).sum();
    Iterator<Folded> eldest = folded.values().iterator();
    while (eldest.hasNext() && (folded.size() > KEPT || records > MOST_KEPT)) {
      Folded each = eldest.next();
      if (each == latest) {
        return;
      }
      records -= each.size;
      eldest.remove();
    }
  }

  private void catchUp(UUID tenant, AgreementKey key, Folded mine) {
    transactions.readAtOnce(
        tenant,
        sql -> {
          var sizes =
              sql.select(
                      MEASUREMENT_CHUNK.TARGET, MEASUREMENT_CHUNK.NUMBER, MEASUREMENT_CHUNK.RECORDS)
                  .from(MEASUREMENT_CHUNK)
                  .where(MEASUREMENT_CHUNK.AGREEMENT.eq(key.id()))
                  .and(MEASUREMENT_CHUNK.SINCE.eq(key.since()))
                  .orderBy(MEASUREMENT_CHUNK.TARGET, MEASUREMENT_CHUNK.NUMBER)
                  .fetch();
          for (var size : sizes) {
            if (size.value2() >= mine.last(size.value1())
                && size.value3() > mine.of(size.value1(), size.value2())) {
              sql.select(MEASUREMENT_CHUNK.CONTENT)
                  .from(MEASUREMENT_CHUNK)
                  .where(MEASUREMENT_CHUNK.AGREEMENT.eq(key.id()))
                  .and(MEASUREMENT_CHUNK.SINCE.eq(key.since()))
                  .and(MEASUREMENT_CHUNK.TARGET.eq(size.value1()))
                  .and(MEASUREMENT_CHUNK.NUMBER.eq(size.value2()))
                  .forEach(
                      row -> mine.take(size.value1(), size.value2(), size.value3(), row.value1()));
            }
          }
          return null;
        });
  }
}
