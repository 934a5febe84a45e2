package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;

/** Things of all rooms in one organisation that nobody of another one may see. */
final class SecretThings {
  private static final String CONTROL =
      "{\"name\":\"Secret"
          + " control\",\"serves\":[{\"requirement\":\"secret-asset/secret-property\",\"level\":\"critical\"}]}";

  private static final String SERVICES =
      "{\"supplier\":\"Secret IT\",\"services\":\"concordat-services: 1\\ncurrency:"
          + " EUR\\nservices:\\n  - id: continuity\\n    name: Secret continuity\\n   "
          + " properties: [availability]\\n    levels:\\n      - {id: raised, name: Raised,"
          + " protection: critical, price: {per-unit: 300, unit: system, period: month}, targets:"
          + " [{measure: {kind: availability}, direction: at-least, threshold: 0.995, window:"
          + " month, method: probe}]}\\n\"}";

  /**
   * A part of a path that varies, with the first of the words that it takes if it takes but some.
   */
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::([^}|]*)[^}]*)?}");

  private SecretThings() {}

  /** Ids that exist in one organisation, by the names of parts of paths. */
  static Map<String, String> made(Program officer, Program administrator, Person somebody) {
    Answer made =
        officer.put(
            "/assets/secret-asset",
            "{\"name\":\"Secret"
                + " asset\",\"kind\":\"information\",\"properties\":[\"secret-property\"]}");
    assertThat(made.status()).isEqualTo(201);
    officer.put("/units/secret-unit", "{\"name\":\"Secret unit\"}");
    officer.put("/goals/secret-goal", "{\"unit\":\"secret-unit\",\"name\":\"Secret goal\"}");
    officer.put("/factors/secret-factor", "{\"name\":\"Secret factor\"}");
    officer.put("/properties/secret-property", "{\"name\":\"Secret property\"}");
    officer.put("/dependencies/secret-asset/server-1", "{}");
    officer.put(
        "/misuse-cases/secret-case",
        "{\"name\":\"Secret story\",\"asset\":\"secret-asset\",\"property\":\"secret-property\"}");
    officer.put("/standards/catalogues/iso27001-2022/adoption", "{}");
    officer.put("/standards/catalogues/itil-4/adoption", "{}");
    assertThat(
            officer
                .put(
                    "/standards/obligations/secret-obligation",
                    "{\"title\":\"Secret law\",\"kind\":\"law\"}")
                .status())
        .isEqualTo(201);
    assertThat(
            officer
                .put(
                    "/standards/crosswalks/secret-crosswalk",
                    "{\"source\":\"iso27001-2022\",\"target\":\"itil-4\"}")
                .status())
        .isEqualTo(201);
    Answer upload =
        officer.send(
            "POST",
            "/imports?name=x.csv",
            "application/octet-stream",
            "id,name\nsecret-2,Secret\n");
    Answer round =
        officer.post(
            "/rounds",
            "{\"title\":\"Secret round\",\"links\":[{\"from\":\"secret-asset/secret-property\","
                + "\"to\":\"secret-factor\"}]}");
    assertThat(round.status()).as(round.body()).isEqualTo(201);
    Answer draft = officer.post("/drafts", "{\"name\":\"Secret draft\"}");
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    Answer incident =
        officer.post(
            "/incidents",
            "{\"asset\":\"secret-asset\",\"property\":\"secret-property\",\"on\":\"2026-01-02\","
                + "\"severity\":\"high\",\"what\":\"Secret loss\"}");
    assertThat(incident.status()).as(incident.body()).isIn(200, 201);
    assertThat(officer.put("/budget/controls/secret-control", CONTROL).status()).isEqualTo(201);
    assertThat(officer.put("/services", SERVICES).status()).isIn(200, 201, 204);
    Answer agreement =
        officer.post("/agreements", "{\"unit\":\"claims\",\"title\":\"Secret agreement\"}");
    assertThat(agreement.status()).as(agreement.body()).isEqualTo(201);
    assertThat(administrator.get("/account/tokens").status()).isEqualTo(200);
    return Map.ofEntries(
        Map.entry("draft", draft.at("/id")),
        Map.entry("unit", "secret-unit"),
        Map.entry("since", "1"),
        Map.entry("round", round.at("/id")),
        Map.entry("number", "1"),
        Map.entry("asset", "secret-asset"),
        Map.entry("from", "secret-asset"),
        Map.entry("on", "server-1"),
        Map.entry("property", "secret-property"),
        Map.entry("factor", "secret-factor"),
        Map.entry("goal", "secret-goal"),
        Map.entry("crosswalk", "secret-crosswalk"),
        Map.entry("upload", upload.at("/id")),
        Map.entry("change", made.header("Concordat-Change").replaceAll(".*/", "")),
        Map.entry("account", somebody.account().toString()),
        Map.entry("token", administrator.get("/account/tokens").at("/items/0/id")),
        Map.entry("table", "asset"),
        Map.entry("key", "secret-asset"),
        Map.entry("day", "2000-01-01"),
        Map.entry("picture", "no-picture"));
  }

  /** The id that the part {@code id} of a path stands for; pages and API name things alike. */
  static String idFor(String path, Map<String, String> ids) {
    if (path.contains("/drafts/")) {
      return ids.getOrDefault("draft", "");
    }
    if (path.contains("/agreements/")) {
      return "claims";
    }
    if (path.contains("/rounds/")) {
      return ids.getOrDefault("round", "");
    }
    if (path.contains("/budget")) {
      return "secret-control";
    }
    if (path.contains("/obligations/")) {
      return "secret-obligation";
    }
    if (path.contains("/misuse")) {
      return "secret-case";
    }
    for (String kind : List.of("units", "goals", "factors", "properties")) {
      if (path.contains("/" + kind + "/")) {
        return "secret-"
            + (kind.equals("properties") ? "property" : kind.substring(0, kind.length() - 1));
      }
    }
    return "secret-asset";
  }

  /** A path with values in place of its variables; what has none is unknown. */
  static String filled(String path, Map<String, String> values) {
    Matcher variables = VARIABLE.matcher(path);
    StringBuilder filled = new StringBuilder();
    while (variables.find()) {
      variables.appendReplacement(filled, Matcher.quoteReplacement(value(variables, values)));
    }
    return variables.appendTail(filled).toString();
  }

  /** The value of a part of a path; of one that takes only some words, the first of them. */
  private static String value(Matcher variable, Map<String, String> values) {
    String first = variable.group(2);
    return first == null ? values.getOrDefault(variable.group(1), "unknown") : first;
  }
}
