package org.concordat.formats.workspace;

/** How much a workspace may hold before reading stops; far above what an estate needs. */
public final class WorkspaceLimits {
  /** The size of one file in bytes: 64 MiB. */
  public static final long FILE_BYTES = 64L << 20;

  /** The size of all files of a folder together in bytes: 256 MiB. */
  public static final long TOTAL_BYTES = 256L << 20;

  /** The number of YAML files in a folder. */
  public static final int FILES = 10_000;

  /** How deep the sub-folders of a folder go. */
  public static final int FOLDER_DEPTH = 20;

  /** How deep lists and mappings stand in each other; the format itself needs five. */
  public static final int NESTING = 20;

  /** The length of one text in UTF-16 code units. */
  public static final int SCALAR_LENGTH = 1 << 20;

  /** The number of texts, lists and mappings in one entry of a top-level list. */
  public static final int NODES_PER_ENTRY = 1_000_000;

  private WorkspaceLimits() {}
}
