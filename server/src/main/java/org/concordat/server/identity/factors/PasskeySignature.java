package org.concordat.server.identity.factors;

/**
 * A signature by a passkey, with everything that is needed to check it elsewhere (W3C Web
 * Authentication, section 7.2). Bytes stand in base64url.
 *
 * @param credentialId names the passkey
 * @param publicKey as COSE_Key in CBOR (RFC 9052), as the device told it
 * @param authenticatorData what the device says of itself
 * @param clientData what the browser says, with the challenge
 * @param signature of the device's data and the digest of the browser's
 */
public record PasskeySignature(
    String credentialId,
    String publicKey,
    String authenticatorData,
    String clientData,
    String signature) {}
