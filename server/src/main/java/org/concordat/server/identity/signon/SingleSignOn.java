package org.concordat.server.identity.signon;

import static org.concordat.server.database.schema.Tables.ACCOUNT;
import static org.concordat.server.database.schema.Tables.EXTERNAL_IDENTITY;
import static org.concordat.server.database.schema.Tables.SINGLE_SIGN_ON;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.digests.Sha256;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.secrets.SecretBox;
import org.concordat.server.web.PublicAddress;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in at the provider of their organisation: authorization code (RFC 6749) with proof
 * key (RFC 7636), state and nonce.
 */
public final class SingleSignOn {
  /** Where the provider sends people back to. */
  public static final String RETURN = "/sign-in/sso/return";

  /** Roles that people may get by themselves; nobody becomes administrator or officer that way. */
  public static final List<Role> ADMITTED = List.of(Role.BOARD, Role.AUDITOR, Role.SERVICE_OWNER);

  /** What a provider says of itself is asked again after this time. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final int RANDOM_BYTES = 32;
  private static final Attribution SELF = Attribution.ofServer("single-sign-on");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

  private final TenantTransactions transactions;
  private final SecretBox box;
  private final PublicAddress address;
  private final Clock clock;
  private final Map<String, Remembered> providers = new ConcurrentHashMap<>();

  private record Remembered(OpenIdProvider provider, Instant at) {}

  /** Single sign-on to a server at an address. */
  public SingleSignOn(
      TenantTransactions transactions, SecretBox box, PublicAddress address, Clock clock) {
    this.transactions = transactions;
    this.box = box;
    this.address = address;
    this.clock = clock;
  }

  /**
   * What an organisation has arranged with its provider.
   *
   * @param issuer the provider's address, as it names itself
   * @param domains the domains of email addresses that count, in small letters; all when empty
   * @param admits the role of people who have no account yet, or null when they are turned away
   */
  public record Arrangement(
      String issuer, String clientId, Set<String> domains, @Nullable Role admits) {
    public Arrangement {
      domains = Set.copyOf(domains);
      if (admits != null && domains.isEmpty()) {
        throw new IllegalArgumentException("strangers are admitted from named domains alone");
      }
    }

    boolean takes(String email) {
      return domains.isEmpty()
          || domains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
  }

  /** What an organisation has arranged, or empty when its people sign in here alone. */
  public Optional<Arrangement> of(UUID tenant) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(SINGLE_SIGN_ON)
                .fetchOptional(
                    row ->
                        new Arrangement(
                            row.getIssuer(),
                            row.getClientId(),
                            Set.of(row.getDomains()),
                            row.getAdmits() == null ? null : Role.valueOf(row.getAdmits()))));
  }

  /**
   * Keeps an arrangement, after asking the provider whether it is there.
   *
   * @param secret the client's secret, or blank to keep the present one
   * @throws SignOnFailed when the provider does not answer as it must, or there is no secret
   */
  public void arrange(UUID tenant, Attribution by, Arrangement arrangement, String secret)
      throws SignOnFailed {
    OpenIdProvider.discover(arrangement.issuer);
    keep(tenant, by, arrangement, secret.isBlank() ? secret(tenant) : secret.strip());
  }

  /**
   * Keeps an arrangement that was settled elsewhere, unless it is kept already. A provider that
   * does not answer yet is told in the log.
   */
  void settle(UUID tenant, Attribution by, Arrangement arrangement, String secret) {
    if (!of(tenant).equals(Optional.of(arrangement)) || !secret.equals(secretOrNothing(tenant))) {
      keep(tenant, by, arrangement, secret);
    }
    try {
      OpenIdProvider.discover(arrangement.issuer);
    } catch (SignOnFailed e) {
      LOG.warn("the provider that the environment names does not answer yet: {}", e.getMessage());
    }
  }

  private String secretOrNothing(UUID tenant) {
    try {
      return secret(tenant);
    } catch (SignOnFailed e) {
      LOG.debug("no client secret yet", e);
      return "";
    }
  }

  private void keep(UUID tenant, Attribution by, Arrangement arrangement, String kept) {
    byte[] closed = box.close(kept.getBytes(StandardCharsets.UTF_8), place(tenant));
    transactions.write(
        tenant,
        by,
        sql -> {
          sql.deleteFrom(SINGLE_SIGN_ON).execute();
          return sql.insertInto(SINGLE_SIGN_ON)
              .set(SINGLE_SIGN_ON.ISSUER, arrangement.issuer)
              .set(SINGLE_SIGN_ON.CLIENT_ID, arrangement.clientId)
              .set(SINGLE_SIGN_ON.CLIENT_SECRET, closed)
              .set(
                  SINGLE_SIGN_ON.DOMAINS,
                  arrangement.domains.stream().sorted().toArray(String[]::new))
              .set(
                  SINGLE_SIGN_ON.ADMITS,
                  arrangement.admits == null ? null : arrangement.admits.name())
              .execute();
        });
  }

  private static String place(UUID tenant) {
    return "single_sign_on/" + tenant;
  }

  private String secret(UUID tenant) throws SignOnFailed {
    return transactions
        .read(
            tenant,
            sql -> sql.selectFrom(SINGLE_SIGN_ON).fetchOptional(SINGLE_SIGN_ON.CLIENT_SECRET))
        .flatMap(closed -> box.open(closed, place(tenant)))
        .map(secret -> new String(secret, StandardCharsets.UTF_8))
        .orElseThrow(() -> new SignOnFailed("there is no client secret that can be read"));
  }

  /** Ends an arrangement; people sign in here again. */
  public void end(UUID tenant, Attribution by) {
    transactions.write(tenant, by, sql -> sql.deleteFrom(SINGLE_SIGN_ON).execute());
  }

  /**
   * What a session remembers of somebody who is at the provider.
   *
   * @param then where they want to go
   */
  public record Pending(
      UUID tenant, String issuer, String state, String nonce, String verifier, String then)
      implements Serializable {
    @Override
    public String toString() {
      return "a sign-on at " + issuer;
    }
  }

  /** Where to send somebody, and what to remember of it. */
  public record Departure(URI to, Pending pending) {}

  /**
   * Sends somebody to the provider.
   *
   * @throws SignOnFailed when the organisation has none, or it does not answer
   */
  public Departure depart(UUID tenant, String then) throws SignOnFailed {
    Arrangement arrangement =
        of(tenant).orElseThrow(() -> new SignOnFailed("this organisation has no provider"));
    OpenIdProvider provider = provider(arrangement.issuer);
    Pending pending = new Pending(tenant, arrangement.issuer, random(), random(), random(), then);
    return new Departure(
        provider.authorization(
            Map.of(
                "response_type",
                "code",
                "client_id",
                arrangement.clientId,
                "redirect_uri",
                address.of(RETURN),
                "scope",
                OpenIdProvider.scopes(),
                "state",
                pending.state,
                "nonce",
                pending.nonce,
                "code_challenge",
                challenge(pending.verifier),
                "code_challenge_method",
                "S256")),
        pending);
  }

  private OpenIdProvider provider(String issuer) throws SignOnFailed {
    Remembered known = providers.get(issuer);
    if (known != null && known.at.plus(REMEMBERED).isAfter(clock.instant())) {
      return known.provider;
    }
    OpenIdProvider fresh = OpenIdProvider.discover(issuer);
    providers.put(issuer, new Remembered(fresh, clock.instant()));
    return fresh;
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
  }

  /**
   * What somebody brings back from the provider.
   *
   * @param issuer who the answer says that it is from (RFC 9207), or null
   */
  public record Arrival(String state, String code, @Nullable String issuer) {
    @Override
    public String toString() {
      return "an arrival from " + issuer;
    }
  }

  /**
   * The account of whoever comes back from the provider.
   *
   * @return empty when the provider knows them and we do not
   * @throws SignOnFailed when what they bring proves nothing
   */
  public Optional<UUID> arrive(Pending pending, Arrival arrival) throws SignOnFailed {
    if (!MessageDigest.isEqual(
        pending.state.getBytes(StandardCharsets.UTF_8),
        arrival.state.getBytes(StandardCharsets.UTF_8))) {
      throw new SignOnFailed("the answer is to another question");
    }
    Arrangement arrangement =
        of(pending.tenant)
            .filter(one -> one.issuer.equals(pending.issuer))
            .orElseThrow(() -> new SignOnFailed("the provider was changed meanwhile"));
    OpenIdProvider provider = provider(pending.issuer);
    boolean named = arrival.issuer != null && !arrival.issuer.isEmpty();
    if (named ? !pending.issuer.equals(arrival.issuer) : provider.namesItself()) {
      throw new SignOnFailed("the answer is from another provider: " + arrival.issuer);
    }
    JWTClaimsSet token =
        provider.exchange(
            new OpenIdProvider.Client(arrangement.clientId, secret(pending.tenant)),
            Map.of(
                "code", arrival.code,
                "redirect_uri", address.of(RETURN),
                "code_verifier", pending.verifier),
            pending.nonce);
    Person person = Person.of(token);
    return transactions.write(pending.tenant, SELF, sql -> account(sql, arrangement, person));
  }

  /**
   * Whom a token means.
   *
   * @param email the address that the provider has verified, or empty
   */
  private record Person(String subject, Optional<String> email, String name) {
    static Person of(JWTClaimsSet token) throws SignOnFailed {
      try {
        String email = token.getStringClaim("email");
        boolean verified = Boolean.TRUE.equals(token.getClaim("email_verified"));
        String name = token.getStringClaim("name");
        return new Person(
            token.getSubject(),
            email == null || !verified || !email.contains("@")
                ? Optional.empty()
                : Optional.of(Accounts.normal(email)),
            name == null || name.isBlank() ? token.getSubject() : name);
      } catch (ParseException e) {
        throw new SignOnFailed("the token has claims of the wrong kind", e);
      }
    }
  }

  private static Optional<UUID> account(DSLContext sql, Arrangement arrangement, Person person) {
    Optional<UUID> known =
        sql.selectFrom(EXTERNAL_IDENTITY)
            .where(EXTERNAL_IDENTITY.ISSUER.eq(arrangement.issuer))
            .and(EXTERNAL_IDENTITY.SUBJECT.eq(person.subject))
            .fetchOptional(EXTERNAL_IDENTITY.ACCOUNT);
    if (known.isPresent()) {
      return known.filter(
          account ->
              sql.fetchExists(
                  ACCOUNT,
                  ACCOUNT
                      .ID
                      .eq(account)
                      .and(ACCOUNT.ACTIVE.isTrue())
                      .and(ACCOUNT.GUEST.isFalse())));
    }
    Optional<String> email = person.email.filter(arrangement::takes);
    if (email.isEmpty()) {
      LOG.info("somebody comes from {} without an address that counts", arrangement.issuer);
      return Optional.empty();
    }
    Optional<UUID> account = byEmail(sql, arrangement, person, email.get());
    account.ifPresent(id -> remember(sql, arrangement.issuer, person.subject, id));
    return account;
  }

  /** An account that others came to by the same provider is not for a second person. */
  private static Optional<UUID> byEmail(
      DSLContext sql, Arrangement arrangement, Person person, String email) {
    var row = sql.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(email)).forUpdate().fetchOptional();
    if (row.isEmpty()) {
      return Optional.ofNullable(arrangement.admits)
          .map(
              role ->
                  Accounts.createWithoutPassword(
                      sql, email, person.name, List.of(new Grant(role, Set.of())), false));
    }
    boolean taken =
        sql.fetchExists(
            EXTERNAL_IDENTITY,
            EXTERNAL_IDENTITY
                .ACCOUNT
                .eq(row.get().getId())
                .and(EXTERNAL_IDENTITY.ISSUER.eq(arrangement.issuer)));
    return row.filter(one -> one.getActive() && !one.getGuest() && !taken).map(one -> one.getId());
  }

  private static void remember(DSLContext sql, String issuer, String subject, UUID account) {
    sql.insertInto(EXTERNAL_IDENTITY)
        .set(EXTERNAL_IDENTITY.ID, Ids.next())
        .set(EXTERNAL_IDENTITY.ISSUER, issuer)
        .set(EXTERNAL_IDENTITY.SUBJECT, subject)
        .set(EXTERNAL_IDENTITY.ACCOUNT, account)
        .execute();
  }
}
