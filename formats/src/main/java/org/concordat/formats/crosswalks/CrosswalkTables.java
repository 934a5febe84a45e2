package org.concordat.formats.crosswalks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Statement;
import org.concordat.formats.tables.Table;
import org.concordat.formats.tables.Table.Row;
import org.concordat.formats.tables.TableFile;
import org.concordat.formats.tables.TableLimits;

/**
 * Reads a crosswalk from a CSV or XLSX file.
 *
 * <p>Recognised by their headers: NIST's templates for online informative references ({@code Focal
 * Document Element, Relationship, Reference Document Element, Strength of Relationship, Group
 * Identifier}), set theory mappings in the layout of the Secure Controls Framework ({@code FDE #,
 * STRM Relationship, SCF #}), NIST's plain tables of two standards side by side, and {@code source,
 * relation, target}. A cell may hold several ids, and titles after them; a row without a source
 * continues the one above it.
 *
 * <p>Rows of one group speak of their targets together, which says of each single one no more than
 * that it is related.
 */
public final class CrosswalkTables {
  private final Ids sources;
  private final Ids targets;
  private final Rows rows;
  private String last = "";
  private int continued;
  private int withoutTarget;

  private CrosswalkTables(Optional<Catalogue> source, Optional<Catalogue> target) {
    sources = new Ids(source.orElse(null));
    targets = new Ids(target.orElse(null));
    rows = new Rows(sources, targets);
  }

  /**
   * Reads the first sheet that is a crosswalk.
   *
   * @param id what the crosswalk is to be called, if the file does not say
   * @param source the catalogue of the sources; when empty, the known one that the file names, else
   *     one is made of the ids that are named
   * @param target the catalogue of the targets, likewise
   * @param known the catalogue of an id, if it is known
   * @throws InvalidInput when the file is no table, or no table of it is a crosswalk
   * @throws IOException when the file cannot be read
   */
  public static BroughtCrosswalk read(
      Path file,
      String id,
      Optional<Catalogue> source,
      Optional<Catalogue> target,
      Function<String, Optional<Catalogue>> known)
      throws IOException, InvalidInput {
    CrosswalkSheets.About about = CrosswalkSheets.About.of(file);
    String name = about.text("id", id);
    String from = about.text("source", name + "-source");
    String to = about.text("target", name + "-target");
    Optional<Catalogue> sources = source.or(() -> known.apply(from));
    Optional<Catalogue> targets = target.or(() -> known.apply(to));
    CrosswalkTables reading = new CrosswalkTables(sources, targets);
    reading.read(file);
    String sourceId = sources.map(Catalogue::id).orElse(from);
    String targetId = targets.map(Catalogue::id).orElse(to);
    return reading.rows.crosswalk(
        name,
        sourceId,
        targetId,
        about.text("publisher"),
        about.text("url"),
        about.text("version"),
        about.text("licence"),
        about.considered(sourceId, targetId),
        about.extras());
  }

  private void read(Path file) throws IOException, InvalidInput {
    try (TableFile opened =
        TableFile.open(
            file, t -> Layout.find(t, sources, targets).map(Layout::understood).orElse(0))) {
      Finding doubt = opened.doubtfulLetters();
      if (doubt != null) {
        rows.add(doubt);
      }
      boolean found = false;
      for (Table table : opened.tables()) {
        if (CrosswalkSheets.About.is(table)) {
          continue;
        }
        Optional<Layout> layout = Layout.find(table, sources, targets);
        if (layout.isPresent() && !found) {
          found = true;
          read(table, layout.get());
        } else if (layout.isPresent()) {
          rows.warning(table.place(), "the sheet is a crosswalk too, and is not read", null);
        }
      }
      if (!found) {
        throw new InvalidInput(
            Finding.error(
                Place.of(file.toString()),
                "no header of a crosswalk was found in the first "
                    + TableLimits.HEADER_ROWS
                    + " rows",
                "name the columns source, relation and target, or name the two catalogues"));
      }
    }
  }

  private void read(Table table, Layout layout) throws IOException, InvalidInput {
    table.read(
        row -> {
          if (row.number() > layout.headerRow()) {
            read(table, layout, row);
          }
          return true;
        });
    if (continued > 0) {
      rows.warning(
          table.place(),
          "%,d rows have no source; they continue the row above them".formatted(continued),
          null);
    }
    if (withoutTarget > 0) {
      rows.warning(
          table.place(), "%,d rows have no target and say nothing".formatted(withoutTarget), null);
    }
  }

  private void read(Table table, Layout layout, Row row) {
    String source = layout.cell(row, Column.SOURCE);
    String target = layout.cell(row, Column.TARGET);
    if (target.isEmpty()) {
      withoutTarget++;
      last = source.isEmpty() ? last : source;
      return;
    }
    if (source.isEmpty()) {
      continued++;
      source = last;
    }
    last = source;
    List<String> from = sources.spellings(source);
    List<String> to = targets.spellings(target);
    String word = layout.cell(row, Column.RELATION);
    String group = layout.cell(row, Column.GROUP);
    boolean isTogether = !group.isEmpty() || from.size() > 1 || to.size() > 1;
    String reason = layout.cell(row, Column.REASON);
    Extras extras = layout.extras(row);
    for (String one : from) {
      for (String other : to) {
        Place place = table.place(row.number(), layout.index(Column.TARGET), "");
        Optional<Statement> statement = RelationWords.of(word);
        if (isTogether && statement.isPresent() && isOfTheWhole(statement.get())) {
          String said = "of several together: " + word;
          rows.add(
              place,
              one,
              Statement.RELATED,
              other,
              layout.cell(row, Column.STRENGTH),
              reason.isEmpty() ? said : reason + " (" + said + ")",
              extras);
        } else {
          rows.add(
              place,
              one,
              word,
              other,
              layout.cell(row, Column.STRENGTH),
              reason.isEmpty() ? null : reason,
              extras);
        }
      }
    }
  }

  /** Whether what is said of several together need not be true of each. */
  private static boolean isOfTheWhole(Statement statement) {
    return switch (statement) {
      case EQUAL, SUBSET, SUPERSET, INTERSECTS -> true;
      case NONE, RELATED -> false;
    };
  }
}
