package org.concordat.core.standards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a publisher's file says that has no meaning here: columns, keys and members that nobody
 * knows. It is kept so that the file can be written again; nothing is concluded from it.
 *
 * @param members the value of each as JSON, by name, in the order of the file
 */
public record Extras(Map<String, String> members) {
  /** A file that says nothing else. */
  public static final Extras NONE = new Extras(Map.of());

  public Extras {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }
}
