package org.concordat.server.alignment;

import java.util.function.Predicate;
import org.concordat.core.alignment.Identifier;

/** The id of a new entry: what the person typed, or one that is made of its name. */
public final class NewId {
  private NewId() {}

  /**
   * The id that was typed, or one that is free.
   *
   * @param typed what the person typed, or nothing
   */
  public static String of(String typed, String name, Predicate<String> taken) {
    return typed.isBlank() ? Identifier.proposed(name, taken) : typed.strip();
  }
}
