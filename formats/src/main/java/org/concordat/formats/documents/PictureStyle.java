package org.concordat.formats.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The looks of a picture's elements: attributes, and the rules of its own style sheet, of which
 * each asks for an element's name and classes. Rules for other media, and values that only a
 * browser knows, are passed over.
 */
final class PictureStyle {
  private static final Set<String> INHERITED =
      Set.of(
          "fill",
          "fill-opacity",
          "stroke",
          "stroke-opacity",
          "stroke-width",
          "stroke-dasharray",
          "font-size",
          "font-weight",
          "text-anchor");

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern MEDIA = Pattern.compile("@media[^{]*\\{(?:[^{}]*\\{[^{}]*})*\\s*}");

  /** What an element must be for a rule. An empty name is any. */
  private record Rule(String element, List<String> classes, Map<String, String> looks) {
    boolean fits(Element candidate) {
      return (element.isEmpty() || element.equals(candidate.getTagName()))
          && List.of(candidate.getAttribute("class").split("\\s+")).containsAll(classes);
    }
  }

  private final List<Rule> rules;

  private PictureStyle(List<Rule> rules) {
    this.rules = rules;
  }

  static PictureStyle of(Element svg) {
    List<Rule> rules = new ArrayList<>();
    var styles = svg.getElementsByTagName("style");
    for (int i = 0; i < styles.getLength(); i++) {
      Matcher rule = RULE.matcher(MEDIA.matcher(styles.item(i).getTextContent()).replaceAll(""));
      while (rule.find()) {
        String selector = rule.group(1).strip();
        String last = selector.substring(selector.lastIndexOf(' ') + 1);
        List<String> parts = List.of(last.split("\\.", -1));
        rules.add(new Rule(parts.getFirst(), parts.subList(1, parts.size()), looks(rule.group(2))));
      }
    }
    return new PictureStyle(rules);
  }

  private static Map<String, String> looks(String declarations) {
    Map<String, String> looks = new HashMap<>();
    for (String declaration : declarations.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).strip();
        if (!value.startsWith("var(")) {
          looks.put(declaration.substring(0, colon).strip(), value);
        }
      }
    }
    return looks;
  }

  Map<String, String> initial() {
    return Map.of();
  }

  /** The looks of an element, given those of the one around it. */
  Map<String, String> of(Element element, Map<String, String> around) {
    Map<String, String> looks = new HashMap<>(around);
    for (String name : INHERITED) {
      if (element.hasAttribute(name)) {
        looks.put(name, element.getAttribute(name));
      }
    }
    rules.stream().filter(r -> r.fits(element)).forEach(r -> looks.putAll(r.looks()));
    looks.putAll(looks(element.getAttribute("style")));
    looks.keySet().retainAll(INHERITED);
    return looks;
  }
}
