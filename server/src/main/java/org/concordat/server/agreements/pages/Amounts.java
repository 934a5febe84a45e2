package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.Surroundings;

/** Prices, values and targets as people read them. */
public final class Amounts {
  private static final int DECIMALS = 4;

  private Amounts() {}

  /** An amount of money. */
  public static String money(Surroundings here, Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(here.locale());
    try {
      format.setCurrency(Currency.getInstance(money.currency()));
    } catch (IllegalArgumentException _) {
      return number(here.locale(), money.amount()) + " " + money.currency();
    }
    return format.format(money.amount());
  }

  private static String number(Locale locale, BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(number);
  }

  /** How much of something is bought. */
  public static String quantity(Surroundings here, BigDecimal quantity) {
    return number(here.locale(), quantity);
  }

  /** A value of a measure. */
  public static String value(Surroundings here, Measure measure, BigDecimal value) {
    return switch (measure.scale()) {
      case SHARE -> {
        NumberFormat percent = NumberFormat.getPercentInstance(here.locale());
        percent.setMaximumFractionDigits(DECIMALS);
        yield percent.format(value);
      }
      case SECONDS -> here.text("agreements.seconds", number(here.locale(), value));
      case COUNT, AS_SAMPLED -> number(here.locale(), value);
    };
  }

  /** What a target asks, in one phrase. */
  public static String target(Surroundings here, TargetTerms terms) {
    return here.text(
        "agreements.target.phrase",
        measure(here, terms.measure()),
        here.text("agreements.direction." + Words.of(terms.direction())),
        value(here, terms.measure(), terms.threshold()),
        window(here, terms.window()));
  }

  /** What is measured. */
  public static String measure(Surroundings here, Measure measure) {
    return switch (measure) {
      case Measure.SuccessRatio _ -> here.text("agreements.measure.successRatio");
      case Measure.Availability _ -> here.text("agreements.measure.availability");
      case Measure.WithinTime(var limit) ->
          here.text("agreements.measure.withinTime", time(here, limit));
      case Measure.LongestTime _ -> here.text("agreements.measure.longestTime");
      case Measure.Occurrences _ -> here.text("agreements.measure.occurrences");
      case Measure.SampleMean _ -> here.text("agreements.measure.sampleMean");
      case Measure.WorstSample _ -> here.text("agreements.measure.worstSample");
      case Measure.SamplesWithin(var good, var limit) ->
          here.text(
              "agreements.measure.samplesWithin",
              here.text("agreements.direction." + Words.of(good)),
              number(here.locale(), limit));
    };
  }

  /** A length of time in the largest unit that it is a whole number of. */
  static String time(Surroundings here, Duration time) {
    if (time.equals(Duration.ofDays(time.toDays()))) {
      return here.counted("agreements.days", time.toDays());
    }
    if (time.equals(Duration.ofHours(time.toHours()))) {
      return here.counted("agreements.hours", time.toHours());
    }
    return time.equals(Duration.ofMinutes(time.toMinutes()))
        ? here.counted("agreements.minutes", time.toMinutes())
        : here.text(
            "agreements.seconds", number(here.locale(), BigDecimal.valueOf(time.toMillis(), 3)));
  }

  private static String window(Surroundings here, Window window) {
    return switch (window) {
      case Window.CalendarMonth _ -> here.text("agreements.window.month");
      case Window.CalendarQuarter _ -> here.text("agreements.window.quarter");
      case Window.RollingDays(int days) -> here.text("agreements.window.days", days);
    };
  }
}
