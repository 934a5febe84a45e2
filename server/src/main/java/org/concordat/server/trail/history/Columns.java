package org.concordat.server.trail.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the columns of tables mean to people. */
final class Columns {
  /** What the rows are about, where that is not the row itself. */
  private static final Map<String, List<String>> SUBJECTS =
      Map.ofEntries(
          Map.entry("dependency", List.of("from_asset", "on_asset")),
          Map.entry("requirement_impact", List.of("asset", "property", "factor")),
          Map.entry("factor_impact", List.of("factor", "goal")),
          Map.entry("account_role", List.of("account", "role", "unit")),
          Map.entry("account_password", List.of("account")),
          Map.entry("totp", List.of("account")),
          Map.entry("one_time_link", List.of("purpose", "name")),
          Map.entry("api_token", List.of("name")),
          Map.entry("recovery_code", List.of("account")),
          Map.entry("external_identity", List.of("account")),
          Map.entry("judging_link", List.of("account")),
          Map.entry("single_sign_on", List.of("issuer")),
          Map.entry("second_factor_rule", List.of("role")),
          Map.entry("no_impact", List.of("account", "source", "target")),
          Map.entry("origin", List.of("kind", "source", "element")),
          Map.entry("catalogue_adoption", List.of("catalogue")),
          Map.entry("crosswalk_use", List.of("crosswalk")),
          Map.entry("own_control", List.of("catalogue", "control")),
          Map.entry("own_mapping", List.of("crosswalk", "source", "target")),
          Map.entry("own_considered", List.of("crosswalk", "catalogue", "control")),
          Map.entry("control_operation", List.of("catalogue", "control")),
          Map.entry("requirement_link", List.of("asset", "property", "catalogue", "control")),
          Map.entry("obligation_control", List.of("obligation", "catalogue", "control")),
          Map.entry("agreement", List.of("title")),
          Map.entry("agreement_terms", List.of("supplier")),
          Map.entry("agreement_move", List.of("agreement", "number")),
          Map.entry("agreement_comment", List.of("agreement")),
          Map.entry("agreement_signature", List.of("agreement", "side")),
          Map.entry("step_completion", List.of("unit", "step")),
          Map.entry("measurement_chunk", List.of("agreement", "target")),
          Map.entry("agreement_scrape", List.of("agreement", "name")),
          Map.entry("attack_node", List.of("misuse_case", "node")),
          Map.entry("attack_tree_origin", List.of("misuse_case")),
          Map.entry("judgement_round", List.of("title")),
          Map.entry("round_link", List.of("source", "target")),
          Map.entry("round_judge", List.of("account")),
          Map.entry("round_ballot", List.of("account")),
          Map.entry("round_answer", List.of("account")),
          Map.entry("incident", List.of("asset", "property")),
          Map.entry("incident_harm", List.of("factor")),
          Map.entry("review_interval", List.of()),
          Map.entry("budget_frame", List.of()),
          Map.entry("workspace", List.of()));

  private static final Map<String, String> REFERENCES =
      Map.ofEntries(
          Map.entry("unit", "unit"),
          Map.entry("units", "unit"),
          Map.entry("from_asset", "asset"),
          Map.entry("on_asset", "asset"),
          Map.entry("asset", "asset"),
          Map.entry("factor", "factor"),
          Map.entry("goal", "goal"),
          Map.entry("property", "property"),
          Map.entry("properties", "property"),
          Map.entry("obligation", "obligation"),
          Map.entry("account", "account"));

  private static final Set<String> LEVELS = Set.of("importance", "strength", "level", "matrix");

  private static final Set<String> WORDS =
      Set.of(
          "kind",
          "discipline",
          "along",
          "across",
          "role",
          "purpose",
          "operation",
          "statement",
          "extent",
          "together");

  /** Internal: the id of a row, its place in a list, its tenant; and a whole file. */
  private static final Set<String> HIDDEN = Set.of("id", "place", "tenant", "adtool");

  private Columns() {}

  /** The columns that say what a row of a table is about; {@code id} by default. */
  static List<String> subject(String table) {
    return SUBJECTS.getOrDefault(table, List.of("id"));
  }

  /** How {@link TrailHistory#of} finds what rows of a table are about. */
  static String key(String table, List<Value.Entry> subject) {
    return table.equals("workspace")
        ? "settings"
        : subject.stream().map(Value.Entry::key).collect(Collectors.joining("/"));
  }

  /** Whether rows of a table are found by other columns than their key. */
  static boolean isLink(String table) {
    return Set.of("dependency", "requirement_impact", "factor_impact").contains(table);
  }

  static boolean isShown(String table, String column) {
    return !HIDDEN.contains(column)
        && !(isLink(table) && subject(table).contains(column))
        && !(table.equals("workspace") && column.equals("organisation"));
  }

  /** The table that a column refers to, or an empty text. */
  static String reference(String column) {
    return REFERENCES.getOrDefault(column, "");
  }

  static boolean isLevel(String column) {
    return LEVELS.contains(column);
  }

  static boolean isWord(String column) {
    return WORDS.contains(column);
  }
}
