package org.concordat.formats.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.standards.StandardsFiles;
import org.concordat.formats.yaml.Source;

/** The catalogues, crosswalks and tables of topics that ship with Concordat, read once each. */
public final class ShippedStandards {
  private static final String FOLDER = "/org/concordat/content/";

  /** The catalogues, in the order in which they are listed. */
  static final List<String> CATALOGUES =
      List.of(
          "iso27001-2022",
          "iso27001-2013",
          "iso27001-2005",
          "itil-4",
          "itil-2011",
          "itil-v3",
          "csf-2.0",
          "csf-1.1",
          "sp800-53-r5",
          "bsi/bsi-gspp-methodik",
          "bsi/bsi-gspp-kernel");

  static final List<String> CROSSWALKS =
      List.of(
          "iso27001-2022-itil-4",
          "iso27001-2013-iso27001-2022",
          "itil-v3-itil-2011",
          "csf-1.1-csf-2.0",
          "csf-2.0-sp800-53-r5",
          "csf-2.0-iso27001-2022",
          "sp800-53-r5-iso27001-2022",
          "bsi/iso27001-2022-bsi-gspp-methodik",
          "bsi/iso27001-2022-bsi-gspp-kernel");

  static final List<String> TOPIC_TABLES = List.of("itil-v3-iso27001-2005");

  private ShippedStandards() {}

  /** All catalogues and crosswalks. */
  public static Library library() {
    return Shipped.LIBRARY;
  }

  /** All tables of topics. */
  public static List<TopicTable> topicTables() {
    return Tables.ALL;
  }

  /** The table that relates these two catalogues, if there is one. */
  public static Optional<TopicTable> topicTable(String one, String other) {
    return Tables.ALL.stream().filter(t -> t.relates(one, other)).findFirst();
  }

  private static final class Shipped {
    static final Library LIBRARY = read();

    private static Library read() {
      List<String> documents = new ArrayList<>();
      CATALOGUES.forEach(c -> documents.add(text("catalogues/" + c + ".yaml")));
      CROSSWALKS.forEach(c -> documents.add(text("crosswalks/" + c + ".yaml")));
      try {
        return StandardsFiles.parse("content", String.join("\n---\n", documents)).library();
      } catch (InvalidInput e) {
        throw new IllegalStateException("what ships with Concordat is broken", e);
      }
    }
  }

  private static final class Tables {
    static final List<TopicTable> ALL = read();

    private static List<TopicTable> read() {
      List<TopicTable> tables = new ArrayList<>();
      try {
        for (String name : TOPIC_TABLES) {
          String file = "crosswalks/" + name + ".yaml";
          tables.add(TopicTables.read(new Source(file, null, text(file)), library()));
        }
      } catch (InvalidInput e) {
        throw new IllegalStateException("what ships with Concordat is broken", e);
      }
      return List.copyOf(tables);
    }
  }

  private static String text(String file) {
    try (InputStream in = ShippedStandards.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the jar was built without " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
