package org.concordat.server.trail.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one line of an export: a flat object of texts, nulls and whole numbers, with exactly the
 * members of its kind.
 */
final class LineParser {
  /** More members than any kind of line has. */
  private static final int MEMBERS = 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2)
                  .maxStringLength(TrailVerification.LINE_BYTES)
                  .maxNameLength(100)
                  .maxNumberLength(30)
                  .build())
          .build();

  private final Map<String, Object> members = new HashMap<>();

  private LineParser() {}

  /**
   * What a line says.
   *
   * @param isCanonical whether it says so in the one way that the format allows
   */
  record Parsed(TrailLine line, boolean isCanonical) {}

  /** Thrown when a line is none of the format; the message says why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String problem) {
      super(problem);
    }
  }

  static Parsed parse(byte[] bytes) throws Unreadable {
    LineParser parser = new LineParser();
    try {
      parser.readMembers(bytes);
      TrailLine line = parser.line();
      return new Parsed(line, Arrays.equals(line.canonical(), bytes));
    } catch (JacksonException e) {
      throw new Unreadable("this is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unreadable("a value is not of its form: " + e.getMessage());
    }
  }

  private void readMembers(byte[] bytes) throws Unreadable {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("this is no JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        Object value =
            switch (json.nextToken()) {
              case VALUE_STRING -> json.getString();
              case VALUE_NUMBER_INT -> json.getLongValue();
              case VALUE_NULL -> Absent.NULL;
              default -> throw new Unreadable("'" + name + "' is no text, number or null");
            };
        if (members.put(name, value) != null) {
          throw new Unreadable("'" + name + "' stands twice");
        }
        if (members.size() > MEMBERS) {
          throw new Unreadable("there are too many members");
        }
      }
      if (json.nextToken() != null) {
        throw new Unreadable("something follows the object");
      }
    }
  }

  private enum Absent {
    NULL
  }

  private TrailLine line() throws Unreadable {
    String kind = text("kind");
    TrailLine line =
        switch (kind) {
          case TrailHeader.KIND -> header();
          case TrailEntry.KIND -> entry();
          case SignedHead.KIND -> head();
          case TrailFooter.KIND -> footer();
          default -> throw new Unreadable("the kind '" + kind + "' is not known");
        };
    if (!members.isEmpty()) {
      throw new Unreadable("'" + members.keySet().iterator().next() + "' is not known");
    }
    return line;
  }

  private TrailHeader header() throws Unreadable {
    String format = text("format");
    long version = number("version");
    if (!format.equals(TrailHeader.FORMAT)) {
      throw new Unreadable("the format '" + format + "' is not known");
    }
    if (version != TrailHeader.VERSION) {
      throw new Unreadable(
          "version %d of the format is not known, only version %d"
              .formatted(version, TrailHeader.VERSION));
    }
    return new TrailHeader(
        uuid("tenant"), text("organisation"), new PublicSealKey(text("key")), instant("exported"));
  }

  private TrailEntry entry() throws Unreadable {
    return new TrailEntry(
        uuid("tenant"),
        number("number"),
        instant("at"),
        text("actor"),
        textOrNull("request"),
        uuidOrNull("change"),
        textOrNull("reason"),
        text("table"),
        text("row"),
        operation(),
        textOrNull("before"),
        textOrNull("after"));
  }

  private SignedHead head() throws Unreadable {
    return new SignedHead(
        uuid("tenant"),
        number("size"),
        TreeHash.parse(text("root")),
        instant("at"),
        text("fingerprint"),
        text("signature"));
  }

  private TrailFooter footer() throws Unreadable {
    return new TrailFooter(
        number("entries"), number("heads"), TreeHash.parse(text("digest")), text("signature"));
  }

  private Operation operation() throws Unreadable {
    String name = text("operation");
    return Arrays.stream(Operation.values())
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unreadable("the operation '" + name + "' is not known"));
  }

  private String text(String name) throws Unreadable {
    if (take(name) instanceof String text) {
      return text;
    }
    throw new Unreadable("'" + name + "' is no text");
  }

  private @Nullable String textOrNull(String name) throws Unreadable {
    return switch (take(name)) {
      case String text -> text;
      case Absent _ -> null;
      default -> throw new Unreadable("'" + name + "' is neither a text nor null");
    };
  }

  private long number(String name) throws Unreadable {
    if (take(name) instanceof Long number) {
      return number;
    }
    throw new Unreadable("'" + name + "' is no whole number");
  }

  private Object take(String name) throws Unreadable {
    Object value = members.remove(name);
    if (value == null) {
      throw new Unreadable("'" + name + "' is missing");
    }
    return value;
  }

  private UUID uuid(String name) throws Unreadable {
    return UUID.fromString(text(name));
  }

  private @Nullable UUID uuidOrNull(String name) throws Unreadable {
    String text = textOrNull(name);
    return text == null ? null : UUID.fromString(text);
  }

  private Instant instant(String name) throws Unreadable {
    return CanonicalJson.instant(text(name));
  }
}
