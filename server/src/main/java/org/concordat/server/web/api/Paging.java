package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.concordat.core.alignment.live.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a list is asked for: how many rows, and behind which.
 *
 * @param path the address of the list
 * @param parameters what narrows and sorts it, by name
 * @param limit how many rows at the most, 1 to {@value #MOST}
 */
public record Paging(
    String path, Map<String, String> parameters, int limit, @Nullable Cursor after) {
  /** A part of a list has at most so many rows. */
  public static final int MOST = 200;

  /** So many it has unless told. */
  public static final int USUAL = 50;

  /** A list that changed meanwhile is looked through so far on both sides of the old place. */
  private static final int SHIFTED = 145;

  /** The parameters that are about parts of lists. */
  static final List<String> NAMES = List.of("limit", "cursor");

  public Paging {
    parameters = new TreeMap<>(parameters);
  }

  /**
   * What a request asks for.
   *
   * @throws ApiFailure when the limit is out of range, or the cursor is none of this list
   */
  static Paging of(HttpServletRequest request) {
    Map<String, String> parameters = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!NAMES.contains(name)) {
                parameters.put(name, values[0]);
              }
            });
    String path = request.getRequestURI();
    String cursor = request.getParameter("cursor");
    return new Paging(
        path,
        parameters,
        limit(request.getParameter("limit")),
        cursor == null ? null : Cursor.parse(cursor, list(path, parameters)));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (text.matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw Parameters.wrong("limit", "must be a number from 1 to " + MOST);
  }

  /** What tells this list from others. */
  private static String list(String path, Map<String, String> parameters) {
    return path + parameters;
  }

  /** Rows of a list by their place in it. */
  public interface Source<R> {
    /**
     * Some rows.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many at the most, 1 to {@value Page#MOST_ROWS}
     */
    Page<R> rows(int offset, int limit);
  }

  /**
   * A part of a list.
   *
   * @param next where the next part begins, or null when this is the last
   */
  public record Part<R>(List<R> rows, int total, @Nullable Cursor next) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The part that is asked for. It goes on behind the row that was the last, also where that stands
   * elsewhere now because rows before it came or went; where it is gone, at its old place.
   *
   * @param key what tells a row from the others of the list
   */
  public <R> Part<R> part(Source<R> source, Function<R, String> key) {
    if (after == null) {
      return part(source.rows(0, limit), 0, 0, key);
    }
    int place = after.place();
    Page<R> near = source.rows(place - 1, limit + 1);
    if (!near.rows().isEmpty() && key.apply(near.rows().getFirst()).equals(after.last())) {
      return part(near, 1, place, key);
    }
    int from = Math.max(0, place - SHIFTED);
    Page<R> around = source.rows(from, Math.min(Page.MOST_ROWS, 2 * SHIFTED + limit));
    int shifted = Math.min(2 * SHIFTED, around.rows().size());
    for (int i = 0; i < shifted; i++) {
      if (key.apply(around.rows().get(i)).equals(after.last())) {
        return part(around, i + 1, from + i + 1, key);
      }
    }
    return part(source.rows(place, limit), 0, place, key);
  }

  private <R> Part<R> part(Page<R> page, int first, int place, Function<R, String> key) {
    int end = Math.min(page.rows().size(), first + limit);
    List<R> rows = first >= end ? List.of() : page.rows().subList(first, end);
    int next = place + rows.size();
    return new Part<>(
        rows,
        page.total(),
        rows.isEmpty() || next >= page.total()
            ? null
            : new Cursor(next, key.apply(rows.getLast())));
  }

  /** The part of a list that is at hand whole. */
  public <R> Part<R> part(List<R> all, Function<R, String> key) {
    return part(
        (offset, most) ->
            new Page<>(
                all.subList(Math.min(offset, all.size()), Math.min(offset + most, all.size())),
                all.size(),
                offset),
        key);
  }

  /** The address of the part that begins at a cursor. */
  public String address(Cursor cursor) {
    List<String> all = new ArrayList<>();
    parameters.forEach((name, value) -> all.add(name + "=" + encoded(value)));
    if (limit != USUAL) {
      all.add("limit=" + limit);
    }
    all.add("cursor=" + cursor.text(list(path, parameters)));
    return path + "?" + String.join("&", all);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The answer that tells a part. */
  public <R> ApiAnswer answer(Part<R> part, Function<R, ? extends JsonNode> json) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("items");
    part.rows().forEach(row -> items.add(json.apply(row)));
    return answer(body, part);
  }

  /** The same for a body that has its rows already. */
  public ApiAnswer answer(ObjectNode body, Part<?> part) {
    body.put("total", part.total());
    ApiAnswer answer = ApiAnswer.ok(body);
    if (part.next() == null) {
      return answer;
    }
    String next = address(part.next());
    body.put("next", next);
    return answer.header("Link", "<" + next + ">; rel=\"next\"");
  }
}
