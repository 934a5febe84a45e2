package org.concordat.server.trail.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.ActionPage;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Cursor;
import org.concordat.server.web.api.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of lists of the trail: they go on before a number of it, so nothing that happens meanwhile
 * moves them. Nobody counts the trail for a list.
 */
final class TrailPaging {
  private TrailPaging() {}

  /** The part that is asked for, of as many pages as it takes. */
  static ApiAnswer answer(Paging paging, LongFunction<ActionPage> pageBefore) {
    @Nullable Cursor after = paging.after();
    @Nullable Long before =
        after == null ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(number(after));
    int place = after == null ? 0 : after.place();
    List<Action> actions = new ArrayList<>();
    while (before != null && actions.size() < paging.limit()) {
      ActionPage page = pageBefore.apply(before);
      actions.addAll(page.actions());
      before = page.next();
    }
    boolean more = before != null || actions.size() > paging.limit();
    List<Action> told = actions.subList(0, Math.min(paging.limit(), actions.size()));
    ObjectNode body = ActionNodes.object();
    ArrayNode items = body.putArray("items");
    told.forEach(action -> items.add(ActionNodes.action(action)));
    @Nullable Cursor next =
        more && !told.isEmpty()
            ? new Cursor(place + told.size(), String.valueOf(told.getLast().number()))
            : null;
    ApiAnswer answer = ApiAnswer.ok(body);
    if (next == null) {
      return answer;
    }
    String address = paging.address(next);
    body.put("next", address);
    return answer.header("Link", "<" + address + ">; rel=\"next\"");
  }

  private static long number(Cursor cursor) {
    return Long.parseLong(cursor.last());
  }
}
