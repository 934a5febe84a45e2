package org.concordat.formats.results;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.Requirement;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.yaml.Words;

/** English, with things called by their ids: for programs and the command line. */
public final class EnglishResults implements ResultLanguage {
  @Override
  public String say(Phrase phrase, Object... values) {
    return new MessageFormat(phrase.english(), Locale.ROOT).format(values);
  }

  @Override
  public String money(Money money) {
    return money.toString();
  }

  @Override
  public String day(LocalDate day) {
    return day.toString();
  }

  @Override
  public String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public String value(Measure measure, BigDecimal value) {
    return switch (measure.scale()) {
      case SHARE -> value.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
      case SECONDS -> value.toPlainString() + " s";
      case COUNT, AS_SAMPLED -> value.toPlainString();
    };
  }

  /** Such as {@code availability at least 99.5 % in every month}. */
  @Override
  public String target(TargetTerms terms) {
    String every =
        switch (AgreementJson.window(terms.window())) {
          case "month" -> "every month";
          case "quarter" -> "every quarter";
          case String days -> "any " + days;
        };
    return "%s %s %s in %s"
        .formatted(
            AgreementJson.kind(terms.measure()).replace('-', ' '),
            Words.of(terms.direction()).replace('-', ' '),
            value(terms.measure(), terms.threshold()),
            every);
  }

  @Override
  public String requirement(Requirement requirement) {
    return requirement.id();
  }

  @Override
  public String goals(List<String> ids) {
    return String.join(", ", ids);
  }

  @Override
  public String level(String name) {
    return name;
  }
}
