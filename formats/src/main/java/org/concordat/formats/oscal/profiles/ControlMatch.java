package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.formats.oscal.OscalObject;

/** The controls that a list of {@code include-controls} or {@code exclude-controls} means. */
final class ControlMatch {
  /** How a control is meant. */
  enum Meant {
    NOT,
    ALONE,
    WITH_CHILDREN
  }

  private record Pattern(String glob, Meant meant) {}

  private final Map<String, Meant> byId = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Set<String> unused = new TreeSet<>();

  private ControlMatch() {}

  static ControlMatch of(List<OscalObject> selections) {
    ControlMatch match = new ControlMatch();
    for (OscalObject selection : selections) {
      Meant meant =
          selection.text("with-child-controls").equals("yes") ? Meant.WITH_CHILDREN : Meant.ALONE;
      for (String id : selection.texts("with-ids")) {
        match.byId.merge(id, meant, ControlMatch::more);
        match.unused.add(id);
      }
      for (OscalObject matching : selection.objects("matching")) {
        match.patterns.add(new Pattern(matching.text("pattern"), meant));
      }
    }
    return match;
  }

  Meant meant(String id) {
    unused.remove(id);
    Meant meant = byId.getOrDefault(id, Meant.NOT);
    for (Pattern pattern : patterns) {
      if (meant != Meant.WITH_CHILDREN && matches(pattern.glob(), id)) {
        meant = more(meant, pattern.meant());
      }
    }
    return meant;
  }

  /** The ids that were not asked for yet. */
  Set<String> unused() {
    return unused;
  }

  private static Meant more(Meant one, Meant other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * Whether a glob matches: {@code *} stands for any text, {@code ?} for one character. Takes time
   * in proportion to the product of the lengths, whatever the glob.
   */
  static boolean matches(String glob, String text) {
    int at = 0;
    int next = 0;
    int star = -1;
    int starText = 0;
    while (next < text.length()) {
      if (at < glob.length() && glob.charAt(at) == '*') {
        star = at++;
        starText = next;
      } else if (at < glob.length()
          && (glob.charAt(at) == '?' || glob.charAt(at) == text.charAt(next))) {
        at++;
        next++;
      } else if (star >= 0) {
        at = star + 1;
        next = ++starText;
      } else {
        return false;
      }
    }
    while (at < glob.length() && glob.charAt(at) == '*') {
      at++;
    }
    return at == glob.length();
  }
}
