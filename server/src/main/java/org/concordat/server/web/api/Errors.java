package org.concordat.server.web.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is wrong with a request, each with its place. Not for several threads. */
public final class Errors {
  /** So many are told; who mends these is told the next. */
  public static final int TOLD = 100;

  private final List<Entry> entries = new ArrayList<>();

  /** One thing that is wrong. */
  public sealed interface Entry {
    /** What is wrong and what would be right. */
    String detail();

    /** As it is sent. */
    default ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      switch (this) {
        case InBody(var pointer, var _) -> json.put("pointer", pointer);
        case InAddress(var parameter, var _) -> json.put("parameter", parameter);
        case InHeader(var header, var _) -> json.put("header", header);
      }
      return json.put("detail", detail());
    }
  }

  /**
   * In the body.
   *
   * @param pointer a JSON pointer (RFC 6901); empty for the whole body
   */
  public record InBody(String pointer, String detail) implements Entry {}

  /** In a query parameter or a part of the path. */
  public record InAddress(String parameter, String detail) implements Entry {}

  /** In a header. */
  public record InHeader(String header, String detail) implements Entry {}

  /** Tells of something in the body. */
  public void add(String pointer, String detail) {
    if (entries.size() < TOLD) {
      entries.add(new InBody(pointer, detail));
    }
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public List<Entry> list() {
    return List.copyOf(entries);
  }

  /**
   * Goes on when there is nothing wrong.
   *
   * @throws ApiFailure when there is
   */
  public void check() {
    if (!entries.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID, "The body breaks rules", list()).failure();
    }
  }

  /** A JSON pointer to a member of what another points to. */
  public static String pointer(String base, String member) {
    return base + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  /** A JSON pointer to an element of what another points to. */
  public static String pointer(String base, int index) {
    return base + "/" + index;
  }

  /** The JSON pointer that a path of keys such as {@code .properties[1].id} comes to. */
  public static String pointerOfKeys(String keys) {
    return keys.replace("[", "/").replace("]", "").replace('.', '/');
  }
}
