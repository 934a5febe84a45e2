package org.concordat.formats.crosswalks;

import java.util.List;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.formats.extras.ExtraJson;

/** Controls that were looked at in vain, in layouts that have no place of their own for them. */
final class Considering {
  private Considering() {}

  /** A list of objects with {@code catalogue}, {@code control} and perhaps {@code because}. */
  static String json(List<Considered> considered) {
    return ExtraJson.written(
        json -> {
          json.writeStartArray();
          for (Considered each : considered) {
            json.writeStartObject();
            json.writeStringProperty("catalogue", each.control().catalogue());
            json.writeStringProperty("control", each.control().control());
            if (each.because() != null) {
              json.writeStringProperty("because", each.because());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** Those of a library's set, as far as they are of its two catalogues. */
  static List<Considered> read(List<LibraryNode> list, String source, String target) {
    return list.stream()
        .filter(
            each -> each.text("catalogue").equals(source) || each.text("catalogue").equals(target))
        .map(
            each ->
                new Considered(
                    new ControlRef(each.text("catalogue"), each.text("control")),
                    each.text("because").isEmpty() ? null : each.text("because")))
        .toList();
  }
}
