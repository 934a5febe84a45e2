package org.concordat.server.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.formats.yaml.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went wrong, as RFC 9457 says it to programs.
 *
 * @param kind which problem it is; programs tell problems apart by it
 * @param detail what is wrong this time, as a sentence without its full stop
 * @param errors where in the request it stands, everything at once
 * @param headers headers that belong to the answer, such as when to try again
 * @param members further members of the problem
 */
public record Problem(
    Kind kind,
    String detail,
    List<Errors.Entry> errors,
    Map<String, String> headers,
    Map<String, Object> members) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What a problem's type begins with; it is a name, and the guide explains it. */
  public static final String TYPE = "urn:concordat:problem:";

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
    members = Map.copyOf(members);
  }

  /**
   * The kinds of problems; {@code MALFORMED} has the type {@code urn:concordat:problem:malformed}.
   */
  public enum Kind {
    MALFORMED(400, "The request cannot be read"),
    WRONG_PARAMETERS(400, "The address has parameters that mean nothing here"),
    UNAUTHENTICATED(401, "A token is needed"),
    FORBIDDEN(403, "The token does not permit this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method means nothing here"),
    NOT_ACCEPTABLE(406, "The answer does not come in that form"),
    CONFLICT(409, "Something else stands in the way"),
    STALE(412, "It is not as you saw it"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request does not come in that form"),
    INVALID(422, "The request breaks rules"),
    PRECONDITION_REQUIRED(428, "Say which state you saw"),
    TOO_MANY_REQUESTS(429, "Too many requests at once"),
    FAILED(500, "The server made a mistake"),
    UNAVAILABLE(503, "The server cannot do this now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
      return status;
    }

    /** What it is in general, for people. */
    public String title() {
      return title;
    }

    /** The value of {@code type}. */
    public String type() {
      return TYPE + Words.of(this);
    }

    /** The kind that says most about a status. */
    public static Kind of(int status) {
      for (Kind kind : values()) {
        if (kind.status == status) {
          return kind;
        }
      }
      return status >= 500 ? FAILED : MALFORMED;
    }
  }

  /** A problem that needs no more words than these. */
  public static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of(), Map.of());
  }

  /** A problem whose places are told. */
  public static Problem of(Kind kind, String detail, List<Errors.Entry> errors) {
    return new Problem(kind, detail, errors, Map.of(), Map.of());
  }

  /** The same with another header. */
  public Problem header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(kind, detail, errors, more, members);
  }

  /** The same with another member. */
  public Problem member(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(kind, detail, errors, headers, more);
  }

  /** The exception that carries it. */
  public ApiFailure failure() {
    return new ApiFailure(this);
  }

  /**
   * As it is sent.
   *
   * @param request the id of the request, by which the logs find it
   */
  public ObjectNode json(String request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", kind.type());
    json.put("title", kind.title());
    json.put("status", kind.status());
    json.put("detail", detail);
    json.put("request", request);
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(error -> list.add(error.json()));
    }
    members.forEach(json::putPOJO);
    return json;
  }
}
