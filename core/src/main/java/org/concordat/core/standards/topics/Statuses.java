package org.concordat.core.standards.topics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.core.standards.Operation;

/**
 * What an organisation says that it has in operation.
 *
 * @param controls by catalogue and control, as the catalogue spells it; what is not said is no
 * @param topics by topic; what is said of a topic counts before what follows from its sections
 */
public record Statuses(
    Map<String, Map<String, Operation>> controls, Map<String, Operation> topics) {
  /** An organisation that has nothing in operation. */
  public static final Statuses NONE = new Statuses(Map.of(), Map.of());

  public Statuses {
    Map<String, Map<String, Operation>> copy = new LinkedHashMap<>();
    controls.forEach(
        (catalogue, said) ->
            copy.put(catalogue, Collections.unmodifiableMap(new LinkedHashMap<>(said))));
    controls = Collections.unmodifiableMap(copy);
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  public static Statuses of(String catalogue, Map<String, Operation> said) {
    return new Statuses(Map.of(catalogue, said), Map.of());
  }

  public Map<String, Operation> of(String catalogue) {
    return controls.getOrDefault(catalogue, Map.of());
  }

  /** Whether anything is said of this catalogue. */
  public boolean speaksOf(String catalogue) {
    return !of(catalogue).isEmpty();
  }
}
