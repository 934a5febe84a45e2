package org.concordat.server.workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.LiveWorkspace.Prepared;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.WorkspaceStore.Action;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The organisations' models, held in memory and kept true to the database.
 *
 * <p>The trail numbers all changes of an organisation without gaps. A model in memory knows the
 * number that it is as of; whoever asks for it gets it as of the last number, so several servers on
 * one database never answer from the past. Safe for use by many threads.
 */
public final class Models {
  /** A server that is behind by more changes than these reads the whole model, which is faster. */
  private static final int FAR_BEHIND = 20_000;

  /** More changes at once than these are made in memory while their rows are written. */
  private static final int MANY = 500;

  /** How long one who is behind waits before looking whether others have brought it up to date. */
  private static final Duration LOOK = Duration.ofMillis(1);

  private final TenantTransactions transactions;
  private final ConcurrentHashMap<UUID, Held> models = new ConcurrentHashMap<>();

  private final LongSupplier nanoseconds;

  /** Models whose rows are reached through these transactions. */
  public Models(TenantTransactions transactions) {
    this(transactions, System::nanoTime);
  }

  /** The same with a clock that counts nanoseconds. */
  Models(TenantTransactions transactions, LongSupplier nanoseconds) {
    this.transactions = transactions;
    this.nanoseconds = nanoseconds;
  }

  /** One organisation's model in this server. The lock is held while it changes. */
  private static final class Held {
    final ReentrantLock lock = new ReentrantLock();
    volatile @Nullable State state;

    /** When somebody last asked for it. */
    volatile long usedAt;
  }

  private Held held(UUID tenant) {
    Held held = models.computeIfAbsent(tenant, _ -> new Held());
    held.usedAt = nanoseconds.getAsLong();
    return held;
  }

  /**
   * Puts models out of memory that nobody has asked for, those first that were asked for longest
   * ago; the next who asks has one loaded again. One that is being changed stays, and whoever still
   * reads from one may end.
   *
   * @param unused for how long nobody has asked
   * @param most how many are put out at most
   * @return how many were
   */
  int putOut(Duration unused, int most) {
    long now = nanoseconds.getAsLong();
    int count = 0;
    List<Held> oldest = new ArrayList<>(models.values());
    oldest.removeIf(held -> held.state == null || now - held.usedAt < unused.toNanos());
    oldest.sort(Comparator.comparingLong(held -> held.usedAt - now));
    for (Held held : oldest) {
      if (count < most && held.lock.tryLock()) {
        try {
          held.state = null;
          count++;
        } finally {
          held.lock.unlock();
        }
      }
    }
    return count;
  }

  /** How many models are in memory. */
  int inMemory() {
    return (int) models.values().stream().filter(held -> held.state != null).count();
  }

  private record State(LiveWorkspace live, long position) {}

  /**
   * Stores the first model of an organisation.
   *
   * @param workspace one without errors
   * @throws org.jooq.exception.DataAccessException when the organisation has a model already
   */
  public void create(UUID tenant, Attribution by, Workspace workspace) {
    transactions.write(
        tenant,
        by,
        sql -> {
          WorkspaceStore.create(sql, workspace);
          return null;
        });
  }

  /** The same for an organisation that has no model yet; does nothing for another. */
  public void createUnlessThere(UUID tenant, Attribution by, Workspace workspace) {
    if (!transactions.read(tenant, WorkspaceStore::exists)) {
      create(tenant, by, workspace);
    }
  }

  /**
   * An organisation's model as it is now.
   *
   * @throws IllegalStateException when the organisation has none
   */
  public LiveWorkspace of(UUID tenant) {
    Held held = held(tenant);
    long position = transactions.read(tenant, TrailPosition::of);
    State state = held.state;
    while (state == null || state.position < position) {
      // Whoever holds the lock may only be about to say what is known already, or may change more.
      if (lockedSoon(held)) {
        try {
          return upToDate(tenant, held).live;
        } finally {
          held.lock.unlock();
        }
      }
      state = held.state;
    }
    return state.live;
  }

  private static boolean lockedSoon(Held held) {
    try {
      return held.lock.tryLock(LOOK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a model was brought up to date", e);
    }
  }

  private State upToDate(UUID tenant, Held held) {
    State state = held.state;
    if (state == null) {
      state = transactions.readAtOnce(tenant, Models::load);
      held.state = state;
      return state;
    }
    State present = state;
    return transactions.readAtOnce(
        tenant, sql -> caughtUp(held, present, sql, TrailPosition.of(sql)));
  }

  private static State load(DSLContext sql) {
    Workspace workspace =
        WorkspaceStore.read(sql)
            .orElseThrow(() -> new IllegalStateException("the organisation has no model"));
    return new State(LiveWorkspace.of(workspace), TrailPosition.of(sql));
  }

  /** Makes in memory what others have changed in the database. */
  private static State caughtUp(Held held, State state, DSLContext sql, long position) {
    if (state.position >= position) {
      return state;
    }
    if (position - state.position > FAR_BEHIND) {
      State anew = load(sql);
      held.state = anew;
      return anew;
    }
    for (Action action : WorkspaceStore.changes(sql, state.position, position)) {
      apply(held, state.live, action.changes());
    }
    State now = new State(state.live, position);
    held.state = now;
    return now;
  }

  /** What cannot be made in memory although the database holds it makes the model load anew. */
  private static void apply(Held held, LiveWorkspace live, List<WorkspaceChange> changes) {
    boolean done = false;
    try {
      live.apply(changes);
      done = true;
    } finally {
      if (!done) {
        held.state = null;
      }
    }
  }

  /**
   * Changes a model: all of the changes, or nothing.
   *
   * @param caller who wishes it, for the rights to it
   * @param reason what the caller gave as reason, or null
   * @param request the request's id, for the trail
   */
  public ChangeOutcome change(
      Caller caller, List<WorkspaceChange> changes, @Nullable String reason, String request) {
    return change(caller, changes, reason, request, WriteCompanion.NONE);
  }

  /** The same with somebody who goes along with the writing. */
  public ChangeOutcome change(
      Caller caller,
      List<WorkspaceChange> changes,
      @Nullable String reason,
      String request,
      WriteCompanion companion) {
    Attribution by = caller.attribution(request, reason);
    return change(caller.tenant(), by, Optional.of(caller), changes, companion);
  }

  /** Changes a model on behalf of the server itself, which needs no right to it. */
  public ChangeOutcome change(UUID tenant, Attribution by, List<WorkspaceChange> changes) {
    return change(tenant, by, Optional.empty(), changes, WriteCompanion.NONE);
  }

  private ChangeOutcome change(
      UUID tenant,
      Attribution by,
      Optional<Caller> caller,
      List<WorkspaceChange> changes,
      WriteCompanion companion) {
    List<Finding> unstorable = StorableValues.check(changes);
    if (!unstorable.isEmpty()) {
      return new ChangeOutcome.Unsound(unstorable);
    }
    Held held = held(tenant);
    held.lock.lock();
    try {
      if (held.state == null) {
        upToDate(tenant, held);
      }
      // What others have changed since is caught up with in the transaction itself; a second one
      // before it would make everybody who waits for the lock wait for three more answers.
      Attempt attempt =
          transactions.write(
              tenant,
              by,
              sql -> {
                Attempt made = attempt(sql, held, caller, changes, companion);
                if (made instanceof Attempt.Written) {
                  companion.beforeCommit(sql, by.change());
                }
                return made;
              });
      return switch (attempt) {
        case Attempt.Failed(var outcome) -> outcome;
        case Attempt.Written(var live, var position, var prepared) -> {
          live.take(prepared);
          held.state = new State(live, position);
          yield new ChangeOutcome.Done(by.change(), prepared.applied());
        }
      };
    } finally {
      held.lock.unlock();
    }
  }

  /** How far a change came before its transaction ended. */
  private sealed interface Attempt {
    record Failed(ChangeOutcome outcome) implements Attempt {}

    /**
     * The rows are written, and the model stands ready to be as they are.
     *
     * @param live the model, before the changes still
     */
    record Written(LiveWorkspace live, long position, Prepared prepared) implements Attempt {}
  }

  private static Attempt attempt(
      DSLContext sql,
      Held held,
      Optional<Caller> caller,
      List<WorkspaceChange> changes,
      WriteCompanion companion) {
    State last = held.state;
    if (last == null) {
      throw new IllegalStateException("the model is not in memory");
    }
    LiveWorkspace live = caughtUp(held, last, sql, TrailPosition.locked(sql)).live;
    Optional<ChangeOutcome> objection = objection(live, caller, changes);
    if (objection.isPresent()) {
      return new Attempt.Failed(objection.get());
    }
    if (changes.size() <= MANY) {
      WorkspaceStore.write(sql, changes, companion);
      return new Attempt.Written(live, TrailPosition.of(sql), live.prepare(changes));
    }
    // Others' changes wait until both are done: the database writes on one core, memory on another.
    FutureTask<Prepared> prepared = new FutureTask<>(() -> live.prepare(changes));
    Thread.ofPlatform().name("large-change").daemon().start(prepared);
    WorkspaceStore.write(sql, changes, companion);
    return new Attempt.Written(live, TrailPosition.of(sql), result(prepared));
  }

  /**
   * What would come of a wish to change a model, without changing it: what stands in the way, or
   * empty when nothing does.
   */
  public Optional<ChangeOutcome> obstacles(Caller caller, List<WorkspaceChange> changes) {
    List<Finding> unstorable = StorableValues.check(changes);
    return unstorable.isEmpty()
        ? objection(of(caller.tenant()), Optional.of(caller), changes)
        : Optional.of(new ChangeOutcome.Unsound(unstorable));
  }

  private static Optional<ChangeOutcome> objection(
      LiveWorkspace live, Optional<Caller> caller, List<WorkspaceChange> changes) {
    List<WorkspaceChange> refused = new ArrayList<>();
    caller.ifPresent(
        who -> refused.addAll(live.read(model -> new ChangePolicy(who, model).refused(changes))));
    if (!refused.isEmpty()) {
      return Optional.of(new ChangeOutcome.Refused(refused));
    }
    return switch (live.check(changes)) {
      case Verdict.Stale(var conflicts) -> Optional.of(new ChangeOutcome.Stale(conflicts));
      case Verdict.Unsound(var findings) -> Optional.of(new ChangeOutcome.Unsound(findings));
      case Verdict.Sound() -> Optional.empty();
    };
  }

  private static Prepared result(FutureTask<Prepared> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a large change was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a large change could not be made in memory", e);
    }
  }

  /**
   * The model as it was at a position of the trail.
   *
   * @return empty when there was none yet
   */
  public Optional<Workspace> at(UUID tenant, long position) {
    return transactions.readAtOnce(tenant, sql -> WorkspaceStore.readAt(sql, position));
  }

  /**
   * What one action changed of the model.
   *
   * @param action its id in the trail
   * @return the changes, made at once; empty when there is no such action
   */
  public List<WorkspaceChange> changesBy(UUID tenant, UUID action) {
    return transactions.readAtOnce(tenant, sql -> WorkspaceStore.changesBy(sql, action));
  }
}
