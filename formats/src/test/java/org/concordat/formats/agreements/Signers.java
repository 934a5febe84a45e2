package org.concordat.formats.agreements;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Side;
import org.concordat.core.digests.Sha256;

/** Passkeys and service accounts that sign as real ones do. */
final class Signers {
  static final String ORIGIN = "https://concordat.bank-a.example";

  private Signers() {}

  static Proof.Claim claim(String signer, Side side) {
    return new Proof.Claim(signer, "head of unit", side, Instant.parse("2026-01-20T10:00:00Z"));
  }

  static KeyPair elliptic() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static KeyPair edwards() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  static Proof.Plain plain(Agreement document, Proof.Claim claim, KeyPair pair) throws Exception {
    byte[] signature = sign(pair, AgreementJson.canonical(document));
    return new Proof.Plain(claim, pair.getPublic().getEncoded(), signature);
  }

  static Proof.Passkey passkey(Agreement document, Proof.Claim claim, KeyPair pair)
      throws Exception {
    return passkey(document, claim, pair, "bank-a.example", 0x05);
  }

  static Proof.Passkey passkey(
      Agreement document, Proof.Claim claim, KeyPair pair, String site, int flags)
      throws Exception {
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(AgreementJson.digest(document));
    byte[] client =
        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
            .formatted(challenge, ORIGIN)
            .getBytes(StandardCharsets.UTF_8);
    byte[] authenticator =
        ByteBuffer.allocate(37).put(Sha256.of(site)).put((byte) flags).putInt(7).array();
    byte[] signed = ByteBuffer.allocate(37 + 32).put(authenticator).put(Sha256.of(client)).array();
    return new Proof.Passkey(claim, cose(pair), authenticator, client, sign(pair, signed));
  }

  private static byte[] sign(KeyPair pair, byte[] bytes) throws Exception {
    String algorithm =
        switch (pair.getPublic()) {
          case ECPublicKey _ -> "SHA256withECDSA";
          case RSAPublicKey _ -> "SHA256withRSA";
          default -> "Ed25519";
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(bytes);
    return signature.sign();
  }

  static byte[] cose(KeyPair pair) {
    return switch (pair.getPublic()) {
      case ECPublicKey key -> {
        byte[] start = HexFormat.of().parseHex("a5010203262001215820");
        yield join(
            start,
            fixed(key.getW().getAffineX()),
            HexFormat.of().parseHex("225820"),
            fixed(key.getW().getAffineY()));
      }
      case RSAPublicKey key ->
          join(
              HexFormat.of().parseHex("a401030339010020590100"),
              unsigned(key.getModulus()),
              HexFormat.of().parseHex("2143010001"));
      default -> {
        byte[] info = pair.getPublic().getEncoded();
        yield join(
            HexFormat.of().parseHex("a4010103272006215820"),
            Arrays.copyOfRange(info, info.length - 32, info.length));
      }
    };
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = unsigned(number);
    return join(new byte[32 - bytes.length], bytes);
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
