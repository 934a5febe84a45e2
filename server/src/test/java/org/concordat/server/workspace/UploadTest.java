package org.concordat.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.workspace.Uploads.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {
  private static Upload named(String name) {
    return new Upload(name, ByteBuffer.wrap(new byte[] {1, 2}));
  }

  @ParameterizedTest
  @CsvSource({
    "assets.csv,assets.csv",
    "../../etc/passwd,passwd",
    "C:\\lists\\assets.xlsx,assets.xlsx",
    "..,upload",
    "/,upload",
    ".hidden.yaml,hidden.yaml",
    "a|b?.csv,a_b_.csv"
  })
  void a_name_is_the_plain_last_part_of_what_was_sent(String sent, String kept) {
    assertThat(named(sent).name()).isEqualTo(kept);
  }

  @Test
  void a_long_name_keeps_the_end_that_tells_its_kind() {
    assertThat(named("x".repeat(300) + ".csv").name()).hasSize(120).endsWith(".csv");
  }

  @Test
  void a_file_is_gone_when_it_is_read() throws IOException, InvalidInput {
    Path[] seen = new Path[1];
    byte[] read =
        named("a.csv")
            .asFile(
                file -> {
                  seen[0] = file;
                  return Files.readAllBytes(file);
                });

    assertThat(read).containsExactly(1, 2);
    assertThat(seen[0]).doesNotExist();
    assertThat(seen[0].getParent()).doesNotExist();
  }
}
