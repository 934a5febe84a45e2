package org.concordat.formats.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.tables.Meaning.Field;
import org.concordat.formats.tables.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table: which column means what.
 *
 * @param row the header row's number
 * @param columns the columns that are used
 * @param passed the columns that are passed over
 */
record Header(int row, List<Column> columns, List<Passed> passed) {
  private static final String UNKNOWN =
      "it is no column of an asset list that is known; a mapping file can name it";
  private static final String PERSON = "it names a person or a support group, who is no unit";
  private static final String COMPUTED = "it was computed; a priority is no judgement";

  /**
   * A column that means something.
   *
   * @param index from 0
   * @param separator what separates several values in a cell, or null for any of the usual ones
   */
  record Column(int index, String header, Meaning meaning, @Nullable String separator) {}

  /**
   * A column that is passed over.
   *
   * @param index from 0
   * @param why why its cells have no place in a workspace
   */
  record Passed(int index, String header, String why) {}

  /** Whether the rows are relations between assets rather than assets. */
  boolean isRelations() {
    return column(Field.PARENT).isPresent() && column(Field.CHILD).isPresent() && !namesAssets();
  }

  boolean namesAssets() {
    return column(Field.NAME).isPresent();
  }

  Optional<Column> column(Meaning meaning) {
    return columns.stream().filter(c -> c.meaning().equals(meaning)).findFirst();
  }

  List<Column> columnsOf(Meaning meaning) {
    return columns.stream().filter(c -> c.meaning().equals(meaning)).toList();
  }

  /**
   * The header of a table: among the first rows, the one with the most known columns that names
   * assets, or both ends of relations; the mapping's row where it states one. Empty when there is
   * none.
   */
  static Optional<Header> find(Table table, Optional<AssetListMapping> mapping)
      throws IOException, InvalidInput {
    List<Row> rows = new ArrayList<>();
    Optional<Integer> stated = mapping.flatMap(AssetListMapping::statedHeaderRow);
    table.read(
        row -> {
          if (stated.isEmpty() || stated.get() == row.number()) {
            rows.add(row);
          }
          return rows.size() < TableLimits.HEADER_ROWS
              && (stated.isEmpty() || row.number() < stated.get());
        });
    Header best = null;
    for (Row row : rows) {
      if (stated.isEmpty() && row.number() > TableLimits.HEADER_ROWS) {
        break;
      }
      Header header = of(row, mapping);
      boolean usable = header.namesAssets() || header.isRelations();
      if (usable && (best == null || header.columns.size() > best.columns.size())) {
        best = header;
      }
    }
    return Optional.ofNullable(best);
  }

  private static Header of(Row row, Optional<AssetListMapping> mapping) {
    Map<Integer, Candidate> candidates = new TreeMap<>();
    List<Passed> passed = new ArrayList<>();
    Set<Meaning> mapped = new HashSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String header = row.cell(i);
      Optional<AssetListMapping.MappedColumn> own = mapping.flatMap(m -> m.columnFor(header));
      if (own.isPresent()) {
        Column column = new Column(i, header, own.get().meaning(), own.get().separator());
        candidates.put(i, new Candidate(column, -1));
        mapped.add(column.meaning());
      }
    }
    for (int i = 0; i < row.cells().size(); i++) {
      String header = row.cell(i);
      if (header.isEmpty() || candidates.containsKey(i)) {
        continue;
      }
      Optional<ColumnWords.Word> word = ColumnWords.of(header);
      if (mapping.isPresent() && mapping.get().ignores(header)) {
        passed.add(new Passed(i, header, "the mapping says to ignore it"));
      } else if (word.isEmpty() || mapped.contains(word.get().meaning())) {
        passed.add(new Passed(i, header, UNKNOWN));
      } else {
        Column column = new Column(i, header, word.get().meaning(), null);
        candidates.put(i, new Candidate(column, word.get().order()));
      }
    }
    return new Header(row.number(), used(candidates.values(), passed), passed);
  }

  /** A column and how strongly its header means what it means; lower is stronger. */
  private record Candidate(Column column, int order) {}

  /** The columns that are used: where two say the same once, the stronger one. */
  private static List<Column> used(Collection<Candidate> candidates, List<Passed> passed) {
    Map<Meaning, Candidate> strongest = new HashMap<>();
    for (Candidate candidate : candidates) {
      strongest.merge(
          candidate.column().meaning(), candidate, (a, b) -> b.order() < a.order() ? b : a);
    }
    List<Column> used = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Column column = candidate.column();
      Column winner = strongest.getOrDefault(column.meaning(), candidate).column();
      switch (column.meaning()) {
        case Field field when field == Field.PERSON ->
            passed.add(new Passed(column.index(), column.header(), PERSON));
        case Meaning.Priority priority -> {
          used.add(column);
          passed.add(new Passed(column.index(), column.header(), COMPUTED));
        }
        case Field field when field.isRepeatable() || winner.equals(column) -> used.add(column);
        case Meaning.Rating rating when winner.equals(column) -> used.add(column);
        case Field field -> passed.add(sameAs(winner, column));
        case Meaning.Rating rating -> passed.add(sameAs(winner, column));
      }
    }
    return used;
  }

  private static Passed sameAs(Column winner, Column column) {
    String why = "the column \"" + winner.header() + "\" says it already";
    return new Passed(column.index(), column.header(), why);
  }
}
