package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.STEP_COMPLETION;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.steps.Completion;
import org.concordat.core.agreements.steps.Step;
import org.concordat.core.agreements.steps.StepInput;
import org.concordat.formats.yaml.Words;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have said of the seven steps: that one of a unit is done. */
final class StepCompletions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TenantTransactions transactions;

  StepCompletions(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** All completions of an organisation by unit, the earliest first. */
  Map<String, List<Completion>> all(UUID tenant) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(STEP_COMPLETION)
                .orderBy(STEP_COMPLETION.COMPLETED_AT, STEP_COMPLETION.ID)
                .fetchGroups(
                    STEP_COMPLETION.UNIT,
                    row ->
                        new Completion(
                            Words.find(Step.class, row.getStep()).orElseThrow(),
                            new Actor(
                                Party.parse(row.getParty()).orElseThrow(),
                                row.getAccount().toString(),
                                row.getCompletedAt().toInstant()),
                            seen(row.getSeen()))));
  }

  private static Map<StepInput, String> seen(JSONB json) {
    Map<String, String> texts = JSON.readValue(json.data(), new TypeReference<>() {});
    Map<StepInput, String> seen = new EnumMap<>(StepInput.class);
    texts.forEach(
        (word, print) ->
            Words.find(StepInput.class, word).ifPresent(input -> seen.put(input, print)));
    return seen;
  }

  /** Keeps that somebody said so of a step of a unit. */
  void add(UUID tenant, Attribution by, String unit, Completion completion) {
    Map<String, String> seen = new java.util.TreeMap<>();
    completion.seen().forEach((input, print) -> seen.put(Words.of(input), print));
    transactions.write(
        tenant,
        by,
        sql ->
            sql.insertInto(STEP_COMPLETION)
                .set(STEP_COMPLETION.ID, Ids.next())
                .set(STEP_COMPLETION.UNIT, unit)
                .set(STEP_COMPLETION.STEP, Words.of(completion.step()))
                .set(STEP_COMPLETION.PARTY, completion.by().party().word())
                .set(STEP_COMPLETION.ACCOUNT, UUID.fromString(completion.by().person()))
                .set(
                    STEP_COMPLETION.COMPLETED_AT,
                    OffsetDateTime.ofInstant(completion.by().at(), ZoneOffset.UTC))
                .set(STEP_COMPLETION.SEEN, JSONB.valueOf(JSON.writeValueAsString(seen)))
                .execute());
  }

  /** The days on which the visions of units were last changed, as the trail knows them. */
  Map<String, LocalDate> visionDays(UUID tenant) {
    var image = DSL.coalesce(TRAIL.AFTER, TRAIL.BEFORE);
    var unit =
        DSL.when(
                TRAIL.TABLE_NAME.eq(DSL.inline("unit")),
                DSL.jsonbGetAttributeAsText(image, DSL.inline("id")))
            .otherwise(DSL.jsonbGetAttributeAsText(image, DSL.inline("unit")));
    return transactions.read(
        tenant,
        sql ->
            sql.select(unit, DSL.max(TRAIL.AT))
                .from(TRAIL)
                .where(TRAIL.TABLE_NAME.in("unit", "goal"))
                .groupBy(unit)
                .fetchMap(row -> row.value1(), row -> day(row.value2().toInstant())));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
