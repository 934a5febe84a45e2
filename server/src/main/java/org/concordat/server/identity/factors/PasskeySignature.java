package org.concordat.server.identity.factors;

/**
 * A signature by a passkey, with everything that is needed to check it elsewhere (W3C Web
 * Authentication, section 7.2). Bytes stand in base64url.
 *
 * @param credentialId names the passkey
 * @param publicKey in the form of X.509 (SubjectPublicKeyInfo)
 * @param algorithm the number that COSE (RFC 9053) gives to the way of signing
 * @param authenticatorData what the device says of itself
 * @param clientData what the browser says, with the challenge
 * @param signature of the device's data and the digest of the browser's
 */
public record PasskeySignature(
    String credentialId,
    String publicKey,
    long algorithm,
    String authenticatorData,
    String clientData,
    String signature) {}
