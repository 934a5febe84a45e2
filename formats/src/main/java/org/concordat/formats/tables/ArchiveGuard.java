package org.concordat.formats.tables;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * Looks an XLSX file over before a reader opens it: how many files it holds, what they come to when
 * unpacked (by unpacking them, for the sizes that an archive states may lie), and what would make
 * the reader take memory for nothing.
 */
final class ArchiveGuard {
  private static final long RATIO_FROM = 16L << 20;
  private static final String DOCTYPE = "<!doctype";

  private final Path file;
  private long total;

  private ArchiveGuard(Path file) {
    this.file = file;
  }

  /**
   * Checks an XLSX file.
   *
   * @throws InvalidInput when it is no archive, is beyond the limits or holds a document type
   */
  static void check(Path file) throws IOException, InvalidInput {
    ArchiveGuard guard = new ArchiveGuard(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > TableLimits.ARCHIVE_ENTRIES) {
        throw guard.refuse("it holds " + zip.size() + " files");
      }
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        guard.checkEntry(zip, e.nextElement());
      }
    } catch (ZipException | EOFException e) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is a damaged archive: " + e.getMessage(),
              "open it in a spreadsheet and save it again"));
    }
  }

  private void checkEntry(ZipFile zip, ZipEntry entry) throws IOException, InvalidInput {
    boolean isXml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
    boolean isSheet = entry.getName().startsWith("xl/worksheets/");
    XmlScan scan = new XmlScan();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        total += read;
        if (total > TableLimits.ARCHIVE_BYTES) {
          throw refuse("it unpacks to more than 2 GiB");
        }
        if (!isSheet && size > TableLimits.ARCHIVE_PART_BYTES) {
          throw refuse("'" + entry.getName() + "' unpacks to more than 256 MiB");
        }
        if (size > RATIO_FROM
            && size / Math.max(1, entry.getCompressedSize()) > TableLimits.ARCHIVE_RATIO) {
          throw refuse("'" + entry.getName() + "' is packed more tightly than any real sheet");
        }
        if (isXml) {
          scan.feed(buffer, read);
        }
      }
    }
    if (scan.foundDoctype) {
      throw refuse("'" + entry.getName() + "' declares a document type");
    }
    if (isSheet && scan.foundFarCell) {
      throw refuse("'" + entry.getName() + "' has a cell beyond the last column, XFD");
    }
  }

  private InvalidInput refuse(String because) {
    return new InvalidInput(
        Finding.error(
            Place.of(file.toString()),
            "the file is not opened: " + because,
            "open it in a spreadsheet and save the sheet alone"));
  }

  /**
   * Finds a document type and cell addresses such as {@code r="ZZZZZZ1"} in the bytes of an XML
   * file. Bytes of value 0 do not count, so that it sees through UTF-16.
   */
  private static final class XmlScan {
    boolean foundDoctype;
    boolean foundFarCell;

    private int doctype;
    private Attribute attribute = Attribute.OUTSIDE;
    private int letters;

    /** How much of {@code <space> r = "letters digit} was seen. */
    private enum Attribute {
      OUTSIDE,
      SPACE,
      NAME,
      EQUALS,
      VALUE
    }

    void feed(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        if (bytes[i] != 0) {
          char c = (char) (bytes[i] & 0xFF);
          seekDoctype(Character.toLowerCase(c));
          seekFarCell(c);
        }
      }
    }

    private void seekDoctype(char c) {
      doctype = c == DOCTYPE.charAt(doctype) ? doctype + 1 : c == '<' ? 1 : 0;
      if (doctype == DOCTYPE.length()) {
        foundDoctype = true;
        doctype = 0;
      }
    }

    private void seekFarCell(char c) {
      boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      attribute =
          switch (attribute) {
            case OUTSIDE -> space ? Attribute.SPACE : Attribute.OUTSIDE;
            case SPACE -> space ? Attribute.SPACE : c == 'r' ? Attribute.NAME : Attribute.OUTSIDE;
            case NAME -> space ? Attribute.NAME : c == '=' ? Attribute.EQUALS : Attribute.OUTSIDE;
            case EQUALS ->
                space ? Attribute.EQUALS : c == '"' || c == '\'' ? startValue() : Attribute.OUTSIDE;
            case VALUE -> value(c);
          };
    }

    private Attribute startValue() {
      letters = 0;
      return Attribute.VALUE;
    }

    private Attribute value(char c) {
      if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        letters++;
        return Attribute.VALUE;
      }
      boolean isDigit = c >= '0' && c <= '9';
      // An address has no reason to be written with character references.
      foundFarCell |= c == '&' || (isDigit && letters > 3);
      return Attribute.OUTSIDE;
    }
  }
}
