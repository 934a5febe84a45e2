package org.concordat.formats.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.formats.oscal.OscalScalar.Kind;
import org.concordat.formats.oscal.markup.MarkdownReader;

/** Compares two documents, marked-up text by what it says and not by how it is written. */
public final class Differences {
  private final List<String> found = new ArrayList<>();

  private Differences() {}

  public static void assertNone(OscalDocument expected, OscalObject actual) {
    Differences differences = new Differences();
    differences.compare(expected.top(), actual, "");
    assertThat(differences.found).isEmpty();
  }

  private void compare(OscalValue expected, OscalValue actual, String path) {
    if (expected instanceof OscalObject one && actual instanceof OscalObject two) {
      Set<String> names = new LinkedHashSet<>(one.names());
      names.addAll(two.names());
      for (String name : names) {
        OscalValue left = one.get(name);
        OscalValue right = two.get(name);
        if (left == null || right == null) {
          if (!name.equals("$schema")) {
            found.add(path + "." + name + ": " + left + " is now " + right);
          }
        } else {
          compare(left, right, path + "." + name);
        }
      }
    } else if (expected instanceof OscalList one
        && actual instanceof OscalList two
        && one.items().size() == two.items().size()) {
      for (int i = 0; i < one.items().size(); i++) {
        compare(one.items().get(i), two.items().get(i), path + "[" + i + "]");
      }
    } else if (!expected.equals(actual) && !isSameText(expected, actual)) {
      found.add(path + ": " + expected + " is now " + actual);
    }
  }

  private static boolean isSameText(OscalValue expected, OscalValue actual) {
    return expected instanceof OscalScalar one
        && actual instanceof OscalScalar two
        && one.kind() == Kind.TEXT
        && two.kind() == Kind.TEXT
        && MarkdownReader.blocks(one.text()).equals(MarkdownReader.blocks(two.text()));
  }
}
