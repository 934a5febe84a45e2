package org.concordat.formats.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.ControlRef;
import org.jspecify.annotations.Nullable;

/** Reads a control of texts, each under the name of a column of {@link ControlTable}. */
public final class ControlCells {
  private final List<String> columns;
  private final Function<String, String> cells;
  private final Function<String, Place> places;
  private final ImpactScale scale;
  private final FindingList findings;

  /**
   * Texts to read.
   *
   * @param columns those that there are
   * @param cells the text of a column, empty where there is none
   * @param places where a column's text stands
   */
  public ControlCells(
      List<String> columns,
      Function<String, String> cells,
      Function<String, Place> places,
      ImpactScale scale,
      FindingList findings) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.places = places;
    this.scale = scale;
    this.findings = findings;
  }

  /**
   * The control; what cannot be read is found and left out.
   *
   * @param standIn its id where it says none
   */
  public BudgetControl control(String standIn) {
    String id = cells.apply("id");
    String name = cells.apply("name");
    if (id.isEmpty()) {
      findings.error(places.apply("id"), "the control has no id", "write " + Identifier.SHAPE);
    }
    String stand = id.isEmpty() ? standIn : id;
    return new BudgetControl(
        stand,
        name.isEmpty() ? stand : name,
        outlays(),
        services(),
        list(cells.apply("needs")),
        list(cells.apply("excludes")),
        earliest(),
        inPlace(),
        implementing());
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private Map<String, Outlay> outlays() {
    Map<String, Outlay> outlays = new LinkedHashMap<>();
    for (String column : columns) {
      if (column.endsWith(ControlTable.ONCE) || column.endsWith(ControlTable.YEARLY)) {
        boolean isOnce = column.endsWith(ControlTable.ONCE);
        String resource =
            column
                .substring(
                    0,
                    column.length() - (isOnce ? ControlTable.ONCE : ControlTable.YEARLY).length())
                .strip();
        Quantity amount = amount(column);
        Outlay before = outlays.getOrDefault(resource, new Outlay(Quantity.ZERO, Quantity.ZERO));
        Outlay outlay =
            isOnce ? new Outlay(amount, before.yearly()) : new Outlay(before.once(), amount);
        if (!outlay.isNothing()) {
          outlays.put(resource, outlay);
        }
      }
    }
    return outlays;
  }

  private Quantity amount(String column) {
    String text = cells.apply(column);
    Optional<Quantity> amount = BudgetLine.amount(text);
    if (amount.isEmpty() && !text.isEmpty()) {
      findings.error(
          places.apply(column), "'" + text + "' is no amount", "write " + Quantity.SHAPE);
    }
    return amount.orElse(Quantity.ZERO);
  }

  private List<Service> services() {
    List<Service> services = new ArrayList<>();
    for (String text : list(cells.apply("serves"))) {
      int equals = text.indexOf('=');
      String requirementText = (equals < 0 ? text : text.substring(0, equals)).strip();
      Optional<Requirement> requirement = Requirement.parse(requirementText);
      Optional<Level> level =
          equals < 0 ? Optional.of(scale.top()) : scale.level(text.substring(equals + 1).strip());
      if (requirement.isEmpty()) {
        findings.error(
            places.apply("serves"),
            "'" + requirementText + "' is no requirement",
            "write asset/property=level");
      }
      if (level.isEmpty()) {
        findings.error(
            places.apply("serves"),
            "'" + text.substring(equals + 1).strip() + "' is no level of the scale",
            "write one of " + String.join(", ", scale.names()));
      }
      if (requirement.isPresent() && level.isPresent()) {
        services.add(new Service(requirement.get(), level.get()));
      }
    }
    return services;
  }

  private int earliest() {
    String text = cells.apply("earliest");
    if (text.isEmpty()) {
      return 1;
    }
    if (text.matches("[1-9][0-9]{0,2}")) {
      return Integer.parseInt(text);
    }
    findings.error(places.apply("earliest"), "'" + text + "' is no year of the plan", null);
    return 1;
  }

  private boolean inPlace() {
    String text = cells.apply("in place").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "yes", "true" -> true;
      case "", "no", "false" -> false;
      default -> {
        findings.error(
            places.apply("in place"),
            "'" + text + "' does not say whether the control is in place",
            "write yes or no");
        yield false;
      }
    };
  }

  private @Nullable ControlRef implementing() {
    String text = cells.apply("implements");
    Optional<ControlRef> ref = ControlTable.parseRef(text);
    if (ref.isEmpty() && !text.isEmpty()) {
      findings.error(
          places.apply("implements"),
          "'" + text + "' is no control of a standard",
          "write catalogue and control, such as iso27001-2022/A.8.5");
    }
    return ref.orElse(null);
  }
}
