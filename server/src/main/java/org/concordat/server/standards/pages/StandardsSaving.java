package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.core.findings.Finding;
import org.concordat.server.alignment.ConflictPage;
import org.concordat.server.identity.Caller;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.SaveResult;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what forms of the standards ask for and says what came of it. */
@Component
class StandardsSaving {
  private final Standards standards;

  StandardsSaving(Standards standards) {
    this.standards = standards;
  }

  /**
   * Saves wishes.
   *
   * @param back where to go on
   * @param done the key of the text that says what was done; its value is how many entries changed
   */
  Answer save(
      Caller caller,
      HttpServletRequest request,
      List<ProgrammeWish> wishes,
      String back,
      String done) {
    String reason = request.getParameter("reason");
    return switch (standards.save(caller, wishes, reason, SurroundingsFactory.requestId(request))) {
      case SaveResult.Saved(var action, var changes) ->
          action == null
              ? Redirect.to(back).saying("standards.unchanged")
              : Redirect.to(back)
                  .saying(done, changes.size())
                  .linking("/history/" + action, "standards.inHistory");
      case SaveResult.Conflict(var wish, var present) ->
          ConflictPage.of(request, wish.wanted(), present, "tag");
      case SaveResult.Unsound(var findings) ->
          new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
      case SaveResult.Refused _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }

  /** Tells what no entry can be, such as an id with a blank, instead of failing. */
  static Answer told(Supplier<Answer> then) {
    try {
      return then.get();
    } catch (IllegalArgumentException e) {
      return new ErrorPage(422, "badRequest", List.of(String.valueOf(e.getMessage())));
    }
  }

  static Answer notFound() {
    return new ErrorPage(404, "notFound", List.of());
  }

  /** A text that may be missing. */
  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
