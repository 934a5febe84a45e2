package org.concordat.formats.standards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Library;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.yaml.Source;

/** Reads catalogues and crosswalks from files, with every mistake in all of them at once. */
public final class StandardsFiles {
  /** The size of one file in bytes: 64 MiB. */
  public static final long FILE_BYTES = 64L << 20;

  /** How deep the sub-folders of a folder go. */
  private static final int FOLDER_DEPTH = 20;

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".xml");

  private static final Library NOTHING = new Library(List.of(), List.of());

  private StandardsFiles() {}

  /**
   * Catalogues and crosswalks without errors.
   *
   * @param warnings what somebody should look at, in the order of the files and their lines
   */
  public record Read(Library library, List<Finding> warnings) {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads files, and all files of folders and their sub-folders that end in {@code .yaml}, {@code
   * .yml}, {@code .json} or {@code .xml}, but for hidden ones. In which order they are named does
   * not matter: a crosswalk may come before its catalogues.
   *
   * @throws InvalidInput with everything that is wrong, in the order of the files and their lines
   * @throws IOException when the file system fails
   */
  public static Read read(List<Path> filesAndFolders) throws InvalidInput, IOException {
    return read(filesAndFolders, () -> NOTHING);
  }

  /**
   * Reads files as {@link #read(List)} does, which may speak of catalogues that are known besides.
   * When they do, all that is known besides is in the library too, but for what the files say
   * themselves.
   *
   * @param known asked for only when the files do not hold all that they speak of
   */
  public static Read read(List<Path> filesAndFolders, Supplier<Library> known)
      throws InvalidInput, IOException {
    FindingList findings = new FindingList();
    List<String> names = new ArrayList<>();
    LibraryDraft draft = new LibraryDraft(findings, known);
    for (Path file : files(filesAndFolders, findings)) {
      names.add(file.toString());
      try {
        read(file, draft, findings);
      } catch (InvalidInput invalid) {
        draft.setIncomplete();
        invalid.findings().forEach(findings::add);
      }
    }
    return finish(draft, findings, names);
  }

  /**
   * Reads one document of the YAML layout.
   *
   * @param name by which findings name it
   * @throws InvalidInput with everything that is wrong
   */
  public static Read parse(String name, String yaml) throws InvalidInput {
    FindingList findings = new FindingList();
    LibraryDraft draft = new LibraryDraft(findings, () -> NOTHING);
    StandardsDocument.read(new Source(name, null, yaml), draft, findings);
    return finish(draft, findings, List.of(name));
  }

  /** Whether a file that begins so is an OSCAL document of any kind. */
  public static boolean isOscal(String beginning) {
    return OscalStandards.isOscal(beginning);
  }

  private static Read finish(LibraryDraft draft, FindingList findings, List<String> names)
      throws InvalidInput {
    draft.check();
    Map<String, Integer> order = new HashMap<>();
    names.forEach(name -> order.putIfAbsent(name, order.size()));
    List<Finding> sorted = new ArrayList<>(findings.list());
    sorted.sort(
        Comparator.<Finding, Boolean>comparing(f -> f.place().file() == null)
            .thenComparing(f -> order.getOrDefault(String.valueOf(f.place().file()), -1))
            .thenComparing(f -> f.place().line())
            .thenComparing(f -> f.place().column()));
    if (findings.hasErrors()) {
      throw new InvalidInput(sorted);
    }
    return new Read(draft.library(), sorted);
  }

  private static List<Path> files(List<Path> named, FindingList findings) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path, FOLDER_DEPTH)) {
          files.addAll(
              below
                  .filter(f -> isStandard(path.relativize(f)) && Files.isRegularFile(f))
                  .sorted()
                  .toList());
        }
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        findings.error(Place.of(path.toString()), "there is no such file or folder", null);
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean isStandard(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static void read(Path file, LibraryDraft draft, FindingList findings)
      throws InvalidInput, IOException {
    long size = Files.size(file);
    if (size > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file has %d MiB, and at most %d are read"
                  .formatted((size >> 20) + 1, FILE_BYTES >> 20),
              null));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (OscalStandards.isOscal(
        new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8))) {
      OscalDocument document = OscalDocument.read(file.toString(), bytes);
      OscalStandards.read(document, draft, findings);
    } else {
      StandardsDocument.read(Source.decode(file.toString(), file, bytes), draft, findings);
    }
  }
}
