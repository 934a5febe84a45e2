package org.concordat.formats.oscal;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a document in JSON. */
final class JsonPlan {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * TreeBuilder.DEPTH)
                  .maxStringLength(TreeBuilder.TEXT_CHARACTERS * 16)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final String file;
  private final TreeBuilder builder;

  JsonPlan(String file, TreeBuilder builder) {
    this.file = file;
    this.builder = builder;
  }

  void read(InputStream in) throws InvalidInput {
    // The name under which the values of each open list go; empty for an open object.
    Deque<String> lists = new ArrayDeque<>();
    String name = "";
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        int line = json.currentTokenLocation().getLineNr();
        switch (token) {
          case PROPERTY_NAME -> name = json.currentName();
          case START_ARRAY -> lists.push(valueName(lists, name));
          case END_ARRAY -> lists.pop();
          case START_OBJECT -> {
            builder.start(valueName(lists, name), line);
            lists.push("");
          }
          case END_OBJECT -> {
            lists.pop();
            builder.end();
          }
          case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
            builder.start(valueName(lists, name), line);
            builder.text(json.getString(), line);
            builder.end();
          }
          case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new InvalidInput(
          Finding.error(
              Place.of(file, line, 0, null), "this is not JSON: " + e.getOriginalMessage(), null));
    }
  }

  private static String valueName(Deque<String> lists, String name) {
    String list = lists.peek();
    return list == null || list.isEmpty() ? name : list;
  }
}
