package org.concordat.server.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class CoverageTrendTest {
  private final UUID tenant = TestDatabase.newTenant();
  private final TenantTransactions transactions = TestDatabase.shared().transactions();
  private final Standards standards = new Standards(transactions, () -> SampleProgramme.SHELF);

  private void say(Operation operation) {
    standards.save(
        tenant,
        Attribution.ofServer("test"),
        List.of(
            ProgrammeWish.of(new Adoption("iso", null, null)),
            ProgrammeWish.of(
                new ControlOperation(SampleProgramme.POLICIES, operation, null, null, null)),
            ProgrammeWish.of(
                new ControlOperation(new ControlRef("itil", "ISM"), operation, null, null, null))));
  }

  @Test
  void a_day_counts_as_it_ended() {
    say(Operation.YES);
    say(Operation.PARTLY);

    assertThat(new CoverageTrend(transactions).of(tenant, standards.of(tenant), "iso"))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.day()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
              assertThat(point.coverage().count(Degree.PARTLY)).isEqualTo(1);
            });
  }

  @Test
  void before_anything_was_said_there_is_no_trend() {
    standards.save(
        tenant,
        Attribution.ofServer("test"),
        List.of(ProgrammeWish.of(new Adoption("iso", null, null))));

    assertThat(new CoverageTrend(transactions).of(tenant, standards.of(tenant), "iso")).isEmpty();
  }

  @Test
  void of_many_days_as_many_as_fit_are_chosen_with_the_first_and_the_last() {
    List<LocalDate> days =
        IntStream.range(0, 100).mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(i)).toList();

    List<LocalDate> chosen = CoverageTrend.chosen(days);

    assertThat(chosen)
        .hasSize(CoverageTrend.DAYS)
        .isSorted()
        .startsWith(days.getFirst())
        .endsWith(days.getLast());
  }
}
