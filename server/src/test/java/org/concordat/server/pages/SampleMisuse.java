package org.concordat.server.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.attacks.AttackTreeFile;
import org.concordat.server.alignment.attacks.MisuseCases;
import org.concordat.server.database.Attribution;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;

/** The shipped attack tree as a misuse case of what matters most. */
final class SampleMisuse {
  private SampleMisuse() {}

  static void addTo(RunningServer server, UUID tenant) {
    Requirement first =
        server
            .part(Models.class)
            .of(tenant)
            .read((Snapshot model) -> model.top(1, 0).getFirst().requirement());
    AttackTree tree = example();
    String name = "Claims handling stands still for a day";
    server
        .part(MisuseCases.class)
        .save(
            tenant,
            Attribution.ofServer("test"),
            "standstill",
            new MisuseCase(
                "standstill",
                name,
                first,
                "Extortionist",
                "Money for the key",
                "Somebody in the office reads mail from outside",
                List.of("Gets into the office network", "Encrypts the database", "Asks for money"),
                new AttackTree("standstill", name, tree.units(), tree.root(), tree.nodes())),
            EntryTag.NOTHING);
  }

  static AttackTree example() {
    try {
      return AttackTreeFile.read(Path.of("../examples/attack-trees/claims-standstill.yaml")).tree();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }
}
