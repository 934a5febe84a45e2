package org.concordat.server.agreements.pages;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.server.web.Surroundings;

/** When a service is owed, in sentences. */
public final class CalendarWords {
  private CalendarWords() {}

  /** The hours of service: days that are alike together, the zone at the end of the first. */
  public static List<String> hours(Surroundings here, ServiceCalendar calendar) {
    String zone = zone(calendar.zone());
    if (calendar.hours().equals(ServiceCalendar.ALWAYS.hours())) {
      return List.of(here.text("agreements.calendar.always", zone));
    }
    List<String> lines = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean isLast =
          day == DayOfWeek.SUNDAY || !open(calendar, day.plus(1)).equals(open(calendar, day));
      if (isLast) {
        String days = first == day ? name(here, day) : name(here, first) + " – " + name(here, day);
        List<OpenHours> hours = open(calendar, day);
        lines.add(
            days
                + ": "
                + (hours.isEmpty()
                    ? here.text("agreements.calendar.closed")
                    : hours.stream()
                        .map(each -> each.toString().replace("-", " – "))
                        .collect(Collectors.joining(", "))));
        first = day.plus(1);
      }
    }
    lines.add(here.text("agreements.calendar.zone", zone));
    return lines;
  }

  /** What a zone is called; the one without an offset has a letter for its id. */
  static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static List<OpenHours> open(ServiceCalendar calendar, DayOfWeek day) {
    return calendar.hours().getOrDefault(day, List.of());
  }

  /** A day of the week. */
  public static String name(Surroundings here, DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, here.locale());
  }

  /** The days on which nothing is owed; empty when there are none. */
  public static String holidays(Surroundings here, ServiceCalendar calendar) {
    return calendar.holidays().stream().map(here::day).collect(Collectors.joining("; "));
  }

  /** Each maintenance window. */
  public static List<String> maintenance(Surroundings here, Agreement document) {
    ZoneId zone = document.calendar().zone();
    return document.maintenance().stream()
        .map(
            window ->
                switch (window) {
                  case MaintenanceWindow.Weekly(var day, var start, var length) ->
                      here.text(
                          "agreements.calendar.weekly",
                          name(here, day),
                          time(here, start),
                          Amounts.time(here, length));
                  case MaintenanceWindow.Once(var from, var until) ->
                      moment(here, from.atZone(zone)) + " – " + moment(here, until.atZone(zone));
                })
        .toList();
  }

  private static String time(Surroundings here, LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(here.locale())
        .format(time);
  }

  private static String moment(Surroundings here, java.time.ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(here.locale())
        .format(moment);
  }
}
