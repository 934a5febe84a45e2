package org.concordat.formats.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.yaml.Source;
import org.junit.jupiter.api.Test;

class AttackTreeFileTest {
  static final Path EXAMPLE = Path.of("../examples/attack-trees/claims-standstill.yaml");

  @Test
  void yaml_and_json_come_back_as_they_went() throws Exception {
    AttackTree tree = AttackTreeFile.read(EXAMPLE).tree();

    ByteArrayOutputStream json = new ByteArrayOutputStream();
    AttackTreeFile.json(tree, json);

    assertThat(read(AttackTreeFile.yaml(tree)).tree()).isEqualTo(tree);
    assertThat(read(json.toString(StandardCharsets.UTF_8)).tree()).isEqualTo(tree);
  }

  @Test
  void all_mistakes_are_told_with_line_and_column() {
    String text =
        """
        attack-tree: t
        root: goal
        nodes:
          - id: goal
            or: [a, b]
            and: [a]
          - id: a
            cost: dear
            probability: 0.5
            in-place: true
          - id: b
            actor: defender
            skill: 3
          - cots: 3
        """;

    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.findings().stream().map(Finding::message))
                    .containsExactly(
                        "tree.yaml:4:5: nodes[0]: a node is refined in two ways; keep one of the"
                            + " keys or, and, sand",
                        "tree.yaml:8:11: nodes[1].cost: 'dear' is not a number; such as 0.5 or 200",
                        "tree.yaml:10:5: nodes[1].in-place: a step of the attacker has no"
                            + " 'in-place'; take it out",
                        "tree.yaml:13:5: nodes[2].skill: a countermeasure has no 'skill'; doubt in"
                            + " a countermeasure is an attack step that counters it",
                        "tree.yaml:14:5: nodes[3].cots: unknown key 'cots'; did you mean 'cost'?",
                        "tree.yaml:14:5: nodes[3].id: the key 'id' is missing; write letters,"
                            + " digits, '.', '_' and '-', starting with a letter or digit"));
  }

  @Test
  void what_breaks_a_rule_is_told_where_it_stands() {
    String text =
        """
        attack-tree: t
        root: gaol
        nodes:
          - id: goal
            or: [a, wall]
          - {id: a, probability: 1.2}
          - {id: wall, actor: defender}
        """;

    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.findings().stream().map(Finding::message))
                    .containsExactly(
                        "tree.yaml:2:7: root: the root 'gaol' is no node; did you mean 'goal'?",
                        "tree.yaml:5:9: nodes[0].or: 'wall' belongs to the defender, which does not"
                            + " fit here; parts belong to the same actor as the whole",
                        "tree.yaml:6:26: nodes[1].probability: 1.2 is no probability; write a"
                            + " number from 0 to 1"));
  }

  @Test
  void a_file_without_a_tree_says_how_to_begin() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("begin with the keys attack-tree, root and nodes");
  }

  private static AttackTreeFile.Read read(String text) throws InvalidInput {
    return AttackTreeFile.read(new Source("tree.yaml", null, text));
  }
}
