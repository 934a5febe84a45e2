package org.concordat.formats.oscal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * Builds the tree of a document from what a parser meets. Whole sections that say nothing of
 * assets, which are most of a plan, are only counted.
 */
final class TreeBuilder {
  /** How deep a document may be nested. OSCAL's own depth is about 20, and groups nest. */
  static final int DEPTH = 100;

  /** The most parts that are kept, and so the most memory: about 500 MB. */
  static final int PARTS = 4_000_000;

  /** The most characters of one text. */
  static final int TEXT_CHARACTERS = 1 << 20;

  static final String ROOT = "system-security-plan";

  private static final Set<String> READ = Set.of("system-characteristics", "system-implementation");

  private static final Map<String, String> OTHER_DOCUMENTS =
      Map.of(
          "catalog", "a catalogue of controls",
          "profile", "a profile (baseline)",
          "component-definition", "a component definition",
          "assessment-plan", "an assessment plan",
          "assessment-results", "assessment results",
          "plan-of-action-and-milestones", "a plan of action and milestones",
          "mapping-collection", "a collection of mappings");

  private final String file;
  private final Deque<Part> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private final Map<String, Integer> counted = new LinkedHashMap<>();
  private Part root = new Part();
  private int parts;
  private int depth;
  private String section = "";

  TreeBuilder(String file) {
    this.file = file;
  }

  /** A part starts; the document itself is a part without a name. */
  void start(String name, int line) throws InvalidInput {
    depth++;
    if (depth > DEPTH) {
      throw refuse(line, "the document is nested more than " + DEPTH + " deep");
    }
    if (depth == 2 && !name.equals(ROOT) && OTHER_DOCUMENTS.containsKey(name)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file, line, 0, name),
              "this is " + OTHER_DOCUMENTS.get(name) + " in OSCAL, not a system security plan",
              "import a document that starts with '" + ROOT + "'"));
    }
    names.push(name);
    if (isCountedOnly()) {
      count();
      return;
    }
    if (++parts > PARTS) {
      throw refuse(line, "the document has more than %,d parts".formatted(PARTS));
    }
    Part part = new Part();
    Part above = open.peek();
    if (above == null) {
      root = part;
    } else {
      above.add(name, part);
    }
    open.push(part);
  }

  void text(String text, int line) throws InvalidInput {
    if (isCountedOnly()) {
      return;
    }
    if (text.length() > TEXT_CHARACTERS) {
      throw refuse(line, "a text is longer than %,d characters".formatted(TEXT_CHARACTERS));
    }
    Part part = open.peek();
    if (part != null) {
      part.setText(text);
    }
  }

  void end() {
    if (!isCountedOnly()) {
      open.pop();
    }
    names.pop();
    depth--;
  }

  /** The plan. */
  Part plan() throws InvalidInput {
    if (!root.has(ROOT)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file),
              "this is no OSCAL system security plan: it does not start with '" + ROOT + "'",
              null));
    }
    return root.part(ROOT);
  }

  /** The number of parts directly below each section that is not read, by their names. */
  Map<String, Integer> counted() {
    return counted;
  }

  InvalidInput refuse(int line, String problem) {
    return new InvalidInput(Finding.error(Place.of(file, line, 0, null), problem, null));
  }

  /** Whether the part that is open is in a section of the plan that is not read. */
  private boolean isCountedOnly() {
    if (depth < 3) {
      return false;
    }
    if (depth == 3) {
      section = names.element();
    }
    return !READ.contains(section) && !section.equals("uuid");
  }

  private void count() {
    if (depth == 4) {
      counted.merge(singular(names.element()), 1, Integer::sum);
    }
  }

  /** The name of one part: in XML the element's own, elsewhere that of the list without its s. */
  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}
