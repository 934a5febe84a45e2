package org.concordat.server.standards;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.concordat.core.standards.programme.Shelf;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.EntryTag;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The organisations' standards, held in memory and kept true to the database.
 *
 * <p>As with {@link org.concordat.server.workspace.Models}, what is in memory is as of a number of
 * the trail, and whoever asks gets it as of the last number, on every server. What is handed out is
 * a value that never changes. Safe for use by many threads.
 */
public final class Standards {
  /** A change of these may change what may be concluded. */
  private static final Set<EntryKind> OF_LIBRARY =
      EnumSet.of(
          EntryKind.OWN_CATALOGUE,
          EntryKind.OWN_CONTROL,
          EntryKind.OWN_CROSSWALK,
          EntryKind.OWN_MAPPING,
          EntryKind.ADOPTION,
          EntryKind.CROSSWALK_USE);

  private final TenantTransactions transactions;
  private final Once<Shelf> shelf;
  private final ConcurrentHashMap<UUID, Held> held = new ConcurrentHashMap<>();

  /**
   * Standards whose rows are reached through these transactions.
   *
   * @param shelf gives what ships; asked once, when it is first needed
   */
  public Standards(TenantTransactions transactions, Supplier<Shelf> shelf) {
    this.transactions = transactions;
    this.shelf = new Once<>(shelf);
  }

  /** One organisation's standards in this server. The lock is held while they change. */
  private static final class Held {
    final ReentrantLock lock = new ReentrantLock();
    volatile @Nullable State state;
  }

  private record State(StandardsState standards, long position) {}

  /** What ships. */
  public Shelf shelf() {
    return shelf.get();
  }

  /** An organisation's standards as they are now; nothing is put down before the first change. */
  public StandardsState of(UUID tenant) {
    Held mine = held.computeIfAbsent(tenant, _ -> new Held());
    long position = transactions.read(tenant, TrailPosition::of);
    State state = mine.state;
    if (state != null && state.position >= position) {
      return state.standards;
    }
    mine.lock.lock();
    try {
      State now = transactions.readAtOnce(tenant, sql -> caughtUp(mine.state, sql));
      mine.state = now;
      return now.standards;
    } finally {
      mine.lock.unlock();
    }
  }

  private State caughtUp(@Nullable State state, DSLContext sql) {
    long position = TrailPosition.of(sql);
    if (state == null) {
      return new State(StandardsState.of(ProgrammeStore.read(sql), shelf::get), position);
    }
    if (state.position >= position) {
      return state;
    }
    Set<EntryKind> changed = ProgrammeStore.changedKinds(sql, state.position);
    if (changed.isEmpty()) {
      return new State(state.standards, position);
    }
    return new State(after(state.standards, ProgrammeStore.read(sql), changed), position);
  }

  /** Reasoning anew is the dear part, so it is left out where no conclusion can change. */
  private StandardsState after(StandardsState before, Programme programme, Set<EntryKind> changed) {
    Set<EntryKind> ofLibrary = EnumSet.copyOf(OF_LIBRARY);
    ofLibrary.retainAll(changed);
    if (ofLibrary.isEmpty()) {
      return before.with(programme, shelf::get);
    }
    return ofLibrary.equals(EnumSet.of(EntryKind.OWN_MAPPING))
        ? before.withMappings(programme, shelf::get)
        : StandardsState.of(programme, shelf::get);
  }

  /**
   * Makes all of the wishes come true at once, or none.
   *
   * @param reason what the caller gave as reason, or null
   * @param request the request's id, for the trail
   */
  public SaveResult save(
      Caller caller, List<ProgrammeWish> wishes, @Nullable String reason, String request) {
    return save(caller.tenant(), caller.attribution(request, reason), Optional.of(caller), wishes);
  }

  /** The same on behalf of the server itself, which needs no right to it. */
  public SaveResult save(UUID tenant, Attribution by, List<ProgrammeWish> wishes) {
    return save(tenant, by, Optional.empty(), wishes);
  }

  /**
   * What standards would be if wishes came true; nothing is stored.
   *
   * @throws IllegalArgumentException when two wishes are about the same entry
   */
  public StandardsState after(StandardsState now, List<ProgrammeWish> wishes) {
    List<ProgrammeChange> changes = Plan.of(wishes, now.programme()).changes;
    return after(now, now.programme().with(changes), kinds(changes));
  }

  private static Set<EntryKind> kinds(List<ProgrammeChange> changes) {
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    changes.forEach(change -> kinds.add(change.key().kind()));
    return kinds;
  }

  private SaveResult save(
      UUID tenant, Attribution by, Optional<Caller> caller, List<ProgrammeWish> wishes) {
    Held mine = held.computeIfAbsent(tenant, _ -> new Held());
    mine.lock.lock();
    try {
      Attempt attempt =
          transactions.write(tenant, by, sql -> attempt(sql, mine.state, by, caller, wishes));
      // What was read within a transaction that is rolled back is true all the same.
      mine.state = attempt.state;
      return attempt.result;
    } finally {
      mine.lock.unlock();
    }
  }

  /**
   * How far wishes came before their transaction ended.
   *
   * @param state true once the transaction is committed
   */
  private record Attempt(SaveResult result, State state) {}

  private Attempt attempt(
      DSLContext sql,
      @Nullable State last,
      Attribution by,
      Optional<Caller> caller,
      List<ProgrammeWish> wishes) {
    TrailPosition.locked(sql);
    State state = caughtUp(last, sql);
    Plan plan = Plan.of(wishes, state.standards.programme());
    if (plan.conflict != null) {
      return new Attempt(plan.conflict, state);
    }
    List<ProgrammeChange> changes = plan.changes;
    if (changes.isEmpty()) {
      return new Attempt(new SaveResult.Saved(null, changes), state);
    }
    List<ProgrammeChange> refused =
        caller.map(who -> new StandardsPolicy(who).refused(changes)).orElse(List.of());
    if (!refused.isEmpty()) {
      return new Attempt(new SaveResult.Refused(refused), state);
    }
    List<Finding> unstorable = StorableEntries.check(changes);
    if (!unstorable.isEmpty()) {
      return new Attempt(new SaveResult.Unsound(unstorable), state);
    }
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    changes.forEach(change -> kinds.add(change.key().kind()));
    StandardsState next = after(state.standards, state.standards.programme().with(changes), kinds);
    List<Finding> worse = new ArrayList<>(next.findings());
    worse.removeAll(state.standards.findings());
    if (!worse.isEmpty()) {
      return new Attempt(new SaveResult.Unsound(worse), state);
    }
    ProgrammeStore.write(sql, changes);
    return new Attempt(
        new SaveResult.Saved(by.change(), changes), new State(next, TrailPosition.of(sql)));
  }

  /** What would have to change, or what stands in the way. */
  private record Plan(List<ProgrammeChange> changes, SaveResult.@Nullable Conflict conflict) {
    static Plan of(List<ProgrammeWish> wishes, Programme programme) {
      List<ProgrammeChange> changes = new ArrayList<>();
      Set<EntryKey> seen = new HashSet<>();
      for (ProgrammeWish wish : wishes) {
        ProgrammeEntry present = programme.entry(wish.key());
        if (!wish.tag().equals(EntryTag.ANYTHING) && !wish.tag().equals(EntryTag.of(present))) {
          return new Plan(List.of(), new SaveResult.Conflict(wish, present));
        }
        if (!seen.add(wish.key())) {
          throw new IllegalArgumentException("two wishes are about " + wish.key());
        }
        if (!Objects.equals(present, wish.wanted())) {
          changes.add(new ProgrammeChange(present, wish.wanted()));
        }
      }
      return new Plan(changes, null);
    }
  }
}
