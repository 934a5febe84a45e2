package org.concordat.server.standards;

import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.server.database.TenantTransactions;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How the coverage of a catalogue has moved. What was in operation is read from the trail; what
 * follows from it is reckoned with the catalogues and crosswalks of today, so the line shows the
 * organisation's own progress and not that of its crosswalks.
 */
public final class CoverageTrend {
  /** A trend has at most so many days. */
  public static final int DAYS = 12;

  private static final Field<String> CATALOGUE = column("coalesce(after, before) ->> 'catalogue'");
  private static final Field<String> CONTROL = column("coalesce(after, before) ->> 'control'");
  private static final Field<String> OPERATION = column("after ->> 'operation'");

  private final TenantTransactions transactions;

  CoverageTrend(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  private static Field<String> column(String path) {
    return DSL.field(path, String.class);
  }

  /**
   * The coverage at the end of a day.
   *
   * @param day in UTC
   */
  public record Point(LocalDate day, Coverage coverage) {}

  /**
   * The days on which something was said of operation, oldest first; of more than {@link #DAYS} as
   * many that lie evenly among them, the last one always.
   *
   * @throws IllegalArgumentException when the library has no such catalogue
   */
  public List<Point> of(UUID tenant, StandardsState standards, String catalogue) {
    Map<LocalDate, Map<ControlRef, Operation>> days = days(tenant);
    List<LocalDate> chosen = chosen(List.copyOf(days.keySet()));
    List<Point> points = new ArrayList<>();
    for (LocalDate day : chosen) {
      Map<ControlRef, Operation> known = new HashMap<>(days.getOrDefault(day, Map.of()));
      known.keySet().removeIf(control -> standards.control(control).isEmpty());
      points.add(new Point(day, Coverage.of(standards.inference(), known, catalogue)));
    }
    return points;
  }

  /** What was in operation at the end of each day on which something was said of it. */
  private Map<LocalDate, Map<ControlRef, Operation>> days(UUID tenant) {
    SequencedMap<LocalDate, Map<ControlRef, Operation>> days = new LinkedHashMap<>();
    Map<ControlRef, Operation> now = new HashMap<>();
    for (Said said : transactions.read(tenant, CoverageTrend::said)) {
      if (!days.containsKey(said.day)) {
        closeLast(days, now);
        days.put(said.day, now);
      }
      if (said.operation == null) {
        now.remove(said.control);
      } else {
        now.put(said.control, said.operation);
      }
    }
    return days;
  }

  /** Keeps the present state for the last day, so that the next one can go on from it. */
  private static void closeLast(
      SequencedMap<LocalDate, Map<ControlRef, Operation>> days, Map<ControlRef, Operation> now) {
    if (!days.isEmpty()) {
      days.put(days.lastEntry().getKey(), Map.copyOf(now));
    }
  }

  /** An entry of the trail; without an operation, what was said was taken back. */
  private record Said(LocalDate day, ControlRef control, @Nullable Operation operation) {}

  private static List<Said> said(DSLContext sql) {
    return sql.select(TRAIL.AT, CATALOGUE, CONTROL, OPERATION)
        .from(TRAIL)
        .where(TRAIL.TABLE_NAME.eq("control_operation"))
        .orderBy(TRAIL.NUMBER)
        .fetch(
            row ->
                new Said(
                    row.value1().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate(),
                    new ControlRef(row.value2(), row.value3()),
                    Optional.ofNullable(row.value4()).flatMap(Operation::of).orElse(null)));
  }

  static List<LocalDate> chosen(List<LocalDate> days) {
    if (days.size() <= DAYS) {
      return days;
    }
    List<LocalDate> chosen = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      chosen.add(days.get((int) Math.round(i * (days.size() - 1.0) / (DAYS - 1))));
    }
    return chosen;
  }
}
