package org.concordat.formats.workspace;

/**
 * How much a workspace may hold before reading stops; far above what an estate needs. What one file
 * may hold stands in {@link org.concordat.formats.yaml.YamlLimits}.
 */
public final class WorkspaceLimits {
  /** The size of one file in bytes: 64 MiB. */
  public static final long FILE_BYTES = 64L << 20;

  /** The size of all files of a folder together in bytes: 256 MiB. */
  public static final long TOTAL_BYTES = 256L << 20;

  /** The number of YAML files in a folder. */
  public static final int FILES = 10_000;

  /** How deep the sub-folders of a folder go. */
  public static final int FOLDER_DEPTH = 20;

  private WorkspaceLimits() {}
}
