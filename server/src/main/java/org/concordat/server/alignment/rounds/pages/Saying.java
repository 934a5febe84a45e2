package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import org.concordat.server.alignment.rounds.Refusal;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;

/** Says what became of a wish, the same way on every page. */
final class Saying {
  private Saying() {}

  /**
   * Goes on where a wish was granted; tells there why it was not.
   *
   * @param back where to go on
   * @param done the key of the text that says what was done
   */
  static Answer of(Result result, String back, String done) {
    return switch (result) {
      case Result.Done _ -> Redirect.to(back).saying(done);
      case Result.Refused refused -> of(refused.why(), back);
    };
  }

  private static Answer of(Refusal why, String back) {
    return switch (why) {
      case UNKNOWN -> notFound();
      case FORBIDDEN -> new ErrorPage(403, "forbidden", List.of());
      case WRONG_STAGE,
          NO_TITLE,
          WRONG_NUMBER_OF_LINKS,
          WRONG_NUMBER_TO_RANK,
          WRONG_NUMBER_OF_JUDGES,
          NO_JUDGE,
          OTHER_SCALE,
          NO_LEVEL,
          NO_REASON,
          TOO_LONG,
          UNSOUND,
          CONFLICT ->
          Redirect.to(back).saying("rounds.refused." + why.name());
    };
  }

  static ErrorPage notFound() {
    return new ErrorPage(404, "notFound", List.of());
  }
}
