package org.concordat.server.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TarArchiveTest {
  @TempDir Path folder;

  private static byte[] entry(String name, char type, String link, String content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000755");
    put(header, 124, String.format("%011o", content.length()));
    header[156] = (byte) type;
    put(header, 157, link);
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    byte[] whole = Arrays.copyOf(header, 512 + (content.length() + 511) / 512 * 512);
    put(whole, 512, content);
    return whole;
  }

  private static void put(byte[] target, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, target, at, bytes.length);
  }

  private void unpack(byte[]... parts) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      archive.write(part);
    }
    archive.write(new byte[1024]);
    TarArchive.unpack(new ByteArrayInputStream(archive.toByteArray()), folder.resolve("in"));
  }

  @Test
  void files_folders_and_links_are_unpacked() throws IOException {
    Files.createDirectories(folder.resolve("in"));

    unpack(
        entry("bin/", '5', "", ""),
        entry("bin/tool", '0', "", "echo"),
        entry("bin/alias", '2', "tool", ""));

    assertThat(folder.resolve("in/bin/alias")).isSymbolicLink().hasContent("echo");
    assertThat(folder.resolve("in/bin/tool")).isExecutable();
  }

  @Test
  void an_entry_does_not_get_out_of_its_folder() {
    assertThatThrownBy(() -> unpack(entry("../outside", '0', "", "x")))
        .hasMessageContaining("../outside points out of the archive");
    assertThatThrownBy(() -> unpack(entry("/tmp/outside", '0', "", "x")))
        .hasMessageContaining("points out of the archive");
    assertThatThrownBy(() -> unpack(entry("link", '2', "../../etc", "")))
        .hasMessageContaining("points out of the archive");
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void what_we_do_not_know_is_refused() {
    assertThatThrownBy(() -> unpack(entry("device", '3', "", "")))
        .hasMessageContaining("device has the unknown type 3");
  }

  @Test
  void a_damaged_or_cut_archive_is_refused() {
    byte[] damaged = entry("file", '0', "", "x");
    damaged[0] = 'F';
    assertThatThrownBy(() -> unpack(damaged)).hasMessageContaining("check sum");

    byte[] cut = Arrays.copyOf(entry("file", '0', "", "x".repeat(2000)), 900);
    assertThatThrownBy(() -> TarArchive.unpack(new ByteArrayInputStream(cut), folder.resolve("in")))
        .hasMessageContaining("ends within a file");
    assertThatThrownBy(
            () -> TarArchive.unpack(new ByteArrayInputStream(new byte[0]), folder.resolve("in")))
        .hasMessageContaining("ends before its end mark");
  }
}
