package org.concordat.formats.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.imports.ImportedModel;

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
    List<TableFile> open = new ArrayList<>();
    try {
      List<Table> tables = new ArrayList<>();
      for (Path file : files) {
        TableFile opened = TableFile.open(file, reading::understood);
        open.add(opened);
        tables.addAll(reading.tables(opened, file));
      }
      reading.readTables(first, tables);
    } finally {
      for (TableFile file : open) {
        file.close();
      }
    }
    Path name = first.getFileName();
    return reading.assets.model(name == null ? first.toString() : name.toString());
  }

  private List<Table> tables(TableFile file, Path path) throws InvalidInput {
    Finding doubt = file.doubtfulLetters();
    if (doubt != null) {
      log.warning(doubt.place(), doubt.problem(), doubt.remedy());
    }
    Optional<String> stated = mapping.flatMap(AssetListMapping::statedSheet);
    if (stated.isEmpty() || file.isSeparated()) {
      return file.tables();
    }
    List<Table> sheets =
        file.tables().stream()
            .filter(t -> TableFile.sheetName(t).equalsIgnoreCase(stated.get()))
            .toList();
    if (sheets.isEmpty()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(path.toString()),
              "there is no sheet '" + stated.get() + "', which the mapping names",
              "name one of " + file.tables().stream().map(TableFile::sheetName).toList()));
    }
    return sheets;
  }

  private int understood(Table table) throws IOException, InvalidInput {
    return Header.find(table, mapping).map(h -> h.columns().size()).orElse(0);
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
