package org.concordat.core.findings;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that somebody may have meant: the one with the least edits, where an edit inserts,
 * deletes or replaces a character or swaps two neighbours (optimal string alignment: Damerau, <i>A
 * technique for computer detection and correction of spelling errors</i>, 1964).
 *
 * <p>Among up to {@value #SCANNED} names up to three edits are found; among more only one, in a
 * time that does not depend on how many there are.
 */
public final class NearestName {
  private static final int SCANNED = 5_000;
  private static final int LONGEST = 100;
  private static final int MOST_EDITS = 3;
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";

  private final Set<String> names;

  private NearestName(Set<String> names) {
    this.names = names;
  }

  /** Names to choose from; a set is kept as it is and must not change. */
  public static NearestName among(Collection<String> names) {
    return new NearestName(names instanceof Set<String> set ? set : new LinkedHashSet<>(names));
  }

  /** The nearest name, the first in the alphabet among equals; empty when none is near. */
  public Optional<String> to(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return names.size() <= SCANNED ? byScanning(text) : byOneEdit(text);
  }

  /** A remedy such as {@code did you mean 'claims-db'?}, or null when no name is near. */
  public @Nullable String remedyFor(String text) {
    return to(text).map(name -> "did you mean '" + name + "'?").orElse(null);
  }

  private Optional<String> byScanning(String text) {
    String best = null;
    int least = Math.clamp(text.length() / 3, 1, MOST_EDITS);
    for (String name : names) {
      if (Math.abs(name.length() - text.length()) > least) {
        continue;
      }
      int edits = edits(text, name);
      if (edits < least || (edits == least && (best == null || name.compareTo(best) < 0))) {
        least = edits;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<String> byOneEdit(String text) {
    TreeSet<String> found = new TreeSet<>();
    for (int i = 0; i <= text.length(); i++) {
      String start = text.substring(0, i);
      String end = text.substring(i);
      for (int c = 0; c < ALPHABET.length(); c++) {
        String letter = ALPHABET.substring(c, c + 1);
        addKnown(start + letter + end, found);
        if (!end.isEmpty()) {
          addKnown(start + letter + end.substring(1), found);
        }
      }
      if (!end.isEmpty()) {
        addKnown(start + end.substring(1), found);
      }
      if (end.length() > 1) {
        addKnown(start + end.charAt(1) + end.charAt(0) + end.substring(2), found);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.first());
  }

  private void addKnown(String candidate, Set<String> found) {
    if (names.contains(candidate)) {
      found.add(candidate);
    }
  }

  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
