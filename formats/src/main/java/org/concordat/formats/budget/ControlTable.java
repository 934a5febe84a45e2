package org.concordat.formats.budget;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetRules;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.ControlRef;
import org.concordat.formats.tables.Table;
import org.concordat.formats.tables.Table.Row;
import org.concordat.formats.tables.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * Controls as a table, one a row. The columns are {@code id}, {@code name}, {@code serves}, {@code
 * needs}, {@code excludes}, {@code earliest}, {@code in place}, {@code implements}, and for each
 * resource {@code RESOURCE once} and {@code RESOURCE yearly}. Lists within a cell have semicolons;
 * a service is {@code asset/property=level}.
 */
public final class ControlTable {
  private static final List<String> COLUMNS =
      List.of("id", "name", "serves", "needs", "excludes", "earliest", "in place", "implements");
  static final String ONCE = " once";
  static final String YEARLY = " yearly";

  private final Path file;
  private final ImpactScale scale;
  private final BudgetCase standing;
  private final FindingList findings;
  private final List<BudgetControl> controls = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private @Nullable Table table;
  private List<String> header = List.of();

  ControlTable(Path file, ImpactScale scale, BudgetCase standing, FindingList findings) {
    this.file = file;
    this.scale = scale;
    this.standing = standing;
    this.findings = findings;
  }

  BudgetFile.Draft read() throws IOException, InvalidInput {
    try (TableFile opened = TableFile.open(file, ControlTable::understood)) {
      for (Table each : opened.tables()) {
        if (table == null && understood(each) > 0) {
          read(each);
        }
      }
    }
    if (table == null) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "no table of controls was found",
              "name the columns id, name and serves in the first row"));
    }
    return new BudgetFile.Draft(
        new BudgetCase(standing.years(), standing.together(), standing.budgets(), controls),
        new Places(table));
  }

  private static int understood(Table table) throws IOException, InvalidInput {
    int[] count = {0};
    table.read(
        row -> {
          List<String> cells = row.cells().stream().map(ControlTable::folded).toList();
          count[0] = cells.contains("id") && cells.contains("serves") ? cells.size() : 0;
          return false;
        });
    return count[0];
  }

  private static String folded(String header) {
    return header
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("in-place", "in place");
  }

  private void read(Table read) throws IOException, InvalidInput {
    table = read;
    read.read(
        row -> {
          if (header.isEmpty()) {
            header = row.cells().stream().map(ControlTable::folded).toList();
            checkHeader(read, row);
          } else {
            rows.add(row.number());
            controls.add(control(read, row));
          }
          return true;
        });
  }

  private void checkHeader(Table read, Row row) {
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (!name.isEmpty()
          && !COLUMNS.contains(name)
          && !name.endsWith(ONCE)
          && !name.endsWith(YEARLY)) {
        String near = NearestName.among(COLUMNS).remedyFor(name);
        findings.error(
            read.place(row.number(), i, name),
            "unknown column '" + name + "'",
            near == null
                ? "the columns are "
                    + String.join(", ", COLUMNS)
                    + ", RESOURCE once, RESOURCE yearly"
                : near);
      }
    }
  }

  private BudgetControl control(Table read, Row row) {
    return new ControlCells(
            header,
            column -> cell(row, column),
            column -> place(read, row, column),
            scale,
            findings)
        .control("row-" + row.number());
  }

  private String cell(Row row, String column) {
    int index = header.indexOf(column);
    return index < 0 ? "" : row.cell(index).strip();
  }

  private Place place(Table read, Row row, String column) {
    int index = header.indexOf(column);
    return index < 0 ? read.place(row.number()) : read.place(row.number(), index, column);
  }

  /** The control that {@code catalogue/control} names. */
  public static Optional<ControlRef> parseRef(String text) {
    int slash = text.indexOf('/');
    return slash <= 0 || slash == text.length() - 1
        ? Optional.empty()
        : Optional.of(new ControlRef(text.substring(0, slash), text.substring(slash + 1)));
  }

  /** How {@link #parseRef} reads it. */
  public static String text(ControlRef ref) {
    return ref.catalogue() + "/" + ref.control();
  }

  /** The header of a table of these resources, as it is read. */
  public static List<String> header(List<String> resources) {
    List<String> header = new ArrayList<>(COLUMNS);
    for (String resource : resources) {
      header.add(resource + ONCE);
      header.add(resource + YEARLY);
    }
    return header;
  }

  /** The row of a control below such a header. */
  public static List<String> row(BudgetControl control, List<String> resources, ImpactScale scale) {
    ControlRef ref = control.implementing();
    List<String> row =
        new ArrayList<>(
            List.of(
                control.id(),
                control.name(),
                control.serves().stream()
                    .map(s -> s.requirement().id() + "=" + scale.name(s.level()))
                    .collect(Collectors.joining("; ")),
                String.join("; ", control.needs()),
                String.join("; ", control.excludes()),
                control.earliest() == 1 ? "" : Integer.toString(control.earliest()),
                control.inPlace() ? "yes" : "",
                ref == null ? "" : text(ref)));
    for (String resource : resources) {
      Outlay outlay = control.outlay(resource);
      row.add(outlay.once().thousandths() == 0 ? "" : outlay.once().toString());
      row.add(outlay.yearly().thousandths() == 0 ? "" : outlay.yearly().toString());
    }
    return row;
  }

  private final class Places implements BudgetRules.Places {
    private final Table read;

    Places(Table read) {
      this.read = read;
    }

    @Override
    public Place control(int index, String key) {
      int row = rows.get(Math.min(index, rows.size() - 1));
      int column = header.indexOf(key);
      return column < 0 ? read.place(row) : read.place(row, column, key);
    }

    @Override
    public Place budget(int index) {
      return read.place();
    }
  }
}
