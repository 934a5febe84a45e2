package org.concordat.server.standards;

import static org.concordat.server.database.schema.Tables.TRAIL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.jooq.DSLContext;

/**
 * The rows of one organisation's programme. All methods work in a transaction of that organisation.
 */
final class ProgrammeStore {
  private ProgrammeStore() {}

  /** The programme as it is now. */
  static Programme read(DSLContext sql) {
    List<ProgrammeEntry> entries = new ArrayList<>();
    ProgrammeTables.ALL.forEach(table -> entries.addAll(table.all(sql)));
    return Programme.of(entries);
  }

  /**
   * Writes changes.
   *
   * @throws IllegalStateException when a row is not as a change says it was
   */
  static void write(DSLContext sql, List<ProgrammeChange> changes) {
    ProgrammeTables.ALL.forEach(table -> table.write(sql, changes));
  }

  /** The kinds of entries that were changed after a position of the trail. */
  static Set<EntryKind> changedKinds(DSLContext sql, long after) {
    Set<String> tables =
        sql.selectDistinct(TRAIL.TABLE_NAME)
            .from(TRAIL)
            .where(TRAIL.NUMBER.gt(after))
            .fetchSet(TRAIL.TABLE_NAME);
    Set<EntryKind> kinds = new HashSet<>();
    for (EntryKind kind : EntryKind.values()) {
      if (tables.contains(ProgrammeTables.of(kind).table().getName())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
