package org.concordat.core.standards;

import java.util.Locale;
import java.util.Optional;

/** Whether an organisation has a control in operation. */
public enum Operation {
  YES,
  PARTLY,
  NO;

  /** As files write it: {@code partly}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operation of that word, or empty when there is none. */
  public static Optional<Operation> of(String word) {
    for (Operation operation : values()) {
      if (operation.word().equals(word)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }
}
