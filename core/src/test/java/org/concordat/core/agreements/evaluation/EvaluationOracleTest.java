package org.concordat.core.agreements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Folded days, with corrections and late records, against looking at every record and minute. */
class EvaluationOracleTest {
  private static final Term TERM = Term.of("2026-03-20", "2026-04-20");

  @Test
  void a_window_comes_to_what_its_records_and_minutes_say() {
    for (long seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      Agreement agreement = Records.agreement(random, TERM);
      List<Measurement> records = Records.records(random, TERM, 150);
      Instant asOf = records.get(random.nextInt(50, 150)).receivedAt().plusSeconds(60);
      List<Measurement> known =
          records.stream().filter(r -> r.receivedAt().isBefore(asOf)).toList();
      Ledger ledger = new Ledger(agreement);
      for (Measurement record : known) {
        ledger.add(record);
        if (random.nextInt(20) == 0) {
          ledger.folds(record.target());
        }
      }
      SlowEvaluation slow = new SlowEvaluation(agreement, asOf);

      for (TargetEvaluation target : Evaluation.of(agreement, ledger::folds, asOf).targets()) {
        TargetClock clock = ledger.folds(target.target().id()).clock();
        for (Result result : target.results()) {
          String at = "seed " + seed + ", " + target.target() + ", " + result;
          SlowEvaluation.Answer now =
              slow.answer(target.target(), result.window(), known, Instant.MAX);
          assertThat(result.records()).as(at).isEqualTo(now.records());
          assertThat(result.verdict()).as(at).isEqualTo(now.verdict());
          assertSame(result.value(), now.value(), at);
          if (result.phase() == Phase.CLOSED) {
            Instant close = clock.close(result.window().from());
            SlowEvaluation.Answer then =
                slow.answer(target.target(), result.window(), known, close);
            Result.Settled settled = result.settled();
            assertThat(settled == null ? result.verdict() : settled.verdict())
                .as(at)
                .isEqualTo(then.verdict());
            assertSame(settled == null ? result.value() : settled.value(), then.value(), at);
          }
        }
      }
    }
  }

  private static void assertSame(
      @Nullable BigDecimal value, @Nullable BigDecimal expected, String at) {
    if (expected == null) {
      assertThat(value).as(at).isNull();
    } else {
      assertThat(value).as(at).isEqualByComparingTo(expected.setScale(9, RoundingMode.HALF_EVEN));
    }
  }

  @Test
  void days_folded_as_records_come_are_the_days_folded_at_once() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Agreement agreement = Records.agreement(random, TERM);
      List<Measurement> records = Records.records(random, TERM, 200);
      Ledger bit = new Ledger(agreement);
      for (Measurement record : records) {
        bit.add(record);
        if (random.nextInt(10) == 0) {
          bit.folds(record.target());
        }
      }
      Ledger once = new Ledger(agreement);
      records.forEach(once::add);

      for (int target = 0; target < Records.MEASURES.size(); target++) {
        assertThat(bit.folds("t" + target).days())
            .as("seed " + seed)
            .isEqualTo(once.folds("t" + target).days());
      }
    }
  }

  @Test
  void days_join_in_any_order() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Agreement agreement = Records.agreement(random, TERM);
      Ledger ledger = new Ledger(agreement);
      Records.records(random, TERM, 200).forEach(ledger::add);
      for (int target = 0; target < Records.MEASURES.size(); target++) {
        List<DayFold> folds =
            new ArrayList<>(
                ledger.folds("t" + target).days().values().stream()
                    .map(DayFolds.Day::revised)
                    .toList());
        DayFold empty = DayFold.empty(Records.MEASURES.get(target));
        DayFold forwards = folds.stream().reduce(empty, DayFold::join);
        Collections.shuffle(folds, random);

        assertThat(folds.stream().reduce(empty, (a, b) -> b.join(a)))
            .as("seed " + seed)
            .isEqualTo(forwards);
      }
    }
  }
}
