package org.concordat.formats.yaml;

import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/** The keys of a YAML file that holds one mapping. */
public final class YamlRoot {
  private YamlRoot() {}

  /**
   * The mapping that the source holds.
   *
   * @param expected what the file should hold, for the remedy
   * @throws InvalidInput when it is no YAML or no mapping
   */
  public static YamlNode.Mapping read(Source source, SourceProblems problems, String expected)
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
