package org.concordat.server.alignment;

import java.util.List;
import java.util.function.Supplier;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.jspecify.annotations.Nullable;

/** What forms have in common. */
final class Forms {
  private Forms() {}

  /** A text that may be missing. */
  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /**
   * Goes on when an entry has a name; what no entry of the model can be, such as an id with a
   * blank, is told.
   */
  static Answer checked(String name, Supplier<Answer> then) {
    if (name.isBlank()) {
      return new ErrorPage(422, "noName", List.of());
    }
    try {
      return then.get();
    } catch (IllegalArgumentException e) {
      return new ErrorPage(422, "badRequest", List.of(String.valueOf(e.getMessage())));
    }
  }
}
