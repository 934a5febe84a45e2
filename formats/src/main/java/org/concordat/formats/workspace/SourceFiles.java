package org.concordat.formats.workspace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.Source;
import org.jspecify.annotations.Nullable;

/** Finds and loads the YAML files of a workspace. */
final class SourceFiles {
  private SourceFiles() {}

  /**
   * What lies at a path.
   *
   * @param sources in the order of their paths
   * @param findings what could not be loaded, and links that were passed over
   */
  record Loaded(List<Source> sources, List<Finding> findings) {}

  static boolean isYaml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  static Loaded load(Path fileOrFolder) throws InvalidInput, IOException {
    if (!Files.exists(fileOrFolder)) {
      throw refused(fileOrFolder, "there is no such file or folder", null);
    }
    FindingList findings = new FindingList();
    List<Path> files =
        Files.isDirectory(fileOrFolder) ? filesIn(fileOrFolder, findings) : List.of(fileOrFolder);
    List<Source> sources = new ArrayList<>();
    long total = 0;
    for (Path file : files) {
      Finding problem = problemOf(file, total);
      if (problem != null) {
        findings.add(problem);
        continue;
      }
      try {
        byte[] bytes = Files.readAllBytes(file);
        total += bytes.length;
        sources.add(Source.decode(file.toString(), file, bytes));
      } catch (InvalidInput e) {
        e.findings().forEach(findings::add);
      }
    }
    return new Loaded(sources, findings.list());
  }

  private static @Nullable Finding problemOf(Path file, long total) throws IOException {
    Place place = Place.of(file.toString());
    if (!Files.isRegularFile(file)) {
      return Finding.error(place, "this is neither a file nor a folder", null);
    }
    if (!Files.isReadable(file)) {
      return Finding.error(place, "the file may not be read", "check who may read it");
    }
    long size = Files.size(file);
    if (size > WorkspaceLimits.FILE_BYTES) {
      return Finding.error(
          place,
          "the file has " + mebibytes(size) + " MiB",
          "split it in files of up to "
              + mebibytes(WorkspaceLimits.FILE_BYTES)
              + " MiB in a folder");
    }
    if (total + size > WorkspaceLimits.TOTAL_BYTES) {
      return Finding.error(
          place,
          "with this file the workspace exceeds " + mebibytes(WorkspaceLimits.TOTAL_BYTES) + " MiB",
          null);
    }
    return null;
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  private static InvalidInput refused(Path path, String problem, @Nullable String remedy) {
    return new InvalidInput(Finding.error(Place.of(path.toString()), problem, remedy));
  }

  private static List<Path> filesIn(Path folder, FindingList findings)
      throws InvalidInput, IOException {
    Finder finder = new Finder(folder, findings);
    Files.walkFileTree(
        folder, EnumSet.noneOf(FileVisitOption.class), WorkspaceLimits.FOLDER_DEPTH, finder);
    if (finder.files.size() > WorkspaceLimits.FILES) {
      throw refused(
          folder, "the folder holds more than " + WorkspaceLimits.FILES + " YAML files", null);
    }
    if (finder.files.isEmpty() && !findings.hasErrors()) {
      throw refused(
          folder,
          "the folder holds no YAML file",
          "a workspace is a file, or a folder with files, that end in .yaml or .yml");
    }
    finder.files.sort(Comparator.comparing(file -> folder.relativize(file).toString()));
    return Collections.unmodifiableList(finder.files);
  }

  /** Collects YAML files, passing over what is hidden and what lies elsewhere. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path realFolder;
    private final FindingList findings;
    private final List<Path> files = new ArrayList<>();
    private final Set<Path> linked = new HashSet<>();

    Finder(Path folder, FindingList findings) throws IOException {
      this.folder = folder;
      this.realFolder = folder.toRealPath();
      this.findings = findings;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
      boolean isHidden = !visited.equals(folder) && isHidden(visited);
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isHidden(file) || !isYaml(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile() || (attributes.isSymbolicLink() && isLinkWithin(file))) {
        files.add(file);
      }
      return files.size() > WorkspaceLimits.FILES
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }

    /** Whether the link leads to a file of the folder that is not read under its own name. */
    private boolean isLinkWithin(Path link) throws IOException {
      if (!Files.isRegularFile(link) || !link.toRealPath().startsWith(realFolder)) {
        findings.warning(
            Place.of(link.toString()),
            "this link does not lead to a file of the folder and is passed over",
            null);
        return false;
      }
      Path inside = realFolder.relativize(link.toRealPath());
      boolean isReadItself = isYaml(inside);
      for (Path part : inside) {
        isReadItself &= !isHidden(part);
      }
      return !isReadItself && linked.add(inside);
    }
  }
}
