package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.agreements.BillingPeriod;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.formats.yaml.Words;
import org.concordat.server.alignment.NewId;
import org.jspecify.annotations.Nullable;

/** Makes a service of its form, or tells what is wrong at which field. */
final class ServiceReading {
  private final ServiceForm form;
  private final FieldReader read;
  private final FormProblems problems;
  private final ImpactScale scale;
  private final String currency;

  private ServiceReading(
      ServiceForm form, Fields fields, FormProblems problems, ImpactScale scale, String currency) {
    this.form = form;
    this.read = new FieldReader(fields, problems);
    this.problems = problems;
    this.scale = scale;
    this.currency = currency;
  }

  /**
   * Reads a form.
   *
   * @param id the service's id, or empty for a new one
   * @param taken the ids of the other services
   * @return null when something is wrong, which the problems then tell
   */
  static @Nullable SecurityService of(
      Fields fields,
      String id,
      Set<String> taken,
      ImpactScale scale,
      String currency,
      FormProblems problems) {
    return new ServiceReading(ServiceForm.of(fields), fields, problems, scale, currency)
        .service(id, taken);
  }

  private @Nullable SecurityService service(String present, Set<String> taken) {
    String name = read.line("name");
    String id = present.isEmpty() ? newId(name, taken) : present;
    if (form.properties().isEmpty()) {
      problems.add("properties", "oneAtLeast");
    }
    Set<AssetKind> kinds = new HashSet<>();
    form.kinds().forEach(word -> Words.find(AssetKind.class, word).ifPresent(kinds::add));
    List<ServiceLevel> levels = levels();
    if (!problems.isEmpty()) {
      return null;
    }
    return read.made(
            "name",
            "service",
            () ->
                new SecurityService(
                    id,
                    name,
                    form.description().isEmpty() ? null : form.description(),
                    form.properties(),
                    kinds,
                    levels))
        .orElse(null);
  }

  private String newId(String name, Set<String> taken) {
    String said = form.id();
    if (said.isEmpty()) {
      return NewId.of("", name, taken::contains);
    }
    if (!Identifier.isValid(said)) {
      problems.add("id", "id");
    } else if (taken.contains(said)) {
      problems.add("id", "taken");
    }
    return said;
  }

  private List<ServiceLevel> levels() {
    if (form.levels().isEmpty()) {
      problems.add("levels", "oneAtLeast");
    }
    Set<String> ids = new HashSet<>();
    form.levels().forEach(level -> ids.add(level.id()));
    Map<Integer, String> protections = new HashMap<>();
    List<ServiceLevel> levels = new ArrayList<>();
    for (int i = 0; i < form.levels().size(); i++) {
      String at = "level." + i + ".";
      int protection = read.whole(at + "protection", 1, scale.size(), 1);
      if (protections.put(protection, at) != null) {
        problems.add(at + "protection", "protectionTwice");
      }
      level(form.levels().get(i), at, protection, ids).ifPresent(levels::add);
    }
    levels.sort(Comparator.comparing(ServiceLevel::protection));
    return levels;
  }

  private Optional<ServiceLevel> level(
      ServiceForm.LevelForm level, String at, int protection, Set<String> ids) {
    String name = read.line(at + "name");
    String id =
        level.id().isEmpty() || !Identifier.isValid(level.id())
            ? NewId.of("", name, ids::contains)
            : level.id();
    ids.add(id);
    Money perUnit = read.money(at + "perUnit", currency, null);
    Money once = read.money(at + "once", currency, Money.none(currency));
    String unit = read.line(at + "unit");
    BillingPeriod period = read.word(at + "period", BillingPeriod.class, BillingPeriod.MONTH);
    List<TargetTerms> targets = new ArrayList<>();
    for (int i = 0; i < level.targets().size(); i++) {
      terms(level.targets().get(i), at + "target." + i + ".").ifPresent(targets::add);
    }
    if (name.isEmpty() || unit.isEmpty() || problems.hasWithin(at)) {
      return Optional.empty();
    }
    return read.made(
        at + "name",
        "service",
        () ->
            new ServiceLevel(
                id, name, Level.of(protection), new Price(perUnit, unit, period, once), targets));
  }

  private Optional<TargetTerms> terms(ServiceForm.TargetForm target, String at) {
    Optional<Measure> measure = measure(target, at);
    Direction direction = read.word(at + "direction", Direction.class, Direction.AT_LEAST);
    Window window = window(target, at);
    String method = read.paragraph(at + "method");
    int minimum = read.whole(at + "minimum", 1, 1_000_000, 1);
    if (measure.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> threshold = read.value(at + "threshold", measure.get());
    List<CreditTier> credits = new ArrayList<>();
    for (int i = 0; i < target.credits().size(); i++) {
      String tier = at + "credit." + i + ".";
      Optional<BigDecimal> worse = read.value(tier + "worse", measure.get());
      Optional<BigDecimal> part = read.percent(tier + "part");
      if (worse.isPresent() && part.isPresent()) {
        read.made(tier + "part", "creditPart", () -> new CreditTier(worse.get(), part.get()))
            .ifPresent(credits::add);
      }
    }
    if (threshold.isEmpty() || method.isEmpty() || problems.hasWithin(at)) {
      return Optional.empty();
    }
    return read.made(
        credits.isEmpty() ? at + "threshold" : at + "credit.0.worse",
        credits.isEmpty() ? "number" : "credits",
        () ->
            new TargetTerms(
                measure.get(), direction, threshold.get(), window, method, minimum, credits));
  }

  private Window window(ServiceForm.TargetForm target, String at) {
    return switch (target.window()) {
      case "month" -> new Window.CalendarMonth();
      case "quarter" -> new Window.CalendarQuarter();
      default -> new Window.RollingDays(read.whole(at + "days", 1, Window.MOST_DAYS, 28));
    };
  }

  private Optional<Measure> measure(ServiceForm.TargetForm target, String at) {
    return switch (target.kind()) {
      case "success-ratio" -> Optional.of(new Measure.SuccessRatio());
      case "availability" -> Optional.of(new Measure.Availability());
      case "within-time" -> {
        Optional<Duration> limit = read.time(at + "limit", at + "limitUnit");
        yield limit.map(Measure.WithinTime::new);
      }
      case "longest-time" -> Optional.of(new Measure.LongestTime());
      case "occurrences" -> Optional.of(new Measure.Occurrences());
      case "sample-mean" -> Optional.of(new Measure.SampleMean());
      case "worst-sample" -> Optional.of(new Measure.WorstSample());
      case "samples-within" -> {
        Direction good = read.word(at + "good", Direction.class, Direction.AT_MOST);
        yield read.number(at + "limit").map(limit -> new Measure.SamplesWithin(good, limit));
      }
      default -> {
        problems.add(at + "kind", "choice");
        yield Optional.empty();
      }
    };
  }
}
