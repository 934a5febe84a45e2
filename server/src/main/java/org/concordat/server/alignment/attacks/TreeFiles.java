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
   * The tree in an uploaded file: ADTool's XML when its name ends so, else YAML or JSON.
   *
   * @throws InvalidInput with everything that is wrong
   */
  static AttackTree read(Upload upload) throws InvalidInput, IOException {
    if (upload.name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return AdtoolImport.tree(AdtoolDocument.read(upload.name(), upload.content().array()), "tree")
          .tree();
    }
    return AttackTreeFile.read(Source.decode(upload.name(), null, upload.content().array())).tree();
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
