package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import java.util.OptionalDouble;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement.Spread;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Table;
import org.jspecify.annotations.Nullable;

/** The links of a closed round with all figures, to be taken away. */
final class AgreementTable {
  /** A closed round and its links, in the order in which to speak of them. */
  record Standing(Round round, List<LinkView> views) {}

  static final Table<Standing, LinkView> TABLE =
      new Table<>(
          "round-agreement",
          "rounds.table.title",
          "/rounds",
          List.of(
              Column.of(
                  "from",
                  "rounds.table.from",
                  (_, row) -> new Cell.Text(row.agreement().link().from())),
              Column.of(
                  "to", "rounds.table.to", (_, row) -> new Cell.Text(row.agreement().link().to())),
              Column.of("answers", "rounds.table.answers", (_, row) -> answers(row)),
              Column.ofNumbers(
                  "unknown",
                  "rounds.table.unknown",
                  (_, row) -> new Cell.Count(row.agreement().unknown())),
              Column.of(
                  "lowest", "rounds.table.lowest", (of, row) -> step(row, Spread::lowest, of)),
              Column.of(
                  "highest", "rounds.table.highest", (of, row) -> step(row, Spread::highest, of)),
              Column.of(
                  "median", "rounds.table.median", (of, row) -> step(row, Spread::median, of)),
              Column.ofNumbers(
                  "dispersion",
                  "rounds.dispersion",
                  (_, row) -> {
                    Spread spread = row.agreement().spread();
                    return spread == null ? nothing() : new Cell.Figure(spread.dispersion());
                  }),
              Column.ofNumbers(
                  "disagreement",
                  "rounds.disagreement",
                  (_, row) -> figure(row.agreement().disagreement())),
              Column.ofNumbers(
                  "levels",
                  "rounds.table.levels",
                  (_, row) -> {
                    Consequence consequence = row.consequence();
                    return consequence == null ? nothing() : new Cell.Count(consequence.levels());
                  }),
              Column.ofNumbers(
                  "moved",
                  "rounds.table.moved",
                  (_, row) -> {
                    Consequence consequence = row.consequence();
                    return consequence == null ? nothing() : new Cell.Count(consequence.moved());
                  }),
              Column.of("agreed", "rounds.table.agreed", (_, row) -> level(row.agreedLevel())),
              Column.of(
                  "because",
                  "rounds.agreed.because",
                  (_, row) -> {
                    Agreed agreed = row.agreed();
                    return agreed == null ? nothing() : new Cell.Text(agreed.because());
                  }),
              Column.of(
                  "dissent",
                  "rounds.agreed.dissent",
                  (_, row) -> {
                    Agreed agreed = row.agreed();
                    String dissent = agreed == null ? null : agreed.dissent();
                    return dissent == null ? nothing() : new Cell.Text(dissent);
                  })),
          List.of(),
          (standing, _, offset, limit) ->
              new Table.Found<>(
                  standing.views().stream().skip(offset).limit(limit).toList(),
                  standing.views().size()),
          null);

  private AgreementTable() {}

  /** A step of those that a link's answers span. */
  private interface OfSpread {
    int of(Spread spread);
  }

  private static Cell step(LinkView row, OfSpread which, Standing standing) {
    Spread spread = row.agreement().spread();
    return spread == null ? nothing() : level(LinkView.answer(which.of(spread), standing.round()));
  }

  private static Cell answers(LinkView row) {
    return new Cell.Joined(
        row.answers().stream()
            .<Cell>map(
                count ->
                    new Cell.Joined(
                        List.of(level(count.level()), new Cell.Count(count.times())), " × "))
            .toList(),
        ", ");
  }

  private static Cell level(@Nullable LevelView level) {
    return level == null
        ? nothing()
        : new Cell.Word("alignment.level." + level.name(), level.name());
  }

  private static Cell figure(OptionalDouble number) {
    return number.isEmpty() ? nothing() : new Cell.Figure(number.getAsDouble());
  }

  private static Cell nothing() {
    return new Cell.Text("");
  }
}
