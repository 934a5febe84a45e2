package org.concordat.core.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long HOUR = 3_600_000;

  private static OpenHours hours(String from, String until) {
    return new OpenHours(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static ServiceCalendar office() {
    return new ServiceCalendar(
        BERLIN,
        Map.of(DayOfWeek.MONDAY, List.of(hours("08:00", "12:00"), hours("13:00", "18:00"))),
        new TreeSet<>(List.of(LocalDate.parse("2026-05-25"))));
  }

  @Test
  void a_day_is_open_in_its_hours_and_closed_on_holidays() {
    assertThat(office().openOn(LocalDate.parse("2026-05-18")).length()).isEqualTo(9 * HOUR);
    assertThat(office().openOn(LocalDate.parse("2026-05-19")).isEmpty()).isTrue();
    assertThat(office().openOn(LocalDate.parse("2026-05-25")).isEmpty()).isTrue();
  }

  @Test
  void the_day_on_which_clocks_go_forward_has_23_hours() {
    ServiceCalendar always = ServiceCalendar.always(BERLIN);

    assertThat(always.openOn(LocalDate.parse("2026-03-29")).length()).isEqualTo(23 * HOUR);
    assertThat(always.openOn(LocalDate.parse("2026-10-25")).length()).isEqualTo(25 * HOUR);
  }

  @Test
  void maintenance_is_no_service_time() {
    ServiceTime time =
        new ServiceTime(
            ServiceCalendar.always(BERLIN),
            List.of(
                new MaintenanceWindow.Weekly(
                    DayOfWeek.SATURDAY, LocalTime.parse("22:00"), Duration.ofHours(4)),
                new MaintenanceWindow.Once(
                    Instant.parse("2026-05-18T10:00:00Z"), Instant.parse("2026-05-18T11:30:00Z"))));

    assertThat(time.on(LocalDate.parse("2026-05-16")).length()).isEqualTo(22 * HOUR);
    assertThat(time.on(LocalDate.parse("2026-05-17")).length()).isEqualTo(22 * HOUR);
    assertThat(time.on(LocalDate.parse("2026-05-18")).length()).isEqualTo(45 * HOUR / 2);
    assertThat(time.contains(Instant.parse("2026-05-18T10:00:00Z"))).isFalse();
    assertThat(time.contains(Instant.parse("2026-05-18T11:30:00Z"))).isTrue();
    assertThat(time.length(Term.of("2026-05-16", "2026-05-18"))).isEqualTo(133 * HOUR / 2);
  }

  @Test
  void hours_that_overlap_are_refused() {
    assertThatThrownBy(
            () ->
                new ServiceCalendar(
                    BERLIN,
                    Map.of(
                        DayOfWeek.MONDAY,
                        List.of(hours("08:00", "12:00"), hours("11:00", "18:00"))),
                    new TreeSet<>()))
        .hasMessageContaining("MONDAY overlap");
  }

  /** The oracle holds every moment in a table. */
  @Test
  void spans_are_sets_of_moments() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      boolean[] one = new boolean[40];
      boolean[] other = new boolean[40];
      Spans a = spans(random, one);
      Spans b = spans(random, other);

      for (int moment = 0; moment < 40; moment++) {
        String at = "seed " + seed + ", moment " + moment;
        boolean x = one[moment];
        boolean y = other[moment];
        assertThat(a.contains(moment)).as(at).isEqualTo(x);
        assertThat(a.or(b).contains(moment)).as(at).isEqualTo(x || y);
        assertThat(a.and(b).contains(moment)).as(at).isEqualTo(x && y);
        assertThat(a.without(b).contains(moment)).as(at).isEqualTo(x && !y);
      }
      assertThat(Spans.ofBounds(a.bounds())).isEqualTo(a);
      assertThat(Spans.of(a.list())).isEqualTo(a);
      assertThat(a.or(b).length() + a.and(b).length()).isEqualTo(a.length() + b.length());
    }
  }

  private static Spans spans(Random random, boolean[] moments) {
    List<Spans.Span> spans = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(39);
      int until = from + 1 + random.nextInt(Math.min(8, 40 - from - 1));
      spans.add(new Spans.Span(from, until));
      for (int m = from; m < until; m++) {
        moments[m] = true;
      }
    }
    return Spans.of(spans);
  }
}
