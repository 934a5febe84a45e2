package org.concordat.formats.openslo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Agreement.LineTarget;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.jspecify.annotations.Nullable;

/**
 * The targets of an agreement in OpenSLO (v1). What it has no words for is left out and told with
 * the reason: hours, holidays and maintenance; objectives that are no share of good events or good
 * time; objectives without any budget. Credits and the days of grace are not projected.
 *
 * @param objects kinds Service and SLO, as trees of maps, lists, texts, numbers and truth values
 * @param omitted targets that are not expressed
 */
public record OpenSloProjection(List<Map<String, Object>> objects, List<Omitted> omitted) {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_DESCRIPTION = 1_050;

  public OpenSloProjection {
    objects = List.copyOf(objects);
    omitted = List.copyOf(omitted);
  }

  /** A target that OpenSLO cannot express, and why. */
  public record Omitted(String target, String because) {}

  /** Projects an agreement. */
  public static OpenSloProjection of(Agreement agreement) {
    return new Projecting(agreement).project();
  }

  /** All objects as one text of YAML documents. */
  public String toYaml() {
    StringBuilder text = new StringBuilder();
    objects.forEach(o -> YamlText.document(o, text));
    return text.toString();
  }

  private static final class Projecting {
    private final Agreement agreement;
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private final List<Omitted> omitted = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final String service;

    Projecting(Agreement agreement) {
      this.agreement = agreement;
      this.service = name(agreement.id());
    }

    OpenSloProjection project() {
      agreement
          .targets()
          .forEach(
              t -> {
                String reason = obstacle(t.target().terms());
                if (reason == null) {
                  objects.add(objective(t));
                } else {
                  omitted.add(new Omitted(t.target().id(), reason));
                }
              });
      if (!objects.isEmpty()) {
        objects.addFirst(
            object(
                "Service",
                service,
                agreement.title(),
                Map.of("description", cut(agreement.supplier() + " for " + agreement.unitName()))));
      }
      return new OpenSloProjection(objects, omitted);
    }

    private @Nullable String obstacle(TargetTerms terms) {
      ServiceCalendar calendar = agreement.calendar();
      boolean isAlways =
          calendar.holidays().isEmpty()
              && calendar.hours().equals(ServiceCalendar.ALWAYS.hours())
              && agreement.maintenance().isEmpty();
      if (!isAlways) {
        return "OpenSLO knows no hours, holidays or maintenance that do not count";
      }
      String reason =
          switch (terms.measure()) {
            case Measure.SuccessRatio _,
                Measure.Availability _,
                Measure.WithinTime _,
                Measure.SamplesWithin _ ->
                null;
            case Measure.LongestTime _, Measure.WorstSample _ ->
                "OpenSLO knows no objective on a single worst value";
            case Measure.Occurrences _ -> "OpenSLO knows no objective on a number of events";
            case Measure.SampleMean _ -> "OpenSLO knows no objective on a mean";
          };
      if (reason != null) {
        return reason;
      }
      if (terms.direction() == Direction.AT_MOST) {
        return "OpenSLO knows no share that is to be at most something";
      }
      return terms.threshold().compareTo(BigDecimal.ONE) >= 0
          ? "OpenSLO takes targets below 1 only"
          : null;
    }

    private Map<String, Object> objective(LineTarget t) {
      TargetTerms terms = t.target().terms();
      String name = name(t.target().id());
      Map<String, Object> objective = new LinkedHashMap<>();
      Map<String, Object> metric = new LinkedHashMap<>();
      String budgeting = "Occurrences";
      Map<String, Object> indicator;
      switch (terms.measure()) {
        case Measure.Availability _ -> {
          // Every minute's share of time without an outage, averaged: the share of all time.
          metric.put("rawType", "success");
          metric.put("raw", source(t, "availability"));
          indicator = Map.of("ratioMetric", metric);
          budgeting = "RatioTimeslices";
          objective.put("timeSliceWindow", "1m");
        }
        case Measure.WithinTime(Duration limit) -> {
          indicator = Map.of("thresholdMetric", source(t, "seconds"));
          objective.put("op", "lte");
          objective.put("value", BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros());
        }
        case Measure.SamplesWithin(Direction good, BigDecimal limit) -> {
          indicator = Map.of("thresholdMetric", source(t, "value"));
          objective.put("op", good == Direction.AT_LEAST ? "gte" : "lte");
          objective.put("value", limit);
        }
        default -> {
          metric.put("counter", false);
          metric.put("good", source(t, "good"));
          metric.put("total", source(t, "total"));
          indicator = Map.of("ratioMetric", metric);
        }
      }
      objective.put("displayName", t.line().requirement().id());
      objective.put("target", terms.threshold());
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("description", cut(terms.method()));
      spec.put("service", service);
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("metadata", Map.of("name", name(t.target().id() + "-sli")));
      written.put("spec", indicator);
      spec.put("indicator", written);
      spec.put("timeWindow", List.of(window(terms.window())));
      spec.put("budgetingMethod", budgeting);
      spec.put("objectives", List.of(objective));
      return object("SLO", name, t.line().requirement().id(), spec);
    }

    private static Map<String, Object> source(LineTarget t, String reading) {
      Map<String, Object> spec = new LinkedHashMap<>();
      spec.put("target", t.target().id());
      spec.put("reading", reading);
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("type", "Concordat");
      source.put("spec", spec);
      return Map.of("metricSource", source);
    }

    private Map<String, Object> window(Window window) {
      Map<String, Object> written = new LinkedHashMap<>();
      switch (window) {
        case Window.RollingDays(int days) -> {
          written.put("duration", days + "d");
          written.put("isRolling", true);
        }
        case Window.CalendarMonth _ -> calendar("1M", written);
        case Window.CalendarQuarter _ -> calendar("1Q", written);
      }
      return written;
    }

    private void calendar(String duration, Map<String, Object> written) {
      Map<String, Object> start = new LinkedHashMap<>();
      boolean isQuarter = duration.endsWith("Q");
      var from = agreement.term().from().withDayOfMonth(1);
      from = isQuarter ? from.minusMonths((from.getMonthValue() - 1) % 3) : from;
      start.put("startTime", from + " 00:00:00");
      var zone = agreement.calendar().zone();
      start.put("timeZone", zone.equals(ZoneOffset.UTC) ? "Etc/UTC" : zone.getId());
      written.put("duration", duration);
      written.put("isRolling", false);
      written.put("calendar", start);
    }

    private static Map<String, Object> object(
        String kind, String name, String displayName, Map<String, Object> spec) {
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("name", name);
      metadata.put("displayName", displayName);
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("apiVersion", "openslo/v1");
      object.put("kind", kind);
      object.put("metadata", metadata);
      object.put("spec", spec);
      return object;
    }

    private static String cut(String text) {
      return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }

    /** A name as RFC 1123 has labels; ids that come to the same are numbered. */
    private String name(String id) {
      String plain =
          id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      for (int i = 1; ; i++) {
        String suffix = i == 1 ? "" : "-" + i;
        String start = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - suffix.length()));
        String name = start.replaceAll("-$", "") + suffix;
        if (names.add(name)) {
          return name;
        }
      }
    }
  }
}
