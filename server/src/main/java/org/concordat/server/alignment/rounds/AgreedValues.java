package org.concordat.server.alignment.rounds;

import static org.concordat.server.database.schema.Tables.ROUND_AGREEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.concordat.server.workspace.WriteCompanion;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Records what the judges of a round agree on: in the round, and in the model as the agreed
 * judgement of the link, in one transaction and as one action of the trail.
 */
public final class AgreedValues {
  private final Rounds rounds;
  private final Models models;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  /** Agreed values in these rounds, about these models. */
  public AgreedValues(Rounds rounds, Models models) {
    this.rounds = rounds;
    this.models = models;
  }

  /** The round was taken on by somebody else while the agreement was being written. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Records agreed values, in place of earlier ones: all of them, or none.
   *
   * <p>The single judgements that the model holds stay beside an agreed level. "No impact" is the
   * absence of a link, so then all judgements of the link leave the model; the trail and the round
   * keep them.
   *
   * @param agreed by the numbers of the links, one or more; their times do not matter
   * @param request the request's id, for the trail
   */
  public Result record(Caller caller, UUID id, Map<Integer, Agreed> agreed, String request) {
    Optional<Round> found = rounds.find(caller.tenant(), id);
    if (found.isEmpty()) {
      return new Result.Refused(Refusal.UNKNOWN);
    }
    Round round = found.get();
    for (Map.Entry<Integer, Agreed> one : agreed.entrySet()) {
      Optional<Refusal> refusal = refusal(caller, round, one.getKey(), one.getValue());
      if (refusal.isPresent()) {
        return new Result.Refused(refusal.get());
      }
    }
    List<WorkspaceChange> changes =
        models.of(caller.tenant()).read(model -> changes(caller, round, agreed, model));
    WriteCompanion companion =
        new WriteCompanion() {
          @Override
          public void beforeCommit(DSLContext sql, UUID change) {
            agreed.forEach((number, one) -> write(sql, id, number, one));
          }
        };
    try {
      return switch (models.change(caller, changes, round.title(), request, companion)) {
        case ChangeOutcome.Done _ -> new Result.Done(id);
        case ChangeOutcome.Stale _ -> new Result.Refused(Refusal.CONFLICT);
        case ChangeOutcome.Unsound _ -> new Result.Refused(Refusal.UNSOUND);
        case ChangeOutcome.Refused _ -> new Result.Refused(Refusal.FORBIDDEN);
      };
    } catch (Overtaken _) {
      return new Result.Refused(Refusal.WRONG_STAGE);
    }
  }

  private List<WorkspaceChange> changes(
      Caller caller, Round round, Map<Integer, Agreed> agreed, Snapshot model) {
    List<WorkspaceChange> changes = new ArrayList<>();
    agreed.forEach(
        (number, one) ->
            round.link(number).stream()
                .flatMap(link -> wishes(caller, link, one, model).stream())
                .forEach(wish -> changes.addAll(wish.changes(model))));
    return changes;
  }

  private Optional<Refusal> refusal(Caller caller, Round round, int number, Agreed agreed) {
    @Nullable String dissent = agreed.dissent();
    if (round.link(number).isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    if (!round.stage().takesAgreements()) {
      return Optional.of(Refusal.WRONG_STAGE);
    }
    if (agreed.because().isBlank()) {
      return Optional.of(Refusal.NO_REASON);
    }
    if (agreed.because().length() > Round.LONGEST_TEXT
        || (dissent != null && dissent.length() > Round.LONGEST_TEXT)) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (agreed.step() < 0 || agreed.step() > round.scale().size()) {
      return Optional.of(Refusal.NO_LEVEL);
    }
    boolean sameScale =
        models.of(caller.tenant()).read(model -> model.scale().equals(round.scale()));
    return sameScale ? Optional.empty() : Optional.of(Refusal.OTHER_SCALE);
  }

  private List<Wish> wishes(Caller caller, Link link, Agreed agreed, Snapshot model) {
    if (agreed.step() > 0) {
      Judgement judgement =
          new Judgement(
              Level.of(agreed.step()), caller.name(), LocalDate.now(clock), agreed.because(), true);
      return List.of(new Wish.OfJudgement(link, caller.name(), true, link.judged(judgement), ""));
    }
    List<Wish> gone = new ArrayList<>();
    for (Judgement judgement : model.judgements(link)) {
      gone.add(new Wish.OfJudgement(link, judgement.by(), judgement.agreed(), null, ""));
    }
    return gone;
  }

  private static void write(DSLContext sql, UUID round, int number, Agreed agreed) {
    boolean converges =
        new RoundStore(sql).find(round).filter(r -> r.stage().takesAgreements()).isPresent();
    if (!converges) {
      throw new Overtaken();
    }
    sql.insertInto(ROUND_AGREEMENT)
        .set(ROUND_AGREEMENT.ROUND, round)
        .set(ROUND_AGREEMENT.NUMBER, number)
        .set(ROUND_AGREEMENT.STEP, agreed.step())
        .set(ROUND_AGREEMENT.BECAUSE, agreed.because().strip())
        .set(ROUND_AGREEMENT.DISSENT, agreed.dissent())
        .onConflict(ROUND_AGREEMENT.TENANT, ROUND_AGREEMENT.ROUND, ROUND_AGREEMENT.NUMBER)
        .doUpdate()
        .set(ROUND_AGREEMENT.STEP, agreed.step())
        .set(ROUND_AGREEMENT.BECAUSE, agreed.because().strip())
        .set(ROUND_AGREEMENT.DISSENT, agreed.dissent())
        .set(ROUND_AGREEMENT.AGREED_AT, DSL.currentOffsetDateTime())
        .execute();
  }
}
