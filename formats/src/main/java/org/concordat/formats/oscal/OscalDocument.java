package org.concordat.formats.oscal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * A document of OSCAL 1.x of whatever kind, with everything that it holds, by the names of its JSON
 * form. It is read from JSON, YAML or XML, found out from the content, and written as any of them.
 *
 * <p>JSON and YAML hold the same. By way of XML, marked-up text comes back as the same text in its
 * plainest Markdown, and what OSCAL does not know comes back as well; comments are lost.
 *
 * <p>Documents are bounded: 200 MiB (YAML 32 MiB), 100 levels, 4 million values, 16 Mi characters
 * in one text. Nothing is fetched.
 */
public final class OscalDocument {
  private final String file;
  private final OscalKind kind;
  private final OscalObject top;

  private OscalDocument(String file, OscalKind kind, OscalObject top) {
    this.file = file;
    this.kind = kind;
    this.top = top;
  }

  /** A new document around its outermost object. */
  public static OscalDocument of(OscalKind kind, OscalObject root) {
    return new OscalDocument("", kind, new OscalObject().set(kind.root(), root));
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInput when it is no OSCAL document, or beyond the limits
   * @throws IOException when it cannot be read
   */
  public static OscalDocument read(Path file) throws IOException, InvalidInput {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(file.toString(), in, Files.size(file));
    }
  }

  /**
   * Reads a document that is in memory.
   *
   * @param name by which findings name the document
   * @throws InvalidInput when it is no OSCAL document, or beyond the limits
   */
  public static OscalDocument read(String name, byte[] content) throws InvalidInput {
    try {
      return read(name, new ByteArrayInputStream(content), content.length);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be read", e);
    }
  }

  private static OscalDocument read(String file, InputStream in, long bytes)
      throws IOException, InvalidInput {
    OscalNotation notation = notation(file, in);
    boolean isYaml = notation == OscalNotation.YAML;
    long limit = isYaml ? ReadingLimits.YAML_BYTES : ReadingLimits.FILE_BYTES;
    if (bytes > limit) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file),
              "the file is larger than " + (limit >> 20) + " MiB",
              isYaml ? "write it in JSON or XML" : null));
    }
    ReadingLimits limits = new ReadingLimits(file);
    FindingList findings = new FindingList();
    OscalValue value =
        switch (notation) {
          case JSON -> new JsonReader(limits, findings).read(in);
          case YAML -> new YamlReader(limits, findings).read(in);
          case XML -> XmlReader.read(in, limits, findings);
        };
    OscalDocument document = of(file, value);
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    if (isYaml) {
      OscalShape.makeTexts(document.kind, document.root());
    }
    return document;
  }

  private static OscalDocument of(String file, OscalValue value) throws InvalidInput {
    if (value instanceof OscalObject top) {
      for (OscalKind kind : OscalKind.values()) {
        if (top.get(kind.root()) instanceof OscalObject) {
          return new OscalDocument(file, kind, top);
        }
      }
    }
    throw new InvalidInput(
        Finding.error(
            Place.of(file),
            "this is no OSCAL document: it starts with none of catalog, profile,"
                + " mapping-collection and the other kinds",
            null));
  }

  private static OscalNotation notation(String file, InputStream in)
      throws IOException, InvalidInput {
    in.mark(1 << 10);
    byte[] start = in.readNBytes(1 << 10);
    in.reset();
    Optional<Integer> first =
        new String(start, charset(start))
            .codePoints()
            .filter(c -> !Character.isWhitespace(c) && c != 0xFEFF)
            .boxed()
            .findFirst();
    if (first.isEmpty()) {
      throw new InvalidInput(Finding.error(Place.of(file), "the file is empty", null));
    }
    return switch (first.get()) {
      case (int) '{' -> OscalNotation.JSON;
      case (int) '<' -> OscalNotation.XML;
      default -> OscalNotation.YAML;
    };
  }

  /** UTF-16 where a byte order mark or a zero beside the first character says so. */
  private static Charset charset(byte[] start) {
    if (start.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int pair = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
    if (pair == 0xFEFF || start[0] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return pair == 0xFFFE || start[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** The file that the document was read from, or an empty text. */
  public String file() {
    return file;
  }

  public OscalKind kind() {
    return kind;
  }

  /** What is written: the outermost object with its one member, and what stands beside it. */
  public OscalObject top() {
    return top;
  }

  /** The document itself; a change of it is a change of the document. */
  public OscalObject root() {
    return top.object(kind.root());
  }

  public OscalObject metadata() {
    return root().object("metadata");
  }

  /** The version of OSCAL that the document says it is written for, or empty. */
  public String oscalVersion() {
    return metadata().text("oscal-version");
  }

  public String uuid() {
    return root().text("uuid");
  }

  public String title() {
    return metadata().text("title");
  }

  /** Where the finding about a value stands. */
  public Place place(OscalValue value, String path) {
    return new Place(file.isEmpty() ? null : file, value.line(), 0, path);
  }

  /**
   * What is not as OSCAL's model of this kind wants it. NIST's schemas also know which values are
   * allowed; of these only UUIDs and times are looked at here.
   */
  public List<Finding> check() {
    FindingList findings = new FindingList();
    OscalShape.check(this, findings);
    return findings.list();
  }

  /** A document that can be changed without changing this one. */
  public OscalDocument copy() {
    return new OscalDocument(file, kind, top.copy());
  }

  /**
   * The document in a notation, in UTF-8.
   *
   * @throws InvalidInput when members have a shape for which XML has no place
   */
  public byte[] write(OscalNotation notation) throws InvalidInput {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (notation) {
      case JSON -> JsonWriter.write(top, out);
      case YAML -> {
        try {
          YamlWriter.write(top, out);
        } catch (IOException e) {
          throw new IllegalStateException("memory cannot be written", e);
        }
      }
      case XML -> XmlWriter.write(this, out);
    }
    return out.toByteArray();
  }
}
