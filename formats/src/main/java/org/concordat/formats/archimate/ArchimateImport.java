package org.concordat.formats.archimate;

import java.io.IOException;
import java.nio.file.Path;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.imports.ImportedModel;

/**
 * Reads ArchiMate models: Archi's {@code .archimate} files, plain and zipped, and The Open Group's
 * exchange format, versions 2.1 and 3.x, with the names of ArchiMate 2 as well as those of 3.
 *
 * <p>What becomes of each element and relation is told in {@code docs/archimate.md}. Elements are
 * named by the file's identifiers, dependencies by {@code from>on}; nothing of an ArchiMate file
 * gives ids for people to type, so {@link org.concordat.formats.imports.ImportMerge} makes them of
 * the names.
 */
public final class ArchimateImport {
  /** The largest file that is read, in bytes: 200 MiB. */
  public static final long MAX_FILE_BYTES = 200L << 20;

  /** The largest model inside a zip, in bytes: 512 MiB. */
  public static final long MAX_INFLATED_BYTES = 512L << 20;

  /** How many times larger than its zip a model may be. Real ones are 10 to 30 times larger. */
  public static final long MAX_INFLATION_RATIO = 200;

  /** Up to this size, in bytes (16 MiB), the ratio is of no concern. */
  public static final long SMALL_INFLATED_BYTES = 16L << 20;

  /** The most entries of a zip. */
  public static final int MAX_ZIP_ENTRIES = 10_000;

  /** The most elements and relations together. */
  public static final int MAX_CONCEPTS = 1_000_000;

  /** How deep tags may be nested. */
  public static final int MAX_DEPTH = 100;

  /** The longest name, documentation or attribute, in characters. */
  public static final int MAX_TEXT = 200_000;

  /** The longest stretch of a file without a new tag, in bytes: 4 MiB. */
  public static final long MAX_STRETCH_BYTES = 4L << 20;

  /** The most pairs of elements that one relation may stand for through junctions and groupings. */
  public static final int MAX_PAIRS = 1_000;

  /** The most pairs of elements that all relations together may stand for. */
  public static final int MAX_ALL_PAIRS = 2_000_000;

  /** The most warnings that name a single part of the file. */
  public static final int MAX_WARNINGS = 100;

  private ArchimateImport() {}

  /**
   * What the model in this file says. The name of the source is the file's name.
   *
   * @throws InvalidInput when the file is not an ArchiMate model, is damaged, or is beyond a limit
   * @throws IOException when the file cannot be read
   */
  public static ImportedModel read(Path file) throws InvalidInput, IOException {
    return translate(file).model();
  }

  static Translation.Translated translate(Path file) throws InvalidInput, IOException {
    ArchimateModel model = ModelFile.read(file, xml -> ModelReader.read(file, xml));
    Path name = file.getFileName();
    return Translation.of(model, name == null ? file.toString() : name.toString(), file.toString());
  }
}
