package org.concordat.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who mistyped an id. */
final class Nearest {
  private static final int SUGGESTIONS = 3;

  /** Longer texts are compared by their beginning: the work grows with the square. */
  private static final int COMPARED = 80;

  private record Candidate(String id, int distance) {}

  private Nearest() {}

  /** A sentence that names the ids most like the text, or says how many there are. */
  static String hint(String text, Collection<String> ids) {
    List<String> nearest = to(text, ids);
    return nearest.isEmpty() ? "there are none" : "nearest: " + String.join(", ", nearest);
  }

  /** At most three ids: those that contain the text, then those with the fewest letters changed. */
  static List<String> to(String text, Collection<String> ids) {
    String wanted = shortened(text);
    return ids.stream()
        .map(id -> new Candidate(id, distance(wanted, shortened(id))))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::id))
        .limit(SUGGESTIONS)
        .map(Candidate::id)
        .toList();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), COMPARED)).toLowerCase(Locale.ROOT);
  }

  /** The edit distance (Levenshtein), where containing the other text costs nothing. */
  private static int distance(String wanted, String id) {
    if (id.contains(wanted)) {
      return 0;
    }
    int[] row = new int[id.length() + 1];
    for (int j = 0; j <= id.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= id.length(); j++) {
        int substituted = diagonal + (wanted.charAt(i - 1) == id.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[id.length()];
  }
}
