package org.concordat.formats.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.findings.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How to read a table that is not understood by its headers alone. Written by the user as a small
 * YAML file; {@code docs/asset-lists.md} shows one.
 *
 * <p>What a mapping states goes before what the headers say; what it does not mention is still
 * recognised by its header, unless it stands in {@code ignore}. Headers, types and rating words are
 * compared without regard to case, spaces, punctuation and accents.
 */
public final class AssetListMapping {
  /** The largest mapping file, in bytes. */
  public static final int FILE_BYTES = 1 << 20;

  private final @Nullable String sheet;
  private final @Nullable Integer headerRow;
  private final Map<String, MappedColumn> columns;
  private final Map<String, AssetKind> types;
  private final @Nullable Ratings ratings;
  private final Set<String> ignored;

  /**
   * A column that the mapping names.
   *
   * @param header the header as the mapping writes it
   * @param separator what separates several values in a cell, or null for any of the usual ones
   */
  record MappedColumn(String header, Meaning meaning, @Nullable String separator) {}

  /**
   * The scale of the ratings.
   *
   * @param steps the number of steps, or 0 when not stated
   * @param words the step that each word means, by the word's {@link TextKey}
   */
  record Ratings(int steps, Map<String, Integer> words) {
    Ratings {
      words = Map.copyOf(words);
    }
  }

  AssetListMapping(
      @Nullable String sheet,
      @Nullable Integer headerRow,
      Map<String, MappedColumn> columns,
      Map<String, AssetKind> types,
      @Nullable Ratings ratings,
      Set<String> ignored) {
    this.sheet = sheet;
    this.headerRow = headerRow;
    this.columns = Map.copyOf(columns);
    this.types = keyed(types);
    this.ratings = ratings;
    this.ignored = ignored.stream().map(TextKey::of).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a mapping file.
   *
   * @throws InvalidInput with every mistake at once, each with its line and key
   * @throws IOException when the file cannot be read
   */
  public static AssetListMapping read(Path file) throws IOException, InvalidInput {
    return new MappingFile(file).read();
  }

  Optional<String> statedSheet() {
    return Optional.ofNullable(sheet);
  }

  Optional<Integer> statedHeaderRow() {
    return Optional.ofNullable(headerRow);
  }

  Optional<Ratings> statedRatings() {
    return Optional.ofNullable(ratings);
  }

  Optional<AssetKind> kind(String type) {
    return Optional.ofNullable(types.get(TextKey.of(type)));
  }

  Optional<MappedColumn> columnFor(String header) {
    return Optional.ofNullable(columns.get(TextKey.of(header)));
  }

  /** The columns that the mapping names. */
  Iterable<MappedColumn> mappedColumns() {
    return columns.values().stream().sorted(Comparator.comparing(MappedColumn::header)).toList();
  }

  boolean ignores(String header) {
    return ignored.contains(TextKey.of(header));
  }

  private static Map<String, AssetKind> keyed(Map<String, AssetKind> types) {
    Map<String, AssetKind> keyed = new HashMap<>();
    types.forEach((type, kind) -> keyed.put(TextKey.of(type), kind));
    return Map.copyOf(keyed);
  }
}
