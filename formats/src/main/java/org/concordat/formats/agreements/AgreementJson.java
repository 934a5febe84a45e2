package org.concordat.formats.agreements;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.digests.Sha256;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as JSON, whose canonical form is what both sides sign. Equal agreements have equal
 * bytes. {@link AgreementReader} reads it again.
 */
public final class AgreementJson {
  /** The version of the format. */
  public static final int VERSION = 1;

  private final ImpactScale scale;

  private AgreementJson(ImpactScale scale) {
    this.scale = scale;
  }

  /** The document. */
  public static JsonValue.Members of(Agreement agreement) {
    return new AgreementJson(agreement.scale()).document(agreement);
  }

  /** The canonical document (RFC 8785) in UTF-8. */
  public static byte[] canonical(Agreement agreement) {
    return of(agreement).canonical();
  }

  /** The SHA-256 of the canonical document: the challenge of a signature. */
  public static byte[] digest(Agreement agreement) {
    return Sha256.of(canonical(agreement));
  }

  /** The same as 64 hexadecimal digits. */
  public static String digestText(Agreement agreement) {
    return Sha256.hex(canonical(agreement));
  }

  private JsonValue.Members document(Agreement a) {
    return JsonValue.object()
        .whole("concordat-agreement", VERSION)
        .text("id", a.id())
        .whole("version", a.version())
        .text("organisation", a.organisation())
        .text("unit", a.unit())
        .text("unit-name", a.unitName())
        .text("supplier", a.supplier())
        .text("title", a.title())
        .texts("scale", scale.names())
        .text("currency", a.currency())
        .text("from", a.term().from().toString())
        .text("until", a.term().until().toString())
        .text("review-on", a.reviewOn().toString())
        .whole("grace-days", a.graceDays())
        .value("calendar", calendar(a.calendar()))
        .items("maintenance", a.maintenance().stream().map(AgreementJson::maintenance).toList())
        .items("lines", a.lines().stream().map(this::line).toList())
        .items(
            "obligations",
            a.obligations().stream()
                .map(
                    o ->
                        JsonValue.object()
                            .text("id", o.id())
                            .text("side", Words.of(o.side()))
                            .text("text", o.text())
                            .build())
                .toList())
        .items(
            "exclusions",
            a.exclusions().stream()
                .map(e -> JsonValue.object().text("id", e.id()).text("text", e.text()).build())
                .toList())
        .build();
  }

  static JsonValue.Members calendar(ServiceCalendar calendar) {
    JsonValue.Builder hours = JsonValue.object();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.texts(
          Words.of(day),
          calendar.hours().getOrDefault(day, List.of()).stream().map(OpenHours::toString).toList());
    }
    return JsonValue.object()
        .text("zone", calendar.zone().getId())
        .value("hours", hours.build())
        .texts("holidays", calendar.holidays().stream().map(LocalDate::toString).toList())
        .build();
  }

  private static JsonValue.Members maintenance(MaintenanceWindow window) {
    return switch (window) {
      case MaintenanceWindow.Once(var from, var until) ->
          JsonValue.object().text("from", from.toString()).text("until", until.toString()).build();
      case MaintenanceWindow.Weekly(var day, var start, var length) ->
          JsonValue.object()
              .text("every", Words.of(day))
              .text("at", start.toString())
              .text("for", length.toString())
              .build();
    };
  }

  private JsonValue.Members line(AgreementLine line) {
    return JsonValue.object()
        .text("id", line.id())
        .text("requirement", line.requirement().id())
        .text("needed", name(line.needed()))
        .value("served", served(line.provision()))
        .value("included", included(line.provision()))
        .items("targets", line.targets().stream().map(AgreementJson::target).toList())
        .texts("carried-by", line.carriedBy())
        .texts("goals", line.goals())
        .text("because", line.because())
        .build();
  }

  private @Nullable String name(@Nullable Level level) {
    return level == null ? null : scale.name(level);
  }

  private @Nullable JsonValue served(Provision provision) {
    return provision instanceof Provision.Served s
        ? JsonValue.object()
            .text("service", s.service())
            .text("level", s.level())
            .text("protection", scale.name(s.protection()))
            .decimal("quantity", s.quantity())
            .value("price", price(s.price()))
            .build()
        : null;
  }

  private @Nullable JsonValue included(Provision provision) {
    return provision instanceof Provision.Included i
        ? JsonValue.object()
            .text("line", i.line())
            .text("protection", scale.name(i.protection()))
            .build()
        : null;
  }

  /** In the agreement's currency, which is not repeated where it is the same. */
  private static JsonValue.Members price(Price price) {
    return JsonValue.object()
        .decimal("per-unit", price.perUnit().amount())
        .text("unit", price.unitOfMeasure())
        .text("period", Words.of(price.period()))
        .decimal("once", price.once().amount())
        .text("currency", price.currency())
        .build();
  }

  private static JsonValue.Members target(Target target) {
    TargetTerms terms = target.terms();
    return JsonValue.object()
        .text("id", target.id())
        .value("measure", measure(terms.measure()))
        .text("direction", Words.of(terms.direction()))
        .decimal("threshold", terms.threshold())
        .text("window", window(terms.window()))
        .text("method", terms.method())
        .whole("minimum-records", terms.minimumRecords())
        .items(
            "credits",
            terms.credits().stream()
                .map(
                    c ->
                        JsonValue.object()
                            .decimal("worse-than", c.worseThan())
                            .decimal("part", c.part())
                            .build())
                .toList())
        .build();
  }

  private static JsonValue measure(Measure measure) {
    String kind = kind(measure);
    return switch (measure) {
      case Measure.WithinTime(var limit) ->
          JsonValue.object().text("kind", kind).text("limit", limit.toString()).build();
      case Measure.SamplesWithin(var good, var limit) ->
          JsonValue.object()
              .text("kind", kind)
              .text("good", Words.of(good))
              .decimal("limit", limit)
              .build();
      case Measure.SuccessRatio _,
          Measure.Availability _,
          Measure.LongestTime _,
          Measure.Occurrences _,
          Measure.SampleMean _,
          Measure.WorstSample _ ->
          JsonValue.object().text("kind", kind).build();
    };
  }

  /** The word of a measure, such as {@code success-ratio}. */
  public static String kind(Measure measure) {
    return measure
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** A window as people write it: {@code month}, {@code quarter}, {@code 28 days}. */
  public static String window(Window window) {
    return switch (window) {
      case Window.CalendarMonth _ -> "month";
      case Window.CalendarQuarter _ -> "quarter";
      case Window.RollingDays(int days) -> days + " days";
    };
  }
}
