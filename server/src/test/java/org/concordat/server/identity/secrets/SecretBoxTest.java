package org.concordat.server.identity.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder = Path.of("");

  @Test
  void servers_with_the_same_key_read_each_others_secrets() throws Exception {
    Path key = folder.resolve("data/key.txt");
    byte[] closed = SecretBox.of(key).close(SECRET, "row 1");

    assertThat(SecretBox.of(key).open(closed, "row 1")).contains(SECRET);
    assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
  }

  @Test
  void the_same_secret_never_looks_the_same_twice() throws Exception {
    SecretBox box = SecretBox.of(folder.resolve("key.txt"));

    assertThat(box.close(SECRET, "row 1")).isNotEqualTo(box.close(SECRET, "row 1"));
  }

  @Test
  void a_secret_opens_with_its_key_in_its_place_and_undamaged_alone() throws Exception {
    SecretBox box = SecretBox.of(folder.resolve("key.txt"));
    byte[] closed = box.close(SECRET, "row 1");

    assertThat(SecretBox.of(folder.resolve("other.txt")).open(closed, "row 1")).isEmpty();
    assertThat(box.open(closed, "row 2")).isEmpty();
    for (int i = 0; i < closed.length; i++) {
      byte[] damaged = closed.clone();
      damaged[i] ^= 1;
      assertThat(box.open(damaged, "row 1")).as("byte " + i).isEmpty();
    }
    assertThat(box.open(new byte[0], "row 1")).isEmpty();
  }

  @Test
  void a_key_that_others_may_read_is_refused_as_is_one_that_is_none() throws Exception {
    Path key = folder.resolve("key.txt");
    SecretBox.of(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SecretBox.of(key))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("others than the owner");

    Path damaged = folder.resolve("damaged.txt");
    SecretBox.of(damaged);
    Files.writeString(damaged, "c2hvcnQ=");
    assertThatThrownBy(() -> SecretBox.of(damaged))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no key");
  }
}
