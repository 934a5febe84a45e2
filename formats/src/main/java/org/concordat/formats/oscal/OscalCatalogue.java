package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlIds;
import org.jspecify.annotations.Nullable;

/**
 * The controls of an OSCAL catalogue.
 *
 * <p>Groups that have an id are controls with their controls as parts. So are controls that hold
 * others, but for enhancements (controls whose class ends in {@code enhancement}): what they demand
 * comes on top of the control that they enhance, so they are no part of it, and become parts of its
 * group. The text of a control is its statement, with the labels of its items, and with its
 * parameters in square brackets.
 */
public final class OscalCatalogue {
  /** How deep parameters may stand in each other's choices. */
  private static final int PARAMETER_DEPTH = 3;

  /**
   * A catalogue as it was read.
   *
   * @param findings warnings
   */
  public record Read(Catalogue catalogue, List<Finding> findings) {
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /** A control and where it stands. */
  public record Entry(Control control, Place place) {}

  private final OscalDocument document;
  private final Map<String, OscalObject> parameters = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  private OscalCatalogue(OscalDocument document) {
    this.document = document;
  }

  /**
   * The controls in their order, as they stand there: ids may be there twice.
   *
   * @throws InvalidInput when the document is no catalogue
   */
  public static List<Entry> controls(OscalDocument document) throws InvalidInput {
    if (document.kind() != OscalKind.CATALOG) {
      throw new InvalidInput(
          Finding.error(
              document.place(document.root(), document.kind().root()),
              "this is " + document.kind().description() + " in OSCAL, not a catalogue",
              document.kind() == OscalKind.PROFILE ? "resolve it first" : null));
    }
    OscalCatalogue reader = new OscalCatalogue(document);
    reader.gatherParameters(document.root());
    reader.readInto(document.root(), null, null);
    return reader.entries;
  }

  /**
   * Reads a catalogue.
   *
   * @param id the id that it has here
   * @throws InvalidInput when the document is no catalogue, or an id is there twice
   */
  public static Read read(OscalDocument document, String id) throws InvalidInput {
    FindingList findings = new FindingList();
    List<Control> controls = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    for (Entry entry : controls(document)) {
      Place first = places.putIfAbsent(ControlIds.key(entry.control().id()), entry.place());
      if (first == null) {
        controls.add(entry.control());
      } else {
        findings.error(
            entry.place(),
            "the control '"
                + entry.control().id()
                + "' stands in line "
                + first.line()
                + " already",
            "give one of the two another id");
      }
    }
    if (controls.isEmpty()) {
      findings.error(
          document.place(document.root(), OscalKind.CATALOG.root()),
          "the catalogue has no controls",
          null);
    }
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    String version = document.metadata().text("version");
    return new Read(
        new Catalogue(
            id, document.title(), version.isEmpty() ? null : version, null, null, controls),
        findings.list());
  }

  private void gatherParameters(OscalObject holder) {
    for (OscalObject parameter : holder.objects("params")) {
      parameters.putIfAbsent(parameter.text("id"), parameter);
    }
    holder.objects("controls").forEach(this::gatherParameters);
    holder.objects("groups").forEach(this::gatherParameters);
  }

  private void readInto(OscalObject holder, @Nullable String whole, @Nullable String group) {
    for (OscalObject inner : holder.objects("groups")) {
      String id = add(inner, whole);
      readInto(inner, id == null ? whole : id, id == null ? group : id);
    }
    for (OscalObject control : holder.objects("controls")) {
      boolean isEnhancement =
          control.text("class").toLowerCase(Locale.ROOT).endsWith("enhancement");
      String id = add(control, isEnhancement ? group : whole);
      readInto(control, id == null ? whole : id, group);
    }
  }

  private @Nullable String add(OscalObject entry, @Nullable String whole) {
    String id = entry.text("id");
    if (id.isEmpty()) {
      return null;
    }
    String title = entry.text("title");
    String text = statement(entry);
    boolean isWithdrawn = entry.property("status").equalsIgnoreCase("withdrawn");
    entries.add(
        new Entry(
            new Control(
                id,
                title.isEmpty() ? id : title,
                whole,
                text.isEmpty() ? null : text,
                false,
                isWithdrawn),
            document.place(entry, id)));
    return id;
  }

  private String statement(OscalObject control) {
    StringBuilder text = new StringBuilder();
    for (OscalObject part : control.objects("parts")) {
      if (part.text("name").equals("statement")) {
        append(part, "", text);
      }
    }
    return text.toString().strip();
  }

  private void append(OscalObject part, String indent, StringBuilder text) {
    String label = part.property("label");
    String prose = part.text("prose");
    if (!prose.isEmpty() || !label.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append(indent);
      text.append(label).append(label.isEmpty() ? "" : " ");
      text.append(filled(prose, 0, Set.of()));
    }
    String inside = label.isEmpty() ? indent : indent + "  ";
    part.objects("parts").forEach(inner -> append(inner, inside, text));
  }

  /** The prose with its parameters in square brackets. */
  private String filled(String prose, int depth, Set<String> around) {
    if (!prose.contains("{{")) {
      return prose;
    }
    return ParameterInsert.PATTERN
        .matcher(prose)
        .replaceAll(insert -> Matcher.quoteReplacement(parameter(insert.group(1), depth, around)));
  }

  private String parameter(String id, int depth, Set<String> around) {
    OscalObject parameter = parameters.get(id);
    if (parameter == null || depth == PARAMETER_DEPTH || around.contains(id)) {
      return "[" + id + "]";
    }
    Set<String> inside = new HashSet<>(around);
    inside.add(id);
    List<String> values = parameter.texts("values");
    if (!values.isEmpty()) {
      return String.join(", ", values);
    }
    List<String> choices = parameter.object("select").texts("choice");
    if (!choices.isEmpty()) {
      List<String> filled =
          choices.stream().map(choice -> filled(choice, depth + 1, inside)).toList();
      return "[" + String.join("; ", filled) + "]";
    }
    String label = parameter.text("label");
    return "[" + (label.isEmpty() ? id : filled(label, depth + 1, inside)) + "]";
  }
}
