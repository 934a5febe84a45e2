package org.concordat.server.agreements.pages;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.formats.yaml.Words;

/**
 * Makes a calendar and maintenance windows of a form. What is wrong is told at its field, and what
 * was there before stays in its place.
 */
final class CalendarReading {
  private static final Pattern HOURS =
      Pattern.compile("([0-9]{1,2}:[0-9]{2})\\s*[-–]\\s*([0-9]{1,2}:[0-9]{2})");

  private final FieldReader read;
  private final FormProblems problems;

  CalendarReading(FieldReader read, FormProblems problems) {
    this.read = read;
    this.problems = problems;
  }

  /** The calendar. */
  ServiceCalendar calendar(ServiceCalendar before) {
    ZoneId zone = zone(before.zone());
    TreeSet<java.time.LocalDate> holidays = new TreeSet<>(read.days("holidays"));
    if (!read.fields().text("open").equals("hours")) {
      return new ServiceCalendar(zone, ServiceCalendar.ALWAYS.hours(), holidays);
    }
    Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, hours("hours." + Words.of(day)));
    }
    if (hours.values().stream().allMatch(List::isEmpty)) {
      problems.add("hours.monday", "openOnce");
      return before;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpenHours> one = hours.getOrDefault(day, List.of());
      if (!one.isEmpty()) {
        read.made(
            "hours." + Words.of(day),
            "hoursOverlap",
            () -> new ServiceCalendar(zone, Map.of(day, one), new TreeSet<>()));
      }
    }
    return problems.hasWithin("hours.") ? before : new ServiceCalendar(zone, hours, holidays);
  }

  private ZoneId zone(ZoneId before) {
    String said = read.fields().text("zone");
    try {
      return said.equals(CalendarWords.zone(before)) ? before : ZoneId.of(said);
    } catch (DateTimeException _) {
      problems.add("zone", "zone");
      return before;
    }
  }

  private List<OpenHours> hours(String field) {
    List<OpenHours> hours = new ArrayList<>();
    for (String text : read.fields().text(field).split("[,;]", -1)) {
      if (!text.isBlank()) {
        Matcher range = HOURS.matcher(text.strip());
        Optional<OpenHours> open =
            range.matches()
                ? read.made(
                    field, "hours", () -> new OpenHours(time(range.group(1)), time(range.group(2))))
                : Optional.empty();
        open.ifPresent(hours::add);
        if (open.isEmpty()) {
          problems.add(field, "hours");
        }
      }
    }
    return hours;
  }

  /** A time of day; 24:00 is the end of the day, and for {@link OpenHours} midnight. */
  private static LocalTime time(String text) {
    try {
      return text.equals("24:00")
          ? LocalTime.MIDNIGHT
          : LocalTime.parse(text.length() < 5 ? "0" + text : text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The maintenance windows; a row that nobody has filled is none. */
  List<MaintenanceWindow> maintenance(ZoneId zone) {
    CalendarForm form = CalendarForm.of(read.fields());
    List<MaintenanceWindow> windows = new ArrayList<>();
    for (int i = 0; i < form.weekly().size(); i++) {
      weekly("weekly." + i + ".").ifPresent(windows::add);
    }
    for (int i = 0; i < form.once().size(); i++) {
      CalendarForm.OnceForm row = form.once().get(i);
      if (!row.from().isEmpty() || !row.until().isEmpty()) {
        once("once." + i + ".", zone).ifPresent(windows::add);
      }
    }
    return windows;
  }

  private Optional<MaintenanceWindow> weekly(String at) {
    DayOfWeek day = read.word(at + "day", DayOfWeek.class, DayOfWeek.SUNDAY);
    Optional<LocalTime> start =
        read.made(at + "at", "timeOfDay", () -> time(read.fields().text(at + "at")));
    Optional<Duration> length = read.time(at + "length", at + "lengthUnit");
    return start.isEmpty() || length.isEmpty()
        ? Optional.empty()
        : read.made(
            at + "length",
            "maintenance",
            () -> new MaintenanceWindow.Weekly(day, start.get(), length.get()));
  }

  private Optional<MaintenanceWindow> once(String at, ZoneId zone) {
    Optional<Instant> from = moment(at + "from", zone);
    Optional<Instant> until = moment(at + "until", zone);
    return from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : read.made(
            at + "until", "maintenance", () -> new MaintenanceWindow.Once(from.get(), until.get()));
  }

  private Optional<Instant> moment(String field, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(read.fields().text(field)).atZone(zone).toInstant());
    } catch (DateTimeParseException _) {
      problems.add(field, "moment");
      return Optional.empty();
    }
  }
}
