package org.concordat.server.alignment.rounds.pages;

import org.concordat.server.alignment.rounds.OwnAnswer;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One question of a round, for a judge with a phone.
 *
 * @param link what is asked, or null after the last question
 * @param number the link's number in the round
 * @param place the question's place, from 1
 * @param own what the judge said before, or null
 * @param view what all judges said, without names; null while each judges apart
 * @param answered how many questions the judge has answered
 */
public record QuestionPage(
    Round round,
    @Nullable NamedLink link,
    int number,
    int place,
    @Nullable OwnAnswer own,
    @Nullable LinkView view,
    int answered)
    implements PageModel {
  /** Whether the judge gave this answer before. */
  public boolean isOwn(int step) {
    return own != null && own.answer().step().orElse(-1) == step;
  }

  /** Whether the judge said that they do not know. */
  public boolean isUnknown() {
    return own != null && own.answer().step().isEmpty();
  }

  /** What the judge said as reason, or an empty text. */
  public String because() {
    return own == null || own.answer().because() == null
        ? ""
        : String.valueOf(own.answer().because());
  }

  @Override
  public String template() {
    return "rounds/question";
  }
}
