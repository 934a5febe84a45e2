package org.concordat.server.agreements;

import static org.concordat.server.database.schema.Tables.AGREEMENT_SIGNATURE;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.AgreementState;
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
import org.concordat.server.identity.factors.Passkeys;
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
  private final Passkeys passkeys;
  private final Clock clock;

  Signatures(
      TenantTransactions transactions, Agreements agreements, Passkeys passkeys, Clock clock) {
    this.transactions = transactions;
    this.agreements = agreements;
    this.passkeys = passkeys;
    this.clock = clock;
  }

  /** What a device has to sign. */
  public static Challenge challenge(Agreement document) {
    return Challenge.of(AgreementJson.digest(document));
  }

  /**
   * What is to be signed now.
   *
   * @param seen how many moves there are
   * @param options what a device is asked: {@code PublicKeyCredentialRequestOptions}
   */
  public record ToSign(Agreement document, int seen, String options) {}

  /** What a caller may sign for a party, or empty when there is nothing that it could sign. */
  public Optional<ToSign> toSign(Caller caller, AgreementKey key, Party party) {
    return agreements
        .find(caller.tenant(), key)
        .filter(state -> !(state instanceof AgreementState.Ended))
        .filter(state -> side(caller, party, state.dossier().current().unit()).isPresent())
        .map(
            state ->
                new ToSign(
                    state.dossier().current(),
                    state.dossier().moves().size(),
                    passkeys.request(
                        challenge(state.dossier().current()), Optional.of(owner(caller)))));
  }

  private static Passkeys.Owner owner(Caller caller) {
    return new Passkeys.Owner(caller.tenant(), caller.account());
  }

  /** The side that a party signs for, when the caller may act for it. */
  private static Optional<Side> side(Caller caller, Party party, String unit) {
    if (!Parties.allows(caller, party, unit)) {
      return Optional.empty();
    }
    return switch (party) {
      case Party.Demand _ -> Optional.of(Side.DEMAND);
      case Party.Supply _ -> Optional.of(Side.SUPPLY);
      case Party.OtherUnit _, Party.TopManagement _ -> Optional.empty();
    };
  }

  /**
   * Signs for a side, with a passkey that has signed the document as it stands. Moves only add up,
   * so the document that is proved here is the one that there is when as many were made.
   *
   * @param response what the device answered to the challenge, as JSON of a browser
   */
  public MoveResult sign(
      Caller caller,
      AgreementKey key,
      int seen,
      Party party,
      String response,
      @Nullable String reason,
      String request) {
    AgreementState state = agreements.find(caller.tenant(), key).orElse(null);
    if (state == null) {
      return new MoveResult.NotThere();
    }
    Agreement document = state.dossier().current();
    Optional<Side> side = side(caller, party, document.unit());
    if (side.isEmpty()) {
      return new MoveResult.Forbidden();
    }
    if (state.dossier().moves().size() != seen) {
      return new MoveResult.Stale(state);
    }
    return passkeys
        .signed(response, challenge(document), owner(caller))
        .map(proof -> keep(caller, key, seen, side.get(), proof, reason, request))
        .orElseGet(() -> new MoveResult.NotSigned(document));
  }

  private MoveResult keep(
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

  private ObjectNode json(Caller caller, Side side, PasskeySignature proof) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("side", Words.of(side))
        .put("signer", caller.name())
        .put("role", role(caller, side))
        .put("at", clock.instant().toString())
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
