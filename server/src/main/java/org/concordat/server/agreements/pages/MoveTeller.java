package org.concordat.server.agreements.pages;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.MoveResult;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;

/** Says what became of a move. */
final class MoveTeller {
  private MoveTeller() {}

  /**
   * Leads to the agreement, or says what is in the way.
   *
   * @param path where the agreement is that the move was meant for
   * @param done the key of the text that says what was done
   */
  static Answer tell(Caller caller, MoveResult result, String path, String done) {
    return switch (result) {
      case MoveResult.Made(var key, var _, var action) -> {
        Redirect on = Redirect.to(key.path()).saying(done);
        yield caller.may(Permission.READ_TRAIL)
            ? on.linking("/history/" + action, "standards.inHistory")
            : on;
      }
      case MoveResult.Refused(var why) -> new RefusedPage(422, Words.of(why.why()), path);
      case MoveResult.Stale _ -> new RefusedPage(409, "stale", path);
      case MoveResult.Forbidden _ -> new ErrorPage(403, "forbidden", List.of());
      case MoveResult.NotThere _ -> notFound();
      case MoveResult.NotSigned _ -> new RefusedPage(422, "no-signature", path);
    };
  }

  static Answer tell(Caller caller, MoveResult result, AgreementKey key, String done) {
    return tell(caller, result, key.path(), done);
  }

  static Answer notFound() {
    return new ErrorPage(404, "notFound", List.of());
  }

  /** Tells what no agreement can be, such as a term that ends before it begins. */
  static Answer told(Supplier<Answer> then) {
    try {
      return then.get();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return new ErrorPage(422, "badRequest", List.of(String.valueOf(e.getMessage())));
    }
  }
}
