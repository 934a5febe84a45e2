package org.concordat.server.agreements.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** The list of agreements. */
final class AgreementsTable {
  /**
   * What the list is read from.
   *
   * @param labels what units are called
   */
  record Source(List<ListedAgreement> agreements, Labels labels, List<Option> units) {
    Source {
      agreements = List.copyOf(agreements);
      units = List.copyOf(units);
    }
  }

  static final Table<Source, ListedAgreement> TABLE =
      new Table<>(
          "agreements",
          "agreements.list.title",
          "/agreements",
          List.of(
              Column.<Source, ListedAgreement>of(
                      "title",
                      "agreements.name",
                      (_, row) -> new Cell.Link(new Cell.Text(row.title()), row.key().path()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Column.Presence.ALWAYS),
              Column.<Source, ListedAgreement>of(
                      "unit",
                      "alignment.unit",
                      (source, row) -> new Cell.Text(source.labels.unit(row.unit())))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.<Source, ListedAgreement>of(
                      "state",
                      "agreements.state",
                      (_, row) -> Cell.word("agreements.state." + Words.of(row.state())))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.ofNumbers(
                  "version", "agreements.version", (_, row) -> new Cell.Count(row.version())),
              Column.<Source, ListedAgreement>of(
                      "from", "agreements.from", (_, row) -> new Cell.Day(row.from()))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<Source, ListedAgreement>of(
                      "until", "agreements.until", (_, row) -> new Cell.Day(row.until()))
                  .sorting(Column.Order.LOWEST_FIRST),
              Column.<Source, ListedAgreement>of(
                      "review", "agreements.reviewOn", (_, row) -> new Cell.Day(row.reviewOn()))
                  .sorting(Column.Order.LOWEST_FIRST)),
          List.of(
              FilterField.search(),
              new FilterField<>("unit", "alignment.unit", Source::units),
              new FilterField<>(
                  "state",
                  "agreements.state",
                  _ ->
                      Words.all(StateKind.class).stream()
                          .map(word -> new Option(word, Cell.word("agreements.state." + word)))
                          .toList())),
          AgreementsTable::find,
          null);

  private AgreementsTable() {}

  private static Table.Found<ListedAgreement> find(
      Source source, Asked asked, int offset, int limit) {
    String words = asked.filter("q").toLowerCase(Locale.ROOT);
    List<ListedAgreement> found =
        source.agreements.stream()
            .filter(each -> each.title().toLowerCase(Locale.ROOT).contains(words))
            .filter(
                each -> asked.filter("unit").isEmpty() || each.unit().equals(asked.filter("unit")))
            .filter(
                each ->
                    asked.filter("state").isEmpty()
                        || Words.of(each.state()).equals(asked.filter("state")))
            .sorted(order(asked, source))
            .toList();
    return new Table.Found<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }

  private static Comparator<ListedAgreement> order(Asked asked, Source source) {
    Comparator<ListedAgreement> order =
        switch (asked.column()) {
          case "unit" -> Comparator.comparing(each -> source.labels.unit(each.unit()));
          case "state" -> Comparator.comparing(ListedAgreement::state);
          case "from" -> Comparator.comparing(ListedAgreement::from);
          case "until" -> Comparator.comparing(ListedAgreement::until);
          case "review" -> Comparator.comparing(ListedAgreement::reviewOn);
          default -> Comparator.comparing(ListedAgreement::title);
        };
    return asked.isDescending() ? order.reversed() : order;
  }
}
