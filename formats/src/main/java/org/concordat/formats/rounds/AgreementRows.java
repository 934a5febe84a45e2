package org.concordat.formats.rounds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.Consequence;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * The links of a round as the rows of one table. Names and order of the columns are a promise to
 * other programs; a cell is empty where a link has no such figure.
 */
public final class AgreementRows {
  /** What the sheet of a workbook is called. */
  public static final String SHEET = "Agreement";

  private static final List<String> OF_LEVELS =
      List.of(
          "from",
          "to",
          "answers",
          "unknown",
          "lowest",
          "highest",
          "median",
          "dispersion",
          "disagreement",
          "levels",
          "moved");

  private static final List<String> OF_PLACES =
      List.of(
          "rank",
          "from",
          "to",
          "place",
          "judges",
          "unknown",
          "lowest",
          "highest",
          "median",
          "disagreement");

  private AgreementRows() {}

  /**
   * Writes the links of a round that asked for levels, and finishes the file; its stream stays
   * open.
   *
   * @param links in the order to write them
   * @param consequences of the links that have one
   */
  public static void ofLevels(
      List<LinkAgreement> links, Map<Link, Consequence> consequences, Steps steps, RowWriter rows)
      throws IOException {
    try (rows) {
      rows.write(OF_LEVELS);
      for (LinkAgreement link : links) {
        List<@Nullable Object> row =
            new ArrayList<>(
                List.of(link.link().from(), link.link().to(), link.answers(), link.unknown()));
        LinkAgreement.Spread spread = link.spread();
        Consequence consequence = consequences.get(link.link());
        row.add(spread == null ? null : steps.name(spread.lowest()));
        row.add(spread == null ? null : steps.name(spread.highest()));
        row.add(spread == null ? null : steps.name(spread.median()));
        row.add(spread == null ? null : (Double) spread.dispersion());
        row.add(figure(link.disagreement()));
        row.add(consequence == null ? null : (Integer) consequence.levels());
        row.add(consequence == null ? null : (Integer) consequence.moved());
        rows.write(row);
      }
    }
  }

  /**
   * Writes the order of all judges together, the gravest first, and finishes the file; its stream
   * stays open.
   *
   * @param placed of that order
   * @param links all links of the round
   */
  public static void ofPlaces(
      List<CommonOrder.Placed> placed, List<LinkAgreement> links, RowWriter rows)
      throws IOException {
    Map<Link, LinkAgreement> byLink = new HashMap<>();
    links.forEach(link -> byLink.put(link.link(), link));
    try (rows) {
      rows.write(OF_PLACES);
      int rank = 0;
      for (CommonOrder.Placed each : placed) {
        LinkAgreement link = byLink.get(each.link());
        LinkAgreement.Spread spread = link == null ? null : link.spread();
        rows.write(
            Arrays.asList(
                ++rank,
                each.link().from(),
                each.link().to(),
                each.place(),
                each.judges(),
                link == null ? null : (Integer) link.unknown(),
                spread == null ? null : (Integer) spread.lowest(),
                spread == null ? null : (Integer) spread.highest(),
                spread == null ? null : (Integer) spread.median(),
                link == null ? null : figure(link.disagreement())));
      }
    }
  }

  private static @Nullable Double figure(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
