package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyTest {
  private static final byte[] NOTHING = {};

  @TempDir private Path folder;

  /** RFC 8032, section 7.1, test 1. */
  @Test
  void a_signature_is_that_of_the_rfc() {
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(Trails.KEY.sign("", NOTHING))))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  }

  @Test
  void a_signature_is_of_one_key_one_domain_and_one_content() {
    SealKey key = SealKey.generate();
    String signature = key.sign("head ", "1".getBytes(StandardCharsets.UTF_8));

    PublicSealKey known = key.publicKey();
    assertThat(known.verifies("head ", "1".getBytes(StandardCharsets.UTF_8), signature)).isTrue();
    assertThat(known.verifies("head ", "2".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(known.verifies("foot ", "1".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(
            SealKey.generate()
                .publicKey()
                .verifies("head ", "1".getBytes(StandardCharsets.UTF_8), signature))
        .isFalse();
  }

  /** RFC 8032, section 5.1.7: S is below the order of the group, or one signature makes others. */
  @Test
  void a_signature_cannot_be_written_in_a_second_way() {
    byte[] signature = Base64.getDecoder().decode(Trails.KEY.sign("", NOTHING));
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    BigInteger s = littleEndian(signature, 32).add(order);
    for (int i = 0; i < 32; i++) {
      signature[32 + i] = s.shiftRight(8 * i).byteValue();
    }

    assertThat(
            Trails.KEY
                .publicKey()
                .verifies("", NOTHING, Base64.getEncoder().encodeToString(signature)))
        .isFalse();
  }

  private static BigInteger littleEndian(byte[] bytes, int from) {
    BigInteger number = BigInteger.ZERO;
    for (int i = bytes.length - 1; i >= from; i--) {
      number = number.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
    }
    return number;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "AAAA", "MCowBQYDK2VwAyEA"})
  void what_is_no_signature_is_not_valid(String signature) {
    assertThat(Trails.KEY.publicKey().verifies("", NOTHING, signature)).isFalse();
  }

  @Test
  void a_key_is_read_as_it_was_written_by_its_owner_alone() throws IOException, InvalidInput {
    Path file = folder.resolve("seal.pem");
    SealKey key = SealKey.generate();
    key.write(file);

    SealKey read = SealKey.read(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(read.publicKey()).isEqualTo(key.publicKey());
    assertThat(read.sign("", NOTHING)).isEqualTo(key.sign("", NOTHING));
  }

  @Test
  void a_key_is_never_overwritten() throws IOException {
    Path file = folder.resolve("seal.pem");
    SealKey.generate().write(file);

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SealKey.generate().write(file));
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws IOException {
    Path file = folder.resolve("seal.pem");
    SealKey.generate().write(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> SealKey.read(file))
        .withMessageContaining("others than the owner")
        .withMessageContaining("chmod 600");
  }

  @Test
  void half_a_key_and_two_halves_of_different_keys_are_refused() throws IOException {
    Path whole = folder.resolve("seal.pem");
    SealKey.generate().write(whole);
    String pem = Files.readString(whole);

    assertRefused(pem.substring(0, pem.length() / 2));
    assertRefused(pem.substring(0, pem.indexOf("-----BEGIN PUBLIC")));
    assertRefused(
        pem.substring(0, pem.indexOf("-----BEGIN PUBLIC")) + Trails.KEY.publicKey().pem());
    assertRefused("");
    assertRefused("x".repeat(20_000));
  }

  private void assertRefused(String pem) throws IOException {
    Path file = Files.createTempFile(folder, "seal", ".pem");
    Files.writeString(file, pem);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> SealKey.read(file))
        .withMessageContaining("no key for sealing");
  }

  @Test
  void a_public_key_is_read_from_base64_and_from_pem() {
    PublicSealKey key = Trails.KEY.publicKey();

    assertThat(PublicSealKey.parse(" " + key.base64() + "\n")).isEqualTo(key);
    assertThat(PublicSealKey.parse(key.pem())).isEqualTo(key);
    assertThat(key.fingerprint()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64",
        "MCowBQYDK2VwAyEA",
        "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUR==",
        "-----BEGIN PUBLIC KEY-----\n?\n-----END PUBLIC KEY-----"
      })
  void what_is_no_public_key_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PublicSealKey.parse(text));
  }

  @Test
  void a_key_shows_nothing_of_its_secret() {
    assertThat(Trails.KEY).hasToString("SealKey " + Trails.KEY.publicKey().fingerprint());
  }
}
