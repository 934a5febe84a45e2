package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that nobody vouches for: bounded, not too deep, no member twice, nothing behind it.
 */
public final class JsonBody {
  /** A body has at most so many bytes. */
  public static final int LARGEST = 1 << 20;

  /** A body of lines has at most so many bytes. */
  public static final int LARGEST_LINES = 16 << 20;

  /** A body of lines has at most so many lines. */
  public static final int MOST_LINES = 10_000;

  /** Objects and lists are nested at most so deep. */
  public static final int DEEPEST = 32;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LARGEST)
                          .maxNameLength(2_000)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The body of a request.
   *
   * @throws ApiFailure when it is none, or beyond the limits
   */
  static JsonNode read(HttpServletRequest request) {
    return parse(bytes(request, LARGEST), "The body");
  }

  /**
   * The body as bytes.
   *
   * @throws ApiFailure when it has more than so many
   */
  public static byte[] bytes(HttpServletRequest request, int most) {
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw Problem.of(Problem.Kind.MALFORMED, "The body did not arrive whole").failure();
    }
  }

  private static ApiFailure tooLarge(int most) {
    return Problem.of(
            Problem.Kind.TOO_LARGE, "A body here has at most " + most + " bytes; send it in parts")
        .failure();
  }

  private static JsonNode parse(byte[] bytes, String what) {
    try {
      return found(MAPPER.readTree(bytes), what);
    } catch (JacksonException e) {
      throw Problem.of(Problem.Kind.MALFORMED, wrong(e, what)).failure();
    }
  }

  private static JsonNode found(JsonNode node, String what) {
    if (node.isMissingNode()) {
      throw Problem.of(Problem.Kind.MALFORMED, what + " is empty; it must be JSON").failure();
    }
    return node;
  }

  /** Without quoting what was sent: it may be anything. */
  private static String wrong(JacksonException e, String what) {
    var place = e.getLocation();
    String at =
        place == null || place.getLineNr() < 1
            ? ""
            : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    String message = String.valueOf(e.getOriginalMessage());
    String why =
        message.startsWith("Duplicate")
            ? ": a member stands there twice"
            : message.contains("nesting depth") ? ": it is nested too deep" : "";
    return what + " is not JSON" + at + why;
  }

  /** A line of a body: the JSON, or what is wrong with it. */
  public sealed interface Line {
    /** The number of the line, from 1. */
    int number();

    record Read(int number, JsonNode json) implements Line {}

    record Broken(int number, Problem problem) implements Line {}
  }

  /**
   * The lines of a body, without empty ones.
   *
   * @throws ApiFailure when there are too many
   */
  public static List<Line> lines(HttpServletRequest request) {
    String text = Utf8.decode(bytes(request, LARGEST_LINES));
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        if (lines.size() == MOST_LINES) {
          throw Problem.of(
                  Problem.Kind.TOO_LARGE,
                  "A body has at most " + MOST_LINES + " lines; send more of them")
              .failure();
        }
        lines.add(line(number, line));
      }
    }
    return lines;
  }

  private static Line line(int number, String text) {
    try {
      return new Line.Read(number, found(MAPPER.readTree(text), "The line"));
    } catch (JacksonException e) {
      return new Line.Broken(number, Problem.of(Problem.Kind.MALFORMED, wrong(e, "The line")));
    }
  }
}
