package org.concordat.server.agreements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.EntryTag;

/** The services of the example, in an organisation with the example's levels. */
final class SampleServices {
  private SampleServices() {}

  /** Offers them. */
  static void into(RunningServer server, UUID tenant) {
    try {
      server
          .part(ServiceOffers.class)
          .save(
              tenant,
              Attribution.ofServer("test"),
              new ServiceOffers.Terms(
                  "IT services",
                  "#123a5e",
                  Files.readString(Path.of("../examples/bank-a/services.yaml"))),
              EntryTag.ANYTHING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
