package org.concordat.server.database.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.server.database.Migrations;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a backup holds and the sequences beside them, as the database tells them.
 *
 * @param tables names and columns, those that others refer to first
 */
record Catalogue(Map<String, List<String>> tables) {
  /** Tables that no backup holds, each for a reason. */
  static final Set<String> LEFT_OUT =
      Set.of(
          // The migrations' own list: the restore runs them.
          "flyway_schema_history",
          // Whoever reads a backup must not be signed in as somebody.
          "spring_session",
          "spring_session_attributes",
          // Counts that are soon forgotten.
          "sign_in_failure");

  private static final String COLUMNS =
      """
      select c.relname, a.attname
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = to_regnamespace(?) and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname, a.attnum
      """;

  private static final String REFERENCES =
      """
      select referring.relname, referred.relname
      from pg_constraint
      join pg_class referring on referring.oid = conrelid
      join pg_class referred on referred.oid = confrelid
      where contype = 'f' and connamespace = to_regnamespace(?) and conrelid <> confrelid
      """;

  private static final String SEQUENCES =
      "select sequencename, last_value from pg_sequences where schemaname = ? and last_value is not"
          + " null";

  static Catalogue read(Connection connection) throws SQLException {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    for (List<String> row : pairs(connection, COLUMNS)) {
      if (!LEFT_OUT.contains(row.getFirst())) {
        columns.computeIfAbsent(row.getFirst(), table -> new ArrayList<>()).add(row.getLast());
      }
    }
    Map<String, SortedSet<String>> needs = new TreeMap<>();
    columns.keySet().forEach(table -> needs.put(table, new TreeSet<>()));
    for (List<String> row : pairs(connection, REFERENCES)) {
      @Nullable SortedSet<String> ofTable = needs.get(row.getFirst());
      if (ofTable != null && columns.containsKey(row.getLast())) {
        ofTable.add(row.getLast());
      }
    }
    return new Catalogue(inOrder(columns, needs));
  }

  private static Map<String, List<String>> inOrder(
      Map<String, List<String>> columns, Map<String, SortedSet<String>> needs) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    while (!needs.isEmpty()) {
      String next =
          needs.entrySet().stream()
              .filter(table -> ordered.keySet().containsAll(table.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "tables refer to each other in a circle: " + needs.keySet()));
      needs.remove(next);
      ordered.put(next, List.copyOf(columns.getOrDefault(next, List.of())));
    }
    return ordered;
  }

  private static List<List<String>> pairs(Connection connection, String query) throws SQLException {
    List<List<String>> pairs = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, Migrations.SCHEMA);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          pairs.add(List.of(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return pairs;
  }

  /** The last numbers of the sequences that have given any. */
  static SortedMap<String, Long> sequences(Connection connection) throws SQLException {
    SortedMap<String, Long> sequences = new TreeMap<>();
    for (List<String> row : pairs(connection, SEQUENCES)) {
      sequences.put(row.getFirst(), Long.valueOf(row.getLast()));
    }
    return sequences;
  }

  /** A table or column as SQL names it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table of ours as SQL names it. */
  static String qualified(String table) {
    return Migrations.SCHEMA + "." + quoted(table);
  }
}
