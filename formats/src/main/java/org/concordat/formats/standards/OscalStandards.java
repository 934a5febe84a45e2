package org.concordat.formats.standards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Control;
import org.concordat.formats.oscal.OscalCatalogue;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalKind;
import org.concordat.formats.oscal.OscalMappings;
import org.concordat.formats.standards.LibraryDraft.CatalogueDraft;
import org.concordat.formats.standards.LibraryDraft.ConsideredDraft;
import org.concordat.formats.standards.LibraryDraft.ControlDraft;
import org.concordat.formats.standards.LibraryDraft.CrosswalkDraft;
import org.concordat.formats.standards.LibraryDraft.MappingDraft;
import org.concordat.formats.standards.LibraryDraft.Spelt;

/**
 * OSCAL catalogues and mapping collections among the files. A catalogue's id is the name of its
 * file without the ending, and so are those that a mapping collection speaks of; the id of its
 * crosswalk is the name of its own file, with a number where it holds several.
 */
final class OscalStandards {
  /** What an OSCAL document starts with, in JSON, YAML and XML. */
  private static final Pattern START =
      Pattern.compile(
          ("(?s)\\uFEFF?\\s*(?:<.*"
                  + "|\\{\\s*(?:\"\\$schema\"\\s*:\\s*\"[^\"]*\"\\s*,\\s*)?\"(?:NAME)\"\\s*:.*"
                  + "|(?:(?:#[^\\n]*|---\\s*|\\$schema[^\\n]*)\\n\\s*)*(?:NAME)\\s*:.*)")
              .replace("NAME", names()));

  private OscalStandards() {}

  private static String names() {
    return String.join("|", List.of(OscalKind.values()).stream().map(OscalKind::root).toList());
  }

  /** Whether a text that begins so is an OSCAL document of any kind. */
  static boolean isOscal(String start) {
    return START.matcher(start).matches();
  }

  /**
   * Adds a document to the draft.
   *
   * @throws InvalidInput when it is neither a catalogue with controls nor a mapping collection
   */
  static void read(OscalDocument document, LibraryDraft draft, FindingList findings)
      throws InvalidInput {
    switch (document.kind()) {
      case CATALOG -> draft.add(catalogue(document));
      case MAPPING_COLLECTION -> {
        OscalMappings.Read read = OscalMappings.read(document);
        read.findings().forEach(findings::add);
        for (int i = 0; i < read.crosswalks().size(); i++) {
          String number = read.crosswalks().size() == 1 ? "" : "-" + (i + 1);
          draft.add(crosswalk(document, read.crosswalks().get(i), number));
        }
      }
      case PROFILE,
          COMPONENT_DEFINITION,
          SYSTEM_SECURITY_PLAN,
          ASSESSMENT_PLAN,
          ASSESSMENT_RESULTS,
          PLAN_OF_ACTION_AND_MILESTONES ->
          throw new InvalidInput(
              Finding.error(
                  document.place(document.root(), document.kind().root()),
                  "this is %s in OSCAL, neither a catalogue nor a mapping collection"
                      .formatted(document.kind().description()),
                  document.kind() == OscalKind.PROFILE ? "resolve it first" : null));
    }
  }

  private static CatalogueDraft catalogue(OscalDocument document) throws InvalidInput {
    List<ControlDraft> controls = new ArrayList<>();
    Map<String, Spelt> read = new HashMap<>();
    for (OscalCatalogue.Entry entry : OscalCatalogue.controls(document)) {
      Control control = entry.control();
      Spelt id = new Spelt(control.id(), entry.place());
      read.putIfAbsent(control.id(), id);
      controls.add(
          new ControlDraft(
              id,
              control.title(),
              control.parent() == null ? null : read.get(control.parent()),
              control.text(),
              control.exhaustive(),
              control.withdrawn()));
    }
    if (controls.isEmpty()) {
      throw new InvalidInput(
          Finding.error(
              document.place(document.root(), OscalKind.CATALOG.root()),
              "this OSCAL catalogue has no controls",
              "a catalogue of Concordat's own layout starts with 'catalogue'"));
    }
    String version = document.metadata().text("version");
    return new CatalogueDraft(
        new Spelt(idOf(document), Place.of(document.file())),
        document.title(),
        version.isEmpty() ? null : version,
        null,
        null,
        document.file(),
        controls,
        List.of());
  }

  private static CrosswalkDraft crosswalk(
      OscalDocument document, OscalMappings.Collected collected, String number) {
    Place whole = document.place(document.root(), OscalKind.MAPPING_COLLECTION.root());
    return new CrosswalkDraft(
        new Spelt(idOf(document) + number, whole),
        new Spelt(collected.source(), whole),
        new Spelt(collected.target(), whole),
        collected.publisher(),
        collected.url(),
        collected.version(),
        collected.licence(),
        collected.rows().stream()
            .map(
                row ->
                    new MappingDraft(
                        new Spelt(row.mapping().source(), row.place()),
                        row.mapping().statement(),
                        new Spelt(row.mapping().target(), row.place()),
                        row.mapping().strength(),
                        row.mapping().because(),
                        row.mapping().extras()))
            .toList(),
        collected.considered().stream()
            .map(
                each ->
                    new ConsideredDraft(
                        new Spelt(each.control().catalogue(), whole),
                        new Spelt(each.control().control(), whole),
                        each.because()))
            .toList(),
        collected.extras());
  }

  /** The name of the file without folders and ending. */
  private static String idOf(OscalDocument document) {
    Path file = Path.of(document.file());
    String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
