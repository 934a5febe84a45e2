package org.concordat.server.deciding.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.sensitivity.Nudge;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.core.alignment.sensitivity.Sensitivity.Effect;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.Table;

/** The judgements that the ranking depends on most. */
final class SensitivityTable {
  /** A model and what its judgements would do. */
  record Found(Snapshot model, Sensitivity sensitivity) {}

  static final Table<Found, Effect> TABLE =
      new Table<>(
          "sensitivity",
          "deciding.sensitivity.title",
          "/sensitivity",
          List.of(
              Column.<Found, Effect>of(
                      "judgement",
                      "deciding.sensitivity.judgement",
                      (found, row) ->
                          new Cell.Link(
                              new Things(found.model(), List.of()).link(row.nudge().link()),
                              judgementOf(row.nudge().link())))
                  .shown(Presence.ALWAYS),
              Column.of(
                  "change",
                  "deciding.sensitivity.change",
                  (found, row) ->
                      Things.arrow(
                          Things.level(found.model().scale(), row.nudge().from()),
                          Things.level(found.model().scale(), row.nudge().to()))),
              Column.of(
                  "whatIf",
                  "deciding.whatIf",
                  (_, row) ->
                      new Cell.Link(Cell.word("deciding.whatIf"), whatIf(row.nudge().link()))),
              Column.of("by", "deciding.sensitivity.by", (_, row) -> judges(row.nudge())),
              Column.ofNumbers(
                  "attention",
                  "deciding.sensitivity.attention",
                  (_, row) -> new Cell.Figure(100 * row.attention())),
              Column.ofNumbers(
                  "moved", "deciding.sensitivity.moved", (_, row) -> new Cell.Count(row.moved())),
              Column.of(
                  "entered",
                  "deciding.sensitivity.entered",
                  (found, row) -> requirements(row.entered(), found.model())),
              Column.of(
                  "left",
                  "deciding.sensitivity.left",
                  (found, row) -> requirements(row.left(), found.model()))),
          List.of(),
          (found, _, offset, limit) ->
              ClassicTables.part(found.sensitivity().effects(), offset, limit),
          null);

  /** So many of those that come or go are named at once. */
  private static final int NAMED = 2;

  private SensitivityTable() {}

  /** Where a link is judged. */
  static String judgementOf(Impact.Link link) {
    return Requirement.parse(link.from())
        .map(requirement -> "/impacts?q=" + encoded(requirement.asset()))
        .orElse("/impacts/goals?q=" + encoded(link.from()));
  }

  private static String whatIf(Impact.Link link) {
    return Requirement.parse(link.from())
        .map(requirement -> "/drafts/start?about=asset:" + requirement.asset())
        .orElse("/drafts/start?about=vision");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Cell judges(Nudge nudge) {
    return new Cell.Joined(
        nudge.judgements().stream()
            .map(Impact::judgement)
            .map(
                judgement ->
                    judgement.by() == null
                        ? Cell.word("deciding.nobody")
                        : (Cell) new Cell.Text(judgement.by()))
            .distinct()
            .toList(),
        ", ");
  }

  private static Cell requirements(List<Requirement> requirements, Snapshot model) {
    Things things = new Things(model, List.of());
    return new Cell.Several(requirements.stream().map(things::requirement).toList(), NAMED);
  }
}
