package org.concordat.server.agreements.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.formats.yaml.Words;

/**
 * When a service is owed, as its form has it: all texts, right or wrong.
 *
 * @param always whether it is owed around the clock; the hours then say nothing
 * @param hours by day of the week, such as {@code 08:00-12:00, 13:00-17:00}
 * @param holidays one on each line
 */
public record CalendarForm(
    String zone,
    boolean always,
    Map<DayOfWeek, String> hours,
    String holidays,
    List<WeeklyForm> weekly,
    List<OnceForm> once) {
  /** The zones that the form proposes; any other may be typed. */
  public static final List<String> ZONES =
      Stream.concat(
              Stream.of("UTC"),
              ZoneId.getAvailableZoneIds().stream()
                  .filter(zone -> zone.startsWith("Europe/"))
                  .sorted())
          .toList();

  private static final int MOST = 50;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final String USUAL = "08:00-18:00";

  public CalendarForm {
    hours = new EnumMap<>(hours);
    weekly = List.copyOf(weekly);
    once = List.copyOf(once);
  }

  /** Maintenance every week. */
  public record WeeklyForm(String day, String at, String length, String lengthUnit) {}

  /** Maintenance once, by the clock of the zone. */
  public record OnceForm(String from, String until) {}

  /** The calendar and the windows that there are. */
  static CalendarForm of(ServiceCalendar calendar, List<MaintenanceWindow> maintenance) {
    boolean always = calendar.hours().equals(ServiceCalendar.ALWAYS.hours());
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(
          day,
          always
              ? day.getValue() <= DayOfWeek.FRIDAY.getValue() ? USUAL : ""
              : calendar.hours().getOrDefault(day, List.of()).stream()
                  .map(OpenHours::toString)
                  .collect(Collectors.joining(", ")));
    }
    List<WeeklyForm> weekly = new ArrayList<>();
    List<OnceForm> once = new ArrayList<>();
    for (MaintenanceWindow window : maintenance) {
      switch (window) {
        case MaintenanceWindow.Weekly(var day, var start, var length) -> {
          FieldReader.TimeUnit unit = FieldReader.TimeUnit.of(length);
          weekly.add(
              new WeeklyForm(Words.of(day), start.toString(), unit.count(length), Words.of(unit)));
        }
        case MaintenanceWindow.Once(var from, var until) ->
            once.add(new OnceForm(local(from, calendar.zone()), local(until, calendar.zone())));
      }
    }
    return new CalendarForm(
        CalendarWords.zone(calendar.zone()),
        always,
        hours,
        calendar.holidays().stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
        weekly,
        once);
  }

  private static String local(Instant moment, ZoneId zone) {
    return MINUTE.format(moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES));
  }

  /** The form as it was sent. */
  static CalendarForm of(Fields fields) {
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, fields.text("hours." + Words.of(day)));
    }
    List<WeeklyForm> weekly = new ArrayList<>();
    for (int i = 0; i < MOST && fields.has("weekly." + i + ".at"); i++) {
      String at = "weekly." + i + ".";
      weekly.add(
          new WeeklyForm(
              fields.text(at + "day"),
              fields.text(at + "at"),
              fields.text(at + "length"),
              fields.text(at + "lengthUnit")));
    }
    List<OnceForm> once = new ArrayList<>();
    for (int i = 0; i < MOST && fields.has("once." + i + ".from"); i++) {
      once.add(
          new OnceForm(fields.text("once." + i + ".from"), fields.text("once." + i + ".until")));
    }
    return new CalendarForm(
        fields.text("zone"),
        !fields.text("open").equals("hours"),
        hours,
        fields.text("holidays"),
        weekly,
        once);
  }

  /**
   * The form after one of its small buttons: {@code add.weekly}, {@code add.once}, {@code
   * remove.weekly.0}, {@code remove.once.0}.
   */
  CalendarForm after(String action) {
    List<WeeklyForm> weeks = new ArrayList<>(weekly);
    List<OnceForm> moments = new ArrayList<>(once);
    String number = action.substring(action.lastIndexOf('.') + 1);
    int at = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : MOST;
    if (action.equals("add.weekly") && weeks.size() < MOST) {
      weeks.add(new WeeklyForm("sunday", "02:00", "2", "hours"));
    } else if (action.equals("add.once") && moments.size() < MOST) {
      moments.add(new OnceForm("", ""));
    } else if (action.startsWith("remove.weekly.") && at < weeks.size()) {
      weeks.remove(at);
    } else if (action.startsWith("remove.once.") && at < moments.size()) {
      moments.remove(at);
    }
    return new CalendarForm(zone, always, hours, holidays, weeks, moments);
  }
}
