package org.concordat.core.findings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
  /** Longer words are compared by their beginnings. */
  private static final int LONGEST = 60;

  private Nearest() {}

  /**
   * The known word that is nearest to a written one by edit distance (Damerau's, neighbours swapped
   * counting once), or empty when none is near: more than a third of its letters would have to
   * change.
   */
  public static Optional<String> to(String written, Collection<String> known) {
    String best = null;
    int fewest = Math.max(1, Math.min(written.length(), LONGEST) / 3) + 1;
    for (String word : known) {
      if (Math.abs(word.length() - written.length()) < fewest) {
        int distance = distance(lower(written), lower(word));
        if (distance < fewest) {
          fewest = distance;
          best = word;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static String lower(String word) {
    String start = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    return start.toLowerCase(Locale.ROOT);
  }

  private static int distance(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        table[i][j] =
            Math.min(table[i - 1][j - 1] + change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], 1 + table[i - 2][j - 2]);
        }
      }
    }
    return table[one.length()][other.length()];
  }
}
