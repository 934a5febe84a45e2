package org.concordat.server.agreements.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.server.web.Surroundings;

/** What is wrong with a form, field by field; of a field only the first thing. */
public final class FormProblems {
  private final Map<String, Problem> byField = new LinkedHashMap<>();

  private record Problem(String key, List<Object> values) {}

  /**
   * Says that a field is wrong.
   *
   * @param kind the end of the text's key
   * @param values what fills its places
   */
  void add(String field, String kind, Object... values) {
    byField.putIfAbsent(field, new Problem("agreements.problem." + kind, List.of(values)));
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** The fields that are wrong, in the order in which that was found. */
  public Set<String> fields() {
    return byField.keySet();
  }

  public boolean has(String field) {
    return byField.containsKey(field);
  }

  /** Whether a field whose name begins like this is wrong. */
  public boolean hasWithin(String beginning) {
    return byField.keySet().stream().anyMatch(field -> field.startsWith(beginning));
  }

  /** What is wrong with a field; empty when nothing is. */
  public String at(Surroundings here, String field) {
    Problem problem = byField.get(field);
    return problem == null ? "" : here.text(problem.key, problem.values.toArray());
  }

  /** In which part of a form with several alike a field stands; empty when that is plain. */
  public String where(Surroundings here, String field) {
    String[] parts = field.split("\\.", -1);
    if (parts.length < 3 || !parts[0].equals("level")) {
      return "";
    }
    String level =
        here.text(
            "agreements.services.level.named", String.valueOf(Integer.parseInt(parts[1]) + 1));
    return parts[2].equals("target")
        ? level
            + ", "
            + here.text("agreements.services.target", Integer.parseInt(parts[3]) + 1)
            + ": "
        : level + ": ";
  }

  /** The id of a field's element in the page. */
  public static String id(String field) {
    return field.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
