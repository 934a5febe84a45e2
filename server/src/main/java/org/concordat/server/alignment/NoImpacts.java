package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;
import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.NO_IMPACT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.springframework.stereotype.Component;

/**
 * Who has said of which question that there is no impact at all. The model has judgements of levels
 * and no level for that; without the answer, whoever gave it would be asked again.
 */
@Component
final class NoImpacts {
  private final TenantTransactions transactions;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  NoImpacts(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** The questions that a caller has answered so, with the reasons, which may be empty. */
  Map<Link, String> of(Caller caller) {
    return transactions.read(
        caller.tenant(),
        sql -> {
          Map<Link, String> answers = new HashMap<>();
          sql.selectFrom(NO_IMPACT)
              .where(NO_IMPACT.ACCOUNT.eq(caller.account()))
              .forEach(
                  row ->
                      answers.put(
                          new Link(row.getSource(), row.getTarget()),
                          row.getBecause() == null ? "" : row.getBecause()));
          return answers;
        });
  }

  /** Remembers an answer; the same answer again changes nothing but its reason. */
  void say(Caller caller, String request, Link link, String because) {
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql ->
            sql.insertInto(NO_IMPACT)
                .set(NO_IMPACT.ACCOUNT, caller.account())
                .set(NO_IMPACT.SOURCE, link.from())
                .set(NO_IMPACT.TARGET, link.to())
                .set(NO_IMPACT.BECAUSE, orNull(because))
                .set(NO_IMPACT.SAID_ON, LocalDate.now(clock))
                .onConflict(NO_IMPACT.TENANT, NO_IMPACT.ACCOUNT, NO_IMPACT.SOURCE, NO_IMPACT.TARGET)
                .doUpdate()
                .set(NO_IMPACT.BECAUSE, orNull(because))
                .where(NO_IMPACT.BECAUSE.isDistinctFrom(orNull(because)))
                .execute());
  }

  /** Forgets an answer, if there is one. */
  void takeBack(Caller caller, String request, Link link) {
    transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql ->
            sql.deleteFrom(NO_IMPACT)
                .where(NO_IMPACT.ACCOUNT.eq(caller.account()))
                .and(NO_IMPACT.SOURCE.eq(link.from()))
                .and(NO_IMPACT.TARGET.eq(link.to()))
                .execute());
  }

  /**
   * What everybody has said.
   *
   * @param names who said so of a question, by name
   */
  record Said(Map<Link, List<String>> names) {
    static final Said NOTHING = new Said(Map.of());

    Said {
      names = Map.copyOf(names);
    }

    /** Those whose last word it is: who has chosen a level elsewhere since is not among them. */
    List<String> of(Link link, List<Judgement> judgements) {
      return names.getOrDefault(link, List.of()).stream()
          .filter(name -> judgements.stream().noneMatch(j -> name.equals(j.by()) && !j.agreed()))
          .toList();
    }
  }

  /** What everybody of an organisation has said. */
  Said all(UUID tenant) {
    return transactions.read(
        tenant,
        sql -> {
          Map<Link, List<String>> names = new HashMap<>();
          sql.select(NO_IMPACT.SOURCE, NO_IMPACT.TARGET, ACCOUNT.NAME)
              .from(NO_IMPACT)
              .join(ACCOUNT)
              .on(ACCOUNT.ID.eq(NO_IMPACT.ACCOUNT))
              .orderBy(ACCOUNT.NAME)
              .forEach(
                  row ->
                      names
                          .computeIfAbsent(
                              new Link(row.value1(), row.value2()), _ -> new ArrayList<>())
                          .add(row.value3()));
          return new Said(names);
        });
  }
}
