package org.concordat.formats.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands within a file: a chain of keys and positions, written only when asked for.
 *
 * @param key the key, or null for a position in a list
 * @param index the position, counted from 0
 */
public record KeyPath(@Nullable KeyPath parent, @Nullable String key, int index) {
  public static KeyPath of(String key) {
    return new KeyPath(null, key, 0);
  }

  public KeyPath key(String name) {
    return new KeyPath(this, name, 0);
  }

  public KeyPath item(int position) {
    return new KeyPath(this, null, position);
  }

  @Override
  public String toString() {
    String before = parent == null ? "" : parent.toString();
    if (key == null) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? key : before + "." + key;
  }
}
