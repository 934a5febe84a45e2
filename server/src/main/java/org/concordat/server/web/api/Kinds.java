package org.concordat.server.web.api;

import java.util.ArrayList;
import java.util.List;
import org.concordat.formats.yaml.Words;

/** The kinds of values that many shapes have. */
public final class Kinds {
  /** Names of things people write. */
  public static final Kind NAME = new Kind.Text(500, false);

  /** What people write about things. */
  public static final Kind PROSE = new Kind.Text(100_000, true);

  /** An id. */
  public static final Kind ID = new Kind.Id();

  /** A level of the scale, by its name. */
  public static final Kind LEVEL = new Kind.Text(500, false);

  /** A count. */
  public static final Kind COUNT = new Kind.Whole(0, Long.MAX_VALUE);

  /** A score from 0 to 1. */
  public static final Kind SCORE = new Kind.Score(0);

  /** Any number. */
  public static final Kind REAL = new Kind.Real();

  private Kinds() {}

  /** One of the words of an enum. */
  public static Kind choice(Class<? extends Enum<?>> type) {
    List<String> words = new ArrayList<>();
    for (Enum<?> constant : type.getEnumConstants()) {
      words.add(Words.of(constant));
    }
    return new Kind.Choice(words);
  }
}
