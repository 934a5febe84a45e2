package org.concordat.formats.tables;

import java.util.List;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * An asset as its row states it.
 *
 * @param element what the row is known by: the tool's own identifier, else the id, else the name
 * @param id the id as written, or null
 * @param unit the element of its unit, or null
 * @param properties the properties for which the row holds a computed priority, or null for a table
 *     without any
 */
record AssetRow(
    Table table,
    int row,
    String element,
    @Nullable String id,
    String name,
    AssetKind kind,
    @Nullable String unit,
    @Nullable String description,
    @Nullable List<String> properties) {
  Place place() {
    return table.place(row);
  }
}
