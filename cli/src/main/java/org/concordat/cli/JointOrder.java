package org.concordat.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.Steps;
import org.jspecify.annotations.Nullable;

/** The order of all judges together as tables, the gravest first. */
final class JointOrder {
  private final List<CommonOrder.Placed> placed;
  private final Map<Link, LinkAgreement> links = new HashMap<>();
  private final Steps steps;

  /**
   * @param agreements of the links of the round
   * @param steps the places of the round
   */
  JointOrder(List<CommonOrder.Placed> placed, List<LinkAgreement> agreements, Steps steps) {
    this.placed = List.copyOf(placed);
    this.steps = steps;
    agreements.forEach(agreement -> links.put(agreement.link(), agreement));
  }

  Table forPeople(@Nullable Names names) {
    Table.Builder table =
        Table.of(
            Table.column("rank", "#"),
            Table.elastic("link", "Link"),
            Table.column("place", "Mean place"),
            Table.elastic("answers", "Answers"),
            Table.column("disagreement", "Disagreement"));
    int rank = 0;
    for (CommonOrder.Placed each : placed) {
      LinkAgreement agreement = agreement(each);
      table.row(
          Cell.of(++rank),
          names == null
              ? Cell.of(names(each.link()))
              : Cell.named(names.link(each.link()), names(each.link())),
          Cell.of(String.format(Locale.ROOT, "%.2f", each.place())),
          Cell.of(AgreementWords.answers(agreement, steps)),
          Cell.of(rounded(agreement.disagreement())));
    }
    return table.build();
  }

  private LinkAgreement agreement(CommonOrder.Placed each) {
    LinkAgreement agreement = links.get(each.link());
    if (agreement == null) {
      throw new IllegalStateException("what is placed is a link of the round");
    }
    return agreement;
  }

  private static String names(Link link) {
    return link.from() + " → " + link.to();
  }

  private static String rounded(OptionalDouble number) {
    return number.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f", number.getAsDouble());
  }
}
