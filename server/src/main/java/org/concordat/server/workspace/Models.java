package org.concordat.server.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.concordat.core.alignment.live.Applied;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
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
  private final TenantTransactions transactions;
  private final ConcurrentHashMap<UUID, Held> models = new ConcurrentHashMap<>();

  /** Models whose rows are reached through these transactions. */
  public Models(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** One organisation's model in this server. The lock is held while it changes. */
  private static final class Held {
    final ReentrantLock lock = new ReentrantLock();
    volatile @Nullable State state;
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
    Held held = models.computeIfAbsent(tenant, _ -> new Held());
    long position = transactions.read(tenant, WorkspaceStore::position);
    State state = held.state;
    if (state != null && state.position >= position) {
      return state.live;
    }
    held.lock.lock();
    try {
      return upToDate(tenant, held).live;
    } finally {
      held.lock.unlock();
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
        tenant, sql -> caughtUp(held, present, sql, WorkspaceStore.position(sql)));
  }

  private static State load(DSLContext sql) {
    Workspace workspace =
        WorkspaceStore.read(sql)
            .orElseThrow(() -> new IllegalStateException("the organisation has no model"));
    return new State(LiveWorkspace.of(workspace), WorkspaceStore.position(sql));
  }

  /** Makes in memory what others have changed in the database. */
  private static State caughtUp(Held held, State state, DSLContext sql, long position) {
    if (state.position >= position) {
      return state;
    }
    for (Action action : WorkspaceStore.changes(sql, state.position, position)) {
      apply(held, state.live, action.changes());
    }
    State now = new State(state.live, position);
    held.state = now;
    return now;
  }

  /** What cannot be made in memory although the database holds it makes the model load anew. */
  private static Applied apply(Held held, LiveWorkspace live, List<WorkspaceChange> changes) {
    boolean done = false;
    try {
      Applied applied = live.apply(changes);
      done = true;
      return applied;
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
    Attribution by = caller.attribution(request, reason);
    return change(caller.tenant(), by, Optional.of(caller), changes);
  }

  /** Changes a model on behalf of the server itself, which needs no right to it. */
  public ChangeOutcome change(UUID tenant, Attribution by, List<WorkspaceChange> changes) {
    return change(tenant, by, Optional.empty(), changes);
  }

  private ChangeOutcome change(
      UUID tenant, Attribution by, Optional<Caller> caller, List<WorkspaceChange> changes) {
    List<Finding> unstorable = StorableValues.check(changes);
    if (!unstorable.isEmpty()) {
      return new ChangeOutcome.Unsound(unstorable);
    }
    Held held = models.computeIfAbsent(tenant, _ -> new Held());
    held.lock.lock();
    try {
      upToDate(tenant, held);
      Attempt attempt = transactions.write(tenant, by, sql -> attempt(sql, held, caller, changes));
      return switch (attempt) {
        case Attempt.Failed(var outcome) -> outcome;
        case Attempt.Written(var live, var position) -> {
          Applied applied = apply(held, live, changes);
          held.state = new State(live, position);
          yield new ChangeOutcome.Done(by.change(), applied);
        }
      };
    } finally {
      held.lock.unlock();
    }
  }

  /** How far a change came before its transaction ended. */
  private sealed interface Attempt {
    record Failed(ChangeOutcome outcome) implements Attempt {}

    record Written(LiveWorkspace live, long position) implements Attempt {}
  }

  private static Attempt attempt(
      DSLContext sql, Held held, Optional<Caller> caller, List<WorkspaceChange> changes) {
    State last = held.state;
    if (last == null) {
      throw new IllegalStateException("the model is not in memory");
    }
    LiveWorkspace live = caughtUp(held, last, sql, WorkspaceStore.lockedPosition(sql)).live;
    Optional<ChangeOutcome> objection = objection(live, caller, changes);
    if (objection.isPresent()) {
      return new Attempt.Failed(objection.get());
    }
    WorkspaceStore.write(sql, changes);
    return new Attempt.Written(live, WorkspaceStore.position(sql));
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
