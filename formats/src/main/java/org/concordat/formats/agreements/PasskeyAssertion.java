package org.concordat.formats.agreements;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Checks a passkey's assertion as far as a file allows (Web Authentication Level 2, section 7.2,
 * steps 11 to 20): not the counter, nor which origin was expected.
 */
final class PasskeyAssertion {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int SHORTEST_DATA = 37;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(10).maxStringLength(10_000).build())
          .build();

  private final Proof.Passkey proof;
  private final List<String> problems = new ArrayList<>();
  private @Nullable String origin;

  private PasskeyAssertion(Proof.Passkey proof) {
    this.proof = proof;
  }

  /**
   * What came of it.
   *
   * @param origin the site where it was signed, or null when the file does not say
   * @param problems what does not hold; empty when all of it does
   */
  record Checked(@Nullable String origin, List<String> problems) {}

  static Checked check(Proof.Passkey proof, CoseKey key, byte[] digest) {
    PasskeyAssertion assertion = new PasskeyAssertion(proof);
    assertion.checkClientData(digest);
    assertion.checkAuthenticatorData();
    assertion.checkSignature(key);
    return new Checked(assertion.origin, List.copyOf(assertion.problems));
  }

  private void checkClientData(byte[] digest) {
    Map<String, String> client = clientData();
    if (!"webauthn.get".equals(client.get("type"))) {
      problems.add("the passkey did something else than sign");
    }
    String challenge = client.getOrDefault("challenge", "");
    if (!challenge.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))) {
      problems.add("the passkey signed another document than this one");
    }
    if ("true".equals(client.get("crossOrigin"))) {
      problems.add("it was signed inside another site's page");
    }
    origin = client.get("origin");
  }

  private Map<String, String> clientData() {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), proof.clientDataJson())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          JsonToken value = json.nextToken();
          if (value.isScalarValue()) {
            members.put(name, json.getString());
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (JacksonException _) {
      problems.add("what the browser says of the signature is no JSON");
    }
    return members;
  }

  private void checkAuthenticatorData() {
    byte[] data = proof.authenticatorData();
    if (data.length < SHORTEST_DATA) {
      problems.add("what the authenticator says is cut off");
      return;
    }
    int flags = data[32];
    if ((flags & USER_PRESENT) == 0) {
      problems.add("nobody was present when it was signed");
    }
    if ((flags & USER_VERIFIED) == 0) {
      problems.add("the passkey did not ask who was there");
    }
    if (origin != null && !isOfSite(Arrays.copyOf(data, 32), origin)) {
      problems.add("the passkey is of another site than " + origin);
    }
  }

  /** Whether the hash is of the origin's host or of a domain that it is in. */
  private static boolean isOfSite(byte[] hash, String origin) {
    String host;
    try {
      host = URI.create(origin).getHost();
    } catch (IllegalArgumentException _) {
      return false;
    }
    while (host != null) {
      byte[] candidate = Sha256.of(host);
      if (MessageDigest.isEqual(hash, candidate)) {
        return true;
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? null : host.substring(dot + 1);
    }
    return false;
  }

  private void checkSignature(CoseKey key) {
    try {
      Signature signature = Signature.getInstance(key.algorithm());
      signature.initVerify(key.key());
      signature.update(proof.authenticatorData());
      signature.update(Sha256.of(proof.clientDataJson()));
      if (!signature.verify(proof.signature())) {
        problems.add("the signature was not made with this key");
      }
    } catch (GeneralSecurityException e) {
      problems.add("the signature cannot be checked: " + e.getMessage());
    }
  }
}
