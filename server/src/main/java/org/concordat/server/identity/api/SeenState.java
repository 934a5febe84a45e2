package org.concordat.server.identity.api;

import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.workspace.EntryTag;
import tools.jackson.databind.node.ObjectNode;

/** Lets through who says that they have seen what is there. */
final class SeenState {
  private SeenState() {}

  /**
   * Refuses a call that does not name the present state, or another one.
   *
   * @param present what is there, as it is told
   * @param otherwise what to say when it is other than the caller saw it
   */
  static void check(Call call, ObjectNode present, String otherwise) {
    String tag = EntryTag.of(present);
    switch (call.precondition()) {
      case Precondition.Present() -> {}
      case Precondition.Matching(var tags) -> {
        if (!tags.contains(tag)) {
          throw Problem.of(Problem.Kind.STALE, otherwise)
              .header("ETag", "\"" + tag + "\"")
              .member("present", present)
              .failure();
        }
      }
      case Precondition.Absent() ->
          throw Problem.of(Problem.Kind.STALE, "It is there already").failure();
      case Precondition.Unsaid() ->
          throw Problem.of(
                  Problem.Kind.PRECONDITION_REQUIRED,
                  "Say in If-Match which state you saw, by its ETag")
              .failure();
    }
  }
}
