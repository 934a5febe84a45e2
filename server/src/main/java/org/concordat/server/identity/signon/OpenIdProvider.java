package org.concordat.server.identity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of OpenID Connect as it describes itself (OpenID Connect Discovery 1.0), and what we
 * ask of it: an ID token for a code, with a signature that its keys prove (OpenID Connect Core 1.0,
 * section 3.1.3.7).
 *
 * @param namesItself whether it says who it is in its answers (RFC 9207)
 */
record OpenIdProvider(
    String issuer,
    URI authorization,
    URI token,
    boolean secretInForm,
    boolean namesItself,
    JWKSource<SecurityContext> keys) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 256 * 1024;

  /** How far its clock may be from ours, in seconds. */
  private static final int SKEW = 60;

  /** Signatures with a public key alone: a shared secret proves nothing about who signed. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Reads what a provider says of itself.
   *
   * @throws SignOnFailed when it does not answer, is another one, or is not safe to use
   */
  static OpenIdProvider discover(String issuer) throws SignOnFailed {
    URI base = safe(issuer);
    JsonNode metadata =
        json(
            HttpRequest.newBuilder(
                URI.create(
                    base.toString().replaceAll("/$", "") + "/.well-known/openid-configuration")));
    String named = text(metadata, "issuer");
    if (!named.equals(issuer)) {
      throw new SignOnFailed("the provider at " + issuer + " calls itself " + named);
    }
    Set<String> secretBy =
        metadata.path("token_endpoint_auth_methods_supported").values().stream()
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    return new OpenIdProvider(
        issuer,
        safe(text(metadata, "authorization_endpoint")),
        safe(text(metadata, "token_endpoint")),
        !secretBy.isEmpty()
            && !secretBy.contains("client_secret_basic")
            && secretBy.contains("client_secret_post"),
        metadata.path("authorization_response_iss_parameter_supported").asBoolean(false),
        keys(safe(text(metadata, "jwks_uri"))));
  }

  /** An address that nobody on the way can read: https, or this very machine. */
  private static URI safe(String address) throws SignOnFailed {
    try {
      URI uri = URI.create(address);
      String host = Objects.requireNonNullElse(uri.getHost(), "");
      boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
      if (!host.isEmpty()
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new SignOnFailed("'" + address + "' is no address", e);
    }
    throw new SignOnFailed("'" + address + "' is no https address");
  }

  private static JWKSource<SecurityContext> keys(URI address) throws SignOnFailed {
    try {
      return JWKSourceBuilder.create(
              address.toURL(),
              new DefaultResourceRetriever(
                  (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST_ANSWER))
          .build();
    } catch (MalformedURLException e) {
      throw new SignOnFailed("'" + address + "' is no address", e);
    }
  }

  private static JsonNode json(HttpRequest.Builder request) throws SignOnFailed {
    HttpRequest sent = request.timeout(PATIENCE).header("Accept", "application/json").build();
    try {
      HttpResponse<String> answer =
          HTTP.send(sent, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new SignOnFailed(
            sent.uri()
                + " answered "
                + answer.statusCode()
                + " "
                + body.path("error").asString(""));
      }
      return body;
    } catch (IOException | JacksonException e) {
      throw new SignOnFailed(sent.uri() + " gave no answer that can be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignOnFailed("stopped while asking " + sent.uri(), e);
    }
  }

  private static String text(JsonNode node, String field) throws SignOnFailed {
    String text = node.path(field).asString("");
    if (text.isEmpty()) {
      throw new SignOnFailed("the provider's answer lacks " + field);
    }
    return text;
  }

  /** The address with these parameters, where somebody signs in. */
  URI authorization(Map<String, String> parameters) {
    String separator = authorization.getQuery() == null ? "?" : "&";
    return URI.create(authorization + separator + form(parameters));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Who we are to a provider.
   *
   * @param id the client id
   */
  record Client(String id, String secret) {
    @Override
    public String toString() {
      return "client " + id;
    }
  }

  /**
   * Gives a code for an ID token (RFC 6749, section 4.1.3, with RFC 7636) and checks that.
   *
   * @param fields code, redirection address and verifier
   * @param nonce what the token must repeat
   * @throws SignOnFailed when the provider refuses, or the token proves nothing to us
   */
  JWTClaimsSet exchange(Client client, Map<String, String> fields, String nonce)
      throws SignOnFailed {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(token).header("Content-Type", "application/x-www-form-urlencoded");
    Map<String, String> form = new TreeMap<>(fields);
    form.put("grant_type", "authorization_code");
    if (secretInForm) {
      form.put("client_id", client.id());
      form.put("client_secret", client.secret());
    } else {
      String both = encoded(client.id()) + ":" + encoded(client.secret());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    JsonNode answer = json(request.POST(HttpRequest.BodyPublishers.ofString(form(form))));
    return verified(text(answer, "id_token"), client.id(), nonce);
  }

  /**
   * What an ID token says, once it is proved that this provider made it for us and this sign-in.
   *
   * @throws SignOnFailed when it proves nothing to us
   */
  JWTClaimsSet verified(String idToken, String clientId, String nonce) throws SignOnFailed {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            clientId,
            new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
            Set.of("sub", "exp", "iat"));
    claims.setMaxClockSkew(SKEW);
    processor.setJWTClaimsSetVerifier(claims);
    try {
      JWTClaimsSet token = processor.process(idToken, null);
      @Nullable String authorised = token.getStringClaim("azp");
      boolean ours =
          authorised == null ? token.getAudience().size() == 1 : authorised.equals(clientId);
      if (!ours) {
        throw new SignOnFailed("the token was made for another program: " + authorised);
      }
      return token;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new SignOnFailed("the token of " + issuer + " proves nothing", e);
    }
  }

  /** The scopes that are asked for: who somebody is, and the address and name of theirs. */
  static String scopes() {
    return String.join(" ", List.of("openid", "email", "profile"));
  }
}
