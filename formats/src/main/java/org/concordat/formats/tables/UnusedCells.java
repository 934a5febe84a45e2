package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.concordat.formats.tables.Header.Passed;
import org.concordat.formats.tables.Table.Row;

/** Counts what has no place in a workspace. */
final class UnusedCells {
  private record Kind(String kind, String why) {}

  private final Map<Kind, Integer> counts = new LinkedHashMap<>();

  /** Counts the row's filled cells in columns that are passed over. */
  void count(Header header, Row row) {
    for (Passed column : header.passed()) {
      if (!row.cell(column.index()).isEmpty()) {
        add("column \"" + column.header() + "\"", column.why());
      }
    }
  }

  void add(String kind, String why) {
    counts.merge(new Kind(kind, why), 1, Integer::sum);
  }

  List<Unused> list() {
    List<Unused> list = new ArrayList<>();
    counts.forEach((kind, count) -> list.add(new Unused(kind.kind(), count, kind.why())));
    return list;
  }
}
