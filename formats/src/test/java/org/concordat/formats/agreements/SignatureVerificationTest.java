package org.concordat.formats.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.formats.agreements.Signers.claim;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Random;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Side;
import org.junit.jupiter.api.Test;

class SignatureVerificationTest {
  private final Agreement document;

  SignatureVerificationTest() throws Exception {
    document = AgreementFiles.read(Path.of("../examples/bank-a/mortgages-1.yaml")).agreement();
  }

  private SignedAgreement signed(Proof... proofs) {
    return new SignedAgreement(document, List.of(proofs));
  }

  private static SignatureVerification verify(SignedAgreement file) {
    return SignatureVerification.of(file, null);
  }

  private Proof supply() throws Exception {
    return Signers.plain(document, claim("it-signing", Side.SUPPLY), Signers.edwards());
  }

  @Test
  void passkeys_and_plain_keys_of_every_kind_verify_after_the_file_is_written_and_read()
      throws Exception {
    for (KeyPair pair : List.of(Signers.elliptic(), Signers.edwards(), Signers.rsa())) {
      SignedAgreement file =
          signed(Signers.passkey(document, claim("D. Brandt", Side.DEMAND), pair), supply());
      SignedAgreement again =
          SignedAgreement.read("x", new String(file.toFile(), StandardCharsets.UTF_8));

      SignatureVerification verification = verify(again);

      assertThat(verification.signatures()).allMatch(SignatureVerification.Checked::holds);
      assertThat(verification.isSound()).isTrue();
      assertThat(verification.digest()).isEqualTo(AgreementJson.digestText(document));
      assertThat(verification.signatures().getFirst().origin()).isEqualTo(Signers.ORIGIN);
    }
    Proof elliptic = Signers.plain(document, claim("robot", Side.DEMAND), Signers.elliptic());
    assertThat(verify(signed(elliptic, supply())).isSound()).isTrue();
  }

  @Test
  void a_document_that_was_changed_is_not_what_was_signed() throws Exception {
    Proof demand = Signers.passkey(document, claim("D. Brandt", Side.DEMAND), Signers.elliptic());
    SignedAgreement changed = new SignedAgreement(document.asVersion(2), List.of(demand, supply()));

    SignatureVerification verification = verify(changed);

    assertThat(verification.isSound()).isFalse();
    assertThat(verification.missing()).containsExactly(Side.DEMAND, Side.SUPPLY);
    assertThat(verification.signatures().get(0).problems())
        .containsExactly("the passkey signed another document than this one");
    assertThat(verification.signatures().get(1).problems())
        .containsExactly("it is no signature of this document with this key");
  }

  @Test
  void both_sides_have_to_sign_each_with_its_own_key() throws Exception {
    assertThat(verify(signed(supply())).missing()).containsExactly(Side.DEMAND);
    KeyPair pair = Signers.elliptic();
    SignatureVerification one =
        verify(
            signed(
                Signers.passkey(document, claim("A", Side.DEMAND), pair),
                Signers.passkey(document, claim("B", Side.SUPPLY), pair)));

    assertThat(one.isSound()).isFalse();
    assertThat(one.signatures())
        .allMatch(c -> c.problems().contains("the same key signed for both sides"));
  }

  @Test
  void a_passkey_of_another_site_or_without_its_user_does_not_count() throws Exception {
    KeyPair pair = Signers.elliptic();
    Proof.Claim claim = claim("D. Brandt", Side.DEMAND);
    assertThat(
            verify(signed(Signers.passkey(document, claim, pair, "evil.example", 0x05)))
                .signatures()
                .getFirst()
                .problems())
        .containsExactly("the passkey is of another site than " + Signers.ORIGIN);
    assertThat(
            verify(signed(Signers.passkey(document, claim, pair, "bank-a.example", 0x01)))
                .signatures()
                .getFirst()
                .problems())
        .containsExactly("the passkey did not ask who was there");
  }

  @Test
  void trusted_keys_say_whose_key_it_is() throws Exception {
    Proof demand = Signers.passkey(document, claim("D. Brandt", Side.DEMAND), Signers.elliptic());
    SignedAgreement file = signed(demand, supply());
    String print = verify(file).signatures().getFirst().fingerprint();
    TrustedKeys.Entry right =
        new TrustedKeys.Entry("D. Brandt", Side.DEMAND, String.valueOf(print));
    TrustedKeys.Entry other = new TrustedKeys.Entry("P. Okoye", Side.DEMAND, String.valueOf(print));

    assertThat(SignatureVerification.of(file, new TrustedKeys(List.of(right))).signatures())
        .extracting(SignatureVerification.Checked::problems)
        .containsExactly(List.of(), List.of("its key is not among the trusted ones"));
    assertThat(
            SignatureVerification.of(file, new TrustedKeys(List.of(other)))
                .signatures()
                .getFirst()
                .problems())
        .singleElement()
        .asString()
        .contains("that of P. Okoye");
  }

  @Test
  void a_key_beside_the_curve_is_refused() throws Exception {
    byte[] key = Signers.cose(Signers.elliptic());
    key[key.length - 1] ^= 1;
    Proof.Passkey good =
        Signers.passkey(document, claim("D. Brandt", Side.DEMAND), Signers.elliptic());
    Proof bad =
        new Proof.Passkey(
            good.claim(), key, good.authenticatorData(), good.clientDataJson(), good.signature());

    assertThat(verify(signed(bad)).signatures().getFirst().problems())
        .containsExactly("the key cannot be used: the key is no point of the curve P-256");
  }

  /** Any bit that is turned over anywhere in a proof makes it not hold, and nothing else. */
  @Test
  void no_bit_of_a_proof_can_be_changed() throws Exception {
    Proof.Passkey good =
        Signers.passkey(document, claim("D. Brandt", Side.DEMAND), Signers.edwards());
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      byte[][] parts = {
        good.publicKey().clone(),
        good.authenticatorData().clone(),
        good.clientDataJson().clone(),
        good.signature().clone()
      };
      byte[] part = parts[i % 4];
      int at = random.nextInt(part.length);
      part[at] ^= (byte) (1 << random.nextInt(8));
      Proof changed = new Proof.Passkey(good.claim(), parts[0], parts[1], parts[2], parts[3]);

      assertThat(verify(signed(changed)).signatures().getFirst().holds())
          .as("part %d, byte %d", i % 4, at)
          .isFalse();
    }
  }

  /** Writes the signed sample of the command's tests when asked for: {@code -Dsample=FOLDER}. */
  @Test
  void a_signed_sample_can_be_made() throws Exception {
    KeyPair unit = Signers.elliptic();
    KeyPair service = Signers.edwards();
    SignedAgreement file =
        signed(
            Signers.passkey(document, claim("D. Brandt", Side.DEMAND), unit),
            Signers.plain(document, claim("it-signing", Side.SUPPLY), service));
    SignatureVerification verification = verify(file);

    assertThat(verification.isSound()).isTrue();
    String folder = System.getProperty("sample");
    if (folder != null) {
      StringBuilder trusted = new StringBuilder("trusted:\n");
      for (SignatureVerification.Checked c : verification.signatures()) {
        trusted.append(
            "  - {signer: %s, side: %s, fingerprint: %s}\n"
                .formatted(
                    c.claim().signer(),
                    c.claim().side().name().toLowerCase(java.util.Locale.ROOT),
                    c.fingerprint()));
      }
      java.nio.file.Files.write(Path.of(folder, "mortgages-signed.json"), file.toFile());
      java.nio.file.Files.writeString(Path.of(folder, "trusted.yaml"), trusted);
    }
  }
}
