package org.concordat.formats.standards;

import java.util.List;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

/** Reads one YAML file, which holds one or more documents, into the draft of a library. */
final class StandardsDocument {
  /** A table of topics belongs to other questions; in a folder it may lie beside crosswalks. */
  private static final String TOPICS = "topic-table";

  private final SourceProblems problems;
  private final LibraryDraft draft;
  private final FindingList findings;

  private StandardsDocument(SourceProblems problems, LibraryDraft draft, FindingList findings) {
    this.problems = problems;
    this.draft = draft;
    this.findings = findings;
  }

  static void read(Source source, LibraryDraft draft, FindingList findings) {
    SourceProblems problems = new SourceProblems(source.name(), findings);
    StandardsDocument document = new StandardsDocument(problems, draft, findings);
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      boolean isEmpty = true;
      for (Event event = events.next(); !(event instanceof StreamEndEvent); event = events.next()) {
        if (event instanceof DocumentStartEvent) {
          isEmpty = false;
          document.read(events.compose(events.next(), null));
        }
      }
      if (isEmpty) {
        findings.error(Place.of(source.name()), "the file holds nothing", expected());
      }
    } catch (Unreadable e) {
      draft.setIncomplete();
      findings.add(e.finding());
    }
  }

  private static String expected() {
    return "a catalogue has the keys 'catalogue' and 'controls', a crosswalk 'crosswalk' and"
        + " 'mappings'";
  }

  private void read(YamlNode root) {
    if (!(root instanceof YamlNode.Mapping mapping)) {
      draft.setIncomplete();
      problems.error(
          root, null, "expected a catalogue or a crosswalk, found " + root.inWords(), expected());
      return;
    }
    if (has(mapping, "catalogue") && has(mapping, "crosswalk")) {
      draft.setIncomplete();
      problems.error(
          root,
          null,
          "a catalogue and a crosswalk stand in one document",
          "write them in two files, or put a line '---' between them");
    } else if (has(mapping, "catalogue")) {
      new CatalogueReader(problems, draft).read(mapping);
    } else if (has(mapping, "crosswalk")) {
      new CrosswalkReader(problems, draft).read(mapping);
    } else if (has(mapping, TOPICS)) {
      findings.warning(
          Place.of(problems.file(), root.line(), root.column(), TOPICS),
          "this is a table of topics, from which nothing is concluded about pairs of controls",
          null);
    } else {
      draft.setIncomplete();
      for (YamlNode.Pair pair : mapping.pairs()) {
        String key = pair.key().text();
        if (!List.of("controls", "mappings").contains(key)) {
          EntryReader.reportUnknownKey(
              pair.key(), KeyPath.of(key), List.of("catalogue", "crosswalk"), problems);
        }
      }
      problems.error(root, null, "this is neither a catalogue nor a crosswalk", expected());
    }
  }

  /** The keys that tell of the document as a whole; whatever else stands there is reported. */
  static EntryReader header(
      YamlNode.Mapping root,
      EntryReader top,
      KeyPath path,
      List<String> known,
      SourceProblems problems) {
    YamlNode node = top.node(path.toString());
    return node instanceof YamlNode.Mapping mapping
        ? new EntryReader(mapping, path, known, problems)
        : EntryReader.ofNothing(node == null ? root : node, path, known, problems);
  }

  private static boolean has(YamlNode.Mapping mapping, String key) {
    return mapping.pairs().stream().anyMatch(pair -> pair.key().text().equals(key));
  }
}
