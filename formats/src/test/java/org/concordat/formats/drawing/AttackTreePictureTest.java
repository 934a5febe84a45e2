package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.formats.attacks.AttackTreeFile;
import org.junit.jupiter.api.Test;

class AttackTreePictureTest {
  @Test
  void the_picture_tells_in_words_what_it_shows() throws Exception {
    AttackTree tree = example();
    List<String> cheapest =
        Analysis.of(tree, tree.inPlace(), Limits.DEFAULT).cheapest().orElseThrow().steps();

    String svg = AttackTreePicture.draw(tree, tree.inPlace(), new LinkedHashSet<>(cheapest));

    Path file = Path.of("target/pictures/attack-tree.svg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, svg);
    assertThat(svg)
        .contains(
            "role=\"img\"", "<title id=", "Attack tree: Claims handling stands still for a day")
        .contains("The attack that stands out: Flood the customer portal.")
        .contains("Get into the office network: one of Phish a claims handler; Buy access from a")
        .contains("IN ORDER")
        .contains("off, 6000 EUR");
  }

  @Test
  void a_tree_beyond_what_anybody_can_follow_says_so() {
    List<TreeNode> nodes = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < AttackTreePicture.LARGEST; i++) {
      ids.add("s" + i);
      nodes.add(new TreeNode.AttackStep("s" + i, "", StepValues.UNKNOWN, List.of()));
    }
    nodes.add(new TreeNode.Gate("root", "", Actor.ATTACKER, Refinement.OR, ids, List.of()));
    AttackTree tree = new AttackTree("large", "", Units.UNSAID, "root", nodes);

    assertThat(AttackTreePicture.draw(tree, Set.of(), Set.of()))
        .contains("This tree has 401 nodes.");
  }

  @Test
  void names_cannot_break_out_of_the_picture() {
    AttackTree tree =
        new AttackTree(
            "t",
            "<script>",
            Units.UNSAID,
            "a",
            List.of(new TreeNode.AttackStep("a", "</svg><b>", StepValues.UNKNOWN, List.of())));

    assertThat(AttackTreePicture.draw(tree, Set.of(), Set.of()))
        .doesNotContain("<script>", "<b>")
        .contains("&lt;script&gt;");
  }

  private static AttackTree example() throws Exception {
    return AttackTreeFile.read(Path.of("../examples/attack-trees/claims-standstill.yaml")).tree();
  }
}
