package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Place;
import org.concordat.formats.tables.Header.Column;
import org.concordat.formats.tables.Meaning.Field;
import org.concordat.formats.tables.Table.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an asset list: one row, one asset. */
final class AssetReader {
  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "totaux",
          "sum",
          "summe",
          "gesamt",
          "gesamtsumme",
          "somme",
          "count",
          "anzahl");

  private static final Set<String> TRUE =
      Set.of("true", "yes", "1", "x", "ja", "wahr", "oui", "vrai");

  /** One objective within a cell of several: {@code confidentiality: 3}. */
  private static final Pattern OBJECTIVE = Pattern.compile("[,;|\\n]");

  private final Table table;
  private final Header header;
  private final Optional<AssetListMapping> mapping;
  private final AssetCollection assets;
  private final FindingLog log;

  private final @Nullable Column id;
  private final @Nullable Column element;
  private final @Nullable Column name;
  private final @Nullable Column type;
  private final @Nullable Column unit;
  private final @Nullable Column description;
  private final @Nullable Column businessFunction;
  private final @Nullable Column criticality;
  private final List<Column> ratings = new ArrayList<>();
  private final List<Column> priorities = new ArrayList<>();
  private final List<Column> objectives;
  private final List<Column> dependsOn;
  private final List<Column> neededBy;

  AssetReader(
      Table table,
      Header header,
      Optional<AssetListMapping> mapping,
      AssetCollection assets,
      FindingLog log) {
    this.table = table;
    this.header = header;
    this.mapping = mapping;
    this.assets = assets;
    this.log = log;
    id = only(Field.ID);
    element = only(Field.ELEMENT);
    name = only(Field.NAME);
    type = only(Field.TYPE);
    unit = only(Field.UNIT);
    description = only(Field.DESCRIPTION);
    businessFunction = only(Field.BUSINESS_FUNCTION);
    criticality = only(Field.CRITICALITY);
    objectives = header.columnsOf(Field.OBJECTIVES);
    dependsOn = header.columnsOf(Field.DEPENDS_ON);
    neededBy = header.columnsOf(Field.NEEDED_BY);
    for (Column column : header.columns()) {
      switch (column.meaning()) {
        case Meaning.Rating rating -> ratings.add(column);
        case Meaning.Priority priority -> priorities.add(column);
        case Field field -> {}
      }
    }
    if (type == null) {
      log.warning(
          table.place(header.row()),
          "the table has no column for the type of an asset; all are taken for technical",
          "add a column 'type'");
    }
  }

  void read(Row row) {
    assets.unused().count(header, row);
    String nameText = text(row, name);
    String idText = text(row, id);
    String elementText = text(row, element);
    if (nameText.isEmpty()) {
      if (idText.isEmpty() && elementText.isEmpty()) {
        withoutName(row);
        return;
      }
      nameText = idText.isEmpty() ? elementText : idText;
      log.warning(place(row, name), "the asset has no name; its id stands in for it", null);
    }
    String known = !elementText.isEmpty() ? elementText : !idText.isEmpty() ? idText : nameText;
    String unitName = unitName(row);
    AssetRow asset =
        new AssetRow(
            table,
            row.number(),
            known,
            idText.isEmpty() ? null : idText,
            nameText,
            kind(row),
            unitName.isEmpty() ? null : assets.unit(unitName),
            text(row, description).isEmpty() ? null : text(row, description),
            priorities.isEmpty() ? null : stated(row));
    if (!assets.add(asset)) {
      return;
    }
    readRatings(row, asset);
    for (Column column : dependsOn) {
      reference(row, asset, column, true);
    }
    for (Column column : neededBy) {
      reference(row, asset, column, false);
    }
  }

  private void withoutName(Row row) {
    boolean isTotal = row.cells().stream().anyMatch(c -> TOTALS.contains(TextKey.of(c)));
    if (isTotal) {
      assets.unused().add("row of totals", "it is no asset");
    } else {
      log.error(place(row, name), "the row has no name", "give the asset a name, or empty the row");
    }
  }

  private String unitName(Row row) {
    String text = text(row, unit);
    if (unit != null && text.contains("@")) {
      assets.unused().add("person in column \"" + unit.header() + "\"", "a unit is no person");
      return "";
    }
    return text;
  }

  private AssetKind kind(Row row) {
    String text = text(row, type);
    boolean isFunction = TRUE.contains(text(row, businessFunction).toLowerCase(Locale.ROOT));
    if (type == null || text.isEmpty()) {
      return isFunction ? AssetKind.PROCESS : AssetKind.TECHNICAL;
    }
    Optional<AssetKind> mapped = mapping.flatMap(m -> m.kind(text));
    if (mapped.isPresent()) {
      return mapped.get();
    }
    if (isFunction) {
      return AssetKind.PROCESS;
    }
    Optional<AssetKind> kind = KindWords.of(text);
    if (kind.isEmpty()) {
      log.warningOnce(
          place(row, type),
          "the type '" + text + "' is not known; the asset is taken for technical",
          "name the type under 'types' in a mapping file");
    }
    return kind.orElse(AssetKind.TECHNICAL);
  }

  private List<String> stated(Row row) {
    return priorities.stream()
        .filter(c -> !row.cell(c.index()).isEmpty())
        .map(c -> ((Meaning.Priority) c.meaning()).property())
        .distinct()
        .toList();
  }

  private void readRatings(Row row, AssetRow asset) {
    for (Column column : ratings) {
      if (column.meaning() instanceof Meaning.Rating(String property)) {
        assets.rate(RatingSet.PROPERTIES, asset, property, row.cell(column.index()), column);
      }
    }
    for (Column column : objectives) {
      for (String part : OBJECTIVE.splitAsStream(row.cell(column.index())).toList()) {
        objective(row, asset, column, part);
      }
    }
    if (criticality != null) {
      assets.rate(RatingSet.CRITICALITY, asset, "", row.cell(criticality.index()), criticality);
    }
  }

  private void objective(Row row, AssetRow asset, Column column, String part) {
    int colon = Math.max(part.indexOf(':'), part.indexOf('='));
    if (colon < 0) {
      if (!part.isBlank()) {
        log.warningOnce(
            place(row, column),
            "'" + part.strip() + "' is no objective",
            "write objectives as 'confidentiality: 3, integrity: 2'");
      }
      return;
    }
    String objective = part.substring(0, colon).strip();
    Optional<String> property = ColumnWords.property(objective);
    if (property.isPresent()) {
      String value = part.substring(colon + 1).strip();
      assets.rate(RatingSet.OBJECTIVES, asset, property.get(), value, column);
    } else {
      assets.unused().add("objective \"" + objective + "\"", "it is no known security property");
    }
  }

  private void reference(Row row, AssetRow asset, Column column, boolean isDependsOn) {
    String cell = row.cell(column.index());
    if (!cell.isEmpty()) {
      assets.refer(asset, cell, column, isDependsOn);
    }
  }

  private @Nullable Column only(Field field) {
    return header.column(field).orElse(null);
  }

  private static String text(Row row, @Nullable Column column) {
    return column == null ? "" : row.cell(column.index());
  }

  private Place place(Row row, @Nullable Column column) {
    return column == null
        ? table.place(row.number())
        : table.place(row.number(), column.index(), column.header());
  }
}
