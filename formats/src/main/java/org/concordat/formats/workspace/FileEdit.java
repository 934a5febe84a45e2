package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Unit;
import org.concordat.formats.yaml.Source;
import org.jspecify.annotations.Nullable;

/** The edits of one file, line by line. */
final class FileEdit {
  private final TextLines lines;
  private final Map<String, Layout.Section> sections;
  private final EntryWriter oldWriter;
  private final EntryWriter newWriter;
  private final List<TextLines.Edit> edits = new ArrayList<>();

  private FileEdit(
      TextLines lines,
      Map<String, Layout.Section> sections,
      EntryWriter oldWriter,
      EntryWriter newWriter) {
    this.lines = lines;
    this.sections = sections;
    this.oldWriter = oldWriter;
    this.newWriter = newWriter;
  }

  /** An edit of the source, or null when its keys do not stand on lines of their own. */
  static @Nullable FileEdit of(Source source, EntryWriter oldWriter, EntryWriter newWriter) {
    TextLines lines = new TextLines(source.text());
    Map<String, Layout.Section> sections = Layout.of(source, lines);
    return sections == null ? null : new FileEdit(lines, sections, oldWriter, newWriter);
  }

  String result() {
    return lines.edited(edits);
  }

  /** Replaces the line of a header key; an empty one takes it away. */
  void header(Keys.Header header, String line) {
    List<String> written = line.isEmpty() ? List.of() : List.of(line);
    Layout.Section section = sections.get(header.key());
    Layout.Section organisation = sections.get(Keys.Header.ORGANISATION.key());
    if (section != null) {
      replace(section.first(), section.last() + 1, written);
    } else if (organisation != null) {
      insert(organisation.last() + 1, written);
    } else {
      insert(lines.afterAll(), written);
    }
  }

  /** Brings a list from its old entries in this file to what the changes make of them. */
  void list(Keys.Listed key, List<?> before, EntryChanges changes) {
    Layout.Section section = sections.get(key.key());
    if (section == null) {
      insert(lines.afterAll(), WorkspaceText.listLines(key, changes.result(), newWriter));
    } else if (section.list() != null && section.list().items().size() == before.size()) {
      items(section.list(), before, changes);
    } else {
      replace(
          section.first(),
          section.last() + 1,
          WorkspaceText.listLines(key, changes.result(), newWriter));
    }
  }

  private void items(Layout.ItemList list, List<?> before, EntryChanges changes) {
    int last = list.keyLine();
    for (int i = 0; i < before.size(); i++) {
      Layout.Item item = list.items().get(i);
      Object outcome = changes.outcomes().get(i);
      if (outcome == null) {
        replace(firstComment(item.first(), last), item.last() + 1, List.of());
      } else if (outcome != before.get(i) && !onlyGoals(item, before.get(i), outcome)) {
        replace(item.first(), item.last() + 1, rewritten(item, outcome, list.indent()));
      }
      last = item.last();
    }
    List<String> added = new ArrayList<>();
    for (Object entry : changes.added()) {
      added.addAll(WorkspaceText.itemLines(entry, list.indent(), newWriter));
    }
    insert(last + 1, added);
  }

  /** The first of the comment lines directly above a line, and below another. */
  private int firstComment(int line, int below) {
    int first = line;
    while (first - 1 > below && lines.isComment(first - 1)) {
      first--;
    }
    return first;
  }

  private List<String> rewritten(Layout.Item item, Object entry, String indent) {
    List<String> written = WorkspaceText.itemLines(entry, indent, newWriter);
    String comment = item.first() == item.last() ? lines.after(item.last(), item.endColumn()) : "";
    return comment.isEmpty() || written.size() > 1
        ? written
        : List.of(written.getFirst() + " " + comment);
  }

  /** Edits the goals of a unit alone, when nothing else of it changes; returns whether it did. */
  private boolean onlyGoals(Layout.Item item, Object before, Object after) {
    boolean isPossible =
        before instanceof Unit oldUnit
            && after instanceof Unit newUnit
            && item.goals() != null
            && item.goals().items().size() == oldUnit.goals().size()
            && !newUnit.goals().isEmpty()
            && withoutGoals(oldUnit).equals(withoutGoals(newUnit));
    if (isPossible && before instanceof Unit oldUnit && after instanceof Unit newUnit) {
      EntryChanges changes =
          EntryChanges.between(oldUnit.goals(), newUnit.goals(), oldWriter, newWriter);
      Optional.ofNullable(item.goals()).ifPresent(g -> items(g, oldUnit.goals(), changes));
    }
    return isPossible;
  }

  private static Unit withoutGoals(Unit unit) {
    return new Unit(unit.id(), unit.name(), unit.discipline(), unit.description(), List.of());
  }

  private void replace(int from, int to, List<String> written) {
    edits.add(new TextLines.Edit(from, to, written));
  }

  private void insert(int at, List<String> written) {
    if (!written.isEmpty()) {
      edits.add(new TextLines.Edit(at, at, written));
    }
  }
}
