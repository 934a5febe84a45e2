package org.concordat.server.web.api;

import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the parts of addresses mean, in the contract. */
final class ContractParameters {
  /** What query parameters and parts of paths mean; the same everywhere. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("id", "the id of the entry"),
          Map.entry(
              "from",
              "the asset that depends; of actions and results, the first day; of standards, the"
                  + " catalogue to begin with"),
          Map.entry("until", "the last day"),
          Map.entry(
              "on",
              "the asset that is depended on; of attack trees, the countermeasures that are on,"
                  + " with commas between them"),
          Map.entry("mark", "the attack that stands out: cheapest, likeliest, easiest or fastest"),
          Map.entry(
              "front",
              "the front that is drawn: cost-probability, cost-time, plan-cost or plan-success"),
          Map.entry("point", "the number of the point of the frontier, from 0; -1 for the budget"),
          Map.entry("asset", "the id of the asset"),
          Map.entry("property", "the id of the security property"),
          Map.entry("factor", "the id of the factor"),
          Map.entry("goal", "the id of the goal"),
          Map.entry("since", "the version that this way of the agreement began with"),
          Map.entry("unit", "the id of a unit; of assets also - for those of no unit"),
          Map.entry("requirement", "a requirement, asset/property"),
          Map.entry("judge", "who judges; yourself unless told; empty for nobody by name"),
          Map.entry("q", "words, each of which must occur"),
          Map.entry("kind", "the kind of asset"),
          Map.entry("level", "the least level, by its name"),
          Map.entry("rated", "no: only assets without an impact of their own"),
          Map.entry(
              "sort", "id, name, kind, unit or highest-need; - before it for the other direction"),
          Map.entry("by", "the unit whose goals alone count"),
          Map.entry("none", "whether requirements without need are listed"),
          Map.entry(
              "units", "whether each unit's need is told; without, large models answer sooner"),
          Map.entry("rationale", "how many reasons each, 0 to 20"),
          Map.entry("industry", "only what is typical of an industry, or general"),
          Map.entry("limit", "how many entries a part has, 1 to 200; 50 unless told"),
          Map.entry("cursor", "where the part begins; taken from next"),
          Map.entry("dry-run", "true: only tell what would come of it"),
          Map.entry("atomic", "true: one wrong line makes all of them be left alone"),
          Map.entry("picture", "impact, dependencies or heat"),
          Map.entry(
              "name", "the file's name, whose ending says what it is; the name of the source"),
          Map.entry("upload", "the id of the import"),
          Map.entry("search", "the id of the search"),
          Map.entry("actor", "an account's id, or a part of the server"),
          Map.entry("to", "the last day, in UTC; of standards, the catalogue that is asked about"),
          Map.entry("catalogue", "the id of the catalogue"),
          Map.entry("control", "the id of the control, as its catalogue spells it"),
          Map.entry("crosswalk", "the id of the crosswalk"),
          Map.entry("source", "the id of the control that is mapped"),
          Map.entry(
              "target", "the id of the control that it is mapped to; of results, of the target"),
          Map.entry("scenario", "have, left or both"),
          Map.entry("degree", "covered, partly, possibly or open"),
          Map.entry("standing", "broken, unknown, partly, accepted, promised, operated or kept"),
          Map.entry("place", "only what binds there; of drafts, the place of the change, from 0"),
          Map.entry("revision", "the revision of the draft that you saw"),
          Map.entry("with", "the id of the other draft"),
          Map.entry("data", "only what speaks of this kind of data"),
          Map.entry("table", "the kind of thing, such as asset or requirement_impact"),
          Map.entry("key", "its id; both ends of a link, divided by slashes"),
          Map.entry("change", "the id of the action"),
          Map.entry("day", "a day such as 2026-03-02"),
          Map.entry("top", "how many, 1 to 200"),
          Map.entry("round", "the id of the round"),
          Map.entry("number", "the number of the link in the round, from 1"),
          Map.entry("account", "the id of the account"),
          Map.entry("token", "the id of the token"),
          Map.entry("role", "only people who have this role"));

  private ContractParameters() {}

  /** A parameter as the contract tells of it. */
  static ObjectNode of(String name, String in, boolean required, ObjectNode schema) {
    String about = PARAMETERS.get(name);
    if (about == null) {
      throw new IllegalStateException("the parameter " + name + " is not described");
    }
    ObjectNode parameter =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("in", in)
            .put("required", required)
            .put("description", about);
    parameter.set("schema", schema);
    return parameter;
  }
}
