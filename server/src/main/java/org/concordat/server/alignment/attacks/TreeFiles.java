package org.concordat.server.alignment.attacks;

import java.io.IOException;
import java.util.Locale;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.adtool.AdtoolImport;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.formats.yaml.Source;
import org.concordat.server.workspace.Uploads.Upload;
import org.jspecify.annotations.Nullable;

/** Trees that come as files. */
final class TreeFiles {
  private TreeFiles() {}

  /**
   * A tree as it came.
   *
   * @param tree null for none
   * @param origin the file of ADTool that it was read from; null when it was made otherwise
   */
  record Came(@Nullable AttackTree tree, @Nullable AdtoolDocument origin) {
    static Came made(@Nullable AttackTree tree) {
      return new Came(tree, null);
    }
  }

  /**
   * The tree in an uploaded file: ADTool's XML when its name ends so, else YAML or JSON.
   *
   * @throws InvalidInput with everything that is wrong
   */
  static Came read(Upload upload) throws InvalidInput, IOException {
    byte[] bytes = upload.content().array();
    return upload.name().toLowerCase(Locale.ROOT).endsWith(".xml")
        ? adtool(upload.name(), bytes)
        : Came.made(AttackTreeFile.read(Source.decode(upload.name(), null, bytes)).tree());
  }

  /**
   * The tree in a file of ADTool.
   *
   * @throws InvalidInput with everything that is wrong
   */
  static Came adtool(String name, byte[] xml) throws InvalidInput {
    AdtoolDocument document = AdtoolDocument.read(name, xml);
    return new Came(AdtoolImport.tree(document, "tree").tree(), document);
  }

  /** The case with a tree, which has the id and name of the case. */
  static MisuseCase withTree(MisuseCase misuse, @Nullable AttackTree tree) {
    return new MisuseCase(
        misuse.id(),
        misuse.name(),
        misuse.violates(),
        misuse.who(),
        misuse.goal(),
        misuse.preconditions(),
        misuse.course(),
        tree == null
            ? null
            : new AttackTree(misuse.id(), misuse.name(), tree.units(), tree.root(), tree.nodes()));
  }
}
