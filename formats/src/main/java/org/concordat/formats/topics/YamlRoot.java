package org.concordat.formats.topics;

import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/** The keys of a YAML file that holds one mapping. */
final class YamlRoot {
  private YamlRoot() {}

  /**
   * The mapping that the source holds.
   *
   * @param expected what the file should hold, for the remedy
   * @throws InvalidInput when it is no YAML or no mapping
   */
  static YamlNode.Mapping read(Source source, SourceProblems problems, String expected)
      throws InvalidInput {
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      if (events.next() instanceof DocumentStartEvent
          && events.compose(events.next(), null) instanceof YamlNode.Mapping mapping) {
        return mapping;
      }
    } catch (Unreadable e) {
      throw new InvalidInput(e.finding());
    }
    throw new InvalidInput(
        Finding.error(Place.of(source.name()), "the file has no keys at its top", expected));
  }
}
