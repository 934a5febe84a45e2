package org.concordat.server.alignment.rounds;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.JUDGEMENT_ROUND;
import static org.concordat.server.database.schema.Tables.ROUND_AGREEMENT;
import static org.concordat.server.database.schema.Tables.ROUND_ANSWER;
import static org.concordat.server.database.schema.Tables.ROUND_BALLOT;
import static org.concordat.server.database.schema.Tables.ROUND_JUDGE;
import static org.concordat.server.database.schema.Tables.ROUND_LINK;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.Judge;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.RoundAnswers.Given;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.core.alignment.rounds.Weighting;
import org.concordat.server.alignment.rounds.Round.Invited;
import org.concordat.server.database.schema.tables.records.JudgementRoundRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads rounds, within the transaction of a tenant. */
final class RoundStore {
  private final DSLContext sql;

  RoundStore(DSLContext sql) {
    this.sql = sql;
  }

  /** All rounds, the newest first. */
  List<Round> all() {
    return rounds(DSL.noCondition());
  }

  Optional<Round> find(UUID id) {
    return rounds(JUDGEMENT_ROUND.ID.eq(id)).stream().findFirst();
  }

  private List<Round> rounds(Condition which) {
    List<JudgementRoundRecord> rows =
        sql.selectFrom(JUDGEMENT_ROUND)
            .where(which)
            .orderBy(JUDGEMENT_ROUND.CREATED_AT.desc(), JUDGEMENT_ROUND.ID.desc())
            .fetch();
    List<UUID> ids = rows.stream().map(JudgementRoundRecord::getId).toList();
    Map<UUID, List<Link>> links = links(ids);
    Map<UUID, List<Invited>> judges = judges(ids);
    return rows.stream()
        .map(
            row ->
                round(
                    row,
                    links.getOrDefault(row.getId(), List.of()),
                    judges.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static Round round(JudgementRoundRecord row, List<Link> links, List<Invited> judges) {
    return new Round(
        row.getId(),
        row.getTitle(),
        Stage.valueOf(row.getStage().toUpperCase(Locale.ROOT)),
        Asking.valueOf(row.getAsks().toUpperCase(Locale.ROOT)),
        new ImpactScale(List.of(row.getLevels())),
        row.getWeighted() ? Weighting.BY_TRAINING : Weighting.EQUAL,
        row.getDueOn(),
        new Round.Times(
            row.getCreatedAt().toInstant(),
            instant(row.getOpenedAt()),
            instant(row.getClosedAt()),
            instant(row.getConcludedAt())),
        links,
        judges);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private Map<UUID, List<Link>> links(List<UUID> rounds) {
    Map<UUID, List<Link>> links = new HashMap<>();
    sql.selectFrom(ROUND_LINK)
        .where(ROUND_LINK.ROUND.in(rounds))
        .orderBy(ROUND_LINK.ROUND, ROUND_LINK.NUMBER)
        .forEach(
            row ->
                links
                    .computeIfAbsent(row.getRound(), _ -> new ArrayList<>())
                    .add(new Link(row.getSource(), row.getTarget())));
    return links;
  }

  private Map<UUID, List<Invited>> judges(List<UUID> rounds) {
    Map<List<UUID>, Integer> answered = new HashMap<>();
    sql.select(ROUND_BALLOT.ROUND, ROUND_BALLOT.ACCOUNT, DSL.count())
        .from(ROUND_BALLOT)
        .where(ROUND_BALLOT.ROUND.in(rounds))
        .groupBy(ROUND_BALLOT.ROUND, ROUND_BALLOT.ACCOUNT)
        .forEach(row -> answered.put(List.of(row.value1(), row.value2()), row.value3()));
    Map<UUID, List<Invited>> judges = new HashMap<>();
    sql.select(
            ROUND_JUDGE.ROUND,
            ROUND_JUDGE.ACCOUNT,
            ACCOUNT.NAME,
            ROUND_JUDGE.TRAINING,
            ROUND_JUDGE.JOB)
        .from(ROUND_JUDGE)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(ROUND_JUDGE.ACCOUNT))
        .where(ROUND_JUDGE.ROUND.in(rounds))
        .orderBy(ACCOUNT.NAME, ROUND_JUDGE.ACCOUNT)
        .forEach(
            row ->
                judges
                    .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                    .add(
                        new Invited(
                            row.value2(),
                            row.value3(),
                            new Awareness(
                                Training.valueOf(row.value4().toUpperCase(Locale.ROOT)),
                                row.value5()),
                            answered.getOrDefault(List.of(row.value1(), row.value2()), 0))));
    return judges;
  }

  /** One judge's latest answers, by the number of the link. */
  Map<Integer, OwnAnswer> own(Round round, UUID account) {
    Map<Integer, OwnAnswer> own = new TreeMap<>();
    if (round.stage().showsAnswers()) {
      sql.selectFrom(ROUND_ANSWER)
          .where(ROUND_ANSWER.ROUND.eq(round.id()).and(ROUND_ANSWER.ACCOUNT.eq(account)))
          .orderBy(ROUND_ANSWER.NUMBER, ROUND_ANSWER.REVISION)
          .forEach(
              row ->
                  own.put(
                      row.getNumber(),
                      new OwnAnswer(
                          answer(round, row.getStep(), row.getBecause()),
                          row.getAnsweredAt().toInstant())));
    } else {
      sql.selectFrom(ROUND_BALLOT)
          .where(ROUND_BALLOT.ROUND.eq(round.id()).and(ROUND_BALLOT.ACCOUNT.eq(account)))
          .forEach(
              row ->
                  own.put(
                      row.getNumber(),
                      new OwnAnswer(
                          answer(round, row.getStep(), row.getBecause()),
                          row.getAnsweredAt().toInstant())));
    }
    return own;
  }

  private static Answer answer(Round round, @Nullable Integer step, @Nullable String because) {
    return step == null ? new Answer.Unknown(because) : round.steps().answer(step, because);
  }

  /**
   * Everybody's latest answers; judges are known by their accounts.
   *
   * @param first whether those are meant that the round was closed with
   * @throws IllegalStateException when the round does not show answers yet
   */
  RoundAnswers answers(Round round, boolean first) {
    if (!round.stage().showsAnswers()) {
      throw new IllegalStateException("the answers of an open round are nobody's to read");
    }
    Map<List<Object>, Given> latest = new HashMap<>();
    sql.selectFrom(ROUND_ANSWER)
        .where(ROUND_ANSWER.ROUND.eq(round.id()))
        .and(first ? ROUND_ANSWER.REVISION.eq(1) : DSL.noCondition())
        .orderBy(ROUND_ANSWER.REVISION)
        .forEach(
            row ->
                round
                    .link(row.getNumber())
                    .ifPresent(
                        link ->
                            latest.put(
                                List.of(row.getAccount(), row.getNumber()),
                                new Given(
                                    link,
                                    row.getAccount().toString(),
                                    answer(round, row.getStep(), row.getBecause())))));
    return new RoundAnswers(
        round.links(),
        round.judges().stream()
            .map(judge -> new Judge(judge.account().toString(), judge.awareness()))
            .toList(),
        List.copyOf(latest.values()));
  }

  /** What was agreed, by the number of the link. */
  Map<Integer, Agreed> agreed(UUID round) {
    Map<Integer, Agreed> agreed = new TreeMap<>();
    sql.selectFrom(ROUND_AGREEMENT)
        .where(ROUND_AGREEMENT.ROUND.eq(round))
        .forEach(
            row ->
                agreed.put(
                    row.getNumber(),
                    new Agreed(
                        row.getStep(),
                        row.getBecause(),
                        row.getDissent(),
                        row.getAgreedAt().toInstant())));
    return agreed;
  }
}
