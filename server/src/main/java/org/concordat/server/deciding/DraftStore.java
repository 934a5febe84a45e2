package org.concordat.server.deciding;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.DRAFT;
import static org.concordat.server.database.schema.Tables.DRAFT_CHANGE;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.database.schema.tables.records.DraftChangeRecord;
import org.concordat.server.database.schema.tables.records.DraftRecord;
import org.concordat.server.deciding.Draft.Act;
import org.concordat.server.deciding.Draft.State;
import org.concordat.server.workspace.StoredChanges;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of one organisation's drafts. All methods work in a transaction of it. */
final class DraftStore {
  private final DSLContext sql;

  DraftStore(DSLContext sql) {
    this.sql = sql;
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** All drafts, without their changes; the newest first. */
  List<Draft> all() {
    Map<UUID, String> names = names();
    return sql.selectFrom(DRAFT)
        .orderBy(DRAFT.MADE_AT.desc(), DRAFT.ID.desc())
        .fetch(row -> draft(row, names, List.of()));
  }

  Optional<Draft> find(UUID id) {
    return sql.selectFrom(DRAFT)
        .where(DRAFT.ID.eq(id))
        .fetchOptional(row -> draft(row, names(), changes(id)));
  }

  /** The same, and until the transaction ends nobody else changes it. */
  Optional<Draft> locked(UUID id) {
    return sql.selectFrom(DRAFT)
        .where(DRAFT.ID.eq(id))
        .forUpdate()
        .fetchOptional(row -> draft(row, names(), changes(id)));
  }

  private Map<UUID, String> names() {
    return new HashMap<>(
        sql.select(ACCOUNT.ID, ACCOUNT.NAME).from(ACCOUNT).fetchMap(ACCOUNT.ID, ACCOUNT.NAME));
  }

  private List<WorkspaceChange> changes(UUID id) {
    return StoredChanges.changes(
        sql,
        sql.selectFrom(DRAFT_CHANGE)
            .where(DRAFT_CHANGE.DRAFT.eq(id))
            .orderBy(DRAFT_CHANGE.PLACE)
            .fetch(
                row ->
                    new StoredChanges.Image(row.getEntryTable(), row.getBefore(), row.getAfter())));
  }

  private static Draft draft(
      DraftRecord row, Map<UUID, String> names, List<WorkspaceChange> changes) {
    return new Draft(
        row.getId(),
        row.getName(),
        row.getAbout(),
        State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getShared(),
        row.getRevision(),
        new Act(
            row.getMadeBy(),
            names.getOrDefault(row.getMadeBy(), ""),
            row.getMadeAt().toInstant(),
            null),
        act(row.getProposedBy(), row.getProposedAt(), row.getReason(), names),
        act(row.getDecidedBy(), row.getDecidedAt(), row.getDecision(), names),
        row.getChange(),
        changes);
  }

  private static @Nullable Act act(
      @Nullable UUID by,
      @Nullable OffsetDateTime at,
      @Nullable String words,
      Map<UUID, String> names) {
    return by == null || at == null
        ? null
        : new Act(by, names.getOrDefault(by, ""), at.toInstant(), words);
  }

  void insert(UUID id, String name, @Nullable String about, UUID by) {
    DraftRecord row = sql.newRecord(DRAFT);
    row.setId(id);
    row.setName(name);
    row.setAbout(about);
    row.setState(word(State.OPEN));
    row.setMadeBy(by);
    row.insert();
  }

  /** Puts other changes in the place of a draft's. */
  void replaceChanges(UUID id, Workspace base, List<WorkspaceChange> changes) {
    List<StoredChanges.Image> images = StoredChanges.images(sql, base, changes);
    sql.deleteFrom(DRAFT_CHANGE).where(DRAFT_CHANGE.DRAFT.eq(id)).execute();
    for (int place = 0; place < images.size(); place++) {
      DraftChangeRecord row = sql.newRecord(DRAFT_CHANGE);
      row.setDraft(id);
      row.setPlace(place);
      row.setEntryTable(images.get(place).table());
      row.setBefore(images.get(place).before());
      row.setAfter(images.get(place).after());
      row.insert();
    }
  }

  /** What of a draft's own row is to be other than before. */
  interface Setting {
    void set(DraftRecord row);
  }

  /** Changes a draft's row and counts that. */
  void update(Draft draft, Setting setting) {
    DraftRecord row = sql.newRecord(DRAFT);
    setting.set(row);
    row.setRevision(draft.revision() + 1);
    sql.update(DRAFT).set(row).where(DRAFT.ID.eq(draft.id())).execute();
  }
}
