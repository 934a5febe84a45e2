package org.concordat.formats.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.imports.ImportedModel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads a list of assets from a CSV or XLSX file.
 *
 * <p>Recognised by their headers, whatever the case, spaces and accents: the exports of CISO
 * Assistant ({@code ref_id, name, type, parent_assets, security_objectives}), iTop ({@code name,
 * org_id_friendlyname, finalclass, business_criticity}), ServiceNow ({@code name, sys_id,
 * sys_class_name, busines_criticality}, and {@code parent, child, type} of its relation table),
 * GLPI ({@code Name, Entity, Type}), our own {@link AssetListExport}, and plain lists of {@code
 * name, type, owner, C, I, A, depends on} in English, German and French. The whole table of headers
 * is in {@code docs/asset-lists.md}. An {@link AssetListMapping} explains any other table.
 *
 * <p>Two passes over the file, linear in its size; the limits are {@link TableLimits}.
 */
public final class AssetListImport {
  private static final Pattern SHEETS_ENDING = Pattern.compile("(?i).*\\.(xlsx|xlsm)");

  private final Optional<AssetListMapping> mapping;
  private final FindingLog log = new FindingLog();
  private final AssetCollection assets;

  private AssetListImport(Optional<AssetListMapping> mapping) {
    this.mapping = mapping;
    this.assets = new AssetCollection(mapping, log);
  }

  /**
   * Reads one file. In an XLSX file, the first sheet whose header names assets is read (or the one
   * that the mapping states), and every sheet whose header names the two ends of relations.
   *
   * @return the assets with their units, dependencies and ratings; its findings are warnings
   * @throws InvalidInput with all errors at once, each with the cell that it is about; up to
   *     {@value TableLimits#FINDINGS} are listed and the rest is counted
   * @throws IOException when the file cannot be read
   */
  public static ImportedModel read(Path file, Optional<AssetListMapping> mapping)
      throws IOException, InvalidInput {
    return read(List.of(file), mapping);
  }

  /**
   * Reads several files as one source: for example ServiceNow's export of {@code cmdb_ci} and that
   * of {@code cmdb_rel_ci}. The source has the first file's name.
   *
   * @throws InvalidInput as for a single file
   * @throws IOException when a file cannot be read
   */
  public static ImportedModel read(List<Path> files, Optional<AssetListMapping> mapping)
      throws IOException, InvalidInput {
    Path first = files.getFirst();
    AssetListImport reading = new AssetListImport(mapping);
    List<ReadableWorkbook> open = new ArrayList<>();
    try {
      List<Table> tables = new ArrayList<>();
      for (Path file : files) {
        tables.addAll(reading.tables(file, open));
      }
      reading.readTables(first, tables);
    } finally {
      for (ReadableWorkbook workbook : open) {
        workbook.close();
      }
    }
    Path name = first.getFileName();
    return reading.assets.model(name == null ? first.toString() : name.toString());
  }

  private List<Table> tables(Path file, List<ReadableWorkbook> open)
      throws IOException, InvalidInput {
    if (Files.size(file) > TableLimits.FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is larger than 200 MiB",
              "split it into several"));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (start.length == 8 && ReadableWorkbook.isOLE2Header(start)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is an old (.xls) or an encrypted Excel file",
              "save it as .xlsx without a password, or as CSV"));
    }
    if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
      return sheets(file, open);
    }
    if (SHEETS_ENDING.matcher(file.toString()).matches()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()), "the file is no XLSX file, in spite of its name", null));
    }
    return List.of(separated(file));
  }

  private List<Table> sheets(Path file, List<ReadableWorkbook> open)
      throws IOException, InvalidInput {
    ArchiveGuard.check(file);
    try {
      ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
      open.add(workbook);
      List<Sheet> sheets = workbook.getSheets().toList();
      Optional<String> stated = mapping.flatMap(AssetListMapping::statedSheet);
      if (stated.isPresent()) {
        sheets = sheets.stream().filter(s -> s.getName().equalsIgnoreCase(stated.get())).toList();
        if (sheets.isEmpty()) {
          throw new InvalidInput(
              Finding.error(
                  Place.of(file.toString()),
                  "there is no sheet '" + stated.get() + "', which the mapping names",
                  "name one of " + workbook.getSheets().map(Sheet::getName).toList()));
        }
      }
      return sheets.stream().<Table>map(s -> new ExcelSheet(file.toString(), s)).toList();
    } catch (IOException | RuntimeException e) {
      // The reader throws whatever it likes at a damaged workbook.
      throw damaged(file, e);
    }
  }

  private static InvalidInput damaged(Path file, Exception e) {
    return new InvalidInput(
        Finding.error(
            Place.of(file.toString()),
            "the file is no XLSX file that can be read: " + e.getMessage(),
            "open it in a spreadsheet and save it again"));
  }

  /** The table with the separator under which its header is understood best. */
  private Table separated(Path file) throws IOException, InvalidInput {
    CsvTable table = CsvTable.open(file);
    CsvTable best = table;
    int most = 0;
    InvalidInput problem = null;
    for (char separator : CsvTable.SEPARATORS) {
      CsvTable candidate = table.separatedBy(separator);
      try {
        int columns = Header.find(candidate, mapping).map(h -> h.columns().size()).orElse(0);
        if (columns > most) {
          most = columns;
          best = candidate;
        }
      } catch (InvalidInput e) {
        problem = problem == null ? e : problem;
      }
    }
    if (most == 0 && problem != null) {
      throw problem;
    }
    if (best.charset().equals(CsvTable.WINDOWS_1252)) {
      log.warning(
          best.place(),
          "the file is not in UTF-8; it is read as Windows-1252",
          "look whether accented letters are right, or save it as UTF-8");
    }
    return best;
  }

  private void readTables(Path first, List<Table> tables) throws IOException, InvalidInput {
    record Relations(Table table, Header header) {}
    List<Relations> relations = new ArrayList<>();
    boolean found = false;
    String of = "";
    for (Table table : tables) {
      Optional<Header> header = Header.find(table, mapping);
      String file = table.place().file();
      if (header.isPresent() && header.get().isRelations()) {
        relations.add(new Relations(table, header.get()));
      } else if (header.isPresent() && !of.equals(file)) {
        found = true;
        of = file == null ? "" : file;
        readAssets(table, header.get());
      } else if (header.isPresent()) {
        log.warning(
            table.place(),
            "the sheet looks like a list of assets too, and is not read",
            "name it under 'sheet' in a mapping file");
      }
    }
    for (Relations entry : relations) {
      RelationReader reader =
          new RelationReader(entry.table(), entry.header(), !found, assets, log);
      readRows(entry.table(), entry.header(), reader::read);
    }
    if (!found && relations.isEmpty()) {
      log.error(
          Place.of(first.toString()),
          "no header was found in the first " + TableLimits.HEADER_ROWS + " rows",
          "name the columns, such as 'name', 'type', 'unit', 'depends on', or write a mapping"
              + " file");
    } else if (found && assets.isEmpty()) {
      log.warning(Place.of(first.toString()), "the table holds a header and no assets", null);
    }
  }

  private void readAssets(Table table, Header header) throws IOException, InvalidInput {
    if (mapping.isPresent()) {
      for (AssetListMapping.MappedColumn mapped : mapping.get().mappedColumns()) {
        String key = TextKey.of(mapped.header());
        if (header.columns().stream().noneMatch(c -> TextKey.of(c.header()).equals(key))) {
          log.error(
              table.place(header.row()),
              "there is no column '" + mapped.header() + "', which the mapping names",
              "correct the mapping file");
        }
      }
    }
    AssetReader reader = new AssetReader(table, header, mapping, assets, log);
    readRows(table, header, reader::read);
  }

  private interface RowReader {
    void read(Table.Row row);
  }

  private static void readRows(Table table, Header header, RowReader reader)
      throws IOException, InvalidInput {
    table.read(
        row -> {
          if (row.number() > header.row()) {
            reader.read(row);
          }
          return true;
        });
  }
}
