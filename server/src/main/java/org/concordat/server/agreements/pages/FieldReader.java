package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Numbers;
import org.concordat.core.agreements.Texts;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/** Reads the values that agreements are made of from forms. What is none is told at its field. */
final class FieldReader {
  /** Shares stand in forms in percent. */
  private static final BigDecimal PERCENT = new BigDecimal(100);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final List<DateTimeFormatter> DAYS =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu"));

  private final Fields fields;
  private final FormProblems problems;

  FieldReader(Fields fields, FormProblems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  Fields fields() {
    return fields;
  }

  /** A name on one line, or the empty text when it is none. */
  String line(String field) {
    String text = fields.text(field);
    if (text.isEmpty()) {
      problems.add(field, "missing");
    } else if (text.length() > Texts.LINE) {
      problems.add(field, "long", Texts.LINE);
    }
    return text;
  }

  /** A paragraph, or the empty text when it is none. */
  String paragraph(String field) {
    String text = fields.text(field);
    if (text.isEmpty()) {
      problems.add(field, "missing");
    } else if (text.length() > Texts.PARAGRAPH) {
      problems.add(field, "long", Texts.PARAGRAPH);
    }
    return text;
  }

  /** A number that has to be there. */
  Optional<BigDecimal> number(String field) {
    if (fields.text(field).isEmpty()) {
      problems.add(field, "missing");
      return Optional.empty();
    }
    return numberOrNone(field);
  }

  /** A number, or empty when the field is empty or holds none. */
  Optional<BigDecimal> numberOrNone(String field) {
    String text = fields.text(field).replace(',', '.');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(text).matches()) {
      problems.add(field, "number");
      return Optional.empty();
    }
    try {
      return Optional.of(Numbers.plain(new BigDecimal(text)));
    } catch (IllegalArgumentException _) {
      problems.add(field, "number");
      return Optional.empty();
    }
  }

  /**
   * An amount of money.
   *
   * @param otherwise what an empty field stands for, or null when it has to be there
   */
  Money money(String field, String currency, @Nullable Money otherwise) {
    Optional<BigDecimal> amount = otherwise == null ? number(field) : numberOrNone(field);
    Money none = otherwise == null ? Money.none(currency) : otherwise;
    return amount
        .flatMap(each -> made(field, "amount", () -> new Money(each, currency)))
        .orElse(none);
  }

  /** A share of one that stands in percent. */
  Optional<BigDecimal> percent(String field) {
    return number(field)
        .flatMap(each -> made(field, "number", () -> Numbers.plain(each.divide(PERCENT))));
  }

  /** A value of a measure: shares in percent, all else as it is. */
  Optional<BigDecimal> value(String field, Measure measure) {
    if (measure.scale() != Measure.Scale.SHARE) {
      return number(field)
          .filter(
              each -> {
                boolean isRight = measure.scale() == Measure.Scale.AS_SAMPLED || each.signum() >= 0;
                if (!isRight) {
                  problems.add(field, "negative");
                }
                return isRight;
              });
    }
    return percent(field)
        .filter(
            each -> {
              boolean isShare = each.signum() >= 0 && each.compareTo(BigDecimal.ONE) <= 0;
              if (!isShare) {
                problems.add(field, "percent");
              }
              return isShare;
            });
  }

  /** A value of a measure as it stands in a form. */
  static String shown(Measure measure, BigDecimal value) {
    return measure.scale() == Measure.Scale.SHARE
        ? percent(value)
        : value.stripTrailingZeros().toPlainString();
  }

  /** A share as it stands in a form, in percent. */
  static String percent(BigDecimal share) {
    return share.multiply(PERCENT).stripTrailingZeros().toPlainString();
  }

  /** A whole number within limits. */
  int whole(String field, int least, int most, int otherwise) {
    String text = fields.text(field);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(field, "whole", least, most);
    return otherwise;
  }

  /** One of the words of a type. */
  <E extends Enum<E>> E word(String field, Class<E> type, E otherwise) {
    return Words.find(type, fields.text(field))
        .orElseGet(
            () -> {
              problems.add(field, "choice");
              return otherwise;
            });
  }

  /** A day that has to be there. */
  Optional<LocalDate> day(String field) {
    Optional<LocalDate> day = parsed(fields.text(field));
    if (day.isEmpty()) {
      problems.add(field, "day", fields.text(field));
    }
    return day;
  }

  private static Optional<LocalDate> parsed(String text) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeParseException _) {
        // The next one.
      }
    }
    return Optional.empty();
  }

  /** The days in the lines of a field; each line that is none is told. */
  List<LocalDate> days(String field) {
    return fields.lines(field).stream()
        .flatMap(
            line -> {
              Optional<LocalDate> day = parsed(line);
              if (day.isEmpty()) {
                problems.add(field, "day", line);
              }
              return day.stream();
            })
        .toList();
  }

  /** A length of time: so many of a unit. */
  Optional<Duration> time(String field, String unitField) {
    TimeUnit unit = Words.find(TimeUnit.class, fields.text(unitField)).orElse(TimeUnit.HOURS);
    return number(field)
        .flatMap(
            number ->
                made(
                    field,
                    "time",
                    () -> {
                      Duration time =
                          Duration.ofMillis(
                              number
                                  .multiply(BigDecimal.valueOf(unit.length.toMillis()))
                                  .longValueExact());
                      if (!time.isPositive()) {
                        throw new IllegalArgumentException("no time");
                      }
                      return time;
                    }));
  }

  /** The units in which people tell times. */
  enum TimeUnit {
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration length;

    TimeUnit(Duration length) {
      this.length = length;
    }

    /** The largest unit that a time is a whole number of; minutes when it is of none. */
    static TimeUnit of(Duration time) {
      for (TimeUnit unit : List.of(DAYS, HOURS)) {
        if (time.toMillis() % unit.length.toMillis() == 0) {
          return unit;
        }
      }
      return MINUTES;
    }

    /** How many of this unit a time is. */
    String count(Duration time) {
      return BigDecimal.valueOf(time.toMillis())
          .divide(BigDecimal.valueOf(length.toMillis()), java.math.MathContext.DECIMAL32)
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  /** A value that refuses what it cannot be; then the field is told. */
  <T> Optional<T> made(String field, String kind, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException | ArithmeticException _) {
      problems.add(field, kind);
      return Optional.empty();
    }
  }
}
