package org.concordat.formats.tables;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Place;
import org.concordat.formats.tables.Header.Column;
import org.concordat.formats.tables.Meaning.Field;
import org.concordat.formats.tables.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a relation table such as ServiceNow's {@code cmdb_rel_ci}: one row, one
 * dependency. Where no asset list comes with it, the two ends are the assets.
 */
final class RelationReader {
  private final Table table;
  private final Header header;
  private final Column parent;
  private final Column child;
  private final @Nullable Column parentType;
  private final @Nullable Column childType;
  private final @Nullable Column relation;
  private final boolean makesAssets;
  private final AssetCollection assets;
  private final FindingLog log;
  private final Set<String> made = new HashSet<>();

  RelationReader(
      Table table, Header header, boolean makesAssets, AssetCollection assets, FindingLog log) {
    this.table = table;
    this.header = header;
    this.makesAssets = makesAssets;
    this.assets = assets;
    this.log = log;
    parent = header.column(Field.PARENT).orElseThrow();
    child = header.column(Field.CHILD).orElseThrow();
    parentType = header.column(Field.PARENT_TYPE).orElse(null);
    childType = header.column(Field.CHILD_TYPE).orElse(null);
    relation = header.column(Field.RELATION).or(() -> header.column(Field.TYPE)).orElse(null);
  }

  void read(Row row) {
    assets.unused().count(header, row);
    String above = row.cell(parent.index());
    String below = row.cell(child.index());
    if (above.isEmpty() || below.isEmpty()) {
      Column missing = above.isEmpty() ? parent : child;
      log.error(place(row, missing), "the relation has only one end", "name both ends");
      return;
    }
    String type = relation == null ? "" : row.cell(relation.index());
    Optional<RelationWords.Direction> direction =
        type.isEmpty()
            ? Optional.of(RelationWords.Direction.PARENT_NEEDS_CHILD)
            : RelationWords.of(type);
    if (makesAssets) {
      make(row, parent, parentType);
      make(row, child, childType);
    }
    if (direction.isEmpty()) {
      assets.unused().add("relation \"" + type + "\"", "it does not say which end needs the other");
      return;
    }
    switch (direction.get()) {
      case PARENT_NEEDS_CHILD -> assets.relate(above, below, place(row, parent), place(row, child));
      case CHILD_NEEDS_PARENT -> assets.relate(below, above, place(row, child), place(row, parent));
    }
  }

  private void make(Row row, Column end, @Nullable Column typeColumn) {
    String name = row.cell(end.index());
    if (!made.add(TextKey.spoken(name))) {
      return;
    }
    String type = typeColumn == null ? "" : row.cell(typeColumn.index());
    Optional<AssetKind> kind = KindWords.of(type);
    if (kind.isEmpty()) {
      log.warningOnce(
          place(row, end),
          "assets that only relations name are taken for technical",
          "import the asset list as well, or add columns 'parent class' and 'child class'");
    }
    assets.add(
        new AssetRow(
            table,
            row.number(),
            name,
            null,
            name,
            kind.orElse(AssetKind.TECHNICAL),
            null,
            null,
            null));
  }

  private Place place(Row row, Column column) {
    return table.place(row.number(), column.index(), column.header());
  }
}
