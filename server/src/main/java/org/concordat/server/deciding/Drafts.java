package org.concordat.server.deciding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftComparison;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.Rebasing;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import org.concordat.core.alignment.whatif.Trial;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.deciding.Draft.State;
import org.concordat.server.deciding.DraftOutcome.Done;
import org.concordat.server.deciding.DraftOutcome.Missing;
import org.concordat.server.deciding.DraftOutcome.NotNow;
import org.concordat.server.deciding.DraftOutcome.Outdated;
import org.concordat.server.deciding.DraftOutcome.Why;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.WriteCompanion;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Drafts: what somebody tries out on top of the model as it is. A draft is its changes, each with
 * the entry as it was; whether they still fit is found out by holding them against the model, so a
 * draft is always on top of today, or says where it is not.
 */
public final class Drafts {
  /** So many requirements that differ between two drafts are told of. */
  private static final int COMPARED = 50;

  private final TenantTransactions transactions;
  private final Models models;
  private final Clock clock;

  /** Drafts of these models. */
  public Drafts(TenantTransactions transactions, Models models, Clock clock) {
    this.transactions = transactions;
    this.models = models;
    this.clock = clock;
  }

  /** The drafts that a caller may open, without their changes; the newest first. */
  public List<Draft> all(Caller caller) {
    return transactions.read(caller.tenant(), sql -> new DraftStore(sql).all()).stream()
        .filter(draft -> draft.isOpenTo(caller))
        .toList();
  }

  /** A draft that the caller may open. */
  public Optional<Draft> find(Caller caller, UUID id) {
    return transactions
        .readAtOnce(caller.tenant(), sql -> new DraftStore(sql).find(id))
        .filter(draft -> draft.isOpenTo(caller));
  }

  /**
   * A new draft without changes.
   *
   * @param name what its maker calls it, not blank
   * @param about what it is begun about, or null
   */
  public UUID begin(Caller caller, String request, String name, @Nullable String about) {
    UUID id = Ids.next();
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql -> {
          new DraftStore(sql).insert(id, name.strip(), about, caller.account());
          return null;
        });
    return id;
  }

  /**
   * A draft beside the model of today.
   *
   * @param today the model
   * @param verdict whether the draft's changes can be made in it
   * @param ahead the model with the changes, or null when they cannot be made or are closed
   * @param left what would carry over to another number of levels what still has its old level
   */
  public record Tried(
      Draft draft,
      LiveWorkspace today,
      Verdict verdict,
      LiveWorkspace.@Nullable Prepared ahead,
      List<WorkspaceChange> left) {
    public Tried {
      left = List.copyOf(left);
    }

    /** What carries it over. */
    public DraftEdit carryOver() {
      return new DraftEdit.CarriedOver(left);
    }

    /** What it moves, or null when it cannot be made. */
    public @Nullable DraftEffect effect() {
      return ahead == null
          ? null
          : DraftEffect.between(today, ahead, draft.changes(), DraftEffect.Extent.AT_ONCE);
    }

    /** How it stands beside another draft; empty when one of the two cannot be made. */
    public Optional<DraftComparison> beside(Tried other) {
      return ahead == null || other.ahead == null
          ? Optional.empty()
          : Optional.of(DraftComparison.of(today, ahead, other.ahead, COMPARED));
    }
  }

  /**
   * Tries a draft out on the model of today; one that is closed is not tried any more. Takes time
   * linear in the model.
   */
  public Tried tried(Caller caller, Draft draft) {
    LiveWorkspace today = models.of(caller.tenant());
    if (draft.isClosed()) {
      return new Tried(draft, today, new Verdict.Sound(), null, List.of());
    }
    Verdict verdict = today.check(draft.changes());
    return new Tried(
        draft,
        today,
        verdict,
        verdict instanceof Verdict.Sound ? today.prepare(draft.changes()) : null,
        Rebasing.leftOnOldScale(today, draft.changes()));
  }

  /** Something that is done to a trial. */
  public interface Work {
    /**
     * Does it.
     *
     * @param today the day, for new judgements
     * @return whether it can be; unless it is sound the draft stays as it was
     * @throws IllegalArgumentException when it speaks of what is not there
     */
    Verdict on(Trial trial, LocalDate today);
  }

  /** Tries more things out in a draft, all of them or none. */
  public DraftOutcome edit(
      Caller caller, String request, UUID id, int revision, List<? extends DraftEdit> edits) {
    return edit(
        caller,
        request,
        id,
        revision,
        (trial, today) -> {
          for (DraftEdit edit : edits) {
            Verdict verdict = trial.add(edit, caller.name(), today);
            if (!(verdict instanceof Verdict.Sound)) {
              return verdict;
            }
          }
          return new Verdict.Sound();
        });
  }

  /** Works on a draft while it is tried out. */
  public DraftOutcome edit(Caller caller, String request, UUID id, int revision, Work work) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return rework(
        caller,
        request,
        id,
        revision,
        (draft, now) -> {
          Verdict verdict = now.check(draft.changes());
          if (!(verdict instanceof Verdict.Sound)) {
            return new Reworked(draft.changes(), verdict);
          }
          Trial trial = Trial.on(now, draft.changes());
          Verdict outcome = work.on(trial, today);
          return new Reworked(trial.changes(), outcome);
        });
  }

  /** Takes one change out of a draft, and with it those that cannot be without it. */
  public DraftOutcome without(Caller caller, String request, UUID id, int revision, int place) {
    return rework(
        caller,
        request,
        id,
        revision,
        (draft, now) -> {
          if (place < 0 || place >= draft.changes().size()) {
            throw new IllegalArgumentException("the draft has no change at place " + place);
          }
          return new Reworked(Rebasing.without(now, draft.changes(), place), new Verdict.Sound());
        });
  }

  /** Settles one of a draft's conflicts, so that it stands on today's model. */
  public DraftOutcome settle(
      Caller caller, String request, UUID id, int revision, int place, Settlement settlement) {
    return rework(
        caller,
        request,
        id,
        revision,
        (draft, now) ->
            new Reworked(
                Rebasing.settled(now, draft.changes(), place, settlement), new Verdict.Sound()));
  }

  /** What a draft's changes shall be. */
  private record Reworked(List<WorkspaceChange> changes, Verdict verdict) {}

  /** Works outside of the transaction: on a large model it takes a while, and others write. */
  private DraftOutcome rework(
      Caller caller,
      String request,
      UUID id,
      int revision,
      BiFunction<Draft, LiveWorkspace, Reworked> work) {
    Draft seen = find(caller, id).orElse(null);
    if (seen == null) {
      return new Missing();
    }
    if (!seen.isEditedBy(caller)) {
      return new NotNow(seen.isOf(caller) ? Why.NOT_OPEN : Why.NOT_YOURS);
    }
    if (seen.revision() != revision) {
      return new Outdated();
    }
    LiveWorkspace now = models.of(caller.tenant());
    Reworked reworked;
    try {
      reworked = work.apply(seen, now);
    } catch (IllegalArgumentException e) {
      return new DraftOutcome.Wrong(String.valueOf(e.getMessage()));
    }
    Workspace base = now.read(Snapshot::workspace);
    return switch (reworked.verdict) {
      case Verdict.Stale(var conflicts) -> new DraftOutcome.Stale(conflicts);
      case Verdict.Unsound(var findings) -> new DraftOutcome.Unsound(findings);
      case Verdict.Sound() ->
          withDraft(
              caller,
              caller.attribution(request, null),
              id,
              revision,
              (sql, draft) -> {
                DraftStore store = new DraftStore(sql);
                store.replaceChanges(id, base, reworked.changes);
                store.update(draft, _ -> {});
                return done(sql, id);
              });
    };
  }

  /** Opens a draft to everybody who reads the model, or closes it. */
  public DraftOutcome share(Caller caller, String request, UUID id, int revision, boolean shared) {
    return own(caller, request, id, revision, State.OPEN, null, row -> row.setShared(shared));
  }

  /** Gives a draft up. */
  public DraftOutcome drop(Caller caller, String request, UUID id, int revision) {
    return own(
        caller,
        request,
        id,
        revision,
        State.OPEN,
        null,
        row -> row.setState(DraftStore.word(State.DROPPED)));
  }

  /** Takes a proposal back, to work on. */
  public DraftOutcome withdraw(Caller caller, String request, UUID id, int revision) {
    return own(
        caller,
        request,
        id,
        revision,
        State.PROPOSED,
        null,
        row -> {
          row.setState(DraftStore.word(State.OPEN));
          row.setProposedBy(null);
          row.setProposedAt(null);
          row.setReason(null);
        });
  }

  /**
   * Proposes a draft, for somebody else to decide on.
   *
   * @param reason why, or null
   */
  public DraftOutcome propose(
      Caller caller, String request, UUID id, int revision, @Nullable String reason) {
    LiveWorkspace now = models.of(caller.tenant());
    return withDraft(
        caller,
        caller.attribution(request, reason),
        id,
        revision,
        (sql, draft) -> {
          if (!draft.isEditedBy(caller)) {
            return new NotNow(draft.isOf(caller) ? Why.NOT_OPEN : Why.NOT_YOURS);
          }
          if (draft.changes().isEmpty()) {
            return new NotNow(Why.EMPTY);
          }
          return switch (now.check(draft.changes())) {
            case Verdict.Stale(var conflicts) -> new DraftOutcome.Stale(conflicts);
            case Verdict.Unsound(var findings) -> new DraftOutcome.Unsound(findings);
            case Verdict.Sound() -> {
              new DraftStore(sql)
                  .update(
                      draft,
                      row -> {
                        row.setState(DraftStore.word(State.PROPOSED));
                        row.setProposedBy(caller.account());
                        row.setProposedAt(now());
                        row.setReason(reason);
                      });
              yield done(sql, id);
            }
          };
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private DraftOutcome own(
      Caller caller,
      String request,
      UUID id,
      int revision,
      State state,
      @Nullable String reason,
      DraftStore.Setting setting) {
    return withDraft(
        caller,
        caller.attribution(request, reason),
        id,
        revision,
        (sql, draft) -> {
          if (!draft.isOf(caller)) {
            return new NotNow(Why.NOT_YOURS);
          }
          if (draft.state() != state) {
            return new NotNow(state == State.OPEN ? Why.NOT_OPEN : Why.NOT_PROPOSED);
          }
          new DraftStore(sql).update(draft, setting);
          return done(sql, id);
        });
  }

  /** Refuses a proposal of somebody else. */
  public DraftOutcome refuse(
      Caller caller, String request, UUID id, int revision, @Nullable String words) {
    return withDraft(
        caller,
        caller.attribution(request, words),
        id,
        revision,
        (sql, draft) -> {
          Optional<DraftOutcome> obstacle = undecidable(caller, draft);
          if (obstacle.isPresent()) {
            return obstacle.get();
          }
          decide(new DraftStore(sql), draft, caller, State.REFUSED, words, null);
          return done(sql, id);
        });
  }

  /**
   * Approves a proposal of somebody else: its changes are made, in the approver's name and as far
   * as the approver's rights go, in the transaction that says so.
   */
  public DraftOutcome approve(
      Caller caller, String request, UUID id, int revision, @Nullable String words) {
    Draft draft = find(caller, id).orElse(null);
    if (draft == null) {
      return new Missing();
    }
    if (draft.revision() != revision) {
      return new Outdated();
    }
    Optional<DraftOutcome> obstacle = undecidable(caller, draft);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    List<DraftOutcome> late = new ArrayList<>();
    WriteCompanion deciding =
        new WriteCompanion() {
          @Override
          public void beforeCommit(DSLContext sql, UUID change) {
            DraftStore store = new DraftStore(sql);
            Draft locked = store.locked(id).orElseThrow();
            if (locked.revision() != revision) {
              late.add(new Outdated());
              throw new TooLate();
            }
            decide(store, locked, caller, State.APPLIED, words, change);
          }
        };
    ChangeOutcome outcome;
    try {
      outcome = models.change(caller, draft.changes(), words, request, deciding);
    } catch (TooLate e) {
      return late.getFirst();
    }
    return switch (outcome) {
      case ChangeOutcome.Done _ -> new Done(find(caller, id).orElseThrow());
      case ChangeOutcome.Stale(var conflicts) -> new DraftOutcome.Stale(conflicts);
      case ChangeOutcome.Unsound(var findings) -> new DraftOutcome.Unsound(findings);
      case ChangeOutcome.Refused(var changes) -> new DraftOutcome.Refused(changes);
    };
  }

  /** Somebody else has decided between looking and writing. */
  private static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Optional<DraftOutcome> undecidable(Caller caller, Draft draft) {
    if (draft.isDecidedBy(caller)) {
      return Optional.empty();
    }
    return Optional.of(
        new NotNow(draft.state() == State.PROPOSED ? Why.OWN_PROPOSAL : Why.NOT_PROPOSED));
  }

  private void decide(
      DraftStore store,
      Draft draft,
      Caller caller,
      State state,
      @Nullable String words,
      @Nullable UUID change) {
    store.update(
        draft,
        row -> {
          row.setState(DraftStore.word(state));
          row.setDecidedBy(caller.account());
          row.setDecidedAt(now());
          row.setDecision(words);
          row.setChange(change);
        });
  }

  private static DraftOutcome done(DSLContext sql, UUID id) {
    return new Done(new DraftStore(sql).find(id).orElseThrow());
  }

  private DraftOutcome withDraft(
      Caller caller,
      Attribution by,
      UUID id,
      int revision,
      BiFunction<DSLContext, Draft, DraftOutcome> work) {
    return transactions.write(
        caller.tenant(),
        by,
        sql -> {
          // Approving takes the organisation's lock before the draft's; so does everybody.
          TrailPosition.locked(sql);
          Draft draft =
              new DraftStore(sql).locked(id).filter(one -> one.isOpenTo(caller)).orElse(null);
          if (draft == null) {
            return new Missing();
          }
          return draft.revision() == revision ? work.apply(sql, draft) : new Outdated();
        });
  }
}
