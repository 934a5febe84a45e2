package org.concordat.formats.attacks;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.formats.json.Json;
import org.concordat.formats.workspace.ScalarText;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes attack trees; what nobody stated is left out. */
final class AttackTreeWriter {
  private AttackTreeWriter() {}

  static String yaml(AttackTree tree) {
    StringBuilder out = new StringBuilder();
    line(out, "", "attack-tree", ScalarText.of(tree.id()));
    text(out, "", "name", tree.name());
    Units units = tree.units();
    if (!units.equals(Units.UNSAID)) {
      out.append("units:\n");
      text(out, "  ", "cost", units.cost());
      text(out, "  ", "time", units.time());
    }
    line(out, "", "root", ScalarText.of(tree.root()));
    out.append("nodes:\n");
    for (TreeNode node : tree.nodes()) {
      yaml(out, node);
    }
    return out.toString();
  }

  private static void yaml(StringBuilder out, TreeNode node) {
    out.append("  - id: ").append(ScalarText.of(node.id())).append('\n');
    String indent = "    ";
    text(out, indent, "name", node.name());
    if (node.actor() == Actor.DEFENDER) {
      line(out, indent, "actor", Words.of(node.actor()));
    }
    switch (node) {
      case TreeNode.AttackStep step -> {
        StepValues values = step.values();
        number(out, indent, "cost", values.cost());
        number(out, indent, "probability", values.probability());
        number(out, indent, "skill", values.skill());
        number(out, indent, "time", values.time());
      }
      case TreeNode.Countermeasure measure -> {
        number(out, indent, "cost", measure.cost());
        if (measure.inPlace()) {
          line(out, indent, "in-place", "true");
        }
      }
      case TreeNode.Gate gate -> ids(out, indent, Words.of(gate.refinement()), gate.parts());
    }
    ids(out, indent, "countered-by", node.counteredBy());
  }

  private static void line(StringBuilder out, String indent, String key, String value) {
    out.append(indent).append(key).append(": ").append(value).append('\n');
  }

  private static void text(StringBuilder out, String indent, String key, String value) {
    if (!value.isEmpty()) {
      line(out, indent, key, ScalarText.of(value));
    }
  }

  private static void number(StringBuilder out, String indent, String key, @Nullable Number value) {
    if (value != null) {
      line(out, indent, key, plain(value).toPlainString());
    }
  }

  private static BigDecimal plain(Number value) {
    BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static void ids(StringBuilder out, String indent, String key, List<String> ids) {
    if (!ids.isEmpty()) {
      String list = ids.stream().map(ScalarText::of).collect(Collectors.joining(", ", "[", "]"));
      line(out, indent, key, list);
    }
  }

  static void json(AttackTree tree, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("attack-tree", tree.id());
    text(json, "name", tree.name());
    Units units = tree.units();
    if (!units.equals(Units.UNSAID)) {
      json.writeObjectPropertyStart("units");
      text(json, "cost", units.cost());
      text(json, "time", units.time());
      json.writeEndObject();
    }
    json.writeStringProperty("root", tree.root());
    json.writeName("nodes");
    Json.lines(json, tree.nodes(), AttackTreeWriter::json);
    json.writeEndObject();
  }

  private static void json(JsonGenerator json, TreeNode node) {
    json.writeStartObject();
    json.writeStringProperty("id", node.id());
    text(json, "name", node.name());
    if (node.actor() == Actor.DEFENDER) {
      json.writeStringProperty("actor", Words.of(node.actor()));
    }
    switch (node) {
      case TreeNode.AttackStep step -> {
        StepValues values = step.values();
        number(json, "cost", values.cost());
        number(json, "probability", values.probability());
        number(json, "skill", values.skill());
        number(json, "time", values.time());
      }
      case TreeNode.Countermeasure measure -> {
        number(json, "cost", measure.cost());
        if (measure.inPlace()) {
          json.writeBooleanProperty("in-place", true);
        }
      }
      case TreeNode.Gate gate -> ids(json, Words.of(gate.refinement()), gate.parts());
    }
    ids(json, "countered-by", node.counteredBy());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(key, value);
    }
  }

  private static void number(JsonGenerator json, String key, @Nullable Number value) {
    if (value != null) {
      json.writeName(key);
      json.writeNumber(plain(value));
    }
  }

  private static void ids(JsonGenerator json, String key, List<String> ids) {
    if (!ids.isEmpty()) {
      json.writeArrayPropertyStart(key);
      ids.forEach(json::writeString);
      json.writeEndArray();
    }
  }
}
