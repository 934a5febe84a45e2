package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT_SIGNATURE;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.Signature;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.agreements.Proof;
import org.concordat.formats.agreements.SignedAgreement;
import org.concordat.formats.yaml.Words;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.factors.Challenge;
import org.concordat.server.identity.factors.PasskeySignature;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signatures under agreements. A passkey signs the SHA-256 of the canonical document as its
 * challenge (W3C Web Authentication), so whoever holds the signed file can check it without us.
 */
public final class Signatures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TenantTransactions transactions;
  private final Agreements agreements;

  Signatures(TenantTransactions transactions, Agreements agreements) {
    this.transactions = transactions;
    this.agreements = agreements;
  }

  /** What a device has to sign. */
  public static Challenge challenge(Agreement document) {
    return Challenge.of(AgreementJson.digest(document));
  }

  /** Signs for a side, with a passkey that has signed the document as it stands. */
  public MoveResult sign(
      Caller caller,
      AgreementKey key,
      int seen,
      Side side,
      PasskeySignature proof,
      @Nullable String reason,
      String request) {
    return agreements.make(
        caller,
        new Agreements.Wish(
            key,
            seen,
            Party.of(side),
            (by, state) ->
                new Move.Sign(
                    by, new Signature(side, AgreementJson.digestText(state.dossier().current())))),
        reason,
        request,
        sql ->
            sql.insertInto(AGREEMENT_SIGNATURE)
                .set(AGREEMENT_SIGNATURE.AGREEMENT, key.id())
                .set(AGREEMENT_SIGNATURE.SINCE, key.since())
                .set(AGREEMENT_SIGNATURE.SIDE, Words.of(side))
                .set(
                    AGREEMENT_SIGNATURE.PROOF,
                    JSONB.valueOf(JSON.writeValueAsString(json(caller, side, proof))))
                .execute());
  }

  private static ObjectNode json(Caller caller, Side side, PasskeySignature proof) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("side", Words.of(side))
        .put("signer", caller.name())
        .put("role", role(caller, side))
        .put("at", Instant.now().toString())
        .put("credential", proof.credentialId())
        .put("publicKey", proof.publicKey())
        .put("authenticatorData", proof.authenticatorData())
        .put("clientData", proof.clientData())
        .put("signature", proof.signature());
  }

  /** The role by which somebody speaks for a side. */
  private static String role(Caller caller, Side side) {
    Permission needed =
        switch (side) {
          case DEMAND -> Permission.AGREE_DEMAND;
          case SUPPLY -> Permission.AGREE_SUPPLY;
        };
    return caller.grants().stream()
        .filter(grant -> grant.role().permissions().contains(needed))
        .map(grant -> Words.of(grant.role()))
        .findFirst()
        .orElse(Words.of(side));
  }

  /** The document with its signatures, as a file that verifies offline. */
  public SignedAgreement file(UUID tenant, AgreementKey key, Agreement document) {
    List<Proof> proofs =
        transactions.read(
            tenant,
            sql ->
                sql.select(AGREEMENT_SIGNATURE.PROOF)
                    .from(AGREEMENT_SIGNATURE)
                    .where(AGREEMENT_SIGNATURE.AGREEMENT.eq(key.id()))
                    .and(AGREEMENT_SIGNATURE.SINCE.eq(key.since()))
                    .orderBy(AGREEMENT_SIGNATURE.SIDE)
                    .fetch(row -> proof(JSON.readTree(row.value1().data()))));
    return new SignedAgreement(document, proofs);
  }

  private static Proof proof(JsonNode json) {
    return new Proof.Passkey(
        new Proof.Claim(
            json.get("signer").asString(),
            json.get("role").asString(),
            Words.find(Side.class, json.get("side").asString()).orElseThrow(),
            Instant.parse(json.get("at").asString())),
        bytes(json, "publicKey"),
        bytes(json, "authenticatorData"),
        bytes(json, "clientData"),
        bytes(json, "signature"));
  }

  private static byte[] bytes(JsonNode json, String member) {
    return Base64.getUrlDecoder().decode(json.get(member).asString());
  }
}
