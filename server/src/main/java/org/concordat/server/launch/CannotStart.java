package org.concordat.server.launch;

import org.jspecify.annotations.Nullable;

/** Thrown when a server cannot be started; the message says why and what to do. */
public final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  CannotStart(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
