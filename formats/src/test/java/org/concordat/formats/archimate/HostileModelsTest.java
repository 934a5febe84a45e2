package org.concordat.formats.archimate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file, the answer is one clear message, soon and in little memory. */
@Timeout(60)
class HostileModelsTest {
  private static final String START =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><elements>
      """;
  private static final String END = "</elements></model>";

  @TempDir Path folder;

  @Test
  void a_billion_laughs_are_refused() throws IOException {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE model [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    bomb.append("]><model xmlns=\"http://www.archimatetool.com/archimate\">&a29;</model>");

    assertRefused(bomb.toString(), "document type");
  }

  @Test
  void other_files_are_not_fetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");

    assertRefused(
        "<!DOCTYPE model [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><model>&s;</model>",
        "document type");
  }

  @Test
  void deep_nesting_is_refused() throws IOException {
    assertRefused(START + "<documentation>".repeat(200_000), "100 deep");
  }

  @Test
  void an_endless_attribute_is_refused() throws IOException {
    assertRefused(START + "<element identifier=\"" + "x".repeat(10 << 20) + "\"/>" + END, "4 MiB");
  }

  @Test
  void a_very_long_text_is_refused() throws IOException {
    assertRefused(
        START + "<element identifier='a'><name>" + "x".repeat(300_000) + "</name></element>" + END,
        "200000 characters");
  }

  @Test
  void a_zip_bomb_is_refused() throws IOException {
    Path file = folder.resolve("bomb.archimate");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("model.xml"));
      zip.write(START.getBytes(UTF_8));
      byte[] elements = "<documentation/>".repeat(60_000).getBytes(UTF_8);
      for (int i = 0; i < 100; i++) {
        zip.write(elements);
      }
    }

    assertRefused(file, "beyond the limit");
  }

  @Test
  void a_zip_of_something_else_is_refused() throws IOException {
    Path file = folder.resolve("other.archimate");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(1);
    }

    assertRefused(file, "without 'model.xml'");
  }

  @Test
  void a_zip_that_was_cut_off_is_refused() throws IOException {
    Path file = folder.resolve("cut.archimate");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});

    assertRefused(file, "damaged zip");
  }

  @Test
  void a_file_that_was_cut_off_is_refused() throws IOException {
    byte[] whole = Models.bytes("archisurance-3.1.archimate");

    for (int length = 0; length < whole.length; length += 997) {
      Path file = Files.write(folder.resolve("cut.archimate"), Arrays.copyOf(whole, length));
      assertRefused(file, "not well-formed XML");
    }
  }

  @Test
  void a_file_in_another_encoding_than_it_states_is_refused() throws IOException {
    Path file = folder.resolve("latin.xml");
    Files.write(
        file,
        (START + "<element identifier='a'><name>Prämie</name></element>" + END)
            .getBytes(ISO_8859_1));

    assertRefused(file, "encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name,type,owner\nMail,technical,IT\n",
        "{\"model\": 1}",
        "<html><body>Sign in</body></html>",
        "<!DOCTYPE html><html><head><meta charset=utf-8></head></html>",
        "<model/>",
        "<model xmlns=\"http://example.org\"/>",
        "<?xml version=\"1.0\" encoding=\"EBCDIC-NONE\"?><model/>",
        "<?xml version=\"9.0\"?><model/>",
        "\u0000\u0001\u0002",
      })
  void something_else_is_refused(String text) throws IOException {
    assertRefused(text, "");
  }

  @Test
  void a_file_beyond_the_limit_is_refused_before_it_is_read() throws IOException {
    Path file = folder.resolve("huge.xml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(ArchimateImport.MAX_FILE_BYTES + 1);
    }

    assertRefused(file, "200 MiB");
  }

  @Test
  void too_many_elements_are_refused() throws IOException {
    Path file = folder.resolve("many.xml");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(START.getBytes(UTF_8));
      for (int i = 0; i <= ArchimateImport.MAX_CONCEPTS; i++) {
        out.write("<element xsi:type='Node'/>\n".getBytes(UTF_8));
      }
      out.write(END.getBytes(UTF_8));
    }

    assertRefused(file, "1000000 elements");
  }

  /** n relations into one junction and n out of it would be n² dependencies. */
  @Test
  void a_junction_of_everything_with_everything_stays_small() throws Exception {
    StringBuilder content = new StringBuilder(Models.element("j", "Junction", ""));
    for (int i = 0; i < 50_000; i++) {
      content.append(Models.element("a" + i, "Node", "A"));
      content.append(Models.relation("i" + i, "Flow", "a" + i, "j"));
      content.append(Models.relation("o" + i, "Flow", "j", "a" + i));
    }

    assertThat(ArchimateImport.read(Models.archi(folder, content.toString())).dependencies())
        .isEmpty();
  }

  @Test
  void many_nested_groupings_stay_small() throws Exception {
    StringBuilder content = new StringBuilder(Models.element("g0", "Grouping", ""));
    for (int i = 1; i < 30_000; i++) {
      content.append(Models.element("g" + i, "Grouping", ""));
      content.append(Models.relation("m" + i, "Composition", "g" + (i - 1), "g" + i));
      content.append(Models.relation("r" + i, "Flow", "g" + i, "g0"));
    }

    assertThat(ArchimateImport.read(Models.archi(folder, content.toString())).dependencies())
        .isEmpty();
  }

  @Test
  void a_damaged_model_is_read_or_refused_and_nothing_else() throws IOException {
    byte[] whole = Arrays.copyOf(Models.bytes("archisurance-3.1.archimate"), 20_000);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.archimate"), damaged);
      assertThat(catchThrowableOfType(InvalidInput.class, () -> ArchimateImport.read(file)))
          .as("seed %d", seed)
          .isNotNull();
    }
  }

  private void assertRefused(String text, String because) throws IOException {
    assertRefused(Files.writeString(folder.resolve("hostile.xml"), text), because);
  }

  private static void assertRefused(Path file, String because) {
    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> ArchimateImport.read(file));

    assertThat(refusal).isNotNull();
    assertThat(refusal.findings()).hasSize(1);
    assertThat(refusal.getMessage()).contains(file.toString()).contains(because);
    assertThat(refusal.findings().get(0).remedy()).isNotBlank();
  }
}
