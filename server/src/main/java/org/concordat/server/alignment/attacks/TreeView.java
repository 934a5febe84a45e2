package org.concordat.server.alignment.attacks;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * An attack tree as a page shows it, in one state of the defence.
 *
 * @param outline null when the tree is too large for one
 * @param open the key of the branch whose form is open, or nothing
 */
public record TreeView(
    AttackTree tree, Evaluation evaluation, @Nullable Branch outline, String open) {
  /** What a node is called. */
  public String name(String id) {
    TreeNode node = names().get(id);
    return node == null || node.name().isBlank() ? id : node.name();
  }

  private Map<String, TreeNode> names() {
    return tree.byId();
  }

  /** What several nodes are called. */
  public String names(List<String> ids) {
    return ids.stream().map(this::name).collect(Collectors.joining("; "));
  }

  /** Whether a countermeasure is on in this state. */
  public boolean isOn(String id) {
    return evaluation.on().contains(id);
  }

  /** The state of the defence as part of an address. */
  public String query() {
    return query(evaluation.on());
  }

  static String query(Set<String> on) {
    return on.stream()
        .sorted()
        .map(id -> "&on=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
        .collect(Collectors.joining("", "with=1", ""));
  }

  /** What is known of a basic step, in one line; nothing of a goal. */
  public String values(Surroundings here, TreeNode node) {
    Locale locale = here.locale();
    List<String> values = new ArrayList<>();
    switch (node) {
      case TreeNode.AttackStep step -> {
        StepValues known = step.values();
        if (known.cost() != null) {
          values.add(cost(locale, known.cost()));
        }
        if (known.probability() != null) {
          values.add("p " + number(locale, known.probability()));
        }
        if (known.skill() != null) {
          values.add(here.text("attacks.skill") + " " + known.skill());
        }
        if (known.time() != null) {
          values.add(time(locale, OptionalDouble.of(known.time())));
        }
      }
      case TreeNode.Countermeasure measure -> {
        if (measure.cost() != null) {
          values.add(cost(locale, measure.cost()));
        }
        if (measure.inPlace()) {
          values.add(here.text("attacks.inPlace"));
        }
      }
      case TreeNode.Gate _ -> {}
    }
    return String.join(", ", values);
  }

  /** A cost with its unit. */
  public String cost(Locale locale, double cost) {
    return with(locale, cost, tree.units().cost());
  }

  /** A time with its unit, or a dash when there is none. */
  public String time(Locale locale, OptionalDouble time) {
    return time.isPresent() ? with(locale, time.getAsDouble(), tree.units().time()) : "\u2013";
  }

  private static String with(Locale locale, double amount, String unit) {
    return unit.isBlank() ? number(locale, amount) : number(locale, amount) + " " + unit;
  }

  /** A number with the reader's separators, as exact as is worth reading. */
  public static String number(Locale locale, double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    double size = Math.abs(value);
    format.setMaximumFractionDigits(size != 0 && size < 0.01 ? 6 : 3);
    return format.format(value);
  }

  /** What is known of a number in a form's field. */
  public static String field(@Nullable Number value) {
    if (value == null) {
      return "";
    }
    return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }
}
