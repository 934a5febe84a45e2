package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.WORKSPACE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.core.workspace.WorkspaceDiff;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one organisation's workspace, and its past as the change trail tells it. All methods
 * work in a transaction of that organisation.
 */
final class WorkspaceStore {
  private WorkspaceStore() {}

  /** Whether the organisation has a workspace. */
  static boolean exists(DSLContext sql) {
    return sql.fetchExists(WORKSPACE);
  }

  /** The workspace as it is now, or empty when the organisation has none. */
  static Optional<Workspace> read(DSLContext sql) {
    return sql.selectFrom(WORKSPACE)
        .fetchOptional()
        .map(settings -> assemble(SettingsRow.of(settings), new RowsNow(sql)));
  }

  /** Where the entries of a workspace are read from. */
  private sealed interface Source {
    <E> List<E> of(EntryTable<?, E> table);
  }

  private record RowsNow(DSLContext sql) implements Source {
    @Override
    public <E> List<E> of(EntryTable<?, E> table) {
      return table.all(sql);
    }
  }

  private record RowsAt(DSLContext sql, long position) implements Source {
    @Override
    public <E> List<E> of(EntryTable<?, E> table) {
      return entriesAt(sql, table, position);
    }
  }

  private static Workspace assemble(SettingsRow settings, Source source) {
    Map<String, List<Goal>> goals = new HashMap<>();
    for (OwnedGoal owned : source.of(EntryTables.GOALS)) {
      goals.computeIfAbsent(owned.unit(), _ -> new ArrayList<>()).add(owned.goal());
    }
    List<Unit> units =
        source.of(EntryTables.UNITS).stream()
            .map(
                unit ->
                    new Unit(
                        unit.id(),
                        unit.name(),
                        unit.discipline(),
                        unit.description(),
                        goals.getOrDefault(unit.id(), List.of())))
            .toList();
    List<Impact> impacts = new ArrayList<>(source.of(EntryTables.REQUIREMENT_IMPACTS));
    impacts.addAll(source.of(EntryTables.FACTOR_IMPACTS));
    return new Workspace(
        settings.organisation(),
        settings.scale(),
        settings.combination(),
        settings.inheritance(),
        source.of(EntryTables.PROPERTIES),
        units,
        source.of(EntryTables.FACTORS),
        source.of(EntryTables.ASSETS),
        source.of(EntryTables.DEPENDENCIES),
        impacts,
        source.of(EntryTables.ORIGINS));
  }

  /** Stores the first workspace of an organisation. */
  static void create(DSLContext sql, Workspace workspace) {
    SettingsRow settings = SettingsRow.of(workspace);
    settings.insert(sql);
    Workspace bare =
        new Workspace(
            workspace.organisation(),
            workspace.scale(),
            workspace.combination(),
            workspace.inheritance(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    write(sql, WorkspaceDiff.between(bare, workspace), WriteCompanion.NONE);
  }

  /**
   * Writes changes.
   *
   * @throws IllegalStateException when a row is not as a change says it was
   */
  static void write(DSLContext sql, List<WorkspaceChange> changes, WriteCompanion companion) {
    SettingsRow.write(sql, changes);
    int[] written = {0};
    for (EntryTable<?, ?> table : EntryTables.ALL) {
      table.write(
          sql,
          changes,
          count -> {
            written[0] += count;
            companion.written(written[0], changes.size());
          });
    }
  }

  /**
   * What changed after a position of the trail and up to another.
   *
   * @return one list for each action, oldest first: its changes were made at once
   */
  static List<Action> changes(DSLContext sql, long after, long upTo) {
    Map<Long, UUID> actions = new LinkedHashMap<>();
    sql.select(TRAIL.NUMBER, TRAIL.CHANGE)
        .from(TRAIL)
        .where(TRAIL.NUMBER.gt(after).and(TRAIL.NUMBER.le(upTo)))
        .and(TRAIL.TABLE_NAME.in(tableNames()))
        .orderBy(TRAIL.NUMBER)
        .forEach(row -> actions.put(row.value1(), row.value2()));
    if (actions.isEmpty()) {
      return List.of();
    }
    Map<Long, List<WorkspaceChange>> changes = new HashMap<>();
    imagesOf(sql, WORKSPACE, after, upTo)
        .forEach(
            (number, images) -> {
              if (images.before() != null && images.after() != null) {
                changes.put(
                    number,
                    SettingsRow.of(images.before()).changesTo(SettingsRow.of(images.after())));
              }
            });
    EntryTables.ALL.forEach(table -> addChanges(sql, table, after, upTo, changes));
    Map<UUID, List<WorkspaceChange>> byAction = new LinkedHashMap<>();
    Map<UUID, Long> last = new HashMap<>();
    actions.forEach(
        (number, action) -> {
          byAction
              .computeIfAbsent(action, _ -> new ArrayList<>())
              .addAll(changes.getOrDefault(number, List.of()));
          last.put(action, number);
        });
    return byAction.entrySet().stream()
        .map(
            action ->
                new Action(
                    action.getKey(), last.getOrDefault(action.getKey(), upTo), action.getValue()))
        .toList();
  }

  /** What one action changed; nothing when there is no such action. */
  static List<WorkspaceChange> changesBy(DSLContext sql, UUID action) {
    var range =
        sql.select(DSL.min(TRAIL.NUMBER), DSL.max(TRAIL.NUMBER))
            .from(TRAIL)
            .where(TRAIL.CHANGE.eq(action))
            .fetchSingle();
    if (range.value1() == null) {
      return List.of();
    }
    return changes(sql, range.value1() - 1, range.value2()).stream()
        .filter(each -> each.id().equals(action))
        .flatMap(each -> each.changes().stream())
        .toList();
  }

  /**
   * What one action changed.
   *
   * @param id the action's id
   * @param position the number of its last entry in the trail
   */
  record Action(UUID id, long position, List<WorkspaceChange> changes) {
    Action {
      changes = List.copyOf(changes);
    }
  }

  private static List<String> tableNames() {
    List<String> names = new ArrayList<>();
    names.add(WORKSPACE.getName());
    EntryTables.ALL.forEach(table -> names.add(table.table().getName()));
    return names;
  }

  private static <R extends TableRecord<R>, E> void addChanges(
      DSLContext sql,
      EntryTable<R, E> table,
      long after,
      long upTo,
      Map<Long, List<WorkspaceChange>> changes) {
    imagesOf(sql, table.table(), after, upTo)
        .forEach(
            (number, images) -> {
              E was = table.image(images.before());
              E is = table.image(images.after());
              if (was == null || !was.equals(is)) {
                changes.put(number, List.of(table.change().apply(was, is)));
              }
            });
  }

  /** A row before and after a change. */
  private record Images<R>(@Nullable R before, @Nullable R after) {}

  private static <R extends Record> Map<Long, Images<R>> imagesOf(
      DSLContext sql, Table<R> table, long after, long upTo) {
    Map<Long, R> before = images(sql, table, "before", after, upTo);
    Map<Long, R> now = images(sql, table, "after", after, upTo);
    Map<Long, Images<R>> images = new HashMap<>();
    before.forEach((number, row) -> images.put(number, new Images<>(row, now.get(number))));
    now.forEach((number, row) -> images.putIfAbsent(number, new Images<>(null, row)));
    return images;
  }

  /** The rows of a table as one side of the trail shows them, by the numbers of the entries. */
  private static <R extends Record> Map<Long, R> images(
      DSLContext sql, Table<R> table, String side, long after, long upTo) {
    Map<Long, R> images = new HashMap<>();
    sql.resultQuery(
            "select trail.number as trail_number, image.* from trail,"
                + " jsonb_populate_record(null::{0}, trail.{1}) as image"
                + " where trail.number > {2} and trail.number <= {3} and trail.table_name = {4}"
                + " and trail.{1} is not null",
            table, DSL.name(side), DSL.val(after), DSL.val(upTo), DSL.val(table.getName()))
        .forEach(row -> images.put(row.get("trail_number", Long.class), row.into(table)));
    return images;
  }

  /** The workspace as it was at a position of the trail, or empty when there was none. */
  static Optional<Workspace> readAt(DSLContext sql, long position) {
    return rowsAt(sql, WORKSPACE, position).stream()
        .findFirst()
        .map(settings -> assemble(SettingsRow.of(settings), new RowsAt(sql, position)));
  }

  private static <R extends TableRecord<R>, E> List<E> entriesAt(
      DSLContext sql, EntryTable<R, E> table, long position) {
    return rowsAt(sql, table.table(), position).stream()
        .sorted(Comparator.comparing(row -> row.get(table.place())))
        .map(table.read())
        .toList();
  }

  private static <R extends Record> List<R> rowsAt(DSLContext sql, Table<R> table, long position) {
    return sql.resultQuery(
            "select image.* from (select distinct on (row_key) after from trail where table_name ="
                + " {0} and number <= {1} order by row_key, number desc) as last,"
                + " jsonb_populate_record(null::{2}, last.after) as image where last.after is not"
                + " null",
            DSL.val(table.getName()), DSL.val(position), table)
        .fetch(row -> row.into(table));
  }
}
