package org.concordat.server.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.concordat.server.testing.AuthenticatorApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

  /** RFC 6238, appendix B, of whose eight digits we take the last six. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  /** RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({
    "f,MY",
    "fo,MZXQ",
    "foo,MZXW6",
    "foob,MZXW6YQ",
    "fooba,MZXW6YTB",
    "foobar,MZXW6YTBOI"
  })
  void secrets_are_written_in_base32(String plain, String text) {
    assertThat(Totp.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void a_clock_may_be_half_a_minute_wrong_and_no_more() {
    long step = Totp.step(NOW);

    assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), NOW)).hasValue(step - 1);
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), NOW)).hasValue(step + 1);
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), NOW)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), NOW)).isEmpty();
  }

  @Test
  void blanks_in_a_code_do_not_matter_and_other_texts_are_none() {
    assertThat(Totp.match(SECRET, " 050 471", NOW)).isPresent();
    for (String text : new String[] {"", "05047", "0504711", "abcdef", "050471x"}) {
      assertThat(Totp.match(SECRET, text, NOW)).as(text).isEmpty();
    }
  }

  @Test
  void an_app_of_other_making_shows_the_same_codes() {
    byte[] secret = Totp.newSecret();
    Instant now = Instant.now();

    String shown = new AuthenticatorApp(Totp.text(secret)).present();

    assertThat(Totp.match(secret, shown, now)).isPresent();
  }
}
