package org.concordat.formats.yaml;

/** How much one YAML text may hold before reading stops. */
public final class YamlLimits {
  /** How deep lists and mappings stand in each other. */
  public static final int NESTING = 20;

  /** The length of one text in UTF-16 code units. */
  public static final int SCALAR_LENGTH = 1 << 20;

  /** The number of texts, lists and mappings in one entry of a top-level list. */
  public static final int NODES_PER_ENTRY = 1_000_000;

  private YamlLimits() {}
}
