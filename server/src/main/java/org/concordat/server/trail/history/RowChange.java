package org.concordat.server.trail.history;

import java.util.List;
import org.concordat.server.trail.seal.TrailEntry.Operation;

/**
 * What happened to one row.
 *
 * @param number of the entry in the trail
 * @param table the table that the row stands in
 * @param row its key in that table
 * @param subject what the row is or connects: an asset, or the two ends of a dependency; empty for
 *     the settings, of which there is one row
 * @param fields what differs; of a row that came or went, all that it says
 */
public record RowChange(
    long number,
    String table,
    String row,
    List<Value.Entry> subject,
    Operation operation,
    List<FieldChange> fields) {
  public RowChange {
    subject = List.copyOf(subject);
    fields = List.copyOf(fields);
  }

  /** How {@link TrailHistory#of} finds the same thing again. */
  public String key() {
    return Columns.isLink(table) || table.equals("workspace") ? Columns.key(table, subject) : row;
  }
}
