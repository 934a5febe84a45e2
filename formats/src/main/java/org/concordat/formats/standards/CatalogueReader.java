package org.concordat.formats.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.findings.Place;
import org.concordat.formats.standards.LibraryDraft.ControlDraft;
import org.concordat.formats.standards.LibraryDraft.Spelt;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue in YAML. */
final class CatalogueReader {
  private static final List<String> TOP = List.of("catalogue", "controls");
  private static final List<String> HEADER = List.of("id", "title", "version", "source", "licence");
  private static final List<String> CONTROL =
      List.of("id", "title", "text", "parts", "exhaustive", "withdrawn");

  private final SourceProblems problems;
  private final LibraryDraft draft;
  private final List<ControlDraft> controls = new ArrayList<>();
  private final List<LibraryDraft.NamedPart> namedParts = new ArrayList<>();

  CatalogueReader(SourceProblems problems, LibraryDraft draft) {
    this.problems = problems;
    this.draft = draft;
  }

  void read(YamlNode.Mapping root) {
    EntryReader top = new EntryReader(root, new KeyPath(null, "", 0), TOP, problems);
    KeyPath path = KeyPath.of("catalogue");
    EntryReader header = StandardsDocument.header(root, top, path, HEADER, problems);
    Spelt id = Spelt.required(header, "id", "write a short name, such as 'acme-2026'");
    String title = header.text("title");
    LibraryDraft.CatalogueDraft catalogue =
        new LibraryDraft.CatalogueDraft(
            id,
            title == null && id != null ? id.text() : Objects.requireNonNullElse(title, ""),
            header.text("version"),
            header.text("source"),
            header.text("licence"),
            problems.file(),
            controls,
            namedParts);
    YamlNode.Sequence list =
        readControls(root, path) ? top.list("controls", "[{id: A.1, title: Access}]") : null;
    if (list != null) {
      readAll(list, null, KeyPath.of("controls"));
    }
    draft.add(catalogue);
    if (top.isBroken() || header.isBroken()) {
      draft.setIncomplete();
    }
  }

  /** Whether there are controls to read; that there are none is reported. */
  private boolean readControls(YamlNode.Mapping root, KeyPath path) {
    boolean isThere = root.pairs().stream().anyMatch(p -> p.key().text().equals("controls"));
    if (!isThere) {
      problems.error(root, path, "the key 'controls' is missing", "list the controls below it");
    }
    return isThere;
  }

  private void readAll(YamlNode.Sequence list, @Nullable Spelt parent, KeyPath path) {
    for (int i = 0; i < list.items().size(); i++) {
      KeyPath at = path.item(i);
      switch (list.items().get(i)) {
        case YamlNode.Mapping mapping -> readControl(mapping, parent, at);
        case YamlNode.Scalar scalar when parent != null && !scalar.text().isBlank() ->
            namedParts.add(
                new LibraryDraft.NamedPart(
                    new Spelt(scalar.text().strip(), place(scalar, at)), parent, controls.size()));
        case YamlNode other -> {
          EntryReader.ofNothing(other, at, CONTROL, problems);
          draft.setIncomplete();
        }
      }
    }
  }

  private void readControl(YamlNode.Mapping mapping, @Nullable Spelt parent, KeyPath path) {
    EntryReader entry = new EntryReader(mapping, path, CONTROL, problems);
    Spelt id = Spelt.required(entry, "id", "write the id that the standard gives it");
    String title = entry.text("title");
    boolean isExhaustive = Boolean.TRUE.equals(entry.truth("exhaustive"));
    boolean isWithdrawn = Boolean.TRUE.equals(entry.truth("withdrawn"));
    String text = entry.text("text");
    if (id != null) {
      controls.add(
          new ControlDraft(
              id, title == null ? id.text() : title, parent, text, isExhaustive, isWithdrawn));
    }
    YamlNode.Sequence parts = entry.list("parts", "[{id: A.1.1, title: Accounts}]");
    if (parts != null) {
      readAll(parts, id, path.key("parts"));
    }
    if (entry.isBroken()) {
      draft.setIncomplete();
    }
  }

  private Place place(YamlNode node, KeyPath path) {
    return Place.of(problems.file(), node.line(), node.column(), path.toString());
  }
}
