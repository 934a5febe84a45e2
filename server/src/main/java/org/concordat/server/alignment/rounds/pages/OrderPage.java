package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.server.alignment.rounds.OwnAnswer;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * All links of a round that asks for an order, for a judge with a phone.
 *
 * @param items in the order of the round
 * @param isKept whether the judge has just sent an order
 */
public record OrderPage(Round round, List<Item> items, boolean isKept) implements PageModel {
  public OrderPage {
    items = List.copyOf(items);
  }

  /**
   * A link to be placed.
   *
   * @param own what the judge said before, or null
   * @param view what all judges said, without names; null while each judges apart
   */
  public record Item(int number, NamedLink link, @Nullable OwnAnswer own, @Nullable LinkView view) {
    /** The place that the judge gave it, or 0. */
    public int place() {
      return own == null ? 0 : own.answer().step().orElse(0);
    }

    /** What the judge said as reason, or an empty text. */
    public String because() {
      return own == null || own.answer().because() == null
          ? ""
          : String.valueOf(own.answer().because());
    }
  }

  /** The places that there are. */
  public List<Integer> places() {
    return IntStream.rangeClosed(1, items.size()).boxed().toList();
  }

  @Override
  public String template() {
    return "rounds/order";
  }
}
