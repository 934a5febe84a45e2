package org.concordat.server.identity.factors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.concordat.server.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what browsers answer to challenges (W3C Web Authentication, level 3, sections 7.1 and
 * 7.2). The device must have verified its user, by a finger, a face or a number.
 *
 * <p>What strangers send may be anything, and the library meets some of it with exceptions that are
 * not its own, such as for a field that is missing. So every exception means that nothing is
 * proved.
 */
final class WebAuthn {
  private static final Logger LOG = LoggerFactory.getLogger(WebAuthn.class);

  /** In the order that we like them: Ed25519, ECDSA with P-256, RSA. */
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.RS256);

  /** The library, loaded when somebody first needs it. */
  private static final class Library {
    static final ObjectConverter CONVERTER = new ObjectConverter();
    static final WebAuthnManager MANAGER =
        WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    static final AttestedCredentialDataConverter CREDENTIALS =
        new AttestedCredentialDataConverter(CONVERTER);
  }

  private static final int MAKE_BYTES = 16;

  private final PublicAddress address;

  WebAuthn(PublicAddress address) {
    this.address = address;
  }

  /**
   * A credential as a device has made it.
   *
   * @param id its id, in base64url as all bytes here
   * @param credential the key and the make of the device, in the form of WebAuthn's authenticator
   *     data
   * @param backupEligible whether it may be copied to other devices of its owner
   */
  record Made(
      String id,
      String credential,
      List<String> transports,
      boolean backupEligible,
      long signCount) {}

  /** The credential that an answer to a wish for one has, or empty when the answer is not right. */
  Optional<Made> registration(String response, Challenge challenge) {
    try {
      RegistrationData data =
          Library.MANAGER.verifyRegistrationResponseJSON(
              response,
              new RegistrationParameters(
                  server(challenge),
                  ALGORITHMS.stream()
                      .map(
                          algorithm ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                      .toList(),
                  true,
                  true));
      var object = data.getAttestationObject();
      AttestedCredentialData credential =
          object == null ? null : object.getAuthenticatorData().getAttestedCredentialData();
      if (object == null || credential == null) {
        return Optional.empty();
      }
      List<String> transports = new ArrayList<>();
      if (data.getTransports() != null) {
        data.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .forEach(transports::add);
      }
      return Optional.of(
          new Made(
              text(credential.getCredentialId()),
              text(Library.CREDENTIALS.convert(credential)),
              transports,
              object.getAuthenticatorData().isFlagBE(),
              object.getAuthenticatorData().getSignCount()));
    } catch (RuntimeException e) {
      LOG.info("a passkey was not registered: {}", e.toString());
      return Optional.empty();
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private ServerProperty server(Challenge challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(address.origin().toString()))
        .rpId(address.host())
        .challenge(new DefaultChallenge(challenge.bytes()))
        .build();
  }

  /**
   * An answer to a challenge, of which nothing is proved yet.
   *
   * @param userHandle whom the device means, or empty when it does not say
   */
  record Answer(String credentialId, Optional<byte[]> userHandle, AuthenticationData data) {}

  /** The answer in a text of a browser, or empty when it is none. */
  static Optional<Answer> answer(String response) {
    try {
      AuthenticationData data = Library.MANAGER.parseAuthenticationResponseJSON(response);
      return credentialId(data)
          .map(id -> new Answer(text(id), Optional.ofNullable(data.getUserHandle()), data));
    } catch (RuntimeException e) {
      LOG.info("what a browser sent is no answer of a passkey: {}", e.toString());
      return Optional.empty();
    }
  }

  @SuppressWarnings("NullAway") // the library annotates an array's elements and means the array
  private static Optional<byte[]> credentialId(AuthenticationData data) {
    return Optional.ofNullable(data.getCredentialId());
  }

  /** The signature in an answer that was verified; empty when a part of it is missing. */
  @SuppressWarnings("NullAway") // the library annotates an array's elements and means the array
  static Optional<PasskeySignature> signature(Answer answer, Made kept) {
    AuthenticationData data = answer.data();
    String device = textOrEmpty(data.getAuthenticatorDataBytes());
    String browser = textOrEmpty(data.getCollectedClientDataBytes());
    String signature = textOrEmpty(data.getSignature());
    return device.isEmpty() || browser.isEmpty() || signature.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PasskeySignature(
                answer.credentialId(), publicKey(kept), device, browser, signature));
  }

  /**
   * What stands behind the make of the device (16 bytes) and the credential's id with its length.
   */
  private static String publicKey(Made kept) {
    byte[] credential = bytes(kept.credential());
    int id = ByteBuffer.wrap(credential).getShort(MAKE_BYTES) & 0xFFFF;
    return text(Arrays.copyOfRange(credential, MAKE_BYTES + 2 + id, credential.length));
  }

  private static String textOrEmpty(byte @Nullable [] bytes) {
    return bytes == null ? "" : text(bytes);
  }

  /**
   * Whether an answer was made with a credential for this challenge and this server.
   *
   * @param kept the credential
   * @param signCount how often it had signed when we last saw it
   * @return how often it has signed now; empty when the answer proves nothing
   */
  Optional<Long> verified(Answer answer, Challenge challenge, Made kept, long signCount) {
    AttestedCredentialData credential = Library.CREDENTIALS.convert(bytes(kept.credential()));
    CredentialRecordImpl record =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            null,
            kept.backupEligible(),
            null,
            signCount,
            credential,
            null,
            null,
            null,
            null);
    try {
      AuthenticationData data =
          Library.MANAGER.verify(
              answer.data(),
              new AuthenticationParameters(
                  server(challenge), record, List.of(bytes(kept.id())), true, true));
      var device = data.getAuthenticatorData();
      return device == null ? Optional.empty() : Optional.of(device.getSignCount());
    } catch (MaliciousCounterValueException e) {
      LOG.warn("a passkey's counter went back, so there may be a copy of it", e);
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.info("an answer of a passkey proves nothing: {}", e.toString());
      return Optional.empty();
    }
  }
}
