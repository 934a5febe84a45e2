package org.concordat.formats.archimate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.findings.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements and relations from either format.
 *
 * <p>Archi keeps both in {@code element} tags with attributes ({@code id}, {@code name}); the
 * exchange format keeps them in {@code element} and {@code relationship} tags with {@code
 * identifier}, and their names in child tags, {@code label} in its version 2 and {@code name} in
 * version 3. No tag means different things in the two, so one walk serves both.
 */
final class ModelReader {
  private static final Set<String> NAMESPACES =
      Set.of(
          "http://www.archimatetool.com/archimate",
          "http://www.bolton.ac.uk/archimate",
          "http://www.opengroup.org/xsd/archimate",
          "http://www.opengroup.org/xsd/archimate/3.0/");

  /** Tags whose content is nothing of the model's. */
  private static final Set<String> FOREIGN = Set.of("metadata", "documentation", "purpose");

  private final XmlCursor xml;
  private final List<ArchimateModel.Element> elements = new ArrayList<>();
  private final List<ArchimateModel.Relation> relations = new ArrayList<>();
  private final Map<String, Integer> extras = new TreeMap<>();

  private ModelReader(XmlCursor xml) {
    this.xml = xml;
  }

  static ArchimateModel read(Path file, InputStream in) throws InvalidInput, IOException {
    return new ModelReader(new XmlCursor(file, in)).model();
  }

  private ArchimateModel model() throws InvalidInput, IOException {
    if (!xml.toNextStart()) {
      throw xml.invalid("is empty");
    }
    String namespace = xml.namespace();
    if (!xml.localName().equals("model") || namespace == null || !NAMESPACES.contains(namespace)) {
      throw xml.invalid(
          "is not an ArchiMate model: it starts with <"
              + xml.localName()
              + "> where Archi and the exchange format start with <model> in a namespace of"
              + " theirs");
    }
    while (xml.toNextStart()) {
      readTag();
    }
    return new ArchimateModel(elements, relations, extras);
  }

  private void readTag() throws InvalidInput, IOException {
    switch (xml.localName()) {
      case "element" -> readElement();
      case "relationship" -> readConcept(xml.type());
      case "view" -> readView();
      case "folder" -> count("folder");
      case "item" -> {
        if (xml.attribute("identifierRef") == null && xml.attribute("identifierref") == null) {
          count("folder");
        }
      }
      case "property" -> count("property");
      case "propertyDefinition", "propertydef" -> count("property definition");
      case "profile" -> count("profile");
      case String tag when FOREIGN.contains(tag) -> skip();
      default -> {}
    }
  }

  private void readElement() throws InvalidInput, IOException {
    String type = xml.type();
    if (type.endsWith("Model")) {
      // Archi keeps its views (ArchimateDiagramModel, SketchModel, CanvasModel) among the elements.
      readView();
    } else {
      readConcept(type);
    }
  }

  private void readView() throws InvalidInput, IOException {
    count("view");
    skip();
  }

  /** Passes over the present tag, but for the properties inside. */
  private void skip() throws InvalidInput, IOException {
    int outer = xml.depth();
    while (xml.toNextStartWithin(outer)) {
      if (xml.localName().equals("property")) {
        count("property");
      }
    }
  }

  private void readConcept(String type) throws InvalidInput, IOException {
    int line = xml.line();
    String id = attribute("identifier", "id");
    String source = attribute("source", "source");
    String target = attribute("target", "target");
    InLanguages name = new InLanguages();
    String attributeName = xml.attribute("name");
    if (attributeName != null) {
      name.add("", attributeName);
    }
    InLanguages documentation = new InLanguages();
    int outer = xml.depth();
    while (xml.toNextStartWithin(outer)) {
      if (xml.localName().equals("property")) {
        count("property");
      } else if (xml.depth() == outer + 1) {
        switch (xml.localName()) {
          case "name", "label" -> name.add(xml.language(), xml.text());
          case "documentation" -> documentation.add(xml.language(), xml.text());
          default -> {}
        }
      }
    }
    if (elements.size() + relations.size() >= ArchimateImport.MAX_CONCEPTS) {
      throw xml.invalid(
          "holds more than " + ArchimateImport.MAX_CONCEPTS + " elements and relations");
    }
    ElementType elementType = ElementType.named(type).orElse(null);
    if (elementType == null && (RelationType.named(type).isPresent() || !source.isEmpty())) {
      addRelation(id, type, source, target, line);
    } else {
      String typeName = elementType == null ? known(type) : elementType.typeName();
      elements.add(
          new ArchimateModel.Element(
              id,
              elementType,
              typeName,
              nameOr(name.best(), typeName, id),
              blankToNull(documentation.best()),
              line));
    }
  }

  private void addRelation(String id, String type, String source, String target, int line) {
    RelationType relationType = RelationType.named(type).orElse(null);
    relations.add(
        new ArchimateModel.Relation(
            id,
            relationType,
            relationType == null ? known(type) : relationType.typeName(),
            source,
            target,
            line));
  }

  private String attribute(String name, String otherName) throws InvalidInput {
    String value = xml.attribute(name);
    if (value == null) {
      value = xml.attribute(otherName);
    }
    return value == null ? "" : value.strip();
  }

  private static String known(String type) {
    return type.isEmpty() ? "(without type)" : type;
  }

  private static String nameOr(@Nullable String name, String typeName, String id) {
    String line = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? (typeName + " " + id).strip() : line;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void count(String kind) {
    extras.merge(kind, 1, Integer::sum);
  }

  /** A text in one or more languages: English if there is any, else the first. */
  private static final class InLanguages {
    private @Nullable String best;
    private boolean english;

    void add(String language, String text) {
      boolean isEnglish = language.toLowerCase(Locale.ROOT).matches("en(-.*)?");
      if (best == null || best.isBlank() || (isEnglish && !english && !text.isBlank())) {
        best = text;
        english = isEnglish;
      }
    }

    @Nullable String best() {
      return best;
    }
  }
}
