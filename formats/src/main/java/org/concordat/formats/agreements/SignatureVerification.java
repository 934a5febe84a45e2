package org.concordat.formats.agreements;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Side;
import org.concordat.core.digests.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the signatures of a file prove, checked offline. Without trusted keys: that the holders of
 * these keys signed this very document. With them: that the holders are who the list says. Never
 * when: the times are the file's own statements.
 *
 * @param digest the SHA-256 of the canonical document in hexadecimal
 * @param signatures in the order of the file
 * @param missing the sides without a signature that holds
 * @param isTrusted whether keys were compared with a trusted list
 */
public record SignatureVerification(
    String digest, List<Checked> signatures, List<Side> missing, boolean isTrusted) {
  public SignatureVerification {
    signatures = List.copyOf(signatures);
    missing = List.copyOf(missing);
  }

  /**
   * One signature.
   *
   * @param algorithm null when the key cannot be read
   * @param fingerprint the SHA-256 of the key's SubjectPublicKeyInfo; null when it cannot be read
   * @param origin of a passkey, the site where it signed
   * @param problems what does not hold; empty when all of it does
   */
  public record Checked(
      Proof.Claim claim,
      boolean isPasskey,
      @Nullable String algorithm,
      @Nullable String fingerprint,
      @Nullable String origin,
      List<String> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }

    public boolean holds() {
      return problems.isEmpty();
    }
  }

  /** Whether both sides signed, and every signature in the file holds. */
  public boolean isSound() {
    return missing.isEmpty() && signatures.stream().allMatch(Checked::holds);
  }

  /**
   * Verifies a file.
   *
   * @param trusted whose key is whose, or null when nobody says
   */
  public static SignatureVerification of(SignedAgreement file, @Nullable TrustedKeys trusted) {
    byte[] canonical = AgreementJson.canonical(file.document());
    byte[] digest = Sha256.of(canonical);
    List<Checked> checked = new ArrayList<>();
    for (Proof proof : file.proofs()) {
      checked.add(
          switch (proof) {
            case Proof.Passkey passkey -> check(passkey, digest, trusted);
            case Proof.Plain plain -> check(plain, canonical, trusted);
          });
    }
    String sameKey = keyOfBothSides(checked);
    if (sameKey != null) {
      checked.replaceAll(
          c -> sameKey.equals(c.fingerprint()) ? with(c, "the same key signed for both sides") : c);
    }
    List<Side> missing =
        Arrays.stream(Side.values())
            .filter(s -> checked.stream().noneMatch(c -> c.holds() && c.claim().side() == s))
            .toList();
    return new SignatureVerification(
        HexFormat.of().formatHex(digest), checked, missing, trusted != null);
  }

  private static @Nullable String keyOfBothSides(List<Checked> checked) {
    for (Checked one : checked) {
      for (Checked other : checked) {
        if (one.fingerprint() != null
            && one.fingerprint().equals(other.fingerprint())
            && one.claim().side() != other.claim().side()) {
          return one.fingerprint();
        }
      }
    }
    return null;
  }

  private static Checked with(Checked checked, String problem) {
    List<String> problems = new ArrayList<>(checked.problems());
    problems.add(problem);
    return new Checked(
        checked.claim(),
        checked.isPasskey(),
        checked.algorithm(),
        checked.fingerprint(),
        checked.origin(),
        problems);
  }

  private static Checked check(Proof.Passkey proof, byte[] digest, @Nullable TrustedKeys trusted) {
    CoseKey key;
    try {
      key = CoseKey.parse(proof.publicKey());
    } catch (GeneralSecurityException e) {
      return unreadable(proof, true, e);
    }
    PasskeyAssertion.Checked assertion = PasskeyAssertion.check(proof, key, digest);
    List<String> problems = new ArrayList<>(assertion.problems());
    String fingerprint = fingerprint(key.key());
    trust(proof.claim(), fingerprint, trusted, problems);
    return new Checked(proof.claim(), true, key.name(), fingerprint, assertion.origin(), problems);
  }

  private static Checked check(Proof.Plain proof, byte[] canonical, @Nullable TrustedKeys trusted) {
    PublicKey key;
    String algorithm;
    List<String> problems = new ArrayList<>();
    try {
      key = plainKey(proof.publicKey());
      boolean isElliptic = key instanceof ECPublicKey;
      algorithm = isElliptic ? "ES256" : "Ed25519";
      Signature signature = Signature.getInstance(isElliptic ? "SHA256withECDSA" : "Ed25519");
      signature.initVerify(key);
      signature.update(canonical);
      if (!verifies(signature, proof.signature())) {
        problems.add("it is no signature of this document with this key");
      }
    } catch (GeneralSecurityException e) {
      return unreadable(proof, false, e);
    }
    String fingerprint = fingerprint(key);
    trust(proof.claim(), fingerprint, trusted, problems);
    return new Checked(proof.claim(), false, algorithm, fingerprint, null, problems);
  }

  /** A signature that is not even in the right form verifies no more than a wrong one. */
  private static boolean verifies(Signature signature, byte[] bytes) {
    try {
      return signature.verify(bytes);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static PublicKey plainKey(byte[] info) throws GeneralSecurityException {
    X509EncodedKeySpec spec = new X509EncodedKeySpec(info);
    Optional<PublicKey> edwards = key("Ed25519", spec);
    if (edwards.isPresent()) {
      return edwards.get();
    }
    PublicKey key =
        key("EC", spec)
            .orElseThrow(
                () -> new GeneralSecurityException("the key is neither Ed25519 nor on P-256"));
    if (!((ECPublicKey) key).getParams().getCurve().equals(CoseKey.p256().getCurve())) {
      throw new GeneralSecurityException("the key is on another curve than P-256");
    }
    return key;
  }

  private static Optional<PublicKey> key(String algorithm, X509EncodedKeySpec spec) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static Checked unreadable(Proof proof, boolean isPasskey, GeneralSecurityException e) {
    return new Checked(
        proof.claim(),
        isPasskey,
        null,
        null,
        null,
        List.of("the key cannot be used: " + e.getMessage()));
  }

  private static String fingerprint(PublicKey key) {
    return Sha256.hex(key.getEncoded());
  }

  private static void trust(
      Proof.Claim claim, String fingerprint, @Nullable TrustedKeys trusted, List<String> problems) {
    if (trusted == null) {
      return;
    }
    TrustedKeys.Entry entry = trusted.of(fingerprint).orElse(null);
    if (entry == null) {
      problems.add("its key is not among the trusted ones");
    } else if (!entry.signer().equals(claim.signer()) || entry.side() != claim.side()) {
      problems.add(
          "its key is that of %s for the %s side, not of %s for the %s side"
              .formatted(
                  entry.signer(),
                  org.concordat.formats.yaml.Words.of(entry.side()),
                  claim.signer(),
                  org.concordat.formats.yaml.Words.of(claim.side())));
    }
  }
}
