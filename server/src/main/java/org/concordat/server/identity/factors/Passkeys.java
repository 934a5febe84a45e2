package org.concordat.server.identity.factors;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.PASSKEY;
import static org.concordat.server.database.schema.Tables.PASSKEY_USE;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.PasskeyRecord;
import org.concordat.server.web.PublicAddress;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys: keys of people's devices, which sign them in without a password. */
public final class Passkeys {
  /** So long a browser may take to answer, in milliseconds. */
  private static final int PATIENCE = 300_000;

  private static final Attribution SELF = Attribution.ofServer("sign-in");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TenantTransactions transactions;
  private final PublicAddress address;
  private final WebAuthn webAuthn;
  private final Clock clock;

  /** Passkeys for a server at an address. */
  public Passkeys(TenantTransactions transactions, PublicAddress address, Clock clock) {
    this.transactions = transactions;
    this.address = address;
    this.webAuthn = new WebAuthn(address);
    this.clock = clock;
  }

  /**
   * A passkey as its owner sees it.
   *
   * @param lastUse when it last signed in, or null when it never did
   */
  public record Listed(UUID id, String name, Instant since, @Nullable Instant lastUse) {}

  /** The passkeys of an account, oldest first. */
  public List<Listed> of(UUID tenant, UUID account) {
    return transactions.read(
        tenant,
        sql ->
            sql.select(PASSKEY.ID, PASSKEY.NAME, PASSKEY.CREATED_AT, PASSKEY_USE.LAST_AT)
                .from(PASSKEY)
                .leftJoin(PASSKEY_USE)
                .on(PASSKEY_USE.PASSKEY.eq(PASSKEY.ID))
                .where(PASSKEY.ACCOUNT.eq(account))
                .orderBy(PASSKEY.ID)
                .fetch(
                    row ->
                        new Listed(
                            row.value1(),
                            row.value2(),
                            row.value3().toInstant(),
                            row.value4() == null ? null : row.value4().toInstant())));
  }

  /**
   * Whose passkey it is. A device keeps this and tells it when nobody has said who they are, so it
   * names the organisation too.
   */
  public record Owner(UUID tenant, UUID account) {
    private static final int BYTES = 32;

    byte[] handle() {
      return ByteBuffer.allocate(BYTES)
          .putLong(tenant.getMostSignificantBits())
          .putLong(tenant.getLeastSignificantBits())
          .putLong(account.getMostSignificantBits())
          .putLong(account.getLeastSignificantBits())
          .array();
    }

    static Optional<Owner> of(byte[] handle) {
      if (handle.length != BYTES) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(handle);
      return Optional.of(
          new Owner(
              new UUID(bytes.getLong(), bytes.getLong()),
              new UUID(bytes.getLong(), bytes.getLong())));
    }
  }

  /** What a browser is asked for a new passkey: {@code PublicKeyCredentialCreationOptions}. */
  public String creation(Owner owner, String email, String name, Challenge challenge) {
    return JSON.writeValueAsString(
        Map.of(
            "rp", Map.of("id", address.host(), "name", "Concordat"),
            "user", Map.of("id", WebAuthn.text(owner.handle()), "name", email, "displayName", name),
            "challenge", challenge.text(),
            "pubKeyCredParams",
                WebAuthn.ALGORITHMS.stream()
                    .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                    .toList(),
            "timeout", PATIENCE,
            "excludeCredentials", descriptors(owner),
            "authenticatorSelection",
                Map.of(
                    "residentKey",
                    "required",
                    "requireResidentKey",
                    true,
                    "userVerification",
                    "required"),
            "attestation", "none"));
  }

  private List<Map<String, Object>> descriptors(Owner owner) {
    return transactions.read(
        owner.tenant,
        sql ->
            sql.selectFrom(PASSKEY)
                .where(PASSKEY.ACCOUNT.eq(owner.account))
                .fetch(
                    row ->
                        Map.of(
                            "type",
                            "public-key",
                            "id",
                            WebAuthn.text(row.getCredentialId()),
                            "transports",
                            row.getTransports())));
  }

  /**
   * What a browser is asked to prove who somebody is: {@code PublicKeyCredentialRequestOptions}.
   *
   * @param owner who it has to be, or empty for anybody whose device knows
   */
  public String request(Challenge challenge, Optional<Owner> owner) {
    return JSON.writeValueAsString(
        Map.of(
            "rpId", address.host(),
            "challenge", challenge.text(),
            "timeout", PATIENCE,
            "userVerification", "required",
            "allowCredentials", owner.map(this::descriptors).orElse(List.of())));
  }

  /**
   * Keeps a new passkey of an account.
   *
   * @param response what the browser answered, as JSON
   * @return whether it is kept; not when the answer is not right or the key is known already
   */
  public boolean register(
      Owner owner, Attribution by, String name, Challenge challenge, String response) {
    Optional<WebAuthn.Made> made = webAuthn.registration(response, challenge);
    return made.isPresent()
        && transactions.write(owner.tenant, by, sql -> insert(sql, owner, name, made.get()));
  }

  private static boolean insert(DSLContext sql, Owner owner, String name, WebAuthn.Made made) {
    UUID id = Ids.next();
    int kept =
        sql.insertInto(PASSKEY)
            .set(PASSKEY.ID, id)
            .set(PASSKEY.ACCOUNT, owner.account)
            .set(PASSKEY.NAME, name.strip())
            .set(PASSKEY.CREDENTIAL_ID, WebAuthn.bytes(made.id()))
            .set(PASSKEY.CREDENTIAL, WebAuthn.bytes(made.credential()))
            .set(PASSKEY.TRANSPORTS, made.transports().toArray(String[]::new))
            .set(PASSKEY.BACKUP_ELIGIBLE, made.backupEligible())
            .onConflict(PASSKEY.TENANT, PASSKEY.CREDENTIAL_ID)
            .doNothing()
            .execute();
    if (kept == 1) {
      sql.insertInto(PASSKEY_USE)
          .set(PASSKEY_USE.PASSKEY, id)
          .set(PASSKEY_USE.SIGN_COUNT, made.signCount())
          .execute();
    }
    return kept == 1;
  }

  /** Whom an answer names, before anything is proved; for counting failures. */
  public Optional<Owner> named(String response) {
    return WebAuthn.answer(response).flatMap(WebAuthn.Answer::userHandle).flatMap(Owner::of);
  }

  /**
   * Who has answered a challenge with a passkey of theirs.
   *
   * @param expected who it has to be, or empty for anybody
   * @return empty when the answer proves nobody who may enter
   */
  public Optional<Owner> proven(String response, Challenge challenge, Optional<Owner> expected) {
    return WebAuthn.answer(response)
        .flatMap(
            answer -> {
              Optional<Owner> owner =
                  answer.userHandle().isPresent()
                      ? answer.userHandle().flatMap(Owner::of)
                      : expected;
              return owner
                  .filter(one -> expected.isEmpty() || expected.get().equals(one))
                  .filter(one -> proves(one, answer, challenge));
            });
  }

  /** The signature that somebody has given to a digest with a passkey of theirs, or empty. */
  public Optional<PasskeySignature> signed(String response, Challenge digest, Owner owner) {
    Optional<WebAuthn.Answer> answer = WebAuthn.answer(response);
    if (answer.isEmpty() || proven(response, digest, Optional.of(owner)).isEmpty()) {
      return Optional.empty();
    }
    return kept(owner, answer.get())
        .flatMap(key -> WebAuthn.signature(answer.get(), key.credential));
  }

  private record Kept(UUID id, WebAuthn.Made credential, long signCount) {}

  private boolean proves(Owner owner, WebAuthn.Answer answer, Challenge challenge) {
    Optional<Kept> kept = kept(owner, answer);
    return kept.isPresent()
        && webAuthn
            .verified(answer, challenge, kept.get().credential, kept.get().signCount)
            .map(now -> count(owner, kept.get().id, kept.get().signCount, now))
            .orElse(false);
  }

  private Optional<Kept> kept(Owner owner, WebAuthn.Answer answer) {
    return transactions.read(
        owner.tenant,
        sql ->
            sql.select(PASSKEY, PASSKEY_USE.SIGN_COUNT)
                .from(PASSKEY)
                .join(PASSKEY_USE)
                .on(PASSKEY_USE.PASSKEY.eq(PASSKEY.ID))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PASSKEY.ACCOUNT))
                .where(PASSKEY.CREDENTIAL_ID.eq(WebAuthn.bytes(answer.credentialId())))
                .and(PASSKEY.ACCOUNT.eq(owner.account))
                .and(ACCOUNT.ACTIVE.isTrue())
                .fetchOptional(
                    row -> new Kept(row.value1().getId(), credential(row.value1()), row.value2())));
  }

  private static WebAuthn.Made credential(PasskeyRecord row) {
    return new WebAuthn.Made(
        WebAuthn.text(row.getCredentialId()),
        WebAuthn.text(row.getCredential()),
        Arrays.asList(row.getTransports()),
        row.getBackupEligible(),
        0);
  }

  /** Notes the use; of two answers with the same count that come at once, one is refused. */
  private boolean count(Owner owner, UUID passkey, long before, long now) {
    return transactions.write(
        owner.tenant,
        SELF,
        sql ->
            sql.update(PASSKEY_USE)
                    .set(PASSKEY_USE.SIGN_COUNT, now)
                    .set(
                        PASSKEY_USE.LAST_AT,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .where(PASSKEY_USE.PASSKEY.eq(passkey))
                    .and(PASSKEY_USE.SIGN_COUNT.eq(before))
                    .execute()
                == 1);
  }
}
