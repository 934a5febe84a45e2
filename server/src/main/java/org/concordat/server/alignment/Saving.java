package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.Finding;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Edits;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what forms ask for and says what came of it, the same way on every page. */
@Component
class Saving {
  /** The key of the text that says that nothing was different. */
  static final String SAME = "alignment.cell.same";

  private final Edits edits;

  Saving(Edits edits) {
    this.edits = edits;
  }

  /**
   * Saves wishes.
   *
   * @param back where to go on
   * @param done the key of the text that says what was done
   */
  Answer save(
      Caller caller, HttpServletRequest request, List<Wish> wishes, String back, String done) {
    return save(caller, request, wishes, back, done, "tag");
  }

  /** The same, where the form has the tag under another name. */
  Answer save(
      Caller caller,
      HttpServletRequest request,
      List<Wish> wishes,
      String back,
      String done,
      String tagField) {
    @Nullable String reason = request.getParameter("reason");
    Edits.Result result =
        edits.save(caller, wishes, reason, SurroundingsFactory.requestId(request));
    return switch (result) {
      case Edits.Result.Saved(var outcome) ->
          outcome == null
              ? Redirect.to(back).saying("alignment.unchanged")
              : saved(outcome, back, done);
      case Edits.Result.Conflict(var wish, var present) ->
          ConflictPage.of(request, wish.wanted(), present, tagField);
      case Edits.Result.Rejected(ChangeOutcome.Unsound(var findings)) ->
          new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
      case Edits.Result.Rejected _ -> new ErrorPage(403, "forbidden", List.of());
    };
  }

  /**
   * What came of a small change that is told in place.
   *
   * @param key the key of the text that tells it; its value is how many scores moved
   * @param action the action's id in the trail, or null when nothing was done
   * @param moved the scores that moved
   */
  record Small(String key, @Nullable UUID action, List<Priorities.Moved> moved) {
    Small {
      moved = List.copyOf(moved);
    }
  }

  /** Saves a wish whose outcome is told where it was made. */
  Small saveSmall(Caller caller, HttpServletRequest request, Wish wish) {
    Edits.Result result =
        edits.save(caller, List.of(wish), null, SurroundingsFactory.requestId(request));
    return switch (result) {
      case Edits.Result.Saved(var outcome) ->
          outcome == null
              ? new Small(SAME, null, List.of())
              : new Small("alignment.cell.saved", outcome.change(), outcome.applied().moved());
      case Edits.Result.Conflict _ -> new Small("alignment.cell.conflict", null, List.of());
      case Edits.Result.Rejected(ChangeOutcome.Refused _) ->
          new Small("alignment.cell.refused", null, List.of());
      case Edits.Result.Rejected _ -> new Small("alignment.cell.unsound", null, List.of());
    };
  }

  static Redirect saved(ChangeOutcome.Done outcome, String back, String done) {
    int moved = outcome.applied().moved().size();
    Redirect redirect = Redirect.to(back);
    return moved == 0
        ? redirect.saying(done + ".still")
        : redirect
            .saying(done, moved)
            .linking("/history/" + outcome.change(), "alignment.whatMoved");
  }
}
