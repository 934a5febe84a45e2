package org.concordat.formats.workspace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.yaml.Source;

/**
 * Reads and writes workspaces as YAML, one file or a folder of files. What the files hold is told
 * in {@link org.concordat.formats.workspace}, how much they may hold in {@link WorkspaceLimits}.
 */
public final class WorkspaceFiles {
  private WorkspaceFiles() {}

  /**
   * A workspace without errors.
   *
   * @param warnings what somebody should look at, in the order of the files and their lines
   */
  public record Read(Workspace workspace, List<Finding> warnings) {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads a file, or all files of a folder and its sub-folders that end in {@code .yaml} or {@code
   * .yml}, in the order of their paths. Hidden files and folders are passed over, and so are links
   * that leave the folder, with a warning.
   *
   * @throws InvalidInput when there is no such file, or with everything that is wrong, errors and
   *     warnings in the order of the files and their lines
   * @throws IOException when the file system fails
   */
  public static Read read(Path fileOrFolder) throws InvalidInput, IOException {
    return result(load(fileOrFolder));
  }

  /**
   * Reads one document.
   *
   * @param name what findings call it
   * @throws InvalidInput with everything that is wrong
   */
  public static Read parse(String name, String yaml) throws InvalidInput {
    Source source = new Source(name, null, yaml);
    return result(WorkspaceReading.of(name, List.of(source), List.of()));
  }

  private static WorkspaceReading load(Path fileOrFolder) throws InvalidInput, IOException {
    SourceFiles.Loaded loaded = SourceFiles.load(fileOrFolder);
    return WorkspaceReading.of(fileOrFolder.toString(), loaded.sources(), loaded.findings());
  }

  private static Read result(WorkspaceReading reading) {
    return new Read(reading.workspace(), reading.warnings());
  }

  /**
   * The workspace as one document in the canonical form: keys in a fixed order, an entry on a line,
   * defaults left out, lines ended by a line feed. Reading it gives an equal workspace, and writing
   * that the same text, as long as the workspace has no errors and keeps to the {@link
   * WorkspaceLimits}.
   *
   * @throws IndexOutOfBoundsException when a level is above the scale
   */
  public static String write(Workspace workspace) {
    return WorkspaceText.document(workspace);
  }

  /**
   * Writes a new workspace: a path that ends in {@code .yaml} or {@code .yml} becomes one file,
   * another one a folder with {@code organisation.yaml} and a file for each list that holds
   * something. Folders that are missing are made.
   *
   * @throws FileAlreadyExistsException when there is a file, or YAML in the folder, already; {@link
   *     #update} changes an existing workspace
   * @throws IOException when the file system fails; no half file is left
   */
  public static void save(Workspace workspace, Path fileOrFolder) throws IOException {
    Map<Path, String> texts = new LinkedHashMap<>();
    if (SourceFiles.isYaml(fileOrFolder)) {
      if (Files.exists(fileOrFolder)) {
        throw new FileAlreadyExistsException(fileOrFolder.toString());
      }
      Path parent = fileOrFolder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      texts.put(fileOrFolder, write(workspace));
    } else {
      Files.createDirectories(fileOrFolder);
      refuseYamlIn(fileOrFolder);
      WorkspaceText.files(workspace)
          .forEach((name, text) -> texts.put(fileOrFolder.resolve(name), text));
    }
    FileWrites.writeAll(texts);
  }

  private static void refuseYamlIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, WorkspaceLimits.FOLDER_DEPTH)) {
      Path existing = files.filter(f -> SourceFiles.isYaml(f)).findFirst().orElse(null);
      if (existing != null) {
        throw new FileAlreadyExistsException(existing.toString());
      }
    }
  }

  /**
   * Changes the files so that they hold {@code after} instead of {@code before}, and touches only
   * the lines of what changed: comments, layout and the file of every other entry stay. Comment
   * lines directly above an entry belong to it; they stay when it changes and go when it goes. A
   * new entry comes at the end of the list in the file that holds most of that list's entries, or
   * in a new file named after the list. Where a list is laid out so that lines cannot be told
   * apart, it is written anew in that file.
   *
   * <p>Reading gives {@code after} again but for order: new entries come last in their file, and
   * entries (goals within their unit too) that {@code after} only orders differently stay where
   * they are.
   *
   * @param before the workspace as it was read, in any order
   * @throws InvalidInput when {@code after} has errors, or when the files do not hold {@code
   *     before} any more; nothing is written
   * @throws IOException when the file system fails; no half file is left
   */
  public static void update(Path fileOrFolder, Workspace before, Workspace after)
      throws IOException, InvalidInput {
    WorkspaceReading reading = load(fileOrFolder);
    FileWrites.writeAll(WorkspaceUpdate.texts(fileOrFolder, reading, before, after));
  }
}
