package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT;
import static org.concordat.server.database.schema.Tables.AGREEMENT_MOVE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.formats.yaml.Words;
import org.concordat.server.database.schema.tables.records.AgreementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** The rows of agreements. All methods work in a transaction of an organisation. */
final class AgreementRows {
  private AgreementRows() {}

  /** All of them, those of a unit together, the latest way of each first. */
  static List<ListedAgreement> all(DSLContext sql) {
    return sql.selectFrom(AGREEMENT)
        .orderBy(AGREEMENT.UNIT, AGREEMENT.ID, AGREEMENT.SINCE.desc())
        .fetch(AgreementRows::listed);
  }

  private static ListedAgreement listed(AgreementRecord row) {
    return new ListedAgreement(
        new AgreementKey(row.getId(), row.getSince()),
        row.getUnit(),
        row.getTitle(),
        Words.find(StateKind.class, row.getState()).orElseThrow(),
        row.getVersion(),
        row.getMoves(),
        row.getFromDay(),
        row.getUntilDay(),
        row.getReviewOn());
  }

  /** The latest way of an agreement. */
  static Optional<AgreementKey> latest(DSLContext sql, String id) {
    return sql.select(AGREEMENT.SINCE)
        .from(AGREEMENT)
        .where(AGREEMENT.ID.eq(id))
        .orderBy(AGREEMENT.SINCE.desc())
        .limit(1)
        .fetchOptional(row -> new AgreementKey(id, row.value1()));
  }

  /** Where an agreement stands, or empty when there is none. */
  static Optional<AgreementState> state(DSLContext sql, AgreementKey key) {
    List<Move> moves =
        sql.select(AGREEMENT_MOVE.MOVE)
            .from(AGREEMENT_MOVE)
            .where(AGREEMENT_MOVE.AGREEMENT.eq(key.id()))
            .and(AGREEMENT_MOVE.SINCE.eq(key.since()))
            .orderBy(AGREEMENT_MOVE.NUMBER)
            .fetch(row -> MoveJson.read(row.value1().data()));
    return moves.isEmpty() ? Optional.empty() : Optional.of(Lifecycle.replay(moves));
  }

  /** The documents in force; in one query, whatever was done. */
  static Map<AgreementKey, Agreement> inForce(DSLContext sql) {
    Field<String> kind = DSL.field("{0} ->> 'kind'", String.class, AGREEMENT_MOVE.MOVE);
    Map<AgreementKey, Agreement> documents = new LinkedHashMap<>();
    sql.select(AGREEMENT.ID, AGREEMENT.SINCE, AGREEMENT_MOVE.MOVE)
        .distinctOn(AGREEMENT.ID, AGREEMENT.SINCE)
        .from(AGREEMENT_MOVE)
        .join(AGREEMENT)
        .on(AGREEMENT.ID.eq(AGREEMENT_MOVE.AGREEMENT))
        .and(AGREEMENT.SINCE.eq(AGREEMENT_MOVE.SINCE))
        .where(AGREEMENT.STATE.eq(Words.of(StateKind.IN_FORCE)))
        .and(kind.in(MoveJson.WITH_DOCUMENT))
        .orderBy(AGREEMENT.ID, AGREEMENT.SINCE, AGREEMENT_MOVE.NUMBER.desc())
        .forEach(
            row ->
                documents.put(
                    new AgreementKey(row.value1(), row.value2()),
                    MoveJson.documentOf(row.value3().data())));
    return documents;
  }

  /** Keeps the last move of an agreement, which has led to a state. */
  static void keep(DSLContext sql, AgreementKey key, AgreementState state) {
    List<Move> moves = state.dossier().moves();
    ListedAgreement listed = ListedAgreement.of(key, state);
    AgreementRecord row = sql.newRecord(AGREEMENT);
    row.setId(key.id());
    row.setSince(key.since());
    row.setUnit(listed.unit());
    row.setTitle(listed.title());
    row.setState(Words.of(listed.state()));
    row.setVersion(listed.version());
    row.setMoves(listed.moves());
    row.setFromDay(listed.from());
    row.setUntilDay(listed.until());
    row.setReviewOn(listed.reviewOn());
    if (moves.size() == 1) {
      sql.insertInto(AGREEMENT).set(row).execute();
    } else {
      sql.update(AGREEMENT).set(row).where(is(key)).execute();
    }
    sql.insertInto(AGREEMENT_MOVE)
        .set(AGREEMENT_MOVE.AGREEMENT, key.id())
        .set(AGREEMENT_MOVE.SINCE, key.since())
        .set(AGREEMENT_MOVE.NUMBER, moves.size())
        .set(AGREEMENT_MOVE.MOVE, JSONB.valueOf(MoveJson.write(moves.getLast())))
        .execute();
  }

  private static Condition is(AgreementKey key) {
    return AGREEMENT.ID.eq(key.id()).and(AGREEMENT.SINCE.eq(key.since()));
  }
}
