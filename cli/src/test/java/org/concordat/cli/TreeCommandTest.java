package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCommandTest {
  private static final String EXAMPLE = "../examples/attack-trees/claims-standstill.yaml";

  @Test
  void an_evaluation_tells_attacks_effects_and_plans() {
    Result result = new Shell().run("tree", "evaluate", EXAMPLE, "--budget", "9000");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("Countermeasures that are on: Exercises against phishing, twice a year.")
        .containsPattern("cheapest\\s+400 EUR\\s+0.1\\s+1\\s+12 hours\\s+Flood the customer portal")
        .containsPattern("fastest\\s+400 EUR")
        .contains("For at most 9000 EUR, against cheap attacks:")
        .contains("no attack");
  }

  @Test
  void an_evaluation_as_json_is_for_programs() {
    Result result =
        new Shell().run("tree", "evaluate", EXAMPLE, "--on", "none", "--format", "json");

    assertThat(result.out())
        .startsWith("{\"tree\":\"claims-standstill\",\"on\":[],\"possible\":true,\"cheapest\":")
        .contains("\"plansByCost\":")
        .contains("\"tooLarge\":[]");
  }

  @Test
  void an_evaluation_goes_into_a_file_as_its_name_says(@TempDir Path folder) throws Exception {
    Path csv = folder.resolve("claims.csv");
    Path xlsx = folder.resolve("claims.xlsx");

    assertThat(new Shell().run("tree", "evaluate", EXAMPLE, "-o", csv).status()).isZero();
    assertThat(new Shell().run("tree", "evaluate", EXAMPLE, "-o", xlsx).status()).isZero();
    Result text = new Shell().run("tree", "evaluate", EXAMPLE, "-o", folder.resolve("c.txt"));

    assertThat(Files.readAllLines(csv))
        .startsWith("answer,price,cost,probability,skill,time,success,nodes,names")
        .anyMatch(line -> line.startsWith("cheapest,,400"))
        .anyMatch(line -> line.startsWith("with,"))
        .anyMatch(line -> line.startsWith("plan-cost,"));
    assertThat(Files.readAllBytes(xlsx)).startsWith('P', 'K');
    assertThat(text.status()).isEqualTo(2);
    assertThat(text.err()).contains("end it in .csv, .xlsx, .json or .svg");
  }

  @Test
  void a_front_is_drawn(@TempDir Path folder) throws Exception {
    Path svg = folder.resolve("plans.svg");

    Result result =
        new Shell().run("tree", "evaluate", EXAMPLE, "-o", svg, "--front", "plan-success");
    Result wrong = new Shell().run("tree", "evaluate", EXAMPLE, "-o", svg, "--front", "price");
    Result useless = new Shell().run("tree", "evaluate", EXAMPLE, "--front", "plan-success");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(svg)).startsWith("<svg").contains("less success");
    assertThat(wrong.err()).contains("cost-probability, cost-time, plan-cost, plan-success");
    assertThat(useless.status()).isEqualTo(2);
  }

  @Test
  void what_other_tools_say_comes_back_from_the_file_that_the_tree_came_from(@TempDir Path folder)
      throws Exception {
    Path origin =
        Files.writeString(
            folder.resolve("account.xml"),
            "<adtree><node refinement=\"disjunctive\"><label>steal</label>"
                + "<parameter domainId=\"Likes9\" category=\"basic\">many</parameter></node>"
                + "<domain id=\"Likes9\"><class>org.example.Likes</class></domain></adtree>");
    Path yaml = folder.resolve("account.yaml");
    Path back = folder.resolve("back.xml");
    new Shell().run("tree", "convert", origin, "-o", yaml);
    Files.writeString(yaml, Files.readString(yaml).replace("name: steal", "name: take"));

    Result result = new Shell().run("tree", "convert", yaml, "--origin", origin, "-o", back);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(back)).contains(">many<", "org.example.Likes");
  }

  @Test
  void a_countermeasure_that_is_none_is_wrong_use() {
    Result result = new Shell().run("tree", "evaluate", EXAMPLE, "--on", "scrubing");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is no countermeasure 'scrubing'; did you mean 'scrubbing'?");
  }

  @Test
  void mistakes_are_told_all_at_once(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("t.yaml");
    Files.writeString(
        file, "attack-tree: t\nroot: a\nnodes:\n  - {id: a, or: [b, c]}\n  - {id: b, cost: -1}\n");

    Result result = new Shell().run("tree", "check", file.toString());

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("t.yaml:4:17: nodes[0].or", "t.yaml:5:19: nodes[1].cost");
  }

  @Test
  void a_tree_goes_to_adtool_and_back(@TempDir Path folder) {
    String xml = folder.resolve("claims.xml").toString();
    String json = folder.resolve("claims.json").toString();

    assertThat(new Shell().run("tree", "convert", EXAMPLE, "-o", xml).status()).isZero();
    assertThat(new Shell().run("tree", "check", xml).out())
        .contains("8 steps of the attacker, 6 countermeasures");
    assertThat(new Shell().run("tree", "convert", xml, "-o", json).status()).isZero();
    assertThat(new Shell().run("tree", "evaluate", json, "--on", "none").out())
        .containsPattern("cheapest\\s+400 ");
  }

  @Test
  void a_picture_marks_an_attack(@TempDir Path folder) throws Exception {
    Path svg = folder.resolve("claims.svg");

    Result result =
        new Shell().run("tree", "draw", EXAMPLE, "-o", svg.toString(), "--mark", "cheapest");

    assertThat(result.status()).isZero();
    assertThat(Files.readString(svg))
        .contains("The attack that stands out: Flood the customer portal.");
  }
}
