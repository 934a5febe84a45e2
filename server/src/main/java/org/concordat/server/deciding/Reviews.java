package org.concordat.server.deciding;

import static org.concordat.server.database.schema.Tables.INCIDENT;
import static org.concordat.server.database.schema.Tables.INCIDENT_HARM;
import static org.concordat.server.database.schema.Tables.REVIEW_INTERVAL;
import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.Incident.Severity;
import org.concordat.core.alignment.reassessment.Reassessment;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.core.alignment.reassessment.ThingChange;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.IncidentRecord;
import org.concordat.server.database.schema.tables.records.ReviewIntervalRecord;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What needs another look: dates, changes that the trail tells of, and recorded incidents. */
public final class Reviews {
  /** What happened is told in so many characters at the most. */
  public static final int LONGEST = 2_000;

  private static final List<String> THINGS = List.of("unit", "goal", "factor", "asset");

  private final TenantTransactions transactions;
  private final Models models;
  private final Clock clock;
  private final List<Experienced> teachers;

  /**
   * Reviews of these models.
   *
   * @param teachers those who know what measuring has taught
   */
  public Reviews(
      TenantTransactions transactions, Models models, Clock clock, List<Experienced> teachers) {
    this.transactions = transactions;
    this.models = models;
    this.clock = clock;
    this.teachers = List.copyOf(teachers);
  }

  /** The present day in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** After how long judgements need another look. */
  public ReviewIntervals intervals(UUID tenant) {
    return transactions.read(tenant, Reviews::intervals);
  }

  private static ReviewIntervals intervals(DSLContext sql) {
    return sql.selectFrom(REVIEW_INTERVAL)
        .fetchOptional(
            row -> new ReviewIntervals(row.getRequirementMonths(), row.getFactorMonths()))
        .orElse(ReviewIntervals.DEFAULT);
  }

  /** Sets them. */
  public void setIntervals(Caller caller, String request, ReviewIntervals intervals) {
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql -> {
          ReviewIntervalRecord row = sql.newRecord(REVIEW_INTERVAL);
          row.setRequirementMonths(intervals.requirementMonths());
          row.setFactorMonths(intervals.factorMonths());
          if (sql.fetchExists(REVIEW_INTERVAL)) {
            sql.update(REVIEW_INTERVAL).set(row).execute();
          } else {
            row.insert();
          }
          return null;
        });
  }

  /** The incidents that were recorded, the latest first. */
  public List<Incident> incidents(UUID tenant) {
    return transactions.read(tenant, Reviews::incidents);
  }

  private static List<Incident> incidents(DSLContext sql) {
    Map<UUID, List<Incident.Harm>> harms = new HashMap<>();
    sql.selectFrom(INCIDENT_HARM)
        .orderBy(INCIDENT_HARM.LEVEL.desc(), INCIDENT_HARM.FACTOR)
        .forEach(
            row ->
                harms
                    .computeIfAbsent(row.getIncident(), _ -> new ArrayList<>())
                    .add(new Incident.Harm(row.getFactor(), Level.of(row.getLevel()))));
    return sql.selectFrom(INCIDENT)
        .orderBy(INCIDENT.HAPPENED_ON.desc(), INCIDENT.RECORDED_AT.desc())
        .fetch(
            row ->
                new Incident(
                    row.getId().toString(),
                    new Requirement(row.getAsset(), row.getProperty()),
                    row.getHappenedOn(),
                    Severity.valueOf(row.getSeverity().toUpperCase(Locale.ROOT)),
                    row.getWhat(),
                    row.getRecordedAt().toInstant(),
                    harms.getOrDefault(row.getId(), List.of())));
  }

  /**
   * Records an incident.
   *
   * @param harms the damage that it did, as far as it is known
   * @return empty when there is no such requirement, factor or level, the day is yet to come, or
   *     nothing is told
   */
  public Optional<UUID> record(
      Caller caller,
      String request,
      Requirement requirement,
      LocalDate on,
      Severity severity,
      String what,
      List<Incident.Harm> harms) {
    boolean isThere =
        models
            .of(caller.tenant())
            .read(
                model -> {
                  var asset = model.asset(requirement.asset());
                  return asset != null
                      && asset.properties().contains(requirement.property())
                      && harms.stream()
                          .allMatch(
                              harm ->
                                  model.factor(harm.factor()) != null
                                      && harm.level().number() <= model.scale().size());
                });
    if (!isThere || on.isAfter(today()) || what.isBlank() || what.length() > LONGEST) {
      return Optional.empty();
    }
    UUID id = Ids.next();
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql -> {
          IncidentRecord row = sql.newRecord(INCIDENT);
          row.setId(id);
          row.setAsset(requirement.asset());
          row.setProperty(requirement.property());
          row.setHappenedOn(on);
          row.setSeverity(severity.name().toLowerCase(Locale.ROOT));
          row.setWhat(what.strip());
          row.setRecordedBy(caller.account());
          row.insert();
          for (Incident.Harm harm : harms) {
            sql.insertInto(INCIDENT_HARM)
                .set(INCIDENT_HARM.INCIDENT, id)
                .set(INCIDENT_HARM.FACTOR, harm.factor())
                .set(INCIDENT_HARM.LEVEL, harm.level().number())
                .execute();
          }
          return null;
        });
    return Optional.of(id);
  }

  /**
   * All that needs another look, the gravest first. Takes time linear in model and trail, and in
   * what was measured since somebody asked last.
   */
  public List<Due> due(UUID tenant) {
    Workspace workspace = models.of(tenant).read(Snapshot::workspace);
    List<Incident> known = incidents(tenant);
    Experience experience =
        teachers.stream()
            .map(teacher -> teacher.experience(tenant, known, today()))
            .reduce(Experience.NONE, Experience::and);
    return transactions
        .readAtOnce(
            tenant,
            sql -> {
              List<ThingChange> changes = changes(sql);
              List<Incident> incidents = incidents(sql);
              Map<Impact.Link, Instant> moments = moments(sql, changes, incidents);
              return new Reassessment(
                  intervals(sql),
                  today(),
                  ZoneOffset.UTC,
                  changes,
                  incidents,
                  moments::get,
                  experience);
            })
        .of(workspace);
  }

  /** The last change of each thing that was there before; being added is no change. */
  private static List<ThingChange> changes(DSLContext sql) {
    return sql.select(TRAIL.TABLE_NAME, TRAIL.ROW_KEY, DSL.max(TRAIL.AT))
        .from(TRAIL)
        .where(TRAIL.TABLE_NAME.in(THINGS))
        .and(TRAIL.OPERATION.eq("UPDATE"))
        .groupBy(TRAIL.TABLE_NAME, TRAIL.ROW_KEY)
        .fetch(
            row ->
                new ThingChange(
                    ThingChange.Kind.valueOf(row.value1().toUpperCase(Locale.ROOT)),
                    row.value2(),
                    row.value3().toInstant()));
  }

  /**
   * When judgements were written that may be of the day of a change or an incident; for others
   * their day is enough.
   */
  private static Map<Impact.Link, Instant> moments(
      DSLContext sql, List<ThingChange> changes, List<Incident> incidents) {
    Optional<LocalDate> first =
        Stream.concat(
                changes.stream().map(change -> LocalDate.ofInstant(change.at(), ZoneOffset.UTC)),
                incidents.stream().map(Incident::on))
            .min(Comparator.naturalOrder());
    Map<Impact.Link, Instant> moments = new HashMap<>();
    if (first.isEmpty()) {
      return moments;
    }
    OffsetDateTime since = first.get().atTime(LocalTime.MIN).atOffset(ZoneOffset.UTC);
    addMoments(
        sql,
        "requirement_impact",
        "after ->> 'asset' || '/' || (after ->> 'property')",
        "factor",
        since,
        moments);
    addMoments(sql, "factor_impact", "after ->> 'factor'", "goal", since, moments);
    return moments;
  }

  private static void addMoments(
      DSLContext sql,
      String table,
      String from,
      String to,
      OffsetDateTime since,
      Map<Impact.Link, Instant> moments) {
    var fromField = DSL.field("(" + from + ")", String.class);
    var toField = DSL.field("(after ->> '" + to + "')", String.class);
    sql.select(fromField, toField, DSL.max(TRAIL.AT))
        .from(TRAIL)
        .where(TRAIL.TABLE_NAME.eq(table))
        .and(TRAIL.AT.ge(since))
        .and(TRAIL.AFTER.isNotNull())
        .groupBy(DSL.one(), DSL.two())
        .forEach(
            row ->
                moments.put(new Impact.Link(row.value1(), row.value2()), row.value3().toInstant()));
  }

  /**
   * The wish that a link counts as looked at today, at the level that it has: the agreed judgement
   * anew where there is one, else the caller's own beside the others. Neither moves a score.
   *
   * @return empty when the link has no judgement
   */
  public Optional<Wish> confirmation(Caller caller, Impact.Link link, Snapshot model) {
    List<Judgement> judgements = new ArrayList<>(model.judgements(link));
    if (judgements.isEmpty()) {
      return Optional.empty();
    }
    boolean agreed = judgements.stream().anyMatch(Judgement::agreed);
    Judgement again =
        new Judgement(Judgement.counting(judgements), caller.name(), today(), null, agreed);
    return Optional.of(
        new Wish.OfJudgement(link, caller.name(), agreed, link.judged(again), EntryTag.ANYTHING));
  }
}
