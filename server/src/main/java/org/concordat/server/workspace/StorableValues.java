package org.concordat.server.workspace;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.WorkspaceChange;
import org.jooq.Field;
import org.jooq.Record;

/**
 * What values the database can hold: texts without NUL characters and halves of surrogate pairs,
 * keys that fit an index, days of the calendar that all programs agree on.
 */
public final class StorableValues {
  /** An id has at most so many characters. */
  static final int LONGEST_KEY = 500;

  /** Any other text has at most so many characters. */
  static final int LONGEST_TEXT = 100_000;

  /** The calendar of today began in 1582; before, a day has several names. */
  static final LocalDate FIRST_DAY = LocalDate.of(1600, 1, 1);

  static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final List<String> DESCRIBING =
      List.of("name", "description", "because", "industry", "judge", "demand");

  private StorableValues() {}

  /**
   * What of changes cannot be stored.
   *
   * @return the errors; the place of each is the change, counted from 0, and the column
   */
  static List<Finding> check(List<WorkspaceChange> changes) {
    FindingList findings = new FindingList();
    for (int i = 0; i < changes.size(); i++) {
      WorkspaceChange change = changes.get(i);
      if (change.after() != null) {
        for (Record row : EntryTables.rows(change)) {
          check("changes[" + i + "].", row, findings);
        }
      }
    }
    return findings.list();
  }

  /**
   * Adds what of a row cannot be stored.
   *
   * @param place what stands before the column's name in the place of a finding
   */
  public static void check(String place, Record row, FindingList findings) {
    for (Field<?> column : row.fields()) {
      if (row.touched(column)) {
        String where = place + column.getName();
        switch (row.get(column)) {
          case String text -> check(where, text, limit(column), findings);
          case String[] texts -> {
            for (String text : texts) {
              check(where, text, LONGEST_KEY, findings);
            }
          }
          case LocalDate day -> {
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
              findings.error(
                  Place.ofKey(where),
                  "the day " + day + " is out of range",
                  "give one from " + FIRST_DAY + " to " + LAST_DAY);
            }
          }
          case null, default -> {}
        }
      }
    }
  }

  private static int limit(Field<?> column) {
    return DESCRIBING.contains(column.getName()) ? LONGEST_TEXT : LONGEST_KEY;
  }

  private static void check(String place, String text, int limit, FindingList findings) {
    if (text.length() > limit) {
      findings.error(
          Place.ofKey(place),
          "the text has " + text.length() + " characters",
          "at most " + limit + " can be stored here");
    }
    int bad = firstUnstorable(text);
    if (bad >= 0) {
      findings.error(
          Place.ofKey(place),
          "character %d is U+%04X, which is no text".formatted(bad + 1, (int) text.charAt(bad)),
          "leave it out");
    }
  }

  /** The index of the first character that no database text can hold, or -1. */
  static int firstUnstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
