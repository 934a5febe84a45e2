package org.concordat.formats.tables;

/** How large a table may be. Larger input is refused before it fills the memory. */
public final class TableLimits {
  /** The largest file, in bytes: 200 MiB. */
  public static final long FILE_BYTES = 200L << 20;

  /** The most rows of one table, the header included. */
  public static final int ROWS = 1_000_000;

  /** The most columns of one table. */
  public static final int COLUMNS = 500;

  /** The longest cell, in characters: 32 Ki. */
  public static final int CELL_CHARACTERS = 32 << 10;

  /** The rows at the start of a table among which the header is looked for. */
  public static final int HEADER_ROWS = 20;

  /** The most findings of one severity that are listed; the rest is counted. */
  public static final int FINDINGS = 1_000;

  /** The most files within an XLSX file. */
  public static final int ARCHIVE_ENTRIES = 10_000;

  /**
   * The most bytes that the files within an XLSX file may come to when they are unpacked: 2 GiB.
   */
  public static final long ARCHIVE_BYTES = 2L << 30;

  /** The most bytes of one file within an XLSX file that is read into memory whole: 256 MiB. */
  public static final long ARCHIVE_PART_BYTES = 256L << 20;

  /** How much larger than packed a file within an XLSX file may be, once it is past 16 MiB. */
  public static final int ARCHIVE_RATIO = 250;

  private TableLimits() {}
}
