package org.concordat.server.alignment.rounds;

import static org.concordat.server.database.schema.Tables.JUDGEMENT_ROUND;
import static org.concordat.server.database.schema.Tables.ROUND_ANSWER;
import static org.concordat.server.database.schema.Tables.ROUND_BALLOT;
import static org.concordat.server.database.schema.Tables.ROUND_JUDGE;
import static org.concordat.server.database.schema.Tables.ROUND_LINK;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The judgement rounds of organisations: made, opened, answered, closed, talked over, concluded.
 *
 * <p>While a round is open nothing hands out an answer but to the judge who gave it, and the trail
 * does not hold it either; when the round is closed all answers go into the trail, with the judge
 * and the time. What is asked for in the wrong stage is refused, whoever asks.
 */
public final class Rounds {
  private final TenantTransactions transactions;
  private final Accounts accounts;

  /** Rounds that are reached through these transactions. */
  public Rounds(TenantTransactions transactions, Accounts accounts) {
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** All rounds, the newest first. */
  public List<Round> all(UUID tenant) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).all());
  }

  public Optional<Round> find(UUID tenant, UUID id) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).find(id));
  }

  /** The rounds in which somebody has something to answer or to revise, the newest first. */
  public List<Round> waitingFor(UUID tenant, UUID account) {
    return all(tenant).stream().filter(round -> round.waitsFor(account)).toList();
  }

  /** One judge's own latest answers, by the number of the link. */
  public Map<Integer, OwnAnswer> own(UUID tenant, Round round, UUID account) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).own(round, account));
  }

  /**
   * Everybody's latest answers, without names: judges are known by their accounts' ids.
   *
   * @throws IllegalStateException when the round does not show answers yet
   */
  public RoundAnswers answers(UUID tenant, Round round) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).answers(round, false));
  }

  /**
   * The answers with which the round was closed.
   *
   * @throws IllegalStateException when the round does not show answers yet
   */
  public RoundAnswers firstAnswers(UUID tenant, Round round) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).answers(round, true));
  }

  /** What was agreed, by the number of the link. */
  public Map<Integer, Agreed> agreed(UUID tenant, UUID round) {
    return transactions.readAtOnce(tenant, sql -> new RoundStore(sql).agreed(round));
  }

  /** What became of a wish. */
  public sealed interface Result {
    /** It is done, in this round. */
    record Done(UUID round) implements Result {}

    /** It is not done, and why. */
    record Refused(Refusal why) implements Result {}
  }

  /**
   * Makes a round as a draft.
   *
   * @param links what is to be judged; the same twice counts once
   */
  public Result create(
      UUID tenant,
      Attribution by,
      String title,
      Asking asking,
      @Nullable LocalDate dueOn,
      List<Link> links,
      ImpactScale scale) {
    List<Link> distinct = links.stream().distinct().toList();
    if (title.isBlank() || title.strip().length() > Round.LONGEST_TITLE) {
      return new Result.Refused(Refusal.NO_TITLE);
    }
    if (distinct.isEmpty() || distinct.size() > Round.MOST_LINKS) {
      return new Result.Refused(Refusal.WRONG_NUMBER_OF_LINKS);
    }
    if (asking == Asking.RANKING && (distinct.size() < 2 || distinct.size() > Round.MOST_RANKED)) {
      return new Result.Refused(Refusal.WRONG_NUMBER_TO_RANK);
    }
    UUID id = Ids.next();
    return transactions.write(
        tenant,
        by,
        sql -> {
          sql.insertInto(JUDGEMENT_ROUND)
              .set(JUDGEMENT_ROUND.ID, id)
              .set(JUDGEMENT_ROUND.TITLE, title.strip())
              .set(JUDGEMENT_ROUND.ASKS, asking.name().toLowerCase(Locale.ROOT))
              .set(JUDGEMENT_ROUND.LEVELS, scale.names().toArray(String[]::new))
              .set(JUDGEMENT_ROUND.DUE_ON, dueOn)
              .execute();
          var rows =
              sql.insertInto(
                  ROUND_LINK,
                  ROUND_LINK.ROUND,
                  ROUND_LINK.NUMBER,
                  ROUND_LINK.SOURCE,
                  ROUND_LINK.TARGET);
          for (int i = 0; i < distinct.size(); i++) {
            rows = rows.values(id, i + 1, distinct.get(i).from(), distinct.get(i).to());
          }
          rows.execute();
          return new Result.Done(id);
        });
  }

  /** Drops a draft, which nobody has answered yet. */
  public Result drop(UUID tenant, Attribution by, UUID id) {
    return change(
        tenant,
        by,
        id,
        Stage::isPrepared,
        (sql, round) -> {
          sql.deleteFrom(ROUND_JUDGE).where(ROUND_JUDGE.ROUND.eq(id)).execute();
          sql.deleteFrom(ROUND_LINK).where(ROUND_LINK.ROUND.eq(id)).execute();
          sql.deleteFrom(JUDGEMENT_ROUND).where(JUDGEMENT_ROUND.ID.eq(id)).execute();
          return Optional.empty();
        });
  }

  /** Asks somebody to judge, or says anew how well they know security; in a draft or open round. */
  public Result invite(UUID tenant, Attribution by, UUID id, UUID account, Awareness awareness) {
    Optional<Accounts.Listed> judge = accounts.find(tenant, account);
    if (judge.filter(Rounds::mayJudge).isEmpty()) {
      return new Result.Refused(Refusal.NO_JUDGE);
    }
    String role = awareness.role();
    if (role != null && role.length() > Round.LONGEST_TEXT) {
      return new Result.Refused(Refusal.TOO_LONG);
    }
    return change(
        tenant,
        by,
        id,
        stage -> stage.isPrepared() || stage.takesFirstAnswers(),
        (sql, round) -> {
          if (!round.asks(account) && round.judges().size() >= Round.MOST_JUDGES) {
            return Optional.of(Refusal.WRONG_NUMBER_OF_JUDGES);
          }
          String training = awareness.training().name().toLowerCase(Locale.ROOT);
          sql.insertInto(ROUND_JUDGE)
              .set(ROUND_JUDGE.ROUND, id)
              .set(ROUND_JUDGE.ACCOUNT, account)
              .set(ROUND_JUDGE.TRAINING, training)
              .set(ROUND_JUDGE.JOB, role)
              .onConflict(ROUND_JUDGE.TENANT, ROUND_JUDGE.ROUND, ROUND_JUDGE.ACCOUNT)
              .doUpdate()
              .set(ROUND_JUDGE.TRAINING, training)
              .set(ROUND_JUDGE.JOB, role)
              .execute();
          return Optional.empty();
        });
  }

  /** Whether an account may be asked: it is active, and one of its roles lets it judge. */
  public static boolean mayJudge(Accounts.Listed account) {
    return account.active()
        && account.grants().stream()
            .anyMatch(grant -> grant.role().permissions().contains(Permission.JUDGE));
  }

  /** Takes somebody out of a draft. */
  public Result dismiss(UUID tenant, Attribution by, UUID id, UUID account) {
    return change(
        tenant,
        by,
        id,
        Stage::isPrepared,
        (sql, round) -> {
          int gone =
              sql.deleteFrom(ROUND_JUDGE)
                  .where(ROUND_JUDGE.ROUND.eq(id).and(ROUND_JUDGE.ACCOUNT.eq(account)))
                  .execute();
          return gone == 0 ? Optional.of(Refusal.UNKNOWN) : Optional.empty();
        });
  }

  /** Says whether training weighs in the medians. */
  public Result weigh(UUID tenant, Attribution by, UUID id, boolean weighted) {
    return change(
        tenant,
        by,
        id,
        stage -> stage != Stage.CONCLUDED,
        (sql, round) -> {
          sql.update(JUDGEMENT_ROUND)
              .set(JUDGEMENT_ROUND.WEIGHTED, weighted)
              .where(JUDGEMENT_ROUND.ID.eq(id).and(JUDGEMENT_ROUND.WEIGHTED.ne(weighted)))
              .execute();
          return Optional.empty();
        });
  }

  /**
   * Takes a round to its next stage.
   *
   * @param to the stage to come to; refused unless it is the one after the present
   */
  public Result move(UUID tenant, Attribution by, UUID id, Stage to) {
    return change(
        tenant,
        by,
        id,
        stage -> stage.next().filter(to::equals).isPresent(),
        (sql, round) -> {
          if (to == Stage.OPEN && round.judges().size() < 2) {
            return Optional.of(Refusal.WRONG_NUMBER_OF_JUDGES);
          }
          if (to == Stage.CLOSED) {
            publish(sql, id);
          }
          Map<Field<?>, Object> set = new HashMap<>();
          set.put(JUDGEMENT_ROUND.STAGE, to.name().toLowerCase(Locale.ROOT));
          switch (to) {
            case OPEN -> set.put(JUDGEMENT_ROUND.OPENED_AT, DSL.currentOffsetDateTime());
            case CLOSED -> set.put(JUDGEMENT_ROUND.CLOSED_AT, DSL.currentOffsetDateTime());
            case CONCLUDED -> set.put(JUDGEMENT_ROUND.CONCLUDED_AT, DSL.currentOffsetDateTime());
            case DRAFT, CONVERGING -> {}
          }
          sql.update(JUDGEMENT_ROUND).set(set).where(JUDGEMENT_ROUND.ID.eq(id)).execute();
          return Optional.empty();
        });
  }

  /** Puts the ballots where the trail sees them. */
  private static void publish(DSLContext sql, UUID round) {
    Field<Integer> first = DSL.inline(1);
    sql.insertInto(
            ROUND_ANSWER,
            ROUND_ANSWER.ROUND,
            ROUND_ANSWER.ACCOUNT,
            ROUND_ANSWER.NUMBER,
            ROUND_ANSWER.REVISION,
            ROUND_ANSWER.STEP,
            ROUND_ANSWER.BECAUSE,
            ROUND_ANSWER.ANSWERED_AT)
        .select(
            sql.select(
                    ROUND_BALLOT.ROUND,
                    ROUND_BALLOT.ACCOUNT,
                    ROUND_BALLOT.NUMBER,
                    first,
                    ROUND_BALLOT.STEP,
                    ROUND_BALLOT.BECAUSE,
                    ROUND_BALLOT.ANSWERED_AT)
                .from(ROUND_BALLOT)
                .where(ROUND_BALLOT.ROUND.eq(round)))
        .execute();
  }

  /** Takes a judge's answer: the ballot of an open round, a revision while the judges converge. */
  public Result answer(
      UUID tenant, Attribution by, UUID id, UUID account, int number, Answer answer) {
    return answer(tenant, by, id, account, Map.of(number, answer));
  }

  /**
   * Takes answers of a judge, all or none.
   *
   * @param answers by the numbers of the links
   */
  public Result answer(
      UUID tenant, Attribution by, UUID id, UUID account, Map<Integer, Answer> answers) {
    return change(
        tenant,
        by,
        id,
        _ -> true,
        (sql, round) -> {
          for (Map.Entry<Integer, Answer> one : answers.entrySet()) {
            Optional<Refusal> refusal = refusal(round, account, one.getKey(), one.getValue());
            if (refusal.isPresent()) {
              return refusal;
            }
          }
          answers.forEach((number, answer) -> write(sql, round, account, number, answer));
          return Optional.empty();
        });
  }

  private static Optional<Refusal> refusal(Round round, UUID account, int number, Answer answer) {
    String because = answer.because();
    if (because != null && because.length() > Round.LONGEST_TEXT) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (!round.asks(account) || round.link(number).isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    if (!round.waitsFor(account)) {
      return Optional.of(Refusal.WRONG_STAGE);
    }
    return round.steps().allow(answer) ? Optional.empty() : Optional.of(Refusal.NO_LEVEL);
  }

  private static void write(DSLContext sql, Round round, UUID account, int number, Answer answer) {
    @Nullable Integer step =
        answer.step().isPresent() ? Integer.valueOf(answer.step().getAsInt()) : null;
    if (round.stage().takesFirstAnswers()) {
      ballot(sql, round.id(), account, number, step, answer.because());
    } else {
      revision(sql, round.id(), account, number, step, answer.because());
    }
  }

  private static void ballot(
      DSLContext sql,
      UUID round,
      UUID account,
      int number,
      @Nullable Integer step,
      @Nullable String because) {
    sql.insertInto(ROUND_BALLOT)
        .set(ROUND_BALLOT.ROUND, round)
        .set(ROUND_BALLOT.ACCOUNT, account)
        .set(ROUND_BALLOT.NUMBER, number)
        .set(ROUND_BALLOT.STEP, step)
        .set(ROUND_BALLOT.BECAUSE, because)
        .onConflict(
            ROUND_BALLOT.TENANT, ROUND_BALLOT.ROUND, ROUND_BALLOT.ACCOUNT, ROUND_BALLOT.NUMBER)
        .doUpdate()
        .set(ROUND_BALLOT.STEP, step)
        .set(ROUND_BALLOT.BECAUSE, because)
        .set(ROUND_BALLOT.ANSWERED_AT, DSL.currentOffsetDateTime())
        .execute();
  }

  private static void revision(
      DSLContext sql,
      UUID round,
      UUID account,
      int number,
      @Nullable Integer step,
      @Nullable String because) {
    Integer last =
        sql.select(DSL.max(ROUND_ANSWER.REVISION))
            .from(ROUND_ANSWER)
            .where(ROUND_ANSWER.ROUND.eq(round).and(ROUND_ANSWER.ACCOUNT.eq(account)))
            .and(ROUND_ANSWER.NUMBER.eq(number))
            .fetchOne(0, Integer.class);
    sql.insertInto(ROUND_ANSWER)
        .set(ROUND_ANSWER.ROUND, round)
        .set(ROUND_ANSWER.ACCOUNT, account)
        .set(ROUND_ANSWER.NUMBER, number)
        // A first answer that comes late is no answer that the round was closed with.
        .set(ROUND_ANSWER.REVISION, last == null ? 2 : last + 1)
        .set(ROUND_ANSWER.STEP, step)
        .set(ROUND_ANSWER.BECAUSE, because)
        .set(ROUND_ANSWER.ANSWERED_AT, DSL.currentOffsetDateTime())
        .execute();
  }

  /** Changes a round that is in a stage, after whoever changes anything else at the time. */
  private Result change(
      UUID tenant,
      Attribution by,
      UUID id,
      Predicate<Stage> in,
      BiFunction<DSLContext, Round, Optional<Refusal>> work) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          // As writes of the model do: first the head of the trail, or two could wait for each
          // other.
          TrailPosition.locked(sql);
          Optional<Round> round = new RoundStore(sql).find(id);
          if (round.isEmpty()) {
            return new Result.Refused(Refusal.UNKNOWN);
          }
          if (!in.test(round.get().stage())) {
            return new Result.Refused(Refusal.WRONG_STAGE);
          }
          return work.apply(sql, round.get())
              .<Result>map(Result.Refused::new)
              .orElseGet(() -> new Result.Done(id));
        });
  }
}
