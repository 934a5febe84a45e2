package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.Requirement;
import org.concordat.formats.results.Phrase;
import org.concordat.formats.results.ResultLanguage;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.Surroundings;

/** Reports in the reader's language, with the organisation's names. */
record SpokenResults(Surroundings here, Labels names) implements ResultLanguage {
  @Override
  public String say(Phrase phrase, Object... values) {
    return here.text("agreements.report." + Words.of(phrase), values);
  }

  @Override
  public String money(Money money) {
    return Amounts.money(here, money);
  }

  @Override
  public String day(LocalDate day) {
    return here.day(day);
  }

  @Override
  public String moment(Instant moment) {
    return here.moment(moment);
  }

  @Override
  public String value(Measure measure, BigDecimal value) {
    return Amounts.value(here, measure, value);
  }

  @Override
  public String target(TargetTerms terms) {
    return Amounts.target(here, terms);
  }

  @Override
  public String requirement(Requirement requirement) {
    return names.requirement(here, requirement);
  }

  @Override
  public String goals(List<String> ids) {
    return names.goals(ids);
  }

  @Override
  public String level(String name) {
    return here.textOr("alignment.level." + name, name);
  }
}
