package org.concordat.formats.oscal;

import java.util.regex.Pattern;

/** How a text names the parameter whose value is to stand in it. */
public final class ParameterInsert {
  /**
   * <code>{{ insert: param, ac-1_prm_1 }}</code>, and as before OSCAL 1.0 <code>{{ ac-1_prm_1 }}
   * </code>; the first group is the parameter's id.
   */
  public static final Pattern PATTERN =
      Pattern.compile("\\{\\{\\s*(?:insert:\\s*param\\s*,\\s*)?([^\\s{},]+)\\s*}}");

  private ParameterInsert() {}
}
