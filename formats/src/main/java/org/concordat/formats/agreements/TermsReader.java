package org.concordat.formats.agreements;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.agreements.BillingPeriod;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Direction;
import org.concordat.core.agreements.Exclusion;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Numbers;
import org.concordat.core.agreements.Obligation;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the parts that agreements and service catalogues have in common. */
final class TermsReader {
  /** What a list of texts looks like. */
  static final String TEXTS = "[a, b]";

  static final List<String> TARGET_KEYS =
      List.of(
          "measure", "direction", "threshold", "window", "method", "minimum-records", "credits");

  private static final List<String> MEASURES =
      List.of(
          "success-ratio",
          "availability",
          "within-time",
          "longest-time",
          "occurrences",
          "sample-mean",
          "worst-sample",
          "samples-within");
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,2}) days");

  private final SourceProblems problems;
  private final ImpactScale scale;

  TermsReader(SourceProblems problems, ImpactScale scale) {
    this.problems = problems;
    this.scale = scale;
  }

  EntryReader entry(YamlNode node, KeyPath path, List<String> keys) {
    return node instanceof YamlNode.Mapping mapping
        ? new EntryReader(mapping, path, keys, problems)
        : EntryReader.ofNothing(node, path, keys, problems);
  }

  /** What a reader makes of each entry of a list; what cannot be made is left out and reported. */
  <T> List<T> list(
      EntryReader from, String key, List<String> keys, Function<EntryReader, @Nullable T> make) {
    YamlNode.Sequence list = from.list(key, "one with entries that have " + keys.getFirst());
    List<T> made = new ArrayList<>();
    if (list != null) {
      for (int i = 0; i < list.items().size(); i++) {
        EntryReader entry = entry(list.items().get(i), from.path(key).item(i), keys);
        T value = make.apply(entry);
        from.joinBroken(entry);
        if (value != null) {
          made.add(value);
        }
      }
    }
    return made;
  }

  /** Makes a value of an entry that could be read, and reports what the value itself refuses. */
  static <T> @Nullable T make(EntryReader entry, Supplier<T> maker) {
    if (entry.isBroken()) {
      return null;
    }
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      entry.reportWhole(String.valueOf(e.getMessage()), null);
      return null;
    }
  }

  BigDecimal number(EntryReader entry, String key, @Nullable BigDecimal otherwise) {
    if (otherwise == null) {
      entry.require(key, "write a number such as 0.995");
    }
    BigDecimal number =
        entry.parsed(key, "a number", TermsReader::parseNumber, _ -> "write it like 0.995 or 1200");
    return number != null ? number : otherwise != null ? otherwise : BigDecimal.ONE;
  }

  static Optional<BigDecimal> parseNumber(String text) {
    if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Numbers.plain(new BigDecimal(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Nullable Level level(EntryReader entry, String key) {
    return entry.parsed(
        key,
        "a level of the scale",
        scale::level,
        _ -> "the levels are " + String.join(", ", scale.names()));
  }

  Level requiredLevel(EntryReader entry, String key) {
    entry.require(key, "the levels are " + String.join(", ", scale.names()));
    Level level = level(entry, key);
    return level == null ? Level.of(1) : level;
  }

  <E extends Enum<E>> E requiredWord(EntryReader entry, Class<E> type, String key, E otherwise) {
    entry.require(key, "write such as " + org.concordat.formats.yaml.Words.of(otherwise));
    E word = entry.word(type, key, "one of the words that are known here");
    return word == null ? otherwise : word;
  }

  static Duration duration(EntryReader entry, String key) {
    entry.require(key, "write a time such as PT4H or P2D");
    Duration duration =
        entry.parsed(
            key, "a length of time", TermsReader::parseDuration, _ -> "write such as PT4H or P2D");
    return duration == null ? Duration.ofHours(1) : duration;
  }

  private static Optional<Duration> parseDuration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  static Optional<Instant> parseInstant(String text) {
    try {
      return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Instant instant(EntryReader entry, String key) {
    String example = "write such as 2026-03-02T09:30:00Z";
    entry.require(key, example);
    Instant instant = entry.parsed(key, "a moment", TermsReader::parseInstant, _ -> example);
    return instant == null ? Instant.EPOCH : instant;
  }

  @Nullable Price price(EntryReader entry, String currency) {
    YamlNode.Mapping node = entry.mapping("price", "{per-unit: 100, unit: system, period: month}");
    if (!entry.require("price", "write {per-unit: 100, unit: system, period: month}")
        || node == null) {
      return null;
    }
    EntryReader price =
        new EntryReader(
            node,
            entry.path("price"),
            List.of("per-unit", "unit", "period", "once", "currency"),
            problems);
    BigDecimal perUnit = number(price, "per-unit", null);
    BigDecimal once = number(price, "once", BigDecimal.ZERO);
    String unit = price.requiredText("unit", "say what is counted, such as system");
    BillingPeriod period = requiredWord(price, BillingPeriod.class, "period", BillingPeriod.MONTH);
    String own = price.text("currency");
    String in = own == null ? currency : own;
    Price made =
        make(price, () -> new Price(new Money(perUnit, in), unit, period, new Money(once, in)));
    entry.joinBroken(price);
    return made;
  }

  @Nullable TargetTerms terms(EntryReader entry) {
    Measure measure = measure(entry);
    Direction direction = requiredWord(entry, Direction.class, "direction", Direction.AT_LEAST);
    BigDecimal threshold = number(entry, "threshold", null);
    entry.require("window", "write month, quarter, or such as 28 days");
    Window window =
        entry.parsed(
            "window",
            "a window",
            TermsReader::parseWindow,
            _ -> "write month, quarter, or such as 28 days");
    String method = entry.requiredText("method", "say how it is measured");
    Integer minimum = entry.count("minimum-records");
    List<CreditTier> credits =
        list(
            entry,
            "credits",
            List.of("worse-than", "part"),
            c -> {
              BigDecimal worse = number(c, "worse-than", null);
              BigDecimal part = number(c, "part", null);
              return make(c, () -> new CreditTier(worse, part));
            });
    return measure == null || window == null
        ? null
        : make(
            entry,
            () ->
                new TargetTerms(
                    measure,
                    direction,
                    threshold,
                    window,
                    method,
                    minimum == null ? 1 : minimum,
                    credits));
  }

  private static Optional<Window> parseWindow(String text) {
    Matcher days = DAYS.matcher(text);
    return switch (text) {
      case "month" -> Optional.of(new Window.CalendarMonth());
      case "quarter" -> Optional.of(new Window.CalendarQuarter());
      default ->
          days.matches() && Integer.parseInt(days.group(1)) <= Window.MOST_DAYS
              ? Optional.of(new Window.RollingDays(Integer.parseInt(days.group(1))))
              : Optional.empty();
    };
  }

  private @Nullable Measure measure(EntryReader entry) {
    String remedy = "write {kind: availability}; kinds are " + String.join(", ", MEASURES);
    if (!entry.require("measure", remedy)) {
      return null;
    }
    YamlNode.Mapping node = entry.mapping("measure", "{kind: availability}");
    if (node == null) {
      return null;
    }
    EntryReader reader =
        new EntryReader(node, entry.path("measure"), List.of("kind", "limit", "good"), problems);
    reader.require("kind", remedy);
    String kind =
        reader.parsed(
            "kind",
            "a measure",
            t -> Optional.of(t).filter(MEASURES::contains),
            _ -> "kinds are " + String.join(", ", MEASURES));
    Measure measure = kind == null ? null : make(reader, () -> measure(kind, reader));
    entry.joinBroken(reader);
    return measure;
  }

  private Measure measure(String kind, EntryReader reader) {
    return switch (kind) {
      case "success-ratio" -> new Measure.SuccessRatio();
      case "availability" -> new Measure.Availability();
      case "within-time" -> new Measure.WithinTime(duration(reader, "limit"));
      case "longest-time" -> new Measure.LongestTime();
      case "occurrences" -> new Measure.Occurrences();
      case "sample-mean" -> new Measure.SampleMean();
      case "worst-sample" -> new Measure.WorstSample();
      default ->
          new Measure.SamplesWithin(
              requiredWord(reader, Direction.class, "good", Direction.AT_MOST),
              number(reader, "limit", null));
    };
  }

  List<Obligation> obligations(EntryReader from) {
    return list(
        from,
        "obligations",
        List.of("id", "side", "text"),
        o -> {
          String id = o.requiredIdentifier("id", () -> "?");
          Side side = requiredWord(o, Side.class, "side", Side.DEMAND);
          String text = o.requiredText("text", "say what the side has to do");
          return make(o, () -> new Obligation(id, side, text));
        });
  }

  List<Exclusion> exclusions(EntryReader from) {
    return list(
        from,
        "exclusions",
        List.of("id", "text"),
        e -> {
          String id = e.requiredIdentifier("id", () -> "?");
          String text = e.requiredText("text", "say what is not covered");
          return make(e, () -> new Exclusion(id, text));
        });
  }
}
