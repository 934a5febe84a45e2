package org.concordat.server.start;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.core.assurance.Evidence;
import org.concordat.core.assurance.Evidence.Promise;
import org.concordat.core.assurance.Evidence.Support;
import org.concordat.core.assurance.Standing;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.alignment.Cells;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.start.Assurances.Known;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Whether each needed requirement is secured, by rank, and how that is known. */
final class SecuredTable {
  static final Table<Secured, Secured.Row> TABLE =
      new Table<>(
          "secured",
          "start.secured.title",
          "/secured",
          List.of(
              Column.<Secured, Secured.Row>of(
                      "requirement", "alignment.requirement", SecuredTable::requirement)
                  .shown(Presence.ALWAYS),
              Column.ofNumbers(
                  "rank", "alignment.rank", (_, row) -> new Cell.Count(row.priority().rank())),
              Column.of(
                  "level",
                  "alignment.priority",
                  (secured, row) ->
                      Cells.level(LevelView.of(secured.model().scale(), row.priority().score()))),
              Column.of("standing", "start.standing", (_, row) -> word(row.standing())),
              Column.of("evidence", "start.evidence", SecuredTable::evidence)),
          List.of(
              new FilterField<>(
                  "standing",
                  "start.standing",
                  _ ->
                      Arrays.stream(Standing.values())
                          .map(each -> new Option(each.name(), word(each)))
                          .toList())),
          (secured, asked, offset, limit) -> {
            Secured.Rows rows = secured.rows(standing(asked.filter("standing")), offset, limit);
            return new Table.Found<>(rows.rows(), rows.total());
          },
          null);

  private SecuredTable() {}

  private static @Nullable Standing standing(String name) {
    return Arrays.stream(Standing.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Cell word(Standing standing) {
    return Cell.word("start.standing." + standing.name());
  }

  private static Cell requirement(Secured secured, Secured.Row row) {
    return new Cell.Link(
        new Cell.Joined(
            List.of(
                new Cell.Text(row.asset().name()),
                Cells.property(row.requirement().property(), secured.model())),
            ", "),
        "/priorities/" + row.requirement().id());
  }

  private static Cell evidence(Secured secured, Secured.Row row) {
    List<Cell> all =
        secured.known().assurance().evidence(row.requirement()).stream()
            .map(each -> evidence(each, secured.known()))
            .toList();
    return all.isEmpty() ? Cell.nothing() : new Cell.Joined(all, "; ");
  }

  private static Cell evidence(Evidence evidence, Known known) {
    return switch (evidence) {
      case Promise(String agreement, boolean _, var _) -> {
        Optional<ListedAgreement> listed = Optional.ofNullable(known.inForce().get(agreement));
        yield new Cell.Link(
            new Cell.Text(listed.map(ListedAgreement::title).orElse(agreement)),
            listed.map(each -> each.key().path()).orElse("/agreements"));
      }
      case Support(ControlRef control, boolean _) ->
          new Cell.Link(
              new Cell.Text(
                  known
                      .standards()
                      .control(control)
                      .map(Control::title)
                      .map(title -> control.control() + " " + title)
                      .orElse(control.control())),
              UriComponentsBuilder.fromPath("/standards/{catalogue}/control")
                  .queryParam("id", "{id}")
                  .encode()
                  .buildAndExpand(control.catalogue(), control.control())
                  .toUriString());
    };
  }
}
