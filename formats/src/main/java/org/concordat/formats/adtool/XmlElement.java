package org.concordat.formats.adtool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An element with all that stands in it.
 *
 * @param attributes in their order
 * @param content in its order, white space too
 * @param line where it starts, counted from 1; 0 when it was not read
 * @param column likewise
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlContent> content, int line, int column)
    implements XmlContent {
  /** The elements in it that have this name. */
  List<XmlElement> children(String wanted) {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .filter(e -> e.name.equals(wanted))
        .toList();
  }

  Optional<XmlElement> child(String wanted) {
    return children(wanted).stream().findFirst();
  }

  /** The text that stands directly in it. */
  String text() {
    return content.stream()
        .filter(XmlContent.Text.class::isInstance)
        .map(c -> ((XmlContent.Text) c).text())
        .collect(Collectors.joining());
  }
}
