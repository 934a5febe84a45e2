package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Rescaling;
import org.concordat.server.workspace.Wish.Reckoning;

/**
 * How scores are reckoned, as a form has it.
 *
 * @param levels the names of the levels, lowest first
 * @param along {@code weakest_link}, {@code product} or {@code matrix}
 * @param matrix the organisation's own table, by rows; as large as the scale
 * @param across {@code maximum} or {@code average}
 * @param cumulation a number, or nothing
 * @param mapping for each level of the present scale the number of the one that stands for it
 */
public record ReckoningForm(
    List<String> levels,
    String along,
    List<List<Integer>> matrix,
    String across,
    String cumulation,
    List<Integer> mapping) {
  static final String MATRIX = "matrix";
  private static final String PRODUCT = "product";
  private static final String WEAKEST_LINK = "weakest_link";
  private static final String AVERAGE = "average";
  private static final String MAXIMUM = "maximum";

  /** A table of more levels than these is no longer filled in by hand. */
  static final int LARGEST_MATRIX = 10;

  public ReckoningForm {
    levels = List.copyOf(levels);
    matrix = matrix.stream().map(List::copyOf).toList();
    mapping = List.copyOf(mapping);
  }

  /** The form of what holds at present. */
  public static ReckoningForm of(Reckoning present) {
    int size = present.scale().size();
    Along along = present.combination().along();
    return new ReckoningForm(
        present.scale().names(),
        switch (along) {
          case Along.WeakestLink() -> WEAKEST_LINK;
          case Along.Product() -> PRODUCT;
          case Along.Matrix _ -> MATRIX;
        },
        along instanceof Along.Matrix(var rows)
            ? rows.stream().map(row -> row.stream().map(Level::number).toList()).toList()
            : weakestLinks(size),
        present.combination().across() == Across.AVERAGE ? AVERAGE : MAXIMUM,
        present.inheritance().cumulation() == null
            ? ""
            : String.valueOf(present.inheritance().cumulation()),
        numbers(Rescaling.proportional(size, size)));
  }

  private static List<Integer> numbers(Rescaling rescaling) {
    return rescaling.levels().stream().map(Level::number).toList();
  }

  /** A table that does what the weakest link does: a good one to begin with. */
  private static List<List<Integer>> weakestLinks(int size) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int row = 1; row <= size; row++) {
      List<Integer> cells = new ArrayList<>();
      for (int column = 1; column <= size; column++) {
        cells.add(Math.min(row, column));
      }
      rows.add(cells);
    }
    return rows;
  }

  /**
   * The form that was sent.
   *
   * @param before the number of levels of the present scale
   */
  public static ReckoningForm of(Map<String, String[]> fields, int before) {
    List<String> levels = new ArrayList<>();
    for (String name : fields.getOrDefault("levels", new String[0])) {
      if (!name.isBlank() && levels.size() < ImpactScale.LARGEST) {
        levels.add(name.strip());
      }
    }
    int size = levels.size();
    List<List<Integer>> matrix = new ArrayList<>();
    for (int row = 1; row <= size; row++) {
      List<Integer> cells = new ArrayList<>();
      for (int column = 1; column <= size; column++) {
        cells.add(number(fields, "cell." + row + "." + column, Math.min(row, column)));
      }
      matrix.add(cells);
    }
    List<Integer> mapping = new ArrayList<>();
    List<Integer> usual =
        size < ImpactScale.SMALLEST ? List.of() : numbers(Rescaling.proportional(before, size));
    for (int level = 1; level <= usual.size(); level++) {
      int chosen = number(fields, "map." + level, usual.get(level - 1));
      mapping.add(chosen <= size ? chosen : usual.get(level - 1));
    }
    return new ReckoningForm(
        levels,
        first(fields, "along"),
        matrix,
        first(fields, "across"),
        first(fields, "cumulation"),
        mapping);
  }

  private static String first(Map<String, String[]> fields, String name) {
    String[] values = fields.get(name);
    return values == null || values.length == 0 ? "" : values[0].strip();
  }

  private static int number(Map<String, String[]> fields, String name, int otherwise) {
    String text = first(fields, name);
    return text.matches("[0-9]{1,3}") && Integer.parseInt(text) > 0
        ? Integer.parseInt(text)
        : otherwise;
  }

  /**
   * What the form describes.
   *
   * @throws IllegalArgumentException when no reckoning is like that
   */
  public Reckoning reckoning() {
    if (!cumulation.isEmpty() && !cumulation.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("cumulation: '" + cumulation + "' is no whole number");
    }
    return new Reckoning(
        new ImpactScale(levels),
        new Combination(alongIt(), across.equals(AVERAGE) ? Across.AVERAGE : Across.MAXIMUM),
        new Inheritance(cumulation.isEmpty() ? null : Integer.valueOf(cumulation)));
  }

  private Along alongIt() {
    return switch (along) {
      case PRODUCT -> new Along.Product();
      case MATRIX ->
          new Along.Matrix(
              matrix.stream().map(row -> row.stream().map(Level::of).toList()).toList());
      default -> new Along.WeakestLink();
    };
  }

  Rescaling rescaling() {
    return new Rescaling(mapping.stream().map(Level::of).toList());
  }
}
