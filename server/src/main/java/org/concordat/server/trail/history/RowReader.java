package org.concordat.server.trail.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads rows of the trail as people read them: names in the place of ids, level names of the scale
 * of the time, and only what differs.
 */
final class RowReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode ABSENT = MissingNode.getInstance();

  private final Map<String, Map<String, String>> names = new HashMap<>();
  private final NavigableMap<Long, List<String>> scales = new TreeMap<>();

  private RowReader() {}

  /**
   * A row of the trail.
   *
   * @param key of the row in its table
   * @param before its JSON, or null
   * @param after its JSON, or null
   */
  record Raw(
      long number,
      String table,
      String key,
      String operation,
      @Nullable String before,
      @Nullable String after) {}

  /** Reads rows; asks the database once for all names and once for the scales. */
  static List<RowChange> read(DSLContext sql, List<Raw> rows) {
    RowReader reader = new RowReader();
    List<Parsed> parsed = rows.stream().map(Parsed::of).toList();
    reader.learnNames(sql, parsed);
    reader.learnScales(sql);
    return parsed.stream().map(reader::change).toList();
  }

  private record Parsed(Raw raw, JsonNode before, JsonNode after) {
    static Parsed of(Raw raw) {
      return new Parsed(raw, parse(raw.before), parse(raw.after));
    }

    private static JsonNode parse(@Nullable String json) {
      return json == null ? ABSENT : JSON.readTree(json);
    }

    JsonNode latest() {
      return after.isMissingNode() ? before : after;
    }
  }

  private void learnNames(DSLContext sql, List<Parsed> rows) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Parsed row : rows) {
      for (JsonNode image : List.of(row.before, row.after)) {
        for (Map.Entry<String, JsonNode> field : image.properties()) {
          String table = Columns.reference(field.getKey());
          if (!table.isEmpty()) {
            Set<String> keys = wanted.computeIfAbsent(table, _ -> new HashSet<>());
            texts(field.getValue()).forEach(keys::add);
          }
        }
      }
    }
    wanted.forEach(
        (table, keys) ->
            sql.fetch(
                    "select distinct on (row_key) row_key, coalesce(after, before) ->> 'name' from"
                        + " trail where table_name = ? and row_key = any(?::text[])"
                        + " order by row_key, number desc",
                    table,
                    keys.toArray(String[]::new))
                .forEach(
                    row ->
                        names
                            .computeIfAbsent(table, _ -> new HashMap<>())
                            .put(row.get(0, String.class), row.get(1, String.class))));
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isArray()
        ? node.values().stream().flatMap(RowReader::texts)
        : node.isString() ? Stream.of(node.asString()) : Stream.of();
  }

  private void learnScales(DSLContext sql) {
    sql.fetch(
            "select number, coalesce(after, before) ->> 'scale' from trail"
                + " where table_name = 'workspace' order by number")
        .forEach(
            row ->
                scales.put(
                    row.get(0, Long.class),
                    texts(JSON.readTree(row.get(1, String.class))).toList()));
  }

  private RowChange change(Parsed row) {
    Raw raw = row.raw;
    List<Value.Entry> subject =
        Columns.subject(raw.table).stream()
            .map(column -> subject(raw.table, column, row.latest()))
            .filter(entry -> !entry.key().isEmpty())
            .toList();
    Set<String> columns = new LinkedHashSet<>();
    row.before.propertyNames().forEach(columns::add);
    row.after.propertyNames().forEach(columns::add);
    List<FieldChange> fields = new ArrayList<>();
    for (String column : columns) {
      JsonNode was = row.before.path(column);
      JsonNode is = row.after.path(column);
      boolean same = was.equals(is) || (isNothing(was) && isNothing(is));
      if (!same && Columns.isShown(raw.table, column)) {
        fields.add(
            new FieldChange(column, value(column, was, raw.number), value(column, is, raw.number)));
      }
    }
    return new RowChange(
        raw.number, raw.table, raw.key, subject, Operation.valueOf(raw.operation), fields);
  }

  private Value.Entry subject(String table, String column, JsonNode image) {
    String key = image.path(column).asString("");
    if (column.equals("id")) {
      return new Value.Entry(table, key, image.path("name").asString(key));
    }
    String other = Columns.reference(column);
    return other.isEmpty() ? new Value.Entry("", key, key) : entry(other, key);
  }

  private Value.Entry entry(String table, String key) {
    return new Value.Entry(table, key, names.getOrDefault(table, Map.of()).getOrDefault(key, key));
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isString() && node.asString().isEmpty());
  }

  private Value value(String column, JsonNode node, long number) {
    if (isNothing(node)) {
      return new Value.Nothing();
    }
    if (node.isArray()) {
      return new Value.Items(
          node.values().stream().map(item -> value(column, item, number)).toList());
    }
    if (node.isBoolean()) {
      return new Value.Flag(node.asBoolean());
    }
    if (node.isObject()) {
      return new Value.Items(
          node.properties().stream()
              .<Value>map(
                  field ->
                      new Value.Text(
                          field.getKey()
                              + " → "
                              + (field.getValue().isString()
                                  ? field.getValue().asString()
                                  : field.getValue().toString())))
              .toList());
    }
    if (Columns.isLevel(column) && node.isIntegralNumber()) {
      return new Value.OnScale(node.asInt(), levelName(node.asInt(), number));
    }
    String text = node.asString();
    String table = Columns.reference(column);
    if (!table.isEmpty()) {
      return entry(table, text);
    }
    return Columns.isWord(column) ? new Value.Word(text) : new Value.Text(text);
  }

  /** The name of a level on the scale as it was at an entry of the trail. */
  private String levelName(int level, long number) {
    Map.Entry<Long, List<String>> scale = scales.floorEntry(number);
    return scale == null || level > scale.getValue().size()
        ? String.valueOf(level)
        : scale.getValue().get(level - 1);
  }
}
