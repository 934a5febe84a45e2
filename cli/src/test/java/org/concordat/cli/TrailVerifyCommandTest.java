package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.concordat.server.trail.seal.SealKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailVerifyCommandTest {
  private static final Path TRAIL = Samples.of("trail.ndjson");
  private static final Path KEY = Samples.of("seal.pub");
  private static final String NOTED =
      "2:3e647f138dffa8284b6e3036ab7e50c13ba05adcf173183c7f2339c8fe838d08";

  @TempDir private Path folder;

  private Path changed(String from, String to) throws IOException {
    String whole = Files.readString(TRAIL);
    assertThat(whole).contains(from);
    return Files.writeString(folder.resolve("changed.ndjson"), whole.replace(from, to));
  }

  @Test
  void what_was_sealed_and_stands_unchanged_is_told_with_what_to_note() {
    Result result = new Shell().run("trail", "verify", TRAIL, "--key", KEY);

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            Acmé Insurance: what was sealed stands unchanged.
            3 entries, 2 proved, 1 not sealed.
            Sealed last on 2026-03-02T09:46:42.000001Z with the key 06e3fd8fda29bb60ab59557de61edb0a.
            Note for the next check:
              --head %s
            """
                .formatted(NOTED));
  }

  @Test
  void a_key_may_be_given_as_base64() throws IOException {
    String base64 = Files.readAllLines(KEY).get(1);

    assertThat(new Shell().run("trail", "verify", TRAIL, "--key", base64).status()).isZero();
  }

  @Test
  void without_a_key_the_answer_says_how_little_it_is() {
    Result result = new Shell().run("trail", "verify", TRAIL);

    assertThat(result.status()).isZero();
    assertThat(result.err()).startsWith("warning: ").contains("no key was given");
    assertThat(result.out()).contains("the file agrees with itself; without a key that is all");
  }

  @Test
  void every_change_is_an_error_with_its_line() throws IOException {
    Path file = changed("Claims database", "Nothing of value");

    Result result = new Shell().run("trail", "verify", file, "--key", KEY);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("error: " + file + ":4: entries 1 to 2 are not those that were sealed");
    assertThat(result.out()).startsWith("Acmé Insurance: this is not what was sealed.");
  }

  @Test
  void another_key_is_an_error() {
    String other = SealKey.generate().publicKey().base64();

    Result result = new Shell().run("trail", "verify", TRAIL, "--key", other);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("not with the one that you trust");
  }

  @Test
  void a_noted_head_is_compared() {
    assertThat(new Shell().run("trail", "verify", TRAIL, "--key", KEY, "--head", NOTED).status())
        .isZero();
    assertThat(
            new Shell()
                .run("trail", "verify", TRAIL, "--key", KEY, "--head", NOTED.replace("2:", "1:")))
        .satisfies(r -> assertThat(r.status()).isEqualTo(1))
        .satisfies(r -> assertThat(r.err()).contains(":2: entries 1 to 1 are not those"));
  }

  @Test
  void json_holds_the_figures_and_the_findings() throws IOException {
    Result sound = new Shell().run("trail", "verify", TRAIL, "--key", KEY, "--format", "json");
    Result unsound =
        new Shell()
            .run("trail", "verify", changed("j.doe", "a.nother"), "--key", KEY, "--format", "json");

    assertThat(sound.out())
        .startsWith(
            "{\"sound\":true,\"trusted\":true,\"organisation\":\"Acmé Insurance\","
                + "\"tenant\":\"0198c5a0-7c1e-7000-8000-000000000001\","
                + "\"key\":\"06e3fd8fda29bb60ab59557de61edb0a\",\"entries\":3,\"sealed\":2,"
                + "\"unsealed\":1,\"heads\":1,\"head\":\""
                + NOTED
                + "\",\"at\":\"2026-03-02T09:46:42.000001Z\",\"errors\":0,\"warnings\":0,"
                + "\"findings\":[");
    assertThat(unsound.status()).isEqualTo(1);
    assertThat(unsound.err()).isEmpty();
    assertThat(unsound.out())
        .startsWith("{\"sound\":false,\"trusted\":false,")
        .contains("\"sealed\":0,\"unsealed\":3,", "\"head\":null,\"at\":null,\"errors\":2,");
  }

  @Test
  void what_can_be_neither_key_nor_head_is_wrong_use() {
    assertThat(new Shell().run("trail", "verify", TRAIL, "--key", "nonsense"))
        .satisfies(r -> assertThat(r.status()).isEqualTo(2))
        .satisfies(r -> assertThat(r.err()).contains("neither a file with a public key nor a key"));
    assertThat(new Shell().run("trail", "verify", TRAIL, "--key", TRAIL).status()).isEqualTo(2);
    assertThat(new Shell().run("trail", "verify", TRAIL, "--head", "12"))
        .satisfies(r -> assertThat(r.status()).isEqualTo(2))
        .satisfies(r -> assertThat(r.err()).contains("--head takes SIZE:ROOT"));
    assertThat(new Shell().run("trail", "verify", TRAIL, "--head", "0" + NOTED.substring(1)))
        .satisfies(r -> assertThat(r.status()).isEqualTo(2));
    assertThat(new Shell().run("trail").status()).isEqualTo(2);
    assertThat(new Shell().run("trail", "verify").status()).isEqualTo(2);
  }

  @Test
  void a_file_that_is_missing_or_is_something_else_is_told_in_one_line() {
    assertThat(new Shell().run("trail", "verify", folder.resolve("x"), "--key", KEY))
        .satisfies(r -> assertThat(r.status()).isEqualTo(1))
        .satisfies(r -> assertThat(r.err()).contains("there is no such file"));
    assertThat(new Shell().run("trail", "verify", Samples.of("assets.csv"), "--key", KEY))
        .satisfies(r -> assertThat(r.status()).isEqualTo(1))
        .satisfies(r -> assertThat(r.errors()).hasSize(1))
        .satisfies(r -> assertThat(r.out()).isEmpty());
  }
}
