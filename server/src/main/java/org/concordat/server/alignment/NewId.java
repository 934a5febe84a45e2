package org.concordat.server.alignment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Proposes the id of a new entry: its name in small letters, with a number when that is taken. */
public final class NewId {
  private static final int LONGEST = 80;

  private NewId() {}

  /**
   * An id that is free.
   *
   * @param typed what the person typed, or nothing
   */
  public static String of(String typed, String name, Predicate<String> taken) {
    if (!typed.isBlank()) {
      return typed.strip();
    }
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String base = plain.isEmpty() ? "entry" : plain.substring(0, Math.min(plain.length(), LONGEST));
    String id = base;
    for (int number = 2; taken.test(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }
}
