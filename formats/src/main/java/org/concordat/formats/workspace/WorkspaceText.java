package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.workspace.Workspace;

/** Writes files in the canonical form: keys in a fixed order, one line for an entry. */
final class WorkspaceText {
  static final String VERSION_LINE = Keys.VERSION + ": " + Keys.VERSION_READ;

  private WorkspaceText() {}

  /** The whole workspace as one document. */
  static String document(Workspace workspace) {
    StringBuilder text = new StringBuilder();
    appendHeader(text, workspace);
    EntryWriter writer = new EntryWriter(workspace.scale());
    for (Keys.Listed list : Keys.Listed.values()) {
      appendList(text, list, entries(list, workspace), writer);
    }
    return text.toString();
  }

  /**
   * The workspace as the files of a folder: what an organisation states of itself, and its lists.
   */
  static Map<String, String> files(Workspace workspace) {
    EntryWriter writer = new EntryWriter(workspace.scale());
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder head = new StringBuilder();
    appendHeader(head, workspace);
    for (Keys.Listed list : Keys.Listed.values()) {
      List<?> entries = entries(list, workspace);
      if (list == Keys.Listed.PROPERTIES) {
        appendList(head, list, entries, writer);
        files.put("organisation.yaml", head.toString());
      } else if (!entries.isEmpty()) {
        StringBuilder text = new StringBuilder();
        appendList(text, list, entries, writer);
        files.put(fileOf(list), text.toString());
      }
    }
    return files;
  }

  /** The file that a list has in a folder, unless the folder says otherwise. */
  static String fileOf(Keys.Listed list) {
    return list.key() + ".yaml";
  }

  static List<?> entries(Keys.Listed list, Workspace workspace) {
    return switch (list) {
      case PROPERTIES -> workspace.properties();
      case UNITS -> workspace.units();
      case FACTORS -> workspace.factors();
      case ASSETS -> workspace.assets();
      case DEPENDENCIES -> workspace.dependencies();
      case IMPACTS -> workspace.impacts();
      case IMPORTS -> workspace.origins();
    };
  }

  private static void appendHeader(StringBuilder text, Workspace workspace) {
    text.append(VERSION_LINE).append('\n');
    for (Keys.Header header : Keys.Header.values()) {
      String line = EntryWriter.header(header, workspace);
      if (!line.isEmpty()) {
        text.append(line).append('\n');
      }
    }
  }

  private static void appendList(
      StringBuilder text, Keys.Listed list, List<?> entries, EntryWriter writer) {
    for (String line : listLines(list, entries, writer)) {
      text.append(line).append('\n');
    }
  }

  /** The lines of a list with its key; none for an empty one. */
  static List<String> listLines(Keys.Listed list, List<?> entries, EntryWriter writer) {
    List<String> lines = new ArrayList<>();
    if (!entries.isEmpty()) {
      lines.add(list.key() + ":");
    }
    entries.forEach(entry -> lines.addAll(itemLines(entry, "  ", writer)));
    return lines;
  }

  /** The lines of an entry with its dash. */
  static List<String> itemLines(Object entry, String indent, EntryWriter writer) {
    List<String> lines = new ArrayList<>();
    String start = indent + "- ";
    for (String line : writer.lines(entry)) {
      lines.add(start + line);
      start = indent + "  ";
    }
    return lines;
  }
}
