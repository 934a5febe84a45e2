package org.concordat.formats.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the assets of a workspace with the priorities of their requirements as a table: id, name,
 * type, unit, depends on, and for each property its level, score (from 0 to 1) and rank.
 *
 * <p>{@link AssetListImport} reads it again: the same assets, units by their names, dependencies
 * and properties. The priorities are computed and come back as unused; how strong a dependency is
 * and what it carries does not fit into a table.
 *
 * <p>In CSV, a cell that a spreadsheet would take for a formula (starting with {@code = + - @}, a
 * tab or a carriage return) gets an apostrophe in front, which the import takes off again. XLSX
 * needs no such thing, for its cells say that they are texts.
 */
public final class AssetListExport {
  /** The columns that stay in sight: id and name. */
  private static final int FROZEN = 2;

  private final Workspace workspace;
  private final List<String> properties;
  private final Map<String, List<String>> dependencies = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<Requirement, Double> scores = new LinkedHashMap<>();
  private final double[] ascending;

  private AssetListExport(Workspace workspace, ToDoubleFunction<Requirement> score) {
    this.workspace = workspace;
    Set<String> used = new LinkedHashSet<>();
    for (Asset asset : workspace.assets()) {
      for (String property : asset.properties()) {
        used.add(property);
        Requirement requirement = new Requirement(asset.id(), property);
        scores.put(requirement, score.applyAsDouble(requirement));
      }
    }
    properties = new ArrayList<>(SecurityProperty.CLASSIC.stream().filter(used::contains).toList());
    used.stream().filter(p -> !properties.contains(p)).sorted().forEach(properties::add);
    for (Dependency dependency : workspace.dependencies()) {
      dependencies.computeIfAbsent(dependency.from(), f -> new ArrayList<>()).add(dependency.on());
    }
    for (Unit unit : workspace.units()) {
      units.put(unit.id(), unit.name());
    }
    ascending = scores.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * Writes CSV in UTF-8, with commas and a header row.
   *
   * @param score the score of each requirement, from 0 to 1
   * @throws IOException when the stream cannot be written; it stays open
   */
  public static void writeCsv(
      Workspace workspace, ToDoubleFunction<Requirement> score, OutputStream out)
      throws IOException {
    try (RowWriter writer = RowWriter.csv(out)) {
      new AssetListExport(workspace, score).write(writer);
    }
  }

  /**
   * Writes XLSX with one sheet, {@code Assets}.
   *
   * @param score the score of each requirement, from 0 to 1
   * @throws IOException when the stream cannot be written; it stays open
   * @throws IllegalArgumentException when there are more assets than a sheet has rows
   */
  public static void writeXlsx(
      Workspace workspace, ToDoubleFunction<Requirement> score, OutputStream out)
      throws IOException {
    if (workspace.assets().size() >= Worksheet.MAX_ROWS) {
      throw new IllegalArgumentException(
          "a sheet holds %,d rows, not %,d assets"
              .formatted(Worksheet.MAX_ROWS, workspace.assets().size()));
    }
    try (RowWriter writer = RowWriter.xlsx(out, "Assets", FROZEN)) {
      new AssetListExport(workspace, score).write(writer);
    }
  }

  private void write(RowWriter writer) throws IOException {
    writer.write(headers());
    for (Asset asset : workspace.assets()) {
      writer.write(values(asset));
    }
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("id", "name", "type", "unit", "depends on"));
    for (String property : properties) {
      for (String figure : ColumnWords.FIGURES) {
        headers.add(ColumnWords.priorityHeader(property, figure));
      }
    }
    return headers;
  }

  private List<@Nullable Object> values(Asset asset) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(asset.id());
    values.add(asset.name());
    values.add(asset.kind().name().toLowerCase(Locale.ROOT));
    values.add(asset.unit() == null ? null : units.getOrDefault(asset.unit(), asset.unit()));
    values.add(String.join("; ", dependencies.getOrDefault(asset.id(), List.of())));
    for (String property : properties) {
      Double score = scores.get(new Requirement(asset.id(), property));
      values.add(score == null ? null : workspace.scale().shownName(score));
      values.add(score);
      values.add(score == null ? null : rank(score));
    }
    return values;
  }

  /** One more than the number of requirements with a higher score. */
  private int rank(double score) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > score) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ascending.length - low + 1;
  }
}
