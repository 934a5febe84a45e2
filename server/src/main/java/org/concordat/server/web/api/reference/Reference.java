package org.concordat.server.web.api.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says, in the order and the parts in which people read it.
 *
 * @param operations by path and method
 * @param shapes by name
 */
public record Reference(List<Operation> operations, Map<String, Shape> shapes) {
  public Reference {
    operations = List.copyOf(operations);
    shapes = Map.copyOf(shapes);
  }

  /**
   * One thing that a program can ask for.
   *
   * @param group what it is about
   * @param path with the places of ids in braces
   * @param permission what the caller must be allowed to, or null when anybody may
   */
  public record Operation(
      String id,
      String group,
      String method,
      String path,
      String summary,
      @Nullable String permission,
      List<Parameter> parameters,
      List<Content> body,
      List<Answer> answers,
      List<Answer> problems) {
    public Operation {
      parameters = List.copyOf(parameters);
      body = List.copyOf(body);
      answers = List.copyOf(answers);
      problems = List.copyOf(problems);
    }

    /** Whether all words stand somewhere in it. */
    boolean matches(List<String> words) {
      StringBuilder text =
          new StringBuilder(method + " " + path + " " + summary + " " + permission);
      parameters.forEach(
          p -> text.append(' ').append(p.name()).append(' ').append(p.description()));
      body.forEach(content -> text.append(' ').append(content.type().text()));
      String all = text.toString().toLowerCase(Locale.ROOT);
      return words.stream().allMatch(all::contains);
    }
  }

  /**
   * A part of the address or a header.
   *
   * @param in {@code path}, {@code query} or {@code header}
   */
  public record Parameter(
      String name, String in, boolean required, ValueType type, String description) {}

  /**
   * What a body holds.
   *
   * @param media the media type
   * @param example as text, or null
   */
  public record Content(String media, ValueType type, @Nullable String example) {}

  /** An answer by its status. */
  public record Answer(String status, String description, List<Content> content) {
    public Answer {
      content = List.copyOf(content);
    }
  }

  /**
   * What a value may be.
   *
   * @param text in words, such as {@code string, 1 to 200 characters}
   * @param shape the name of the shape that it has, or null
   */
  public record ValueType(String text, @Nullable String shape) {}

  /** An object that bodies are made of. */
  public record Shape(String name, String description, List<Member> members) {
    public Shape {
      members = List.copyOf(members);
    }
  }

  /** A member of a shape. */
  public record Member(String name, boolean required, ValueType type, String description) {}

  /** The operations that all words of a search stand in; all of them for no words. */
  List<Operation> found(String search) {
    List<String> words = List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    return operations.stream().filter(operation -> operation.matches(words)).toList();
  }

  Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** The operations that take or give a shape. */
  List<Operation> using(String shape) {
    return operations.stream()
        .filter(
            operation ->
                operation.body().stream().anyMatch(content -> is(content, shape))
                    || operation.answers().stream()
                        .flatMap(answer -> answer.content().stream())
                        .anyMatch(content -> is(content, shape)))
        .toList();
  }

  private static boolean is(Content content, String shape) {
    return shape.equals(content.type().shape());
  }
}
