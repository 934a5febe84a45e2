package org.concordat.formats.adtool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.Outcome;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.attacks.AttackTreeFile;
import org.junit.jupiter.api.Test;

class AdtoolTest {
  private static final String ACCOUNT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <adtree>
        <!-- drawn with ADTool -->
        <node refinement="conjunctive">
          <label>Steal
      money</label>
          <node refinement="disjunctive">
            <label>card</label>
            <parameter domainId="MinCost1" category="basic">20.0</parameter>
            <parameter domainId="Likes9" category="basic">many</parameter>
          </node>
          <node refinement="disjunctive">
            <label>PIN</label>
            <node refinement="conjunctive">
              <label>force</label>
              <comment>at night</comment>
              <parameter domainId="MinCost1" category="basic">Infinity</parameter>
            </node>
            <node refinement="conjunctive">
              <label>card</label>
              <parameter domainId="MinCost1" category="basic">30.0</parameter>
              <node refinement="disjunctive" switchRole="yes">
                <label>no note on the card</label>
              </node>
            </node>
          </node>
        </node>
        <domain id="MinCost1">
          <class>lu.uni.adtool.domains.adtpredefined.MinCost</class>
          <tool>ADTool2</tool>
        </domain>
        <domain id="Likes9">
          <class>org.example.Likes</class>
          <tool>Another</tool>
        </domain>
      </adtree>
      """;

  @Test
  void what_was_read_is_written_as_it_was() throws Exception {
    assertThat(text(document(ACCOUNT))).isEqualTo(ACCOUNT);
  }

  @Test
  void equal_labels_are_one_step_and_what_has_no_place_is_told() throws Exception {
    AdtoolImport.Read read = AdtoolImport.tree(document(ACCOUNT), "account");

    AttackTree tree = read.tree();
    assertThat(tree.name()).isEqualTo("Steal money");
    assertThat(tree.steps().stream().map(TreeNode::name))
        .containsExactlyInAnyOrder("card", "force");
    assertThat(tree.node("card"))
        .isEqualTo(
            new TreeNode.AttackStep(
                "card", "card", new StepValues(20.0, null, null, null), List.of()));
    assertThat(tree.node("no-note-on-the-card").actor()).isEqualTo(Actor.DEFENDER);
    assertThat(read.warnings().stream().map(Finding::message))
        .containsExactly(
            "account.xml:32:3: the values of 'Likes9' (org.example.Likes) have no place in a tree"
                + " here; they stay in the file",
            "account.xml:21:9: 'card' stands with 20.0 and with 30.0; equal labels are one step;"
                + " the first value counts");
    Analysis analysis = Analysis.of(tree, Set.of(), Limits.DEFAULT);
    assertThat(analysis.cheapest().orElseThrow().cost()).isEqualTo(20);
    assertThat(analysis.unknown().cost()).containsExactly("force");
  }

  @Test
  void a_counter_holds_where_it_stands_and_not_wherever_the_step_stands() throws Exception {
    AttackTree tree = AdtoolImport.tree(document(ACCOUNT), "account").tree();

    Analysis analysis = Analysis.of(tree, Set.of("no-note-on-the-card"), Limits.DEFAULT);

    assertThat(analysis.cheapest().orElseThrow().steps())
        .containsExactlyInAnyOrder("card", "force");
  }

  @Test
  void a_tree_that_is_written_out_and_read_again_comes_to_the_same() throws Exception {
    AttackTree tree =
        AttackTreeFile.read(Path.of("../examples/attack-trees/claims-standstill.yaml")).tree();

    AdtoolDocument written = AdtoolExport.document(tree);
    AttackTree again =
        AdtoolImport.tree(AdtoolDocument.read("again.xml", written.write()), tree.id()).tree();

    assertThat(again.countermeasures()).hasSameSizeAs(tree.countermeasures());
    for (TreeNode.Countermeasure measure : tree.countermeasures()) {
      String sameThere =
          again.countermeasures().stream()
              .filter(m -> m.name().equals(measure.name()))
              .findFirst()
              .orElseThrow()
              .id();
      assertThat(Outcome.of(Analysis.of(again, Set.of(sameThere), Limits.DEFAULT)))
          .isEqualTo(Outcome.of(Analysis.of(tree, Set.of(measure.id()), Limits.DEFAULT)));
    }
  }

  @Test
  void a_tree_that_nobody_changed_is_written_as_the_document_that_it_came_from() throws Exception {
    AdtoolDocument came = document(ACCOUNT);
    AttackTree tree = AdtoolImport.tree(came, "account").tree();

    assertThat(text(AdtoolExport.document(tree, came))).isEqualTo(ACCOUNT);
  }

  @Test
  void what_other_tools_say_follows_the_nodes_of_a_changed_tree() throws Exception {
    AdtoolDocument came = document(ACCOUNT);
    AttackTree tree = AdtoolImport.tree(came, "account").tree();
    List<TreeNode> changed =
        tree.nodes().stream()
            .map(
                node ->
                    node instanceof TreeNode.AttackStep step && step.id().equals("force")
                        ? new TreeNode.AttackStep(
                            "force",
                            "drill",
                            new StepValues(70.0, 0.5, null, null),
                            step.counteredBy())
                        : node)
            .toList();

    String written =
        text(
            AdtoolExport.document(
                new AttackTree(tree.id(), tree.name(), tree.units(), tree.root(), changed), came));

    assertThat(written)
        .contains("<!-- drawn with ADTool -->")
        .contains("<parameter domainId=\"Likes9\" category=\"basic\">many</parameter>")
        .contains("<class>org.example.Likes</class>")
        .containsPattern(
            "<label>drill</label>(\\s*<parameter[^/]*/parameter>)+\\s*<comment>at night")
        .contains("<tool>ADTool2</tool>")
        .containsOnlyOnce("<class>lu.uni.adtool.domains.adtpredefined.MinCost</class>");
    AttackTree again =
        AdtoolImport.tree(AdtoolDocument.read("again.xml", written.getBytes(UTF_8)), "account")
            .tree();
    assertThat(again.nodes().stream().filter(n -> n.name().equals("drill")))
        .singleElement()
        .isEqualTo(
            new TreeNode.AttackStep(
                "drill", "drill", new StepValues(70.0, 0.5, null, null), List.of()));
  }

  @Test
  void a_domain_of_ours_takes_no_id_that_another_one_has_there() throws Exception {
    AdtoolDocument came =
        document(
            """
            <adtree><node refinement="disjunctive"><label>steal</label>
            <parameter domainId="MinCost1" category="basic">red</parameter></node>
            <domain id="MinCost1"><class>org.example.Colour</class></domain></adtree>
            """);
    AttackTree tree = AdtoolImport.tree(came, "t").tree();
    TreeNode priced =
        new TreeNode.AttackStep("steal", "steal", new StepValues(5.0, null, null, null), List.of());

    AdtoolDocument written =
        AdtoolExport.document(
            new AttackTree("t", "steal", tree.units(), "steal", List.of(priced)), came);

    assertThat(text(written)).contains(">red<", ">5.0<");
    assertThat(
            AdtoolImport.tree(AdtoolDocument.read("again.xml", written.write()), "t")
                .tree()
                .node("steal"))
        .isEqualTo(priced);
  }

  private static String text(AdtoolDocument document) {
    return new String(document.write(), UTF_8);
  }

  @Test
  void a_file_of_something_else_is_refused_with_its_place() {
    assertThatThrownBy(() -> document("<model/>"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a tree of ADTool stands in 'adtree' or 'sandtree'");
    assertThatThrownBy(() -> document("<adtree><node></adtree>"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("account.xml:1:");
    assertThatThrownBy(
            () ->
                document(
                    "<!DOCTYPE adtree [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><adtree>&x;"
                        + "</adtree>"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void mistakes_in_the_tree_are_found_at_once() {
    String text =
        "<adtree><node refinement=\"sometimes\" switchRole=\"yes\"><label>"
            + " </label></node></adtree>";

    assertThatThrownBy(() -> AdtoolImport.tree(document(text), "t"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.findings().stream().map(Finding::problem))
                    .contains("the root belongs to the defender", "the node has no label"));
  }

  private static AdtoolDocument document(String text) throws InvalidInput {
    return AdtoolDocument.read("account.xml", text.getBytes(UTF_8));
  }
}
