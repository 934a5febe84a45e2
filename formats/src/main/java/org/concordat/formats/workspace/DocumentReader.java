package org.concordat.formats.workspace;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

/** Reads one file into the draft. */
final class DocumentReader {
  private final Source source;
  private final int file;
  private final Draft draft;
  private final SourceProblems problems;
  private final YamlEvents events;

  private DocumentReader(Source source, int file, Draft draft, FindingList findings) {
    this.source = source;
    this.file = file;
    this.draft = draft;
    this.problems = new SourceProblems(source.name(), findings);
    this.events = new YamlEvents(source, problems);
  }

  /** Adds what the source says to the draft, and what is wrong with it to the findings. */
  static void read(Source source, Draft draft, FindingList findings) {
    int file = draft.fileCount();
    draft.beginFile();
    try {
      new DocumentReader(source, file, draft, findings).readStream();
    } catch (Unreadable e) {
      draft.incomplete = true;
      findings.add(e.finding());
    }
  }

  private void readStream() throws Unreadable {
    events.next();
    if (events.next() instanceof StreamEndEvent) {
      return;
    }
    readRoot(events.next());
    events.next();
    if (events.next() instanceof DocumentStartEvent second) {
      throw new Unreadable(
          Finding.error(
              Place.of(source.name(), YamlEvents.line(second), YamlEvents.column(second), null),
              "a second YAML document begins here",
              "keep one document in a file, and remove the line '---'"));
    }
  }

  private void readRoot(Event root) throws Unreadable {
    if (root instanceof MappingStartEvent) {
      events.refuseAnchorsAndTags(root, null);
      readKeys();
      return;
    }
    YamlNode node = events.compose(root, null);
    boolean isEmpty = node instanceof YamlNode.Scalar scalar && scalar.isNull();
    if (!isEmpty) {
      draft.incomplete = true;
      problems.error(
          node,
          null,
          "expected keys such as 'assets:', found " + node.inWords(),
          "the keys here are " + String.join(", ", Keys.TOP));
    }
  }

  private void readKeys() throws Unreadable {
    Set<String> keys = new HashSet<>();
    for (Event event = events.next();
        !(event instanceof CollectionEndEvent);
        event = events.next()) {
      YamlNode node = events.compose(event, null);
      Event value = events.next();
      if (!(node instanceof YamlNode.Scalar key)) {
        problems.error(node, null, "a key is one word, and here stands " + node.inWords(), null);
        events.skip(value);
      } else if (!keys.add(key.text())) {
        problems.error(
            key,
            KeyPath.of(key.text()),
            "the key '" + key.text() + "' stands twice",
            "keep one of the two, and join what stands below");
        events.skip(value);
      } else {
        readKey(key, value);
      }
    }
  }

  private void readKey(YamlNode.Scalar key, Event value) throws Unreadable {
    Optional<Keys.Listed> list = Keys.Listed.of(key.text());
    Optional<Keys.Header> header = Keys.Header.of(key.text());
    if (list.isPresent()) {
      readList(list.get(), value);
    } else if (header.isPresent()) {
      readHeader(header.get(), key, value);
    } else if (key.text().equals(Keys.VERSION)) {
      readVersion(events.compose(value, KeyPath.of(Keys.VERSION)));
    } else {
      EntryReader.reportUnknownKey(key, KeyPath.of(key.text()), Keys.TOP, problems);
      events.skip(value);
    }
  }

  private void readList(Keys.Listed list, Event value) throws Unreadable {
    KeyPath path = KeyPath.of(list.key());
    if (value instanceof SequenceStartEvent) {
      events.refuseAnchorsAndTags(value, path);
      ListReader reader = new ListReader(draft, problems);
      int index = 0;
      for (Event item = events.next();
          !(item instanceof CollectionEndEvent);
          item = events.next()) {
        KeyPath itemPath = path.item(index++);
        reader.read(list, events.compose(item, itemPath), itemPath);
      }
      return;
    }
    YamlNode node = events.compose(value, path);
    boolean isAbsent = node instanceof YamlNode.Scalar scalar && scalar.isNull();
    if (!isAbsent) {
      draft.incomplete = true;
      if (!(node instanceof YamlNode.Refused)) {
        problems.error(
            node,
            path,
            "expected a list, found " + node.inWords(),
            "begin each entry with '- ' on a line of its own");
      }
    }
  }

  private void readHeader(Keys.Header header, YamlNode.Scalar key, Event value) throws Unreadable {
    KeyPath path = KeyPath.of(header.key());
    YamlNode node = events.compose(value, path);
    if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return;
    }
    if (draft.headerFiles.putIfAbsent(header, file) != null) {
      problems.error(
          key,
          path,
          "the key '" + header.key() + "' stands in another file as well",
          "keep it in one file");
      return;
    }
    new HeaderReader(draft, problems).read(header, node);
  }

  private void readVersion(YamlNode node) {
    draft.versionStated = true;
    KeyPath path = KeyPath.of(Keys.VERSION);
    String remedy = "this program reads version " + Keys.VERSION_READ;
    switch (node) {
      case YamlNode.Refused _ -> {}
      case YamlNode.Scalar version when version.text().equals(Keys.VERSION_READ) -> {
        if (!version.plain()) {
          problems.error(
              version, path, "the version is a number, without quotes", "write 'concordat: 1'");
        }
      }
      case YamlNode.Scalar version ->
          problems.error(
              version, path, version.inWords() + " is no version that can be read", remedy);
      default -> problems.error(node, path, "expected a version, found " + node.inWords(), remedy);
    }
  }
}
