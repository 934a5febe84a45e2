package org.concordat.server.agreements.scraping;

import static org.concordat.server.database.schema.Tables.AGREEMENT_SCRAPE;
import static org.concordat.server.database.schema.Tables.SCRAPE_STATE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.agreements.MetricsMapping;
import org.concordat.formats.agreements.MetricsReading;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The sources of agreements, and fetching from them. */
public final class Scrapes {
  /** So many sources may an agreement have. */
  public static final int MOST = 20;

  /** After so many intervals without a sample nobody knows what was in between. */
  private static final int GAP = 3;

  private static final int LONGEST_DETAIL = 500;

  private static final Attribution SERVER = Attribution.ofServer("scrape");

  private final TenantTransactions transactions;
  private final Agreements agreements;
  private final Measurements measurements;
  private final ScrapeGuard guard;
  private final Fetcher fetcher;
  private final Clock clock;

  Scrapes(
      TenantTransactions transactions,
      Agreements agreements,
      Measurements measurements,
      ScrapeGuard guard,
      Fetcher fetcher,
      Clock clock) {
    this.transactions = transactions;
    this.agreements = agreements;
    this.measurements = measurements;
    this.guard = guard;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** What became of a source that somebody wishes. */
  public sealed interface Result {
    /** It is kept, and fetched soon. */
    record Kept() implements Result {}

    /** The address must not be fetched from. */
    record WrongAddress(ScrapeProblem problem, String detail) implements Result {}

    /** The mapping has errors. */
    record WrongMapping(List<Finding> findings) implements Result {
      public WrongMapping {
        findings = List.copyOf(findings);
      }
    }

    /** There are as many as there may be. */
    record TooMany() implements Result {}

    /** There is no such agreement, or it does not hold. */
    record NotInForce() implements Result {}
  }

  /** Whether the administrator has allowed to fetch from anywhere. */
  public boolean areAllowed() {
    return guard.allowsAny();
  }

  /** The sources of an agreement, by name. */
  public List<ScrapeSource.Known> of(UUID tenant, AgreementKey key) {
    return transactions.read(
        tenant,
        sql ->
            sql.select()
                .from(AGREEMENT_SCRAPE)
                .join(SCRAPE_STATE)
                .on(SCRAPE_STATE.AGREEMENT.eq(AGREEMENT_SCRAPE.AGREEMENT))
                .and(SCRAPE_STATE.SINCE.eq(AGREEMENT_SCRAPE.SINCE))
                .and(SCRAPE_STATE.NAME.eq(AGREEMENT_SCRAPE.NAME))
                .where(AGREEMENT_SCRAPE.AGREEMENT.eq(key.id()))
                .and(AGREEMENT_SCRAPE.SINCE.eq(key.since()))
                .orderBy(AGREEMENT_SCRAPE.NAME)
                .fetch(row -> new ScrapeSource.Known(source(row), outcome(row))));
  }

  private static ScrapeSource source(Record row) {
    return new ScrapeSource(
        row.get(AGREEMENT_SCRAPE.NAME),
        row.get(AGREEMENT_SCRAPE.ADDRESS),
        Duration.ofSeconds(row.get(AGREEMENT_SCRAPE.EVERY_SECONDS)),
        row.get(AGREEMENT_SCRAPE.MAPPING));
  }

  private static ScrapeSource.Outcome outcome(Record row) {
    OffsetDateTime fetched = row.get(SCRAPE_STATE.FETCHED_AT);
    String problem = row.get(SCRAPE_STATE.PROBLEM);
    return new ScrapeSource.Outcome(
        fetched == null ? null : fetched.toInstant(),
        problem == null ? null : Words.find(ScrapeProblem.class, problem).orElseThrow(),
        row.get(SCRAPE_STATE.DETAIL),
        row.get(SCRAPE_STATE.RECORDS),
        row.get(SCRAPE_STATE.DUE_AT).toInstant());
  }

  /** Keeps a source, in place of the one with its name; it is fetched soon. */
  public Result keep(UUID tenant, Attribution by, AgreementKey key, ScrapeSource source) {
    try {
      var _ = guard.checked(source.address());
    } catch (ScrapeFailure e) {
      return new Result.WrongAddress(e.problem(), e.detail());
    }
    Optional<Agreement> document = measured(tenant, key);
    if (document.isEmpty()) {
      return new Result.NotInForce();
    }
    FindingList findings = new FindingList();
    var _ = mapping(document.get(), source, findings);
    if (findings.hasErrors()) {
      return new Result.WrongMapping(findings.list());
    }
    return transactions.write(tenant, by, sql -> keep(sql, key, source));
  }

  private static Result keep(DSLContext sql, AgreementKey key, ScrapeSource source) {
    if (!sql.fetchExists(AGREEMENT_SCRAPE, is(key, source.name()))
        && sql.fetchCount(
                AGREEMENT_SCRAPE,
                AGREEMENT_SCRAPE.AGREEMENT.eq(key.id()),
                AGREEMENT_SCRAPE.SINCE.eq(key.since()))
            >= MOST) {
      return new Result.TooMany();
    }
    var row = sql.newRecord(AGREEMENT_SCRAPE);
    row.setAgreement(key.id());
    row.setSince(key.since());
    row.setName(source.name());
    row.setAddress(source.address());
    row.setEverySeconds(Math.toIntExact(source.every().toSeconds()));
    row.setMapping(source.mapping());
    if (sql.update(AGREEMENT_SCRAPE).set(row).where(is(key, source.name())).execute() == 0) {
      row.insert();
      sql.insertInto(SCRAPE_STATE)
          .set(SCRAPE_STATE.AGREEMENT, key.id())
          .set(SCRAPE_STATE.SINCE, key.since())
          .set(SCRAPE_STATE.NAME, source.name())
          .execute();
    } else {
      // Another address has other series.
      sql.update(SCRAPE_STATE)
          .set(SCRAPE_STATE.DUE_AT, OffsetDateTime.now(ZoneOffset.UTC))
          .set(SCRAPE_STATE.SERIES, JSONB.valueOf("{}"))
          .where(stateIs(key, source.name()))
          .execute();
    }
    return new Result.Kept();
  }

  /** Takes a source away; whether there was one. */
  public boolean remove(UUID tenant, Attribution by, AgreementKey key, String name) {
    return transactions.write(
        tenant, by, sql -> sql.deleteFrom(AGREEMENT_SCRAPE).where(is(key, name)).execute() > 0);
  }

  private static Condition is(AgreementKey key, String name) {
    return AGREEMENT_SCRAPE
        .AGREEMENT
        .eq(key.id())
        .and(AGREEMENT_SCRAPE.SINCE.eq(key.since()))
        .and(AGREEMENT_SCRAPE.NAME.eq(name));
  }

  private static Condition stateIs(AgreementKey key, String name) {
    return SCRAPE_STATE
        .AGREEMENT
        .eq(key.id())
        .and(SCRAPE_STATE.SINCE.eq(key.since()))
        .and(SCRAPE_STATE.NAME.eq(name));
  }

  private Optional<Agreement> measured(UUID tenant, AgreementKey key) {
    return agreements
        .find(tenant, key)
        .filter(Measurements::isMeasured)
        .map(state -> state.dossier().current());
  }

  private static MetricsMapping mapping(
      Agreement document, ScrapeSource source, FindingList findings) {
    return MetricsMapping.parse(
        source.mapping(),
        target -> document.targets().anyMatch(each -> each.target().id().equals(target)),
        findings);
  }

  /** A source whose time has come. */
  private record Due(
      AgreementKey key, ScrapeSource source, Map<String, MetricsReading.Last> series) {}

  /** Fetches from all sources of an organisation whose time has come; how many these were. */
  int fetchDue(UUID tenant) {
    int fetched = 0;
    for (Due due = claim(tenant); due != null; due = claim(tenant)) {
      fetch(tenant, due);
      fetched++;
    }
    return fetched;
  }

  /** Takes a source for this server, by moving its time; others pass over it meanwhile. */
  private @Nullable Due claim(UUID tenant) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    boolean isAny =
        transactions.read(
            tenant, sql -> sql.fetchExists(SCRAPE_STATE, SCRAPE_STATE.DUE_AT.le(now)));
    if (!isAny) {
      return null;
    }
    return transactions.write(
        tenant,
        SERVER,
        sql -> {
          Record row =
              sql.select()
                  .from(SCRAPE_STATE)
                  .join(AGREEMENT_SCRAPE)
                  .on(SCRAPE_STATE.AGREEMENT.eq(AGREEMENT_SCRAPE.AGREEMENT))
                  .and(SCRAPE_STATE.SINCE.eq(AGREEMENT_SCRAPE.SINCE))
                  .and(SCRAPE_STATE.NAME.eq(AGREEMENT_SCRAPE.NAME))
                  .where(SCRAPE_STATE.DUE_AT.le(now))
                  .orderBy(SCRAPE_STATE.DUE_AT)
                  .limit(1)
                  .forUpdate()
                  .of(SCRAPE_STATE)
                  .skipLocked()
                  .fetchOne();
          if (row == null) {
            return null;
          }
          ScrapeSource source = source(row);
          AgreementKey key =
              new AgreementKey(row.get(SCRAPE_STATE.AGREEMENT), row.get(SCRAPE_STATE.SINCE));
          sql.update(SCRAPE_STATE)
              .set(SCRAPE_STATE.DUE_AT, now.plus(source.every()))
              .where(stateIs(key, source.name()))
              .execute();
          return new Due(key, source, SeriesJson.read(row.get(SCRAPE_STATE.SERIES).data()));
        });
  }

  private void fetch(UUID tenant, Due due) {
    try {
      took(tenant, due);
    } catch (ScrapeFailure e) {
      transactions.write(
          tenant, SERVER, sql -> told(sql, due, e.problem(), e.detail(), 0, due.series));
    }
  }

  private void took(UUID tenant, Due due) throws ScrapeFailure {
    Agreement document =
        measured(tenant, due.key)
            .orElseThrow(() -> new ScrapeFailure(ScrapeProblem.NOT_IN_FORCE, due.key.path()));
    FindingList findings = new FindingList();
    MetricsMapping mapping = mapping(document, due.source, findings);
    if (findings.hasErrors()) {
      throw new ScrapeFailure(ScrapeProblem.WRONG_MAPPING, first(findings));
    }
    Exposition exposition = fetcher.fetch(due.source.address());
    Instant now = clock.instant();
    MetricsReading reading =
        new MetricsReading(document, mapping, due.series, due.source.every().multipliedBy(GAP));
    List<Measurements.Given> given =
        ExpositionReading.read(due.source.name(), exposition, reading, now, findings);
    if (findings.hasErrors()) {
      throw new ScrapeFailure(ScrapeProblem.NOT_READABLE, first(findings));
    }
    Measurements.Result result =
        measurements.add(
            tenant,
            SERVER,
            due.key,
            given,
            sql -> told(sql, due, null, null, given.size(), reading.last()));
    switch (result) {
      case Measurements.Result.Kept _ -> {}
      case Measurements.Result.NotInForce _ ->
          throw new ScrapeFailure(ScrapeProblem.NOT_IN_FORCE, due.key.path());
      case Measurements.Result.Unsuitable(var problems) ->
          throw new ScrapeFailure(ScrapeProblem.UNSUITABLE, problems.getFirst().target());
    }
  }

  private static String first(FindingList findings) {
    return findings.list().getFirst().message();
  }

  private int told(
      DSLContext sql,
      Due due,
      @Nullable ScrapeProblem problem,
      @Nullable String detail,
      int records,
      Map<String, MetricsReading.Last> series) {
    return sql.update(SCRAPE_STATE)
        .set(SCRAPE_STATE.FETCHED_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .set(SCRAPE_STATE.PROBLEM, problem == null ? null : Words.of(problem))
        .set(
            SCRAPE_STATE.DETAIL,
            detail == null ? null : detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())))
        .set(SCRAPE_STATE.RECORDS, records)
        .set(SCRAPE_STATE.SERIES, JSONB.valueOf(SeriesJson.write(series)))
        .where(stateIs(due.key, due.source.name()))
        .execute();
  }
}
