package org.concordat.server.trail.history;

import java.util.List;

/** A value of a field as people read it; a page finds the words of their language for it. */
public sealed interface Value {
  /** No value. */
  record Nothing() implements Value {}

  /** Somebody's own words, or a number as it is written. */
  record Text(String text) implements Value {}

  /**
   * A level of the impact scale.
   *
   * @param number from 1
   * @param name what the organisation called it at the time
   */
  record OnScale(int number, String name) implements Value {}

  /** One of a few words that the product defines, such as {@code technical}. */
  record Word(String word) implements Value {}

  /** Yes or no. */
  record Flag(boolean yes) implements Value {}

  /**
   * Another row.
   *
   * @param table the table that it stands in
   * @param key its key
   * @param name its name as last known, or its key
   */
  record Entry(String table, String key, String name) implements Value {}

  /** Several values in their order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }
}
