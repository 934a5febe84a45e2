package org.concordat.server.agreements;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.Outcome;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.identity.Caller;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The agreements of organisations: what there is, and what is done to them. */
public final class Agreements {
  private final TenantTransactions transactions;
  private final Clock clock;

  /** Agreements whose rows are reached through these transactions. */
  public Agreements(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All agreements of an organisation. */
  public List<ListedAgreement> all(UUID tenant) {
    return transactions.read(tenant, AgreementRows::all);
  }

  /** The documents that are in force. */
  public Map<AgreementKey, Agreement> inForce(UUID tenant) {
    return transactions.read(tenant, AgreementRows::inForce);
  }

  /** The document of an agreement that is in force, or empty when none is. */
  Optional<Agreement> held(UUID tenant, String id) {
    return all(tenant).stream()
        .filter(each -> each.key().id().equals(id) && each.state() == StateKind.IN_FORCE)
        .findFirst()
        .flatMap(each -> find(tenant, each.key()))
        .map(state -> state.dossier().current());
  }

  /** The latest way of an agreement. */
  public Optional<AgreementKey> latest(UUID tenant, String id) {
    return transactions.read(tenant, sql -> AgreementRows.latest(sql, id));
  }

  /** Where an agreement stands, or empty when there is none. */
  public Optional<AgreementState> find(UUID tenant, AgreementKey key) {
    return transactions.readAtOnce(tenant, sql -> AgreementRows.state(sql, key));
  }

  /** Of some agreements the unit's that is in the making or in force; in the making first. */
  static Optional<ListedAgreement> ofUnit(List<ListedAgreement> agreements, String unit) {
    List<ListedAgreement> alive =
        agreements.stream().filter(each -> each.unit().equals(unit) && each.isAlive()).toList();
    return alive.stream()
        .filter(each -> each.state() != StateKind.IN_FORCE)
        .findFirst()
        .or(() -> alive.stream().findFirst());
  }

  /**
   * A move that somebody wishes to make.
   *
   * @param key which agreement
   * @param seen how many moves there were when it was decided on
   * @param party for whom the caller acts
   * @param make the move, by the actor, on what is there
   */
  public record Wish(
      AgreementKey key, int seen, Party party, BiFunction<Actor, AgreementState, Move> make) {}

  /** Makes a move. */
  public MoveResult make(Caller caller, Wish wish, @Nullable String reason, String request) {
    return make(caller, wish, reason, request, _ -> {});
  }

  /** What goes into the database together with a move. */
  interface Companion {
    void write(DSLContext sql);
  }

  MoveResult make(
      Caller caller, Wish wish, @Nullable String reason, String request, Companion companion) {
    Attribution by = caller.attribution(request, reason);
    return transactions.write(
        caller.tenant(), by, sql -> attempt(sql, caller, wish, by.change(), companion));
  }

  private MoveResult attempt(
      DSLContext sql, Caller caller, Wish wish, UUID action, Companion companion) {
    TrailPosition.locked(sql);
    AgreementState present = AgreementRows.state(sql, wish.key).orElse(null);
    if (present == null) {
      return new MoveResult.NotThere();
    }
    if (!Parties.allows(caller, wish.party, present.dossier().current().unit())) {
      return new MoveResult.Forbidden();
    }
    if (present.dossier().moves().size() != wish.seen) {
      return new MoveResult.Stale(present);
    }
    Move move = wish.make.apply(actor(caller, wish.party), present);
    return switch (Lifecycle.make(present, move)) {
      case Outcome.Refused refused -> new MoveResult.Refused(refused);
      case Outcome.Made(var next) -> {
        AgreementRows.keep(sql, wish.key, next);
        companion.write(sql);
        if (next.kind() == StateKind.IN_FORCE) {
          supersedeOthers(sql, wish.key, move.by(), next.dossier().current());
        }
        yield new MoveResult.Made(wish.key, next, action);
      }
    };
  }

  private Actor actor(Caller caller, Party party) {
    return new Actor(party, caller.account().toString(), clock.instant());
  }

  /** What was in force of the same agreement gives way to the version that comes into force. */
  private static void supersedeOthers(
      DSLContext sql, AgreementKey key, Actor by, Agreement document) {
    for (ListedAgreement other : AgreementRows.all(sql)) {
      if (other.key().id().equals(key.id())
          && !other.key().equals(key)
          && other.state() == StateKind.IN_FORCE) {
        AgreementState before = AgreementRows.state(sql, other.key()).orElseThrow();
        if (Lifecycle.make(before, new Move.Supersede(by, document.version()))
            instanceof Outcome.Made(var after)) {
          AgreementRows.keep(sql, other.key(), after);
        }
      }
    }
  }

  /**
   * Writes a first draft, or the first draft of a renewal.
   *
   * @param document makes the document; it gets the version that it has to be, and the version in
   *     force that it would succeed, or null
   * @param id the agreement's id
   */
  public MoveResult draft(
      Caller caller,
      String id,
      Function<Integer, Agreement> document,
      @Nullable String reason,
      String request) {
    if (!Parties.allows(caller, new Party.Supply(), "")) {
      return new MoveResult.Forbidden();
    }
    Attribution by = caller.attribution(request, reason);
    return transactions.write(
        caller.tenant(),
        by,
        sql -> {
          TrailPosition.locked(sql);
          return drafted(sql, caller, id, document, by.change());
        });
  }

  private MoveResult drafted(
      DSLContext sql,
      Caller caller,
      String id,
      Function<Integer, Agreement> document,
      UUID action) {
    int last = 0;
    int inForce = 0;
    for (ListedAgreement each : AgreementRows.all(sql)) {
      if (each.key().id().equals(id)) {
        last = Math.max(last, each.version());
        if (each.state() == StateKind.IN_FORCE) {
          inForce = each.version();
        } else if (each.isAlive()) {
          return new MoveResult.Stale(AgreementRows.state(sql, each.key()).orElseThrow());
        }
      }
    }
    Agreement first = Objects.requireNonNull(document.apply(last + 1));
    AgreementState.Draft draft =
        Lifecycle.start(new Move.Draft(actor(caller, new Party.Supply()), first, inForce));
    AgreementKey key = new AgreementKey(id, first.version());
    AgreementRows.keep(sql, key, draft);
    return new MoveResult.Made(key, draft, action);
  }
}
