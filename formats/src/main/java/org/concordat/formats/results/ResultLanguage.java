package org.concordat.formats.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.Requirement;

/** The language of a report, and what it calls things. */
public interface ResultLanguage {
  /** A phrase with its values. */
  String say(Phrase phrase, Object... values);

  /** An amount of money. */
  String money(Money money);

  /** A day. */
  String day(LocalDate day);

  /** A moment. */
  String moment(Instant moment);

  /** A value of a measure. */
  String value(Measure measure, BigDecimal value);

  /** What a target asks. */
  String target(TargetTerms terms);

  /** A requirement. */
  String requirement(Requirement requirement);

  /** Goals by their ids, with commas between them. */
  String goals(List<String> ids);

  /** A level by its name on the agreement's scale. */
  String level(String name);
}
