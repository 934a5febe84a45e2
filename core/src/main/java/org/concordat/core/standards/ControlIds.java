package org.concordat.core.standards;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When two spellings are the same control id. Upper and lower case, white space and the kind of
 * hyphen never make a difference. Ids in the shape of NIST SP 800-53 (two letters, a hyphen, a
 * number, perhaps the number of an enhancement) are also the same with and without leading zeros,
 * and with the enhancement in brackets or after a dot: {@code AC-02(10)}, {@code AC-2 (10)} and
 * {@code ac-2.10} are one id. Everywhere else a zero counts: {@code ID.AM-1} of CSF 1.1 is not
 * {@code ID.AM-01} of CSF 2.0.
 */
public final class ControlIds {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern HYPHEN = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern SP_800_53 =
      Pattern.compile(
          "([a-z]{2})-0*([0-9]+)(?:\\(0*([0-9]+)\\)|\\.0*([0-9]+)(?![0-9]))?((?![0-9]).*)?");

  private ControlIds() {}

  /** The same text for all spellings of one id, and different texts for different ids. */
  public static String key(String id) {
    String plain = Normalizer.normalize(id, Normalizer.Form.NFKC);
    plain = HYPHEN.matcher(SPACE.matcher(plain).replaceAll("")).replaceAll("-");
    plain = plain.toLowerCase(Locale.ROOT);
    Matcher matcher = SP_800_53.matcher(plain);
    if (!matcher.matches()) {
      return plain;
    }
    String enhancement = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
    String rest = matcher.group(5) == null ? "" : matcher.group(5);
    return matcher.group(1)
        + "-"
        + matcher.group(2)
        + (enhancement == null ? "" : "." + enhancement)
        + rest;
  }

  /** Whether both spell the same id. */
  public static boolean same(String one, String other) {
    return one.equals(other) || key(one).equals(key(other));
  }
}
