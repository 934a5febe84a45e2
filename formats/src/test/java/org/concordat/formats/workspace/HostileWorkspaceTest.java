package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt end soon, and with a message. */
@Timeout(60)
class HostileWorkspaceTest {
  private static final String START = "concordat: 1\norganisation: {id: acme}\n";

  private static List<Finding> findings(String yaml) {
    try {
      WorkspaceFiles.parse("w.yaml", yaml);
      return List.of();
    } catch (InvalidInput e) {
      return e.findings();
    }
  }

  @Test
  void deep_nesting_ends_at_the_limit() {
    for (String opening : List.of("[", "{a: ", "- ", "? ")) {
      assertThat(findings("assets:\n " + opening.repeat(1_000_000)))
          .as(opening)
          .last()
          .extracting(Finding::message)
          .asString()
          .contains("more than 20 deep");
    }
  }

  @Test
  void aliases_are_never_followed() {
    StringBuilder bomb = new StringBuilder(START).append("assets:\n  - &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("  - &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append(", *a")
          .append(i - 1)
          .append("]\n");
    }

    assertThat(findings(bomb.toString()))
        .anySatisfy(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "w.yaml:5:10: assets[1][0]: the alias '*a0' stands here; write out what it"
                            + " stands for: Concordat reads no aliases"));
  }

  @Test
  void a_million_mistakes_are_counted_but_not_listed() {
    String yaml = START + "assets:\n" + "  - {ix: a}\n".repeat(300_000);

    List<Finding> findings = findings(yaml);

    assertThat(findings).hasSize(FindingList.LISTED + 1);
    assertThat(findings.getLast().message())
        .isEqualTo("the first 1000 are listed; not listed are 599000 errors and 0 warnings");
  }

  @Test
  void many_dangling_references_among_many_assets_end_soon() {
    StringBuilder yaml = new StringBuilder(START).append("assets:\n");
    for (int i = 0; i < 50_000; i++) {
      yaml.append("  - {id: asset-").append(i).append(", unit: nowhere}\n");
    }
    yaml.append("dependencies:\n");
    for (int i = 0; i < 50_000; i++) {
      yaml.append("  - {from: asset-").append(i).append(", on: aset-").append(i).append("}\n");
    }

    assertThat(findings(yaml.toString())).hasSize(FindingList.LISTED + 1);
  }

  @Test
  void a_text_longer_than_the_limit_is_refused() {
    String yaml = START + "assets: [{id: a, name: " + "x".repeat(2_000_000) + "}]\n";

    assertThat(findings(yaml))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo(
            "w.yaml:3:24: assets[0].name: a text of 2000000 characters stands here; the longest"
                + " that is read has 1048576");
  }

  @Test
  void an_entry_of_too_many_values_is_refused() {
    String yaml = START + "assets: [{id: a, properties: [" + "a,".repeat(1_100_000) + "]}]\n";

    assertThat(findings(yaml))
        .singleElement()
        .extracting(Finding::problem)
        .isEqualTo("this entry holds more than 1000000 values");
  }

  @Test
  void a_file_above_the_limit_is_not_even_read(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("huge.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(200L << 20);
    }

    assertThatThrownBy(() -> WorkspaceFiles.read(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(file + ": the file has 200 MiB; split it in files of up to 64 MiB in a folder");
  }

  @Test
  void random_bytes_and_damaged_files_end_with_findings(@TempDir Path folder) throws Exception {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] bytes =
          WorkspaceFiles.write(new RandomWorkspaces(seed).next()).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 + bytes.length / 50; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(seed % 2 == 0 ? 127 : 256);
      }
      Path file = Files.write(folder.resolve("damaged.yaml"), bytes);

      try {
        WorkspaceFiles.read(file);
      } catch (InvalidInput e) {
        assertThat(e.findings()).as("seed %d", seed).isNotEmpty();
      }
    }
  }
}
