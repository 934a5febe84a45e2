package org.concordat.server.web.table;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks of a table; what is empty or unknown does not filter.
 *
 * @param path of the table
 * @param filters the values that are not empty, by parameter
 * @param sort a column's id, {@code -} before it for the highest first; empty for the table's own
 *     order
 * @param page from 1
 * @param rows how many a page has
 */
public record Asked(
    String path, SequencedMap<String, String> filters, String sort, int page, int rows) {
  /** The numbers of rows that one may choose from; the first is usual. */
  public static final List<Integer> ROWS = List.of(50, 25, 100, 200);

  private static final int LAST_PAGE = 1_000_000;
  private static final String SORT = "sort";
  private static final String PAGE = "page";
  private static final String PER_PAGE = "rows";

  public Asked {
    filters = new LinkedHashMap<>(filters);
    page = Math.clamp(page, 1, LAST_PAGE);
    rows = ROWS.contains(rows) ? rows : ROWS.getFirst();
  }

  /**
   * What parameters ask for.
   *
   * @param names the parameters that filter
   * @param sortable the columns that sort
   */
  static Asked of(
      String path, List<String> names, List<String> sortable, Map<String, String> parameters) {
    SequencedMap<String, String> filters = new LinkedHashMap<>();
    for (String name : names) {
      String value = parameters.getOrDefault(name, "").strip();
      if (!value.isEmpty() && value.length() <= FilterField.LONGEST) {
        filters.put(name, value);
      }
    }
    String sort = parameters.getOrDefault(SORT, "");
    return new Asked(
        path,
        filters,
        sortable.contains(sort.startsWith("-") ? sort.substring(1) : sort) ? sort : "",
        number(parameters.get(PAGE)),
        number(parameters.get(PER_PAGE)));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 1;
  }

  /** The parameters of a query, as {@link #query} writes it. */
  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  /** The value of a filter, empty when it does not filter. */
  public String filter(String parameter) {
    return filters.getOrDefault(parameter, "");
  }

  public boolean isFiltered() {
    return !filters.isEmpty();
  }

  /** The id of the column that rows are sorted by, empty for the table's own order. */
  public String column() {
    return isDescending() ? sort.substring(1) : sort;
  }

  public boolean isDescending() {
    return sort.startsWith("-");
  }

  /** How many rows stand before the page. */
  public int offset() {
    return (page - 1) * rows;
  }

  /** All but the page, as a query; empty when nothing is asked for. */
  public String query() {
    SequencedMap<String, String> parts = new LinkedHashMap<>(filters);
    if (!sort.isEmpty()) {
      parts.put(SORT, sort);
    }
    if (rows != ROWS.getFirst()) {
      parts.put(PER_PAGE, String.valueOf(rows));
    }
    return parts.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The address of what is asked. It always asks for something, so nothing remembered wins. */
  public String address() {
    return at(page);
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    String query = query();
    String pages = other == 1 && !query.isEmpty() ? "" : PAGE + "=" + other;
    return path + "?" + query + (query.isEmpty() || pages.isEmpty() ? "" : "&") + pages;
  }

  /** The address of the first page of the same list in another order. */
  public String sortedBy(String other) {
    return new Asked(path, filters, other, 1, rows).address();
  }

  /** The address of the first page with another number of rows. */
  public String withRows(int other) {
    return new Asked(path, filters, sort, 1, other).address();
  }

  /** The address without a filter. */
  public String without(String parameter) {
    SequencedMap<String, String> others = new LinkedHashMap<>(filters);
    others.remove(parameter);
    return new Asked(path, others, sort, 1, rows).address();
  }

  /** The address without any filter. */
  public String unfiltered() {
    return new Asked(path, new LinkedHashMap<>(), sort, 1, rows).address();
  }

  /** The address of the same list as a file. */
  public String file(String ending) {
    String query = query();
    return path + "." + ending + (query.isEmpty() ? "" : "?" + query);
  }
}
