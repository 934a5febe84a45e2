package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailEntryTest {
  private static TrailEntry with(String actor, @Nullable String after) {
    return new TrailEntry(
        Trails.ACME,
        7,
        Instant.parse("2026-03-02T09:30:00.5Z"),
        actor,
        null,
        null,
        null,
        "asset",
        "claims-db",
        Operation.INSERT,
        null,
        after);
  }

  private static String text(TrailEntry entry) {
    return new String(entry.canonical(), StandardCharsets.UTF_8);
  }

  @Test
  void an_entry_is_one_object_with_all_members_in_order() {
    assertThat(text(with("j.doe", "{\"id\": 7}")))
        .isEqualTo(
            """
            {"actor":"j.doe","after":"{\\"id\\": 7}","at":"2026-03-02T09:30:00.500000Z","before":null,\
            "change":null,"kind":"entry","number":7,"operation":"INSERT","reason":null,"request":null,\
            "row":"claims-db","table":"asset","tenant":"0198c5a0-7c1e-7000-8000-000000000001"}\
            """);
  }

  /** The string of RFC 8785, section 3.2.2, and what that section makes of it. */
  @Test
  void texts_are_escaped_as_in_the_example_of_the_rfc() {
    String text = "€$\u000f\nA'B\"\\\\\"/";

    assertThat(text(with(text, null))).contains("\"actor\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",");
  }

  @Test
  void every_control_character_has_one_escape_and_all_else_stands_as_it_is() {
    assertThat(text(with("\0\b\t\n\u000b\f\r\u001f\u007f\u0080\u2028😀", null)))
        .contains("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\u0080\u2028😀\"");
  }

  @Test
  void half_a_character_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("\ud83d", null).canonical())
        .withMessageContaining("surrogate");
  }

  /** As JSON numbers these pairs would be one double, or one value; a seal must tell them apart. */
  @ParameterizedTest
  @CsvSource({"9007199254740993,9007199254740992", "0.10,0.1", "1e400,1e401", "-0.0,0.0"})
  void numbers_that_are_no_doubles_are_told_apart(String one, String other) {
    assertThat(with("j.doe", "{\"value\": %s}".formatted(one)).leaf())
        .isNotEqualTo(with("j.doe", "{\"value\": %s}".formatted(other)).leaf());
  }

  @Test
  void nothing_and_the_text_null_are_told_apart() {
    assertThat(with("j.doe", null).leaf()).isNotEqualTo(with("j.doe", "null").leaf());
  }

  @Test
  void a_leaf_is_the_hash_of_a_zero_byte_and_the_line() {
    TrailEntry entry = with("j.doe", null);
    byte[] line = entry.canonical();
    byte[] prefixed = new byte[line.length + 1];
    System.arraycopy(line, 0, prefixed, 1, line.length);

    assertThat(entry.leaf()).isEqualTo(TreeHash.plain(prefixed));
  }

  @Test
  void numbers_and_times_that_have_no_exact_text_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Trails.entry(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Trails.entry(1L << 53));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.check(Instant.parse("2026-03-02T09:30:00.000000001Z")))
        .withMessageContaining("microseconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.check(Instant.parse("+10000-01-01T00:00:00Z")));
  }
}
