package org.concordat.server.alignment.rounds.pages;

import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One link in the session, for whoever leads it.
 *
 * @param view the link, or null when all have an agreed value
 * @param place its place in the order, from 1
 * @param of how many links there are
 * @param agreed how many of them have an agreed value
 * @param next the place to go on at: the next link without an agreed value, or 0
 */
public record ConvergePage(
    Round round, @Nullable LinkView view, int place, int of, long agreed, int next)
    implements PageModel {
  @Override
  public String template() {
    return "rounds/converge";
  }
}
