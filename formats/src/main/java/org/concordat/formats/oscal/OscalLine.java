package org.concordat.formats.oscal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Extras;
import org.concordat.formats.extras.ExtraJson;

/** Values of documents as JSON in one line, as {@link Extras} keep them. */
final class OscalLine {
  private OscalLine() {}

  static String of(OscalValue value) {
    return ExtraJson.written(json -> JsonWriter.write(value, json));
  }

  /** The object that an extra holds; empty when there is no such extra, or it is something else. */
  static Optional<OscalObject> object(Extras extras, String name) {
    return value(extras, name).filter(OscalObject.class::isInstance).map(OscalObject.class::cast);
  }

  /** The value that an extra holds; empty when there is no such extra. */
  static Optional<OscalValue> value(Extras extras, String name) {
    String json = extras.members().get(name);
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JsonReader(new ReadingLimits(name), new FindingList())
              .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }
}
