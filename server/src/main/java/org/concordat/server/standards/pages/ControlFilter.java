package org.concordat.server.standards.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which controls of a catalogue a page shows, as its address says it; what is empty or unknown does
 * not filter.
 *
 * @param catalogue the catalogue's id
 * @param q words to search for in ids and titles
 * @param operation {@code yes}, {@code partly} or {@code no}
 * @param degree {@code covered}, {@code partly}, {@code possibly} or {@code open}
 * @param important {@code yes} for controls with an importance alone
 * @param view {@code tree} or {@code list}
 * @param open in the tree, the id of the control whose parts are shown
 * @param page from 1
 */
public record ControlFilter(
    String catalogue,
    String q,
    String operation,
    String degree,
    String important,
    String view,
    String open,
    int page) {
  private static final int LAST_PAGE = 1_000_000;

  public ControlFilter {
    page = Math.clamp(page, 1, LAST_PAGE);
  }

  /** Whether anything is left out. */
  public boolean filters() {
    return !(q.isBlank() && operation.isEmpty() && degree.isEmpty() && important.isEmpty());
  }

  /** Whether the controls hang in a tree: by default where nothing is left out. */
  public boolean isTree() {
    return view.equals("tree") || (view.isEmpty() && !filters());
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    return address(view, open, other);
  }

  /** The address of the same controls in another view. */
  public String in(String other) {
    return address(other, "", 1);
  }

  /** The address that opens a branch of the tree; empty to close it. */
  public String opening(String control) {
    return address("tree", control, page);
  }

  private String address(String otherView, String opened, int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("operation", operation);
    parts.put("degree", degree);
    parts.put("important", important);
    parts.put("view", otherView);
    parts.put("open", opened);
    parts.put("page", other == 1 ? "" : String.valueOf(other));
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "/standards/" + catalogue + (query.isEmpty() ? "" : "?" + query);
  }
}
