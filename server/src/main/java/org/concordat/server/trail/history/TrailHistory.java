package org.concordat.server.trail.history;

import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.TRAIL_ACTION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.TrailActionRecord;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.history.Action.Count;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what, as the trail tells it.
 *
 * <p>An action is what was changed under one id. It stands at its last entry. The table of actions,
 * which the trail's trigger keeps, says which there are; what they changed stands in the trail.
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

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TenantTransactions transactions;
  private final Accounts accounts;

  /** The history as these transactions reach it, with the names of these accounts. */
  public TrailHistory(TenantTransactions transactions, Accounts accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /**
   * The actions of an organisation, newest first, up to {@link #PAGE} of them.
   *
   * @param before only those before this number of the trail
   */
  public ActionPage actions(UUID tenant, Activity activity, long before) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          List<TrailActionRecord> rows =
              sql.selectFrom(TRAIL_ACTION)
                  .where(ActivityCondition.of(sql, activity))
                  .and(TRAIL_ACTION.LAST.lt(before))
                  .orderBy(TRAIL_ACTION.LAST.desc())
                  .limit(PAGE + 1)
                  .fetch();
          boolean more = rows.size() > PAGE;
          List<Action> actions = told(sql, tenant, rows.subList(0, more ? PAGE : rows.size()));
          return new ActionPage(actions, more ? actions.getLast().number() : null);
        });
  }

  /**
   * Some actions of an organisation, newest first.
   *
   * @param total how many there are
   */
  public record Part(List<Action> actions, int total) {
    public Part {
      actions = List.copyOf(actions);
    }
  }

  /** The actions from an offset on, at most so many, and how many there are in all. */
  public Part part(UUID tenant, Activity activity, int offset, int limit) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          Condition wanted = ActivityCondition.of(sql, activity);
          List<TrailActionRecord> rows =
              sql.selectFrom(TRAIL_ACTION)
                  .where(wanted)
                  .orderBy(TRAIL_ACTION.LAST.desc())
                  .offset(offset)
                  .limit(limit)
                  .fetch();
          int total = sql.fetchCount(DSL.selectOne().from(TRAIL_ACTION).where(wanted));
          return new Part(told(sql, tenant, rows), total);
        });
  }

  private List<Action> told(DSLContext sql, UUID tenant, List<TrailActionRecord> rows) {
    UUID[] changes =
        rows.stream()
            .map(TrailActionRecord::getChange)
            .filter(Objects::nonNull)
            .toArray(UUID[]::new);
    Map<UUID, List<RowChange>> details = details(sql, changes, DSL.noCondition(), ROWS_IN_LIST);
    Map<String, String> names = names(tenant);
    return rows.stream()
        .map(
            row -> {
              Head head = Head.of(row);
              return action(
                  head, names.getOrDefault(head.actor, head.actor), row, of(details, head.change));
            })
        .toList();
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
          return page(sql, tenant, rowsOf(sql, table, key), before);
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
            sql.selectFrom(TRAIL_ACTION)
                .where(TRAIL_ACTION.CHANGE.eq(change))
                .fetchOptional()
                .map(
                    row -> {
                      Head head = Head.of(row);
                      return action(
                          head,
                          names(tenant).getOrDefault(head.actor, head.actor),
                          row,
                          of(
                              details(sql, new UUID[] {change}, DSL.noCondition(), ROWS_ALONE),
                              change));
                    }));
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
                    .where(TRAIL.AT.lt(ActivityCondition.beginning(day.plusDays(1))))
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
    static Head of(TrailActionRecord row) {
      return new Head(
          row.getLast(),
          row.getChange(),
          row.getAt().toInstant(),
          row.getActor(),
          row.getRequest(),
          row.getReason());
    }

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

  /** The actions that changed certain rows, each with what it did to these. */
  private ActionPage page(DSLContext sql, UUID tenant, Condition itself, long before) {
    List<Head> heads =
        sql.resultQuery(STEPS, DSL.val(before), itself, DSL.inline(PAGE)).fetch(Head::of);
    boolean more = heads.size() > PAGE;
    Set<UUID> seen = new HashSet<>();
    List<Head> listed =
        heads.stream()
            .limit(PAGE)
            .filter(head -> head.change == null || seen.add(head.change))
            .toList();
    UUID[] changes =
        listed.stream().map(Head::change).filter(Objects::nonNull).toArray(UUID[]::new);
    Map<UUID, TrailActionRecord> whole =
        sql.selectFrom(TRAIL_ACTION)
            .where(TRAIL_ACTION.CHANGE.in(changes))
            .fetchMap(TRAIL_ACTION.CHANGE);
    Map<UUID, List<RowChange>> details = details(sql, changes, itself, ROWS_IN_LIST);
    Map<String, String> names = names(tenant);
    List<Action> actions =
        listed.stream()
            .map(
                head ->
                    action(
                        head,
                        names.getOrDefault(head.actor, head.actor),
                        head.change == null ? null : whole.get(head.change),
                        of(details, head.change)))
            .toList();
    return new ActionPage(actions, more ? heads.get(PAGE - 1).number : null);
  }

  private Map<String, String> names(UUID tenant) {
    Map<String, String> names = new HashMap<>();
    accounts.all(tenant).forEach(account -> names.put(account.id().toString(), account.name()));
    return names;
  }

  private static Action action(
      Head head, String name, @Nullable TrailActionRecord whole, List<RowChange> rows) {
    return new Action(
        head.number,
        whole == null ? head.number : whole.getFirst(),
        whole == null ? head.number : whole.getLast(),
        head.change,
        head.at,
        head.actor,
        name,
        head.request,
        head.reason,
        whole == null ? List.of() : counts(whole),
        rows);
  }

  private static <T> List<T> of(Map<UUID, List<T>> lists, @Nullable UUID change) {
    return change == null ? List.of() : lists.getOrDefault(change, List.of());
  }

  /** In the order in which the tables were first changed. */
  private static List<Count> counts(TrailActionRecord whole) {
    List<String> tables = List.of(whole.getTables());
    List<Count> counts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : JSON.readTree(whole.getCounts().data()).properties()) {
      String[] what = each.getKey().split(" ", -1);
      counts.add(new Count(what[0], Operation.valueOf(what[1]), each.getValue().asInt()));
    }
    counts.sort(
        Comparator.comparingInt((Count count) -> tables.indexOf(count.table()))
            .thenComparing(Count::operation));
    return counts;
  }

  private static Map<UUID, List<RowChange>> details(
      DSLContext sql, UUID[] changes, Condition shown, int rows) {
    Map<Long, UUID> actions = new HashMap<>();
    List<RowReader.Raw> raw = new ArrayList<>();
    for (UUID change : changes) {
      sql.select(
              TRAIL.NUMBER,
              TRAIL.TABLE_NAME,
              TRAIL.ROW_KEY,
              TRAIL.OPERATION,
              TRAIL.BEFORE,
              TRAIL.AFTER)
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
                        row.value4(),
                        row.value5() == null ? null : row.value5().data(),
                        row.value6() == null ? null : row.value6().data()));
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
}
