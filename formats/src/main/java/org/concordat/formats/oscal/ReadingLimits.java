package org.concordat.formats.oscal;

import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/** What one document may cost, counted while it is read. */
final class ReadingLimits {
  /** How deep objects, and how deep lists, may be nested. OSCAL's own depth is about 20. */
  static final int DEPTH = 100;

  /** The most values, and so the most memory: about 500 MB. */
  static final int VALUES = 4_000_000;

  /** The most characters of one text; attachments in Base64 are texts as well. */
  static final int TEXT_CHARACTERS = 16 << 20;

  /** The largest file, in bytes: 200 MiB. */
  static final long FILE_BYTES = 200L << 20;

  /**
   * The largest file in YAML, in bytes: 32 MiB. Its parser takes up to a second for each MiB of one
   * long text.
   */
  static final long YAML_BYTES = 32L << 20;

  private final String file;
  private int objects;
  private int lists;
  private int values;

  ReadingLimits(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void enterObject(int line) throws InvalidInput {
    count(line);
    if (++objects > DEPTH) {
      throw tooDeep(line);
    }
  }

  void leaveObject() {
    objects--;
  }

  void enterList(int line) throws InvalidInput {
    count(line);
    if (++lists > DEPTH) {
      throw tooDeep(line);
    }
  }

  void leaveList() {
    lists--;
  }

  /** Counts a value that holds no others. */
  void count(int line) throws InvalidInput {
    if (++values > VALUES) {
      throw refuse(line, "the document has more than %,d values".formatted(VALUES));
    }
  }

  void text(int characters, int line) throws InvalidInput {
    if (characters > TEXT_CHARACTERS) {
      throw refuse(line, "a text is longer than %,d characters".formatted(TEXT_CHARACTERS));
    }
  }

  InvalidInput refuse(int line, String problem) {
    return new InvalidInput(Finding.error(Place.of(file, line, 0, null), problem, null));
  }

  private InvalidInput tooDeep(int line) {
    return refuse(line, "the document is nested more than " + DEPTH + " deep");
  }
}
