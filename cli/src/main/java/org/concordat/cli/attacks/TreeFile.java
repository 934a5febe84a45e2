package org.concordat.cli.attacks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.adtool.AdtoolImport;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.formats.imports.Slug;

/** Reads a tree from whatever kind of file. */
final class TreeFile {
  /** How help describes the argument. */
  static final String DESCRIPTION = "The tree: YAML, JSON, or the XML of ADTool (.xml).";

  private TreeFile() {}

  /** What was read, with what somebody should look at. */
  record Read(AttackTree tree, List<Finding> warnings) {}

  static Read read(Path file) throws InvalidInput, IOException {
    if (isXml(file)) {
      AdtoolImport.Read read = AdtoolImport.tree(AdtoolDocument.read(file), id(file));
      return new Read(read.tree(), read.warnings());
    }
    AttackTreeFile.Read read = AttackTreeFile.read(file);
    return new Read(read.tree(), read.warnings());
  }

  static boolean isXml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  private static String id(Path file) {
    Path name = file.getFileName();
    String slug = Slug.of(name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", ""));
    return slug.isEmpty() ? "tree" : slug;
  }
}
