package org.concordat.formats.oscal;

import java.io.InputStream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalScalar.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a document in JSON. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * ReadingLimits.DEPTH + 2)
                  .maxStringLength(ReadingLimits.TEXT_CHARACTERS)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final ReadingLimits limits;
  private final FindingList findings;

  JsonReader(ReadingLimits limits, FindingList findings) {
    this.limits = limits;
    this.findings = findings;
  }

  OscalValue read(InputStream in) throws InvalidInput {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      OscalValue value = value(json, json.nextToken());
      if (json.nextToken() != null) {
        throw limits.refuse(line(json), "this is not JSON: something follows the document");
      }
      return value;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new InvalidInput(
          Finding.error(
              Place.of(limits.file(), line, 0, null),
              "this is not JSON: " + e.getOriginalMessage(),
              null));
    }
  }

  private OscalValue value(JsonParser json, JsonToken token) throws InvalidInput {
    int line = line(json);
    return switch (token) {
      case START_OBJECT -> object(json, line);
      case START_ARRAY -> list(json, line);
      case VALUE_STRING -> scalar(Kind.TEXT, json, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, json, line);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, json, line);
      case VALUE_NULL -> scalar(Kind.NULL, json, line);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw limits.refuse(line, "this is not JSON: a value is missing");
    };
  }

  private OscalObject object(JsonParser json, int line) throws InvalidInput {
    limits.enterObject(line);
    OscalObject object = new OscalObject(line);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      OscalValue value = value(json, json.nextToken());
      if (object.has(name)) {
        findings.error(
            Place.of(limits.file(), value.line(), 0, name),
            "the object has '" + name + "' twice",
            "keep one of the two");
      } else {
        object.set(name, value);
      }
    }
    limits.leaveObject();
    return object;
  }

  private OscalList list(JsonParser json, int line) throws InvalidInput {
    limits.enterList(line);
    OscalList list = new OscalList(line);
    JsonToken token = json.nextToken();
    while (token != JsonToken.END_ARRAY) {
      list.add(value(json, token));
      token = json.nextToken();
    }
    limits.leaveList();
    return list;
  }

  private OscalScalar scalar(Kind kind, JsonParser json, int line) throws InvalidInput {
    limits.count(line);
    return new OscalScalar(kind, json.getString(), line);
  }

  private static int line(JsonParser json) {
    return Math.max(0, json.currentTokenLocation().getLineNr());
  }
}
