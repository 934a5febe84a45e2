package org.concordat.core.findings;

import org.jspecify.annotations.Nullable;

/**
 * Where in somebody's input a finding stands.
 *
 * @param file the file as the user named it, or null when there is none
 * @param line the line, counted from 1; 0 when not known
 * @param column the column, counted from 1; 0 when not known
 * @param key what is meant inside the file: a path of keys such as {@code assets[3].kind}, a cell
 *     such as {@code Sheet1!C7}, an element's identifier; null when there is none
 */
public record Place(@Nullable String file, int line, int column, @Nullable String key) {
  public static final Place NOWHERE = new Place(null, 0, 0, null);

  public Place {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
  }

  public static Place of(String file) {
    return new Place(file, 0, 0, null);
  }

  public static Place of(String file, int line, int column, @Nullable String key) {
    return new Place(file, line, column, key);
  }

  public static Place ofKey(String key) {
    return new Place(null, 0, 0, key);
  }

  /** The same place in a file that people know by another name, when it is in that file. */
  public Place renamed(String from, String to) {
    return from.equals(file) ? new Place(to, line, column, key) : this;
  }

  public boolean isNowhere() {
    return file == null && line == 0 && key == null;
  }

  /** {@code file:line:column: key}, without the parts that are not known. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (file != null) {
      text.append(file);
    }
    if (line > 0) {
      text.append(text.isEmpty() ? "line " : ":").append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    if (key != null) {
      text.append(text.isEmpty() ? "" : ": ").append(key);
    }
    return text.toString();
  }
}
