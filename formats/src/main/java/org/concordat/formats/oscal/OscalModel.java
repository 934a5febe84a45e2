package org.concordat.formats.oscal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What OSCAL documents are made of: which members an assembly has, what they are called in JSON and
 * in XML, and in which order XML wants them. The models are read from {@code model.txt}, which also
 * explains its notation.
 */
final class OscalModel {
  /** How a member is written in XML. */
  enum Form {
    /** An attribute. */
    FLAG,
    /** One element. */
    ONE,
    /** Repeated elements. */
    LIST,
    /** Repeated elements inside one that has the name of the list. */
    WRAPPED_LIST,
    /** The text of the element that it is a member of. */
    OWN_TEXT,
    /** Blocks of marked-up text directly in the element that it is a member of. */
    OWN_PROSE
  }

  /** What a member holds. */
  enum Content {
    TEXT,
    LINE,
    PROSE,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ASSEMBLY
  }

  /**
   * A member of an assembly.
   *
   * @param name its name in JSON and YAML
   * @param element its name in XML; for a list, that of one element
   * @param canBeSingle whether JSON may write a list of one without its brackets
   */
  record Member(
      String name,
      String element,
      Form form,
      Content content,
      @Nullable Assembly assembly,
      boolean isRequired,
      boolean canBeSingle) {
    boolean isList() {
      return form == Form.LIST || form == Form.WRAPPED_LIST;
    }

    /** The assembly that the member holds. */
    Assembly of() {
      return Objects.requireNonNull(assembly, name);
    }
  }

  /** Members by their names and in the order of XML. */
  static final class Assembly {
    private final String name;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, Member> byElement = new HashMap<>();
    private final Map<String, Member> byAttribute = new HashMap<>();
    private @Nullable Member own;

    private Assembly(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    /** In the order that XML wants, flags first. */
    List<Member> members() {
      return members;
    }

    @Nullable Member member(String jsonName) {
      return byName.get(jsonName);
    }

    @Nullable Member element(String xmlName) {
      return byElement.get(xmlName);
    }

    @Nullable Member attribute(String xmlName) {
      return byAttribute.get(xmlName);
    }

    /** The member that is the text or the prose of the element itself, if any. */
    @Nullable Member own() {
      return own;
    }

    private void add(Member member) {
      members.add(member);
      byName.put(member.name(), member);
      switch (member.form()) {
        case FLAG -> byAttribute.put(member.element(), member);
        case ONE, LIST -> byElement.put(member.element(), member);
        case WRAPPED_LIST -> byElement.put(member.name(), member);
        case OWN_TEXT, OWN_PROSE -> own = member;
      }
    }
  }

  private static final String RESOURCE = "model.txt";
  private static final String DOCUMENT = "document ";

  private static final Map<OscalKind, Assembly> DOCUMENTS = load();

  private OscalModel() {}

  /** The assembly that a document of that kind is. */
  static Assembly of(OscalKind kind) {
    return Objects.requireNonNull(DOCUMENTS.get(kind), kind.root());
  }

  private static Map<OscalKind, Assembly> load() {
    Map<OscalKind, Assembly> documents = new EnumMap<>(OscalKind.class);
    Map<String, Assembly> assemblies = new HashMap<>();
    for (String line : lines()) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      String rest = line.substring(colon + 2).strip();
      if (name.startsWith(DOCUMENT)) {
        OscalKind kind = OscalKind.of(name.substring(DOCUMENT.length())).orElseThrow();
        documents.put(kind, assembly(rest, assemblies));
        continue;
      }
      Assembly assembly = assembly(name, assemblies);
      for (String member : rest.split(" ", -1)) {
        if (!member.isEmpty()) {
          assembly.add(member(member, assemblies));
        }
      }
    }
    return documents;
  }

  private static List<String> lines() {
    InputStream in =
        Objects.requireNonNull(OscalModel.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Assembly assembly(String name, Map<String, Assembly> assemblies) {
    return assemblies.computeIfAbsent(name, Assembly::new);
  }

  private static Member member(String text, Map<String, Assembly> assemblies) {
    int colon = text.indexOf(':');
    String head = colon < 0 ? text : text.substring(0, colon);
    String type = colon < 0 ? "text" : text.substring(colon + 1);
    boolean canBeSingle = head.endsWith("~");
    head = canBeSingle ? head.substring(0, head.length() - 1) : head;
    boolean isRequired = head.endsWith("!");
    head = isRequired ? head.substring(0, head.length() - 1) : head;
    Content content =
        switch (type) {
          case "text", "line", "prose", "integer", "number", "boolean" ->
              Content.valueOf(type.toUpperCase(Locale.ROOT));
          default -> Content.ASSEMBLY;
        };
    Form form = form(head);
    String name =
        switch (form) {
          case FLAG, OWN_TEXT, OWN_PROSE -> head.substring(1);
          case LIST, WRAPPED_LIST -> head.substring(0, head.indexOf('/'));
          case ONE -> head.split("=", -1)[0];
        };
    String element =
        switch (form) {
          case FLAG, OWN_TEXT, OWN_PROSE -> name;
          case LIST, WRAPPED_LIST -> head.substring(head.lastIndexOf('/') + 1);
          case ONE -> head.substring(head.indexOf('=') + 1);
        };
    return new Member(
        name,
        element,
        form,
        form == Form.OWN_PROSE ? Content.PROSE : content,
        content == Content.ASSEMBLY ? assembly(type, assemblies) : null,
        isRequired,
        canBeSingle);
  }

  private static Form form(String head) {
    return switch (head.charAt(0)) {
      case '@' -> Form.FLAG;
      case '=' -> Form.OWN_TEXT;
      case '^' -> Form.OWN_PROSE;
      default ->
          head.contains("//") ? Form.WRAPPED_LIST : head.contains("/") ? Form.LIST : Form.ONE;
    };
  }
}
