package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which state of an entry a change is about (RFC 9110, section 13). */
public sealed interface Precondition {
  /** Nothing is said. */
  record Unsaid() implements Precondition {}

  /** {@code If-None-Match: *}: it must not be there yet. */
  record Absent() implements Precondition {}

  /** {@code If-Match: *}: it must be there, however it is. */
  record Present() implements Precondition {}

  /** {@code If-Match}: it must be as one of these tags says. */
  record Matching(List<String> tags) implements Precondition {
    public Matching {
      tags = List.copyOf(tags);
    }
  }

  /** An entity tag; a proxy that packs an answer may have made it a weak one. */
  Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([^\"]*)\"\\s*(?:,|$)");

  /**
   * What a request says.
   *
   * @throws ApiFailure when it cannot be understood
   */
  static Precondition of(HttpServletRequest request) {
    List<String> match = Collections.list(request.getHeaders("If-Match"));
    List<String> noneMatch = Collections.list(request.getHeaders("If-None-Match"));
    if (!match.isEmpty() && !noneMatch.isEmpty()) {
      throw wrong("If-None-Match", "does not go together with If-Match");
    }
    if (!noneMatch.isEmpty()) {
      if (!noneMatch.equals(List.of("*"))) {
        throw wrong("If-None-Match", "must be * for a change");
      }
      return new Absent();
    }
    if (match.isEmpty()) {
      return new Unsaid();
    }
    return match.equals(List.of("*")) ? new Present() : new Matching(tags("If-Match", match));
  }

  /** Whether a reader has the state with this tag already. */
  static boolean isKnown(HttpServletRequest request, String tag) {
    List<String> headers = Collections.list(request.getHeaders("If-None-Match"));
    return headers.equals(List.of("*"))
        || headers.stream().anyMatch(header -> header.contains("\"" + tag + "\""));
  }

  private static List<String> tags(String name, List<String> headers) {
    List<String> tags = new ArrayList<>();
    for (String header : headers) {
      Matcher matcher = TAG.matcher(header);
      int end = 0;
      while (matcher.find() && matcher.start() == end) {
        tags.add(matcher.group(1));
        end = matcher.end();
      }
      if (end != header.length()) {
        throw wrong(name, "must be an entity tag in quotation marks, as ETag gives it");
      }
    }
    return tags;
  }

  private static ApiFailure wrong(String header, String detail) {
    return Problem.of(
            Problem.Kind.MALFORMED,
            "The condition cannot be understood",
            List.of(new Errors.InHeader(header, detail)))
        .failure();
  }
}
