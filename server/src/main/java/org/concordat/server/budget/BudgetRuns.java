package org.concordat.server.budget;

import static org.concordat.server.database.schema.Tables.BUDGET_RUN;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.PlanSolver;
import org.concordat.core.alignment.budget.SolveLimits;
import org.concordat.core.alignment.budget.search.Solvers;
import org.concordat.server.budget.BudgetRun.Found;
import org.concordat.server.budget.BudgetRun.Point;
import org.concordat.server.budget.BudgetRun.Stage;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.BudgetRunRecord;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.EntryTag;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches in the background: one at a time on each server, one for each organisation, each within
 * a time. A search says every second that it lives, and hears then whether somebody cancelled it on
 * any server; one that has not said so for a while has gone with its server.
 */
public final class BudgetRuns implements AutoCloseable {
  /** How long the search for the plan may go on. */
  static final Duration PLAN = Duration.ofSeconds(20);

  /** How long all the rest of a run may go on: the frontier, or the price. */
  static final Duration REST = Duration.ofSeconds(90);

  /** How long each search of the rest may go on. */
  private static final Duration EACH = Duration.ofSeconds(4);

  private static final Duration ALIVE = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int SEARCHES = 300;
  private static final int RESOLUTION = 20;
  private static final Logger LOG = LoggerFactory.getLogger(BudgetRuns.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Attribution BY = Attribution.ofServer("budget");

  private final TenantTransactions transactions;
  private final Budgets budgets;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("budget").daemon().factory());

  BudgetRuns(TenantTransactions transactions, Budgets budgets) {
    this.transactions = transactions;
    this.budgets = budgets;
  }

  /** The fingerprint of a question. */
  public static String fingerprint(BudgetProblem problem) {
    return EntryTag.of(problem);
  }

  /**
   * Begins a search, or finds the one that goes on.
   *
   * @param control the control whose price is asked for, or null for the plan and its frontier
   * @param solver one of {@link Solvers#names}
   */
  public BudgetRun begin(Caller caller, String request, @Nullable String control, String solver) {
    BudgetProblem problem = budgets.problem(caller.tenant());
    Optional<BudgetRun> moving =
        recent(caller.tenant()).stream().filter(BudgetRun::isMoving).findFirst();
    if (moving.isPresent()) {
      return moving.get();
    }
    UUID id = Ids.next();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql -> {
          sql.deleteFrom(BUDGET_RUN).where(BUDGET_RUN.CREATED_AT.lt(now.minus(KEPT))).execute();
          return sql.insertInto(BUDGET_RUN)
              .set(BUDGET_RUN.ID, id)
              .set(BUDGET_RUN.ACCOUNT, caller.account())
              .set(BUDGET_RUN.CONTROL, control)
              .set(BUDGET_RUN.SOLVER, solver)
              .set(BUDGET_RUN.STAGE, word(Stage.RUNNING))
              .set(BUDGET_RUN.QUESTION, fingerprint(problem))
              .set(BUDGET_RUN.ALIVE_UNTIL, now.plus(PLAN).plus(REST).plus(ALIVE))
              .execute();
        });
    worker.execute(() -> work(caller.tenant(), id, problem, control, solver));
    return find(caller.tenant(), id).orElseThrow();
  }

  private static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  private void work(
      UUID tenant, UUID id, BudgetProblem problem, @Nullable String control, String name) {
    try {
      Pulse pulse = new Pulse(tenant, id);
      if (pulse.isCancelled(true)) {
        return;
      }
      Outcome outcome =
          solver(name, PLAN)
              .solve(problem, Conditions.NONE, limits(pulse, System.nanoTime(), PLAN));
      Found found =
          outcome instanceof Outcome.Solved solved
              ? control == null
                  ? plan(problem, solved, solver(name, EACH), pulse)
                  : price(problem, solved, control, solver(name, EACH), pulse)
              : null;
      end(tenant, id, found == null ? Stage.FAILED : Stage.DONE, found);
    } catch (RuntimeException e) {
      LOG.error("The search {} broke", id, e);
      end(tenant, id, Stage.FAILED, null);
    }
  }

  private static PlanSolver solver(String name, Duration most) {
    return Solvers.find(name, most)
        .orElseThrow(() -> new IllegalArgumentException("there is no solver '" + name + "'"));
  }

  private static SolveLimits limits(BooleanSupplier pulse, long start, Duration most) {
    long nanos = most.toNanos();
    return new SolveLimits(
        Integer.MAX_VALUE, () -> System.nanoTime() - start > nanos || pulse.getAsBoolean());
  }

  private Found plan(BudgetProblem problem, Outcome.Solved solved, PlanSolver solver, Pulse pulse) {
    BooleanSupplier rest = rest(pulse);
    Frontier frontier =
        Frontier.of(
            problem,
            solver,
            new Frontier.Effort(SEARCHES, RESOLUTION, () -> limits(rest, System.nanoTime(), EACH)));
    return found(solved, frontier.isComplete(), Point.of(frontier), null);
  }

  private Found price(
      BudgetProblem problem, Outcome.Solved solved, String id, PlanSolver solver, Pulse pulse) {
    Optional<BudgetControl> control = problem.given().control(id);
    BooleanSupplier rest = rest(pulse);
    EntryPrice price =
        control.isEmpty() || solved.plan().has(id) || control.get().inPlace()
            ? null
            : EntryPrice.of(
                problem,
                control.get(),
                solved.residual(),
                solver,
                () -> limits(rest, System.nanoTime(), EACH));
    return found(solved, false, List.of(), price);
  }

  private static BooleanSupplier rest(Pulse pulse) {
    long start = System.nanoTime();
    return () -> System.nanoTime() - start > REST.toNanos() || pulse.getAsBoolean();
  }

  private static Found found(
      Outcome.Solved solved, boolean complete, List<Point> points, @Nullable EntryPrice price) {
    return new Found(
        Map.copyOf(solved.plan().starts()),
        solved.residual(),
        solved.bound(),
        solved.end(),
        solved.nodes(),
        complete,
        points,
        price);
  }

  /** Says each second that a search lives, and hears whether it is wanted. */
  private final class Pulse implements BooleanSupplier {
    private final UUID tenant;
    private final UUID id;
    private long last = System.nanoTime();
    private boolean isCancelled;

    Pulse(UUID tenant, UUID id) {
      this.tenant = tenant;
      this.id = id;
    }

    @Override
    public boolean getAsBoolean() {
      return isCancelled(false);
    }

    boolean isCancelled(boolean now) {
      if (!isCancelled && (now || System.nanoTime() - last > 1_000_000_000L)) {
        last = System.nanoTime();
        isCancelled =
            transactions.write(
                    tenant,
                    BY,
                    sql ->
                        sql.update(BUDGET_RUN)
                            .set(
                                BUDGET_RUN.ALIVE_UNTIL,
                                OffsetDateTime.now(ZoneOffset.UTC).plus(ALIVE))
                            .where(BUDGET_RUN.ID.eq(id))
                            .and(BUDGET_RUN.STAGE.eq(word(Stage.RUNNING)))
                            .execute())
                == 0;
      }
      return isCancelled;
    }
  }

  private void end(UUID tenant, UUID id, Stage stage, @Nullable Found found) {
    transactions.write(
        tenant,
        BY,
        sql ->
            sql.update(BUDGET_RUN)
                .set(BUDGET_RUN.STAGE, word(stage))
                .set(
                    BUDGET_RUN.RESULT,
                    found == null ? null : JSONB.valueOf(MAPPER.writeValueAsString(found)))
                .where(BUDGET_RUN.ID.eq(id))
                .and(BUDGET_RUN.STAGE.eq(word(Stage.RUNNING)))
                .execute());
  }

  /**
   * Cancels a search.
   *
   * @return whether it went on until now
   */
  public boolean cancel(Caller caller, String request, UUID id) {
    return transactions.write(
            caller.tenant(),
            caller.attribution(request, null),
            sql ->
                sql.update(BUDGET_RUN)
                    .set(BUDGET_RUN.STAGE, word(Stage.CANCELLED))
                    .where(BUDGET_RUN.ID.eq(id))
                    .and(BUDGET_RUN.STAGE.eq(word(Stage.RUNNING)))
                    .execute())
        > 0;
  }

  /** A search of an organisation. */
  public Optional<BudgetRun> find(UUID tenant, UUID id) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(BUDGET_RUN).where(BUDGET_RUN.ID.eq(id)).fetchOptional(BudgetRuns::run));
  }

  /** The last searches of an organisation, latest first. */
  public List<BudgetRun> recent(UUID tenant) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(BUDGET_RUN)
                .orderBy(BUDGET_RUN.CREATED_AT.desc(), BUDGET_RUN.ID.desc())
                .limit(50)
                .fetch(BudgetRuns::run));
  }

  /** The last plan that was found. */
  public Optional<BudgetRun> latest(UUID tenant, @Nullable String control) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(BUDGET_RUN)
                .where(BUDGET_RUN.STAGE.eq(word(Stage.DONE)))
                .and(
                    control == null
                        ? BUDGET_RUN.CONTROL.isNull()
                        : BUDGET_RUN.CONTROL.eq(DSL.val(control)))
                .orderBy(BUDGET_RUN.CREATED_AT.desc(), BUDGET_RUN.ID.desc())
                .limit(1)
                .fetchOptional(BudgetRuns::run));
  }

  private static BudgetRun run(BudgetRunRecord row) {
    Stage stage = Stage.valueOf(row.getStage().toUpperCase(Locale.ROOT));
    boolean isGone =
        stage == Stage.RUNNING && row.getAliveUntil().isBefore(OffsetDateTime.now(ZoneOffset.UTC));
    JSONB result = row.getResult();
    return new BudgetRun(
        row.getId(),
        row.getControl(),
        row.getSolver(),
        isGone ? Stage.FAILED : stage,
        row.getQuestion(),
        result == null ? null : MAPPER.readValue(result.data(), Found.class),
        row.getCreatedAt().toInstant());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
