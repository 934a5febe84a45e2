package org.concordat.server.web.table;

import java.util.function.Function;

/** Answers questions about something that is only looked at from within them. */
public interface Reading<M> {
  <T> T read(Function<M, T> question);
}
