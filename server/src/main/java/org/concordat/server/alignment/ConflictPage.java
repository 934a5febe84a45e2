package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import org.concordat.server.web.PageModel;

/**
 * Somebody else has changed what the reader was changing; shows both versions.
 *
 * @param action where the reader's own form went
 * @param fields the form once more, as decided on what is there now
 * @param differences field by field
 * @param gone whether the others have removed it
 */
public record ConflictPage(
    String action, Map<String, List<String>> fields, List<Difference> differences, boolean gone)
    implements PageModel {
  public ConflictPage {
    differences = List.copyOf(differences);
  }

  /** A field in both versions. */
  public record Difference(String field, String yours, String theirs, boolean differs) {}

  @Override
  public String template() {
    return "alignment/conflict";
  }

  @Override
  public int status() {
    return 409;
  }
}
