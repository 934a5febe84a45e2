package org.concordat.server.trail.history;

import java.util.List;
import java.util.stream.Stream;

/** The tables whose changes the trail tells of, as far as people are shown them. */
public final class TrailTables {
  private static final List<String> MODEL =
      List.of(
          "workspace",
          "property",
          "unit",
          "goal",
          "factor",
          "asset",
          "dependency",
          "requirement_impact",
          "factor_impact",
          "origin");

  /** What stands beside the model, room by room. */
  private static final List<String> BESIDE =
      List.of(
          "no_impact",
          "judgement_round",
          "round_link",
          "round_judge",
          "round_ballot",
          "round_answer",
          "round_agreement",
          "misuse_case",
          "attack_node",
          "attack_tree_origin",
          "draft",
          "draft_change",
          "incident",
          "incident_harm",
          "review_interval",
          "budget_control",
          "budget_frame",
          "agreement",
          "agreement_move",
          "agreement_comment",
          "agreement_signature",
          "agreement_terms",
          "step_completion",
          "measurement_chunk",
          "agreement_scrape",
          "catalogue_adoption",
          "crosswalk_use",
          "own_catalogue",
          "own_control",
          "own_crosswalk",
          "own_mapping",
          "own_considered",
          "control_operation",
          "requirement_link",
          "obligation",
          "obligation_control");

  private static final List<String> PEOPLE =
      List.of(
          "account",
          "account_password",
          "account_role",
          "api_token",
          "one_time_link",
          "judging_link",
          "passkey",
          "totp",
          "recovery_code",
          "external_identity",
          "second_factor_rule",
          "single_sign_on");

  private static final List<String> TABLES =
      Stream.of(MODEL, BESIDE, PEOPLE).flatMap(List::stream).toList();

  private TrailTables() {}

  /** The tables that a list of actions can be narrowed to: those of the model first. */
  public static List<String> all() {
    return TABLES;
  }

  /** Whether rows of a table are part of the model, and not beside it or of who may see it. */
  public static boolean isOfModel(String table) {
    return MODEL.contains(table);
  }
}
