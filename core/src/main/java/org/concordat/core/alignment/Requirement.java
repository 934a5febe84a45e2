package org.concordat.core.alignment;

import java.util.Optional;

/**
 * A security requirement: a property of an asset that is to be preserved. Written {@code
 * asset/property}.
 */
public record Requirement(String asset, String property) implements Comparable<Requirement> {
  public Requirement {
    Identifier.check(asset, "asset");
    Identifier.check(property, "property");
  }

  /** The requirement written as {@code asset/property}, or empty when the text is none. */
  public static Optional<Requirement> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String asset = text.substring(0, slash);
    String property = text.substring(slash + 1);
    return Identifier.isValid(asset) && Identifier.isValid(property)
        ? Optional.of(new Requirement(asset, property))
        : Optional.empty();
  }

  public String id() {
    return asset + "/" + property;
  }

  /**
   * By {@link #id}, which is not the same as by asset and then property: {@code -} sorts before
   * {@code /}.
   */
  @Override
  public int compareTo(Requirement other) {
    return id().compareTo(other.id());
  }

  @Override
  public String toString() {
    return id();
  }
}
