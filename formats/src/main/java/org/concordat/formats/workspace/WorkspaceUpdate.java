package org.concordat.formats.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceRules;
import org.concordat.formats.yaml.Source;

/** Works out which files of a workspace change, and how, without writing any. */
final class WorkspaceUpdate {
  private final Path root;
  private final WorkspaceReading reading;
  private final Workspace after;
  private final EntryWriter oldWriter;
  private final EntryWriter newWriter;
  private final Map<Keys.Listed, EntryChanges> changes = new HashMap<>();

  /** The file that takes the new entries of a list; the number of sources for a new file. */
  private final Map<Keys.Listed, Integer> homes = new HashMap<>();

  private WorkspaceUpdate(Path root, WorkspaceReading reading, Workspace after) {
    this.root = root;
    this.reading = reading;
    this.after = after;
    this.oldWriter = new EntryWriter(reading.workspace().scale());
    this.newWriter = new EntryWriter(after.scale());
  }

  /**
   * The new texts of the files that change.
   *
   * @param reading what the files hold now
   * @throws InvalidInput when that is not {@code before}, or {@code after} has errors
   */
  static Map<Path, String> texts(
      Path root, WorkspaceReading reading, Workspace before, Workspace after) throws InvalidInput {
    if (!equalButForOrder(reading.workspace(), before)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(root.toString()),
              "the workspace was changed since it was read",
              "read it again and repeat the change"));
    }
    List<Finding> findings = WorkspaceRules.check(after);
    if (findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
      throw new InvalidInput(findings);
    }
    WorkspaceUpdate update = new WorkspaceUpdate(root, reading, after);
    update.compare();
    Map<Path, String> texts = update.write(false);
    return update.isRight(texts) ? texts : update.write(true);
  }

  /** Whether both hold the same, wherever entries stand in their lists. */
  static boolean equalButForOrder(Workspace one, Workspace other) {
    for (Keys.Header header : Keys.Header.values()) {
      if (!EntryWriter.header(header, one).equals(EntryWriter.header(header, other))) {
        return false;
      }
    }
    for (Keys.Listed list : Keys.Listed.values()) {
      boolean sameEntries =
          counted(WorkspaceText.entries(list, one))
              .equals(counted(WorkspaceText.entries(list, other)));
      if (!sameEntries) {
        return false;
      }
    }
    return true;
  }

  private static Map<Object, Integer> counted(List<?> entries) {
    Map<Object, Integer> counts = HashMap.newHashMap(entries.size());
    for (Object entry : entries) {
      Object key =
          entry instanceof Unit unit
              ? List.of(
                  new Unit(
                      unit.id(), unit.name(), unit.discipline(), unit.description(), List.of()),
                  counted(unit.goals()))
              : entry;
      counts.merge(key, 1, Integer::sum);
    }
    return counts;
  }

  private void compare() {
    for (Keys.Listed list : Keys.Listed.values()) {
      List<?> before = WorkspaceText.entries(list, reading.workspace());
      List<?> wanted = WorkspaceText.entries(list, after);
      changes.put(list, EntryChanges.between(before, wanted, oldWriter, newWriter));
      homes.put(list, home(list));
    }
  }

  /** The file with most entries of the list; without any, the one that bears the list's name. */
  private int home(Keys.Listed list) {
    int best = -1;
    int most = 0;
    for (int file = 0; file < reading.sources().size(); file++) {
      int count = end(file, list) - start(file, list);
      if (count > most) {
        best = file;
        most = count;
      }
    }
    if (best >= 0) {
      return best;
    }
    if (!Files.isDirectory(root)) {
      return 0;
    }
    if (list == Keys.Listed.PROPERTIES) {
      return reading.draft().headerFiles.getOrDefault(Keys.Header.ORGANISATION, 0);
    }
    for (int file = 0; file < reading.sources().size(); file++) {
      if (newFile(list).equals(reading.sources().get(file).path())) {
        return file;
      }
    }
    return reading.sources().size();
  }

  private Path newFile(Keys.Listed list) {
    return root.resolve(WorkspaceText.fileOf(list));
  }

  private int start(int file, Keys.Listed list) {
    return reading.draft().start(file, list);
  }

  private int end(int file, Keys.Listed list) {
    return reading.draft().start(file + 1, list);
  }

  /**
   * The new texts.
   *
   * @param anew whether files that change are written anew instead of line by line
   */
  private Map<Path, String> write(boolean anew) {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (int file = 0; file < reading.sources().size(); file++) {
      Source source = reading.sources().get(file);
      if (source.path() != null && changes(file)) {
        FileEdit edit = anew ? null : FileEdit.of(source, oldWriter, newWriter);
        String text = edit == null ? rewritten(file) : edited(edit, file);
        if (!text.equals(source.text())) {
          texts.put(source.path(), text);
        }
      }
    }
    for (Keys.Listed list : Keys.Listed.values()) {
      List<Object> added = addedIn(reading.sources().size(), list);
      if (!added.isEmpty()) {
        texts.put(newFile(list), joined(WorkspaceText.listLines(list, added, newWriter)));
      }
    }
    return texts;
  }

  private boolean changes(int file) {
    for (Keys.Header header : Keys.Header.values()) {
      if (changes(file, header)) {
        return true;
      }
    }
    for (Keys.Listed list : Keys.Listed.values()) {
      if (!changes(file, list).isNothing(before(file, list))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the header key changes, and its place is in this file. */
  private boolean changes(int file, Keys.Header header) {
    Map<Keys.Header, Integer> files = reading.draft().headerFiles;
    int organisation = files.getOrDefault(Keys.Header.ORGANISATION, 0);
    return files.getOrDefault(header, organisation) == file
        && !EntryWriter.header(header, after)
            .equals(EntryWriter.header(header, reading.workspace()));
  }

  private EntryChanges changes(int file, Keys.Listed list) {
    return all(list).part(start(file, list), end(file, list), addedIn(file, list));
  }

  private EntryChanges all(Keys.Listed list) {
    return changes.getOrDefault(list, new EntryChanges(List.of(), List.of()));
  }

  private List<Object> addedIn(int file, Keys.Listed list) {
    return homes.getOrDefault(list, 0) == file ? all(list).added() : List.of();
  }

  private List<?> before(int file, Keys.Listed list) {
    return WorkspaceText.entries(list, reading.workspace())
        .subList(start(file, list), end(file, list));
  }

  private String edited(FileEdit edit, int file) {
    for (Keys.Header header : Keys.Header.values()) {
      if (changes(file, header)) {
        edit.header(header, EntryWriter.header(header, after));
      }
    }
    for (Keys.Listed list : Keys.Listed.values()) {
      List<?> before = before(file, list);
      EntryChanges here = changes(file, list);
      if (!here.isNothing(before)) {
        edit.list(list, before, here);
      }
    }
    return edit.result();
  }

  private String rewritten(int file) {
    List<String> lines = new ArrayList<>();
    lines.add(WorkspaceText.VERSION_LINE);
    int organisation = reading.draft().headerFiles.getOrDefault(Keys.Header.ORGANISATION, 0);
    for (Keys.Header header : Keys.Header.values()) {
      String line = EntryWriter.header(header, after);
      boolean isHere = reading.draft().headerFiles.getOrDefault(header, organisation) == file;
      if (isHere && !line.isEmpty()) {
        lines.add(line);
      }
    }
    for (Keys.Listed list : Keys.Listed.values()) {
      lines.addAll(WorkspaceText.listLines(list, changes(file, list).result(), newWriter));
    }
    return joined(lines);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** Whether the files with these texts hold what they should. */
  private boolean isRight(Map<Path, String> texts) {
    Map<Path, String> added = new LinkedHashMap<>(texts);
    List<Source> sources = new ArrayList<>();
    for (Source source : reading.sources()) {
      String text = source.path() == null ? null : added.remove(source.path());
      sources.add(text == null ? source : new Source(source.name(), source.path(), text));
    }
    added.forEach((path, text) -> sources.add(new Source(path.toString(), path, text)));
    try {
      WorkspaceReading result = WorkspaceReading.of(root.toString(), sources, List.of());
      return equalButForOrder(result.workspace(), after);
    } catch (InvalidInput _) {
      return false;
    }
  }
}
