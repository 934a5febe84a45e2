package org.concordat.formats.attacks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/**
 * An attack-defence tree as a file:
 *
 * <pre>
 * attack-tree: claims-down
 * name: Claims handling stands still
 * units: {cost: EUR, time: hours}
 * root: down
 * nodes:
 *   - {id: down, or: [flood, break-in]}
 *   - {id: flood, cost: 200, probability: 0.3, skill: 2, time: 5, countered-by: [filter]}
 *   - {id: break-in, and: [phish, encrypt]}
 *   - {id: filter, actor: defender, cost: 900, in-place: true}
 * </pre>
 *
 * <p>A node with {@code or}, {@code and} or {@code sand} is made of others; all others are basic
 * steps. JSON has the same keys.
 */
public final class AttackTreeFile {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES = 8L << 20;

  private AttackTreeFile() {}

  /**
   * What was read.
   *
   * @param warnings what somebody should look at
   */
  public record Read(AttackTree tree, List<Finding> warnings) {}

  /**
   * Reads a file in YAML or JSON.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Read read(Path file) throws InvalidInput, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "an attack tree has at most 8 MiB", null));
    }
    return read(Source.decode(file.toString(), file, Files.readAllBytes(file)));
  }

  /**
   * Reads a text in YAML or JSON.
   *
   * @throws InvalidInput with everything that is wrong
   */
  public static Read read(Source source) throws InvalidInput {
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      if (events.next() instanceof DocumentStartEvent
          && events.compose(events.next(), null) instanceof YamlNode.Mapping root) {
        return new AttackTreeReader(problems, findings).read(root);
      }
    } catch (Unreadable e) {
      throw new InvalidInput(e.finding());
    }
    throw new InvalidInput(
        Finding.error(
            Place.of(source.name()),
            "the file holds no attack tree",
            "begin with the keys attack-tree, root and nodes"));
  }

  /** The tree as YAML. */
  public static String yaml(AttackTree tree) {
    return AttackTreeWriter.yaml(tree);
  }

  /** Writes the tree as JSON; the stream stays open. */
  public static void json(AttackTree tree, OutputStream out) {
    Json.write(out, json -> AttackTreeWriter.json(tree, json));
  }
}
