package org.concordat.formats.oscal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param kind what it is
 * @param text the text; a number or boolean as JSON writes it
 * @param line where it stood, counted from 1, or 0; makes no difference to equality
 */
public record OscalScalar(Kind kind, String text, int line) implements OscalValue {
  /** What a scalar is in JSON. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  public OscalScalar {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }

  public static OscalScalar text(String text) {
    return new OscalScalar(Kind.TEXT, text, 0);
  }

  public static OscalScalar of(boolean value) {
    return new OscalScalar(Kind.BOOLEAN, Boolean.toString(value), 0);
  }

  @Override
  public OscalScalar copy() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OscalScalar that && kind == that.kind && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, text);
  }
}
