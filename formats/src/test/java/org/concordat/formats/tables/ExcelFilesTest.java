package org.concordat.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExcelFilesTest {
  private static final String CONTENT_TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
          + " PartName='/xl/workbook.xml'"
          + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
  private static final String WORKBOOK =
      "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
          + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
          + "<sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
  private static final String RELATIONS =
      "<Relationships"
          + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
          + " Id='rId1'"
          + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'"
          + " Target='worksheets/sheet1.xml'/></Relationships>";

  @TempDir Path folder;

  @Test
  void the_first_sheet_with_a_header_and_the_relations_are_read() throws Exception {
    Path file = folder.resolve("cmdb.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      fill(workbook.newWorksheet("Cover"), new Object[][] {{"Our assets"}});
      fill(
          workbook.newWorksheet("CIs"),
          new Object[][] {
            {"Name", "Type", "C", "I", "A"}, {"Portal", "application", 3.0, 2, 1}, {"lnx", "server"}
          });
      fill(
          workbook.newWorksheet("Links"),
          new Object[][] {{"Parent", "Child", "Type"}, {"Portal", "lnx", "Runs on::Runs"}});
    }

    ImportedModel model = AssetListImport.read(file, Optional.empty());

    assertThat(model.assets()).extracting(ImportedAsset::name).containsExactly("Portal", "lnx");
    assertThat(model.dependencies())
        .extracting(ImportedDependency::element)
        .containsExactly("Portal>lnx");
    assertThat(model.ratings())
        .extracting(ImportedRating::property, ImportedRating::words)
        .containsExactly(
            tuple("confidentiality", "3"), tuple("integrity", "2"), tuple("availability", "1"));
  }

  @Test
  void an_error_names_sheet_and_cell() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      fill(
          workbook.newWorksheet("Sheet1"),
          new Object[][] {{"x"}, {"name", "type", "depends on"}, {"A", "server", "nowhere"}});
    }

    assertThatThrownBy(() -> AssetListImport.read(file, Optional.empty()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a.xlsx: Sheet1!C3: no row has the id or name 'nowhere'");
  }

  @Test
  void a_formula_counts_by_its_value() throws Exception {
    Path file =
        sheet(
            row(
                    1,
                    "<c r='A1' t='inlineStr'><is><t>name</t></is></c><c r='B1'"
                        + " t='inlineStr'><is><t>C</t></is></c>")
                + row(
                    2,
                    "<c r='A2' t='str'><f>\"A\"&amp;1</f><v>A1</v></c><c"
                        + " r='B2'><f>1+2</f><v>3.0</v></c>"));

    ImportedModel model = AssetListImport.read(file, Optional.empty());

    assertThat(model.assets()).extracting(ImportedAsset::name).containsExactly("A1");
    assertThat(model.ratings())
        .containsExactly(new ImportedRating("A1", "confidentiality", 3, 3, "3"));
  }

  @Test
  void archives_that_blow_up_are_refused() throws Exception {
    assertRefused(sheet(" ".repeat(64 << 20)), "packed more tightly");
    assertRefused(
        sheet(row(1, "<c r='ZZZZZZ1'><v>1</v></c>")), "a cell beyond the last column, XFD");
    assertRefused(
        sheet(row(1, "<c r = \"&#90;ZZZZZ1\"><v>1</v></c>")), "a cell beyond the last column, XFD");
    assertRefused(archive("<!DOCTYPE x [<!ENTITY a 'b'>]>" + WORKBOOK, ""), "document type");
  }

  @Test
  void what_is_no_xlsx_says_so() throws Exception {
    assertRefused(Files.writeString(folder.resolve("a.xlsx"), "name,type\n"), "no XLSX file");
    assertRefused(
        Files.write(folder.resolve("b.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}),
        "damaged archive");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertRefused(Files.write(folder.resolve("c.xls"), old), "old (.xls)");
    assertRefused(archive("<workbook/>", ""), "");
    assertRefused(sheet("<row r='x'"), "");
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_nothing_else() throws Exception {
    long seed = 20_260_301;
    Random random = new Random(seed);
    Path whole =
        sheet(
            row(1, "<c r='A1' t='inlineStr'><is><t>name</t></is></c>")
                + row(2, "<c r='A2'><v>7</v></c>"));
    byte[] bytes = Files.readAllBytes(whole);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.xlsx"), damaged);
      assertThatCode(() -> readOrRefuse(file))
          .as("seed %d, case %d", seed, i)
          .doesNotThrowAnyException();
    }
  }

  private static void readOrRefuse(Path file) throws IOException {
    try {
      AssetListImport.read(file, Optional.empty());
    } catch (InvalidInput e) {
      assertThat(e.findings()).isNotEmpty();
    }
  }

  @Test
  void columns_are_named_as_in_a_spreadsheet() {
    assertThat(ExcelSheet.columnName(0)).isEqualTo("A");
    assertThat(ExcelSheet.columnName(25)).isEqualTo("Z");
    assertThat(ExcelSheet.columnName(26)).isEqualTo("AA");
    assertThat(ExcelSheet.columnName(16_383)).isEqualTo("XFD");
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> AssetListImport.read(file, Optional.empty()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(problem);
  }

  private static void fill(Worksheet sheet, Object[][] rows) {
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        if (rows[r][c] instanceof Number number) {
          sheet.value(r, c, number);
        } else {
          sheet.value(r, c, rows[r][c].toString());
        }
      }
    }
  }

  private static String row(int number, String cells) {
    return "<row r='" + number + "'>" + cells + "</row>";
  }

  private Path sheet(String rows) throws IOException {
    return archive(WORKBOOK, rows);
  }

  private Path archive(String workbook, String rows) throws IOException {
    Path file = folder.resolve("made.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "[Content_Types].xml", CONTENT_TYPES);
      entry(zip, "xl/workbook.xml", workbook);
      entry(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      entry(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
              + rows
              + "</sheetData></worksheet>");
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
