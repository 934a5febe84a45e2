package org.concordat.server.trail.history;

import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.history.Action.Count;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, as the trail tells it.
 *
 * <p>An action is what was changed under one id. It stands at its last entry; one that was made in
 * several transactions with others between them may stand on several pages.
 */
public final class TrailHistory {
  /** So many actions are on a page. */
  public static final int PAGE = 25;

  /** So many changes are shown of an action in a list. */
  public static final int ROWS_IN_LIST = 8;

  /** So many changes are shown of an action on its own. */
  public static final int ROWS_ALONE = 500;

  /**
   * Walks from action to action backwards along the key of the trail. A step over an action costs
   * as much as it has entries.
   */
  private static final String STEPS =
      """
      with recursive step (number, change, place) as (
        (select number, change, 1 from trail where number < {0} and {1} order by number desc limit 1)
        union all
        select next.number, next.change, step.place + 1 from step cross join lateral (
          select number, change from trail
          where number < step.number and change is distinct from step.change and {1}
          order by number desc limit 1) as next
        where step.place <= {2})
      select trail.number, trail.change, trail.at, trail.actor, trail.request, trail.reason
      from step join trail on trail.number = step.number order by trail.number desc
      """;

  private final TenantTransactions transactions;
  private final Accounts accounts;

  /** The history as these transactions reach it, with the names of these accounts. */
  public TrailHistory(TenantTransactions transactions, Accounts accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /**
   * The actions of an organisation, newest first.
   *
   * @param before only those before this number of the trail
   */
  public ActionPage actions(UUID tenant, Activity activity, long before) {
    Condition wanted =
        DSL.and(
            Arrays.asList(
                activity.actor() == null ? DSL.noCondition() : TRAIL.ACTOR.eq(activity.actor()),
                activity.from() == null
                    ? DSL.noCondition()
                    : TRAIL.AT.ge(beginning(activity.from())),
                activity.to() == null
                    ? DSL.noCondition()
                    : TRAIL.AT.lt(beginning(activity.to().plusDays(1))),
                activity.table() == null
                    ? DSL.noCondition()
                    : TRAIL.TABLE_NAME.eq(activity.table())));
    return transactions.readAtOnce(
        tenant, sql -> page(sql, tenant, wanted, DSL.noCondition(), before, ROWS_IN_LIST));
  }

  private static OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /**
   * What happened to one thing, newest first: of each action only what it did to this.
   *
   * @param table the table of its row
   * @param key its id; the ids of both ends, divided by slashes, for dependencies and impacts
   *     (asset, property, factor or factor, goal); anything for the settings
   * @param before only what happened before this number of the trail
   */
  public ActionPage of(UUID tenant, String table, String key, long before) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          Condition itself = rowsOf(sql, table, key);
          return page(sql, tenant, itself, itself, before, ROWS_IN_LIST);
        });
  }

  private static Condition rowsOf(DSLContext sql, String table, String key) {
    Condition ofTable = TRAIL.TABLE_NAME.eq(table);
    if (table.equals("workspace")) {
      return ofTable;
    }
    if (!Columns.isLink(table)) {
      return ofTable.and(TRAIL.ROW_KEY.eq(key));
    }
    List<String> columns = Columns.subject(table);
    List<String> keys = List.of(key.split("/", -1));
    if (columns.size() != keys.size()) {
      return DSL.falseCondition();
    }
    List<Condition> ends = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      ends.add(
          DSL.condition("after ->> {0} = {1}", DSL.inline(columns.get(i)), DSL.val(keys.get(i))));
    }
    // The ends of a link never change, so the entry that made it has them.
    List<String> rows =
        sql.select(TRAIL.ROW_KEY)
            .from(TRAIL)
            .where(ofTable.and(TRAIL.OPERATION.eq("INSERT")).and(DSL.and(ends)))
            .fetch(TRAIL.ROW_KEY);
    return ofTable.and(TRAIL.ROW_KEY.in(rows));
  }

  /**
   * One action with all of its changes, up to {@link #ROWS_ALONE}.
   *
   * @return empty when there is none of that id
   */
  public Optional<Action> action(UUID tenant, UUID change) {
    return transactions.readAtOnce(
        tenant,
        sql ->
            page(
                    sql,
                    tenant,
                    TRAIL.CHANGE.eq(change),
                    DSL.noCondition(),
                    Long.MAX_VALUE,
                    ROWS_ALONE)
                .actions()
                .stream()
                .findFirst());
  }

  /**
   * The number of the last entry before a day ends in UTC; 0 when there is none.
   *
   * <p>Entries are numbered in the order of their transactions' ends as good as exactly: a clock
   * that is set back may have later numbers with earlier times.
   */
  public long endOf(UUID tenant, LocalDate day) {
    Long number =
        transactions.read(
            tenant,
            sql ->
                sql.select(TRAIL.NUMBER)
                    .from(TRAIL)
                    .where(TRAIL.AT.lt(beginning(day.plusDays(1))))
                    .orderBy(TRAIL.AT.desc(), TRAIL.NUMBER.desc())
                    .limit(1)
                    .fetchOne(TRAIL.NUMBER));
    return number == null ? 0 : number;
  }

  /** The accounts that may be asked for, by name: their ids and names. */
  public List<Accounts.Listed> people(UUID tenant) {
    return accounts.all(tenant);
  }

  /** The head of an action: its last entry without the images. */
  private record Head(
      long number,
      @Nullable UUID change,
      Instant at,
      String actor,
      @Nullable String request,
      @Nullable String reason) {
    static Head of(Record row) {
      return new Head(
          row.get("number", Long.class),
          row.get("change", UUID.class),
          row.get("at", OffsetDateTime.class).toInstant(),
          row.get("actor", String.class),
          row.get("request", String.class),
          row.get("reason", String.class));
    }
  }

  private ActionPage page(
      DSLContext sql, UUID tenant, Condition wanted, Condition shown, long before, int rows) {
    List<Head> heads =
        sql.resultQuery(STEPS, DSL.val(before), wanted, DSL.inline(PAGE)).fetch(Head::of);
    boolean more = heads.size() > PAGE;
    Set<UUID> seen = new HashSet<>();
    List<Head> listed =
        heads.stream()
            .limit(PAGE)
            .filter(head -> head.change == null || seen.add(head.change))
            .toList();
    UUID[] changes =
        listed.stream().map(Head::change).filter(Objects::nonNull).toArray(UUID[]::new);
    Map<UUID, List<Count>> counts = counts(sql, changes);
    Map<UUID, List<RowChange>> details = details(sql, changes, shown, rows);
    Map<String, String> names = new HashMap<>();
    accounts.all(tenant).forEach(account -> names.put(account.id().toString(), account.name()));
    List<Action> actions =
        listed.stream()
            .map(
                head ->
                    action(
                        head,
                        names.getOrDefault(head.actor, head.actor),
                        of(counts, head.change),
                        of(details, head.change)))
            .toList();
    return new ActionPage(actions, more ? heads.get(PAGE - 1).number : null);
  }

  private static Action action(Head head, String name, List<Count> counts, List<RowChange> rows) {
    return new Action(
        head.number,
        counts.stream().mapToLong(Count::first).min().orElse(head.number),
        counts.stream().mapToLong(Count::last).max().orElse(head.number),
        head.change,
        head.at,
        head.actor,
        name,
        head.request,
        head.reason,
        counts,
        rows);
  }

  private static <T> List<T> of(Map<UUID, List<T>> lists, @Nullable UUID change) {
    return change == null ? List.of() : lists.getOrDefault(change, List.of());
  }

  private static Map<UUID, List<Count>> counts(DSLContext sql, UUID[] changes) {
    Map<UUID, List<Count>> counts = new HashMap<>();
    sql.select(
            TRAIL.CHANGE,
            TRAIL.TABLE_NAME,
            TRAIL.OPERATION,
            DSL.count(),
            DSL.min(TRAIL.NUMBER),
            DSL.max(TRAIL.NUMBER))
        .from(TRAIL)
        .where(TRAIL.CHANGE.in(changes))
        .groupBy(TRAIL.CHANGE, TRAIL.TABLE_NAME, TRAIL.OPERATION)
        .orderBy(DSL.min(TRAIL.NUMBER))
        .forEach(
            row ->
                counts
                    .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                    .add(
                        new Count(
                            row.value2(),
                            Operation.valueOf(row.value3()),
                            row.value4(),
                            row.value5(),
                            row.value6())));
    return counts;
  }

  private static Map<UUID, List<RowChange>> details(
      DSLContext sql, UUID[] changes, Condition shown, int rows) {
    Map<Long, UUID> actions = new HashMap<>();
    List<RowReader.Raw> raw = new ArrayList<>();
    for (UUID change : changes) {
      sql.select(TRAIL.NUMBER, TRAIL.TABLE_NAME, TRAIL.OPERATION, TRAIL.BEFORE, TRAIL.AFTER)
          .from(TRAIL)
          .where(TRAIL.CHANGE.eq(change).and(shown))
          .orderBy(TRAIL.NUMBER)
          .limit(rows)
          .forEach(
              row -> {
                actions.put(row.value1(), change);
                raw.add(
                    new RowReader.Raw(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4() == null ? null : row.value4().data(),
                        row.value5() == null ? null : row.value5().data()));
              });
    }
    Map<UUID, List<RowChange>> details = new HashMap<>();
    for (RowChange change : RowReader.read(sql, raw)) {
      UUID action = actions.get(change.number());
      if (action != null) {
        details.computeIfAbsent(action, _ -> new ArrayList<>()).add(change);
      }
    }
    return details;
  }

  /** The tables that a list of actions can be narrowed to, in the order of the model. */
  public static List<String> tables() {
    List<String> tables =
        new ArrayList<>(
            List.of(
                "workspace",
                "property",
                "unit",
                "goal",
                "factor",
                "asset",
                "dependency",
                "requirement_impact",
                "factor_impact",
                "origin"));
    tables.addAll(DECIDING);
    tables.addAll(new TreeSet<>(PEOPLE));
    return Collections.unmodifiableList(tables);
  }

  private static final List<String> PEOPLE =
      List.of("account", "account_password", "account_role", "api_token", "one_time_link");

  private static final List<String> DECIDING =
      List.of("draft", "draft_change", "incident", "review_interval");

  /** Whether rows of a table are part of the model, and not beside it or of who may see it. */
  public static boolean isOfModel(String table) {
    return tables().contains(table) && !DECIDING.contains(table) && !PEOPLE.contains(table);
  }

  /** Whether an action changed the model, and nothing beside it but the draft that proposed it. */
  public static boolean changedTheModel(Action action) {
    return action.counts().stream().anyMatch(count -> isOfModel(count.table()))
        && action.counts().stream()
            .allMatch(count -> isOfModel(count.table()) || count.table().equals("draft"));
  }
}
