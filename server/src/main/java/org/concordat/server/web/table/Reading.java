package org.concordat.server.web.table;

import java.util.function.Function;

/** Answers questions about something that is only looked at from within them. */
public interface Reading<M> {
  <T> T read(Function<M, T> question);

  /** Questions about something that anybody may look at for as long as they like. */
  static <M> Reading<M> of(M value) {
    return new Reading<>() {
      @Override
      public <T> T read(Function<M, T> question) {
        return question.apply(value);
      }
    };
  }
}
