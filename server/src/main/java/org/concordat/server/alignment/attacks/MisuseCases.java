package org.concordat.server.alignment.attacks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.adtool.AdtoolExport;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;

/**
 * The misuse cases of all organisations. They are few and read when they are asked for, so every
 * server shows the same.
 */
public final class MisuseCases {
  private final TenantTransactions transactions;

  /** Misuse cases whose rows are reached through these transactions. */
  public MisuseCases(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** What came of saving. */
  public sealed interface Result {
    /**
     * It is so now.
     *
     * @param change the id of the action in the trail; null when nothing was different
     */
    record Saved(@Nullable UUID change) implements Result {}

    /** Somebody else was faster; nothing was written. */
    record Conflict() implements Result {}
  }

  /** All cases of an organisation, in the order in which they were made. */
  public List<MisuseCase> all(UUID tenant) {
    return transactions.readAtOnce(tenant, MisuseRows::all);
  }

  /** The case of that id. */
  public Optional<MisuseCase> find(UUID tenant, String id) {
    return transactions.readAtOnce(tenant, sql -> MisuseRows.find(sql, id));
  }

  /**
   * A tree in the XML of ADTool, with what the file that it came from says beyond it.
   *
   * @throws InvalidInput when it gets too large because of what is shared
   */
  AdtoolDocument adtool(UUID tenant, AttackTree tree) throws InvalidInput {
    Optional<String> origin =
        transactions.readAtOnce(tenant, sql -> MisuseRows.origin(sql, tree.id()));
    if (origin.isEmpty()) {
      return AdtoolExport.document(tree);
    }
    byte[] came = origin.get().getBytes(StandardCharsets.UTF_8);
    return AdtoolExport.document(tree, AdtoolDocument.read(tree.id() + ".xml", came));
  }

  /**
   * Makes a case what it shall be, with its tree.
   *
   * @param wanted null to remove it
   * @param tag of the state that somebody decided on, see {@link EntryTag}
   */
  public Result save(
      UUID tenant, Attribution by, String id, @Nullable MisuseCase wanted, String tag) {
    return save(tenant, by, id, wanted, tag, null);
  }

  /**
   * The same, of a tree that came from a file of ADTool.
   *
   * @param origin the file; null leaves what is kept, as long as there is a tree
   */
  Result save(
      UUID tenant,
      Attribution by,
      String id,
      @Nullable MisuseCase wanted,
      String tag,
      @Nullable AdtoolDocument origin) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          // One after the other, as all changes of an organisation.
          TrailPosition.locked(sql);
          MisuseCase present = MisuseRows.find(sql, id).orElse(null);
          if (!tag.equals(EntryTag.ANYTHING) && !tag.equals(EntryTag.of(present))) {
            return new Result.Conflict();
          }
          boolean isNew = !Objects.equals(present, wanted);
          if (isNew) {
            MisuseRows.write(sql, present, wanted);
          }
          boolean isFrom = MisuseRows.writeOrigin(sql, id, wanted, origin);
          return new Result.Saved(isNew || isFrom ? by.change() : null);
        });
  }
}
