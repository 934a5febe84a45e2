package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.jspecify.annotations.Nullable;

/** How things of the model stand in the cells and filters of tables. */
public final class Cells {
  /** Stands in filters for things without a unit. */
  static final String NO_UNIT = "-";

  private Cells() {}

  /** A level with its colour. */
  public static Cell level(LevelView level) {
    return new Cell.Badge(
        new Cell.Word("alignment.level." + level.name(), level.name()), level.shade());
  }

  /** The kind of an asset. */
  public static Cell kind(AssetKind kind) {
    return Cell.word("alignment.kind." + kind.name());
  }

  /** A security property, the organisation's own too. */
  public static Cell property(String property, Snapshot model) {
    String own =
        model.properties().stream()
            .filter(definition -> definition.id().equals(property))
            .map(PropertyDefinition::name)
            .findFirst()
            .orElse(property);
    return new Cell.Word("alignment.property." + property, own);
  }

  static Cell unit(@Nullable String id, Snapshot model) {
    Unit unit = id == null ? null : model.unit(id);
    return unit == null ? Cell.nothing() : new Cell.Text(unit.name());
  }

  static Cell asset(Asset asset) {
    return new Cell.Link(new Cell.Text(asset.name()), "/assets/" + asset.id());
  }

  static FilterField<Snapshot> kinds(String parameter, String text) {
    return new FilterField<>(
        parameter,
        text,
        _ -> Arrays.stream(AssetKind.values()).map(k -> new Option(k.name(), kind(k))).toList());
  }

  static FilterField<Snapshot> units() {
    return new FilterField<>(
        "unit",
        "alignment.unit",
        model -> {
          List<Option> options = new ArrayList<>();
          options.add(new Option(NO_UNIT, Cell.word("web.none")));
          options.addAll(unitOptions(model));
          return options;
        });
  }

  static List<Option> unitOptions(Snapshot model) {
    return model.units().stream()
        .map(unit -> new Option(unit.id(), new Cell.Text(unit.name())))
        .toList();
  }

  static FilterField<Snapshot> properties() {
    return new FilterField<>(
        "property",
        "alignment.property",
        model ->
            PrioritiesController.properties(model).stream()
                .map(property -> new Option(property, property(property, model)))
                .toList());
  }

  /** The least level that is shown. */
  static FilterField<Snapshot> levels() {
    return new FilterField<>(
        "level",
        "alignment.atLeast",
        model -> {
          ImpactScale scale = model.scale();
          List<Option> options = new ArrayList<>();
          for (int level = scale.size(); level >= 1; level--) {
            String name = scale.name(Level.of(level));
            options.add(
                new Option(String.valueOf(level), new Cell.Word("alignment.level." + name, name)));
          }
          return options;
        });
  }

  /** The level that a filter names, or null for none that the scale has. */
  static @Nullable Level level(String value, ImpactScale scale) {
    return value.matches("[0-9]{1,3}")
            && Integer.parseInt(value) >= 1
            && Integer.parseInt(value) <= scale.size()
        ? Level.of(Integer.parseInt(value))
        : null;
  }

  /** The kind that a filter names, or null. */
  static @Nullable AssetKind kind(String value) {
    return Arrays.stream(AssetKind.values())
        .filter(each -> each.name().equals(value))
        .findFirst()
        .orElse(null);
  }
}
