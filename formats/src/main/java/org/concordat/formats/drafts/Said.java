package org.concordat.formats.drafts;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.concordat.core.alignment.Redundancy;
import org.jspecify.annotations.Nullable;

/** What is said of one thing to try out, by key; each value is of the kind that its key needs. */
public interface Said {
  /** The keys that are there. */
  Set<String> keys();

  /** A text, or null when it is not there. */
  @Nullable String text(String key);

  /** Yes or no; no when it is not there. */
  boolean flag(String key);

  /** A whole number from 1, or null when it is not there. */
  @Nullable Integer count(String key);

  /** A list of texts, empty when it is not there. */
  List<String> texts(String key);

  /** A list of lists of texts, empty when it is not there. */
  List<List<String>> rows(String key);

  /** Texts by text, or null when it is not there. */
  @Nullable SortedMap<String, String> pairs(String key);

  /** A group of interchangeable assets, or null when it is not there. */
  @Nullable Redundancy redundancy(String key);
}
