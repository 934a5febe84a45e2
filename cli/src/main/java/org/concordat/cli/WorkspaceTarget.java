package org.concordat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceRules;
import org.concordat.formats.workspace.WorkspaceLimits;

/** A workspace that a command writes. */
final class WorkspaceTarget {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");

  /** How deep a workspace's folders may be nested. */
  private static final int DEPTH = WorkspaceLimits.FOLDER_DEPTH;

  private WorkspaceTarget() {}

  /** Whether nothing is there yet: no file, or a folder without any YAML file in it. */
  static boolean isMissing(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return !Files.exists(path);
    }
    try (Stream<Path> files = Files.find(path, DEPTH, (file, _) -> isYaml(file))) {
      return files.findAny().isEmpty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** The name of the file or folder without its ending. */
  static String stem(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    String text = name == null ? "workspace" : name.toString();
    int dot = text.lastIndexOf('.');
    return dot > 0 ? text.substring(0, dot) : text;
  }

  /** An organisation of that name with an id made of it. */
  static Organisation organisation(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String id = OTHERS.matcher(plain).replaceAll("-").toLowerCase(Locale.ROOT);
    id = id.replaceAll("^-+|-+$", "");
    return new Organisation(Identifier.isValid(id) ? id : "organisation", name, null);
  }

  /**
   * Checks what is to be written.
   *
   * @throws InvalidInput when it has errors
   */
  static void check(Workspace workspace) throws InvalidInput {
    List<Finding> findings = WorkspaceRules.check(workspace);
    if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
      throw new InvalidInput(findings);
    }
  }
}
