package org.concordat.server.trail.seal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one row.
 *
 * <p>The row's states are carried as the texts in which the database writes its {@code jsonb}, and
 * hashed as texts, not as JSON inside JSON. RFC 8785 knows only numbers that are doubles: it would
 * give {@code 9007199254740993} and {@code 9007199254740992}, or {@code 0.10} and {@code 0.1}, the
 * same bytes, so a {@code bigint} or {@code numeric} could be changed under the seal. A text has no
 * such gaps, and nobody has to agree on how numbers are written to recompute a hash.
 *
 * <p>Whether the states suit the operation is not checked here: a seal says what the trail says,
 * and a faulty entry must not keep those after it from being sealed. For the same reason no entry
 * is too long to be sealed; but one whose line has more than {@link TrailVerification#LINE_BYTES}
 * cannot be checked, so whoever records entries keeps rows well below that.
 *
 * @param tenant whose row it is
 * @param number counts the tenant's entries from 1, without gaps
 * @param at when, in whole microseconds
 * @param actor who did it
 * @param request the request that it was part of, or null
 * @param change groups the rows that one action of a user changed, or null
 * @param reason why, or null
 * @param table the name of the row's table
 * @param row the row's key, as text
 * @param operation what happened
 * @param before the row before, as the text of its JSON, or null where there was none
 * @param after the row after, as the text of its JSON, or null where there is none any more
 */
public record TrailEntry(
    UUID tenant,
    long number,
    Instant at,
    String actor,
    @Nullable String request,
    @Nullable UUID change,
    @Nullable String reason,
    String table,
    String row,
    Operation operation,
    @Nullable String before,
    @Nullable String after)
    implements TrailLine {
  /** What happened to the row, named as in SQL. */
  public enum Operation {
    INSERT,
    UPDATE,
    DELETE
  }

  static final String KIND = "entry";

  /**
   * An entry.
   *
   * @throws IllegalArgumentException when the number is below 1 or above 2^53 - 1, or the time has
   *     parts of microseconds
   */
  public TrailEntry {
    Objects.requireNonNull(tenant);
    CanonicalJson.check("the number of an entry", number);
    CanonicalJson.check(at);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(table);
    Objects.requireNonNull(row);
    Objects.requireNonNull(operation);
  }

  @Override
  public byte[] canonical() {
    return new CanonicalJson()
        .member("actor", actor)
        .member("after", after)
        .member("at", at)
        .member("before", before)
        .member("change", change == null ? null : change.toString())
        .member("kind", KIND)
        .member("number", number)
        .member("operation", operation.name())
        .member("reason", reason)
        .member("request", request)
        .member("row", row)
        .member("table", table)
        .member("tenant", tenant.toString())
        .toBytes();
  }

  /** The hash that stands for this entry in the Merkle tree. */
  public TreeHash leaf() {
    return TreeHash.leaf(canonical());
  }
}
