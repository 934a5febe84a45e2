package org.concordat.server.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.server.web.SvgFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a handler of the API answers.
 *
 * @param tag the tag of the entry that is told, or null
 */
public record ApiAnswer(int status, Map<String, String> headers, @Nullable String tag, Body body) {
  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  /** What stands in the body. */
  public sealed interface Body {}

  /** Nothing. */
  public record Nothing() implements Body {}

  /** JSON. */
  public record Json(JsonNode json) implements Body {}

  /** Anything else, written as it comes. */
  public record Written(String mediaType, Writer writer) implements Body {}

  /** Writes a body. */
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** Something that is there. */
  public static ApiAnswer ok(JsonNode json) {
    return new ApiAnswer(200, Map.of(), null, new Json(json));
  }

  /** Something that has just been made. */
  public static ApiAnswer created(String location, JsonNode json) {
    return new ApiAnswer(201, Map.of("Location", location), null, new Json(json));
  }

  /** Work that goes on by itself; the location tells how far it is. */
  public static ApiAnswer accepted(String location, JsonNode json) {
    return new ApiAnswer(202, Map.of("Location", location), null, new Json(json));
  }

  /** Done, and there is nothing to tell. */
  public static ApiAnswer done() {
    return new ApiAnswer(204, Map.of(), null, new Nothing());
  }

  /** A file. */
  public static ApiAnswer file(String mediaType, Writer writer) {
    return new ApiAnswer(200, Map.of(), null, new Written(mediaType, writer));
  }

  /** A picture. */
  public static ApiAnswer svg(String picture) {
    byte[] content = picture.getBytes(StandardCharsets.UTF_8);
    return file(Media.SVG, out -> out.write(content))
        .header("Content-Security-Policy", SvgFile.POLICY);
  }

  /** The same with the tag of what it tells. */
  public ApiAnswer tagged(String entryTag) {
    return new ApiAnswer(status, headers, entryTag, body);
  }

  /** The same with another header. */
  public ApiAnswer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiAnswer(status, more, tag, body);
  }
}
