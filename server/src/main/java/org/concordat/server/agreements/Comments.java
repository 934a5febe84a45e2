package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT_COMMENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concordat.core.agreements.Party;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.jspecify.annotations.Nullable;

/** What the sides say to each other about an agreement. */
public final class Comments {
  /** The longest comment, in characters. */
  public static final int LONGEST = 4_000;

  private final TenantTransactions transactions;

  Comments(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A comment.
   *
   * @param line the line that it is about, or null for the whole
   */
  public record Comment(
      UUID account, Party party, Instant at, @Nullable String line, String words) {}

  /** The comments on an agreement, the earliest first. */
  public List<Comment> of(UUID tenant, AgreementKey key) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(AGREEMENT_COMMENT)
                .where(AGREEMENT_COMMENT.AGREEMENT.eq(key.id()))
                .and(AGREEMENT_COMMENT.SINCE.eq(key.since()))
                .orderBy(AGREEMENT_COMMENT.ID)
                .fetch(
                    row ->
                        new Comment(
                            row.getAccount(),
                            Party.parse(row.getParty()).orElseThrow(),
                            row.getCreatedAt().toInstant(),
                            row.getLine(),
                            row.getWords())));
  }

  /** Adds a comment of an account that speaks for a party. */
  public void add(
      UUID tenant,
      Attribution by,
      AgreementKey key,
      UUID account,
      Party party,
      @Nullable String line,
      String words) {
    transactions.write(
        tenant,
        by,
        sql ->
            sql.insertInto(AGREEMENT_COMMENT)
                .set(AGREEMENT_COMMENT.ID, Ids.next())
                .set(AGREEMENT_COMMENT.AGREEMENT, key.id())
                .set(AGREEMENT_COMMENT.SINCE, key.since())
                .set(AGREEMENT_COMMENT.LINE, line)
                .set(AGREEMENT_COMMENT.ACCOUNT, account)
                .set(AGREEMENT_COMMENT.PARTY, party.word())
                .set(AGREEMENT_COMMENT.WORDS, words.strip())
                .execute());
  }
}
