package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Order;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The mappings of all crosswalks in use. */
final class MappingsTable {
  static final Table<StandardsState, Row> TABLE =
      new Table<>(
          "mappings",
          "standards.mappings.title",
          "/mappings",
          List.of(
              Column.<StandardsState, Row>of(
                      "source", "standards.table.source", (_, row) -> control(row.source()))
                  .sorting(Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<StandardsState, Row>of(
                      "relation",
                      "standards.statement.label",
                      (_, row) -> Cell.word("standards.says." + row.mapping().statement().word()))
                  .sorting(Order.LOWEST_FIRST),
              Column.<StandardsState, Row>of(
                      "target", "standards.table.target", (_, row) -> control(row.target()))
                  .sorting(Order.LOWEST_FIRST),
              Column.<StandardsState, Row>ofNumbers(
                      "strength", "standards.strength", (_, row) -> strength(row))
                  .sorting(Order.HIGHEST_FIRST),
              Column.of("because", "web.reason", (_, row) -> Cell.of(row.mapping().because())),
              Column.of("crosswalk", "standards.table.crosswalk", (_, row) -> crosswalk(row)),
              Column.<StandardsState, Row>of(
                      "by", "standards.table.saidBy", (_, row) -> Cell.of(row.by().orElse(null)))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<StandardsState, Row>of(
                      "publisher",
                      "standards.table.publisher",
                      (_, row) -> Cell.of(row.crosswalk().publisher()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>(
                  "crosswalk", "standards.table.crosswalk", MappingsTable::crosswalks),
              new FilterField<>("relation", "standards.statement.label", _ -> statements())),
          MappingsTable::find,
          null);

  private MappingsTable() {}

  /** A mapping. */
  record Row(
      Crosswalk crosswalk,
      Mapping mapping,
      ControlView source,
      ControlView target,
      Optional<String> by) {}

  private static Cell control(ControlView control) {
    return new Cell.Link(
        new Cell.Text(
            control.title().equals(control.id())
                ? control.id()
                : control.id() + " " + control.title()),
        control.link());
  }

  private static Cell strength(Row row) {
    Integer strength = row.mapping().strength();
    return strength == null ? Cell.nothing() : new Cell.Count(strength);
  }

  private static Cell crosswalk(Row row) {
    String id = row.crosswalk().id();
    return new Cell.Link(new Cell.Text(id), "/crosswalks/" + id);
  }

  private static List<Option> crosswalks(StandardsState now) {
    return now.library().crosswalks().stream()
        .map(each -> new Option(each.id(), new Cell.Text(each.id())))
        .toList();
  }

  private static List<Option> statements() {
    return Arrays.stream(Statement.values())
        .map(each -> new Option(each.word(), Cell.word("standards.says." + each.word())))
        .toList();
  }

  private static Table.Found<Row> find(StandardsState now, Asked asked, int offset, int limit) {
    List<Row> found = new ArrayList<>();
    String wanted = asked.filter("crosswalk");
    String relation = asked.filter("relation");
    for (Crosswalk crosswalk : now.library().crosswalks()) {
      if (wanted.isEmpty() || wanted.equals(crosswalk.id())) {
        for (Mapping mapping : crosswalk.mappings()) {
          Row row = row(crosswalk, mapping, now);
          if ((relation.isEmpty() || relation.equals(mapping.statement().word()))
              && ListedRows.match(
                  asked,
                  row.source().id(),
                  row.source().title(),
                  row.target().id(),
                  row.target().title())) {
            found.add(row);
          }
        }
      }
    }
    return ListedRows.part(found, asked, MappingsTable::order, offset, limit);
  }

  private static Row row(Crosswalk crosswalk, Mapping mapping, StandardsState now) {
    EntryKey key =
        EntryKey.of(EntryKind.OWN_MAPPING, crosswalk.id(), mapping.source(), mapping.target());
    return new Row(
        crosswalk,
        mapping,
        ControlView.of(new ControlRef(crosswalk.source(), mapping.source()), now),
        ControlView.of(new ControlRef(crosswalk.target(), mapping.target()), now),
        now.programme().entry(key) instanceof OwnMapping own
            ? Optional.ofNullable(own.by())
            : Optional.empty());
  }

  private static Comparator<Row> order(String column) {
    return switch (column) {
      case "relation" -> Comparator.comparing(row -> row.mapping().statement());
      case "target" -> Comparator.comparing(row -> row.target().id());
      case "strength" ->
          Comparator.comparing(row -> Optional.ofNullable(row.mapping().strength()).orElse(0));
      default -> Comparator.comparing(row -> row.source().id());
    };
  }
}
