package org.concordat.formats.oscal;

import java.io.InputStream;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalScalar.Kind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a document in YAML. Aliases are refused: OSCAL needs none, and they can blow up. What
 * stands without quotation marks is a number, a boolean or null when it looks like one in YAML 1.2;
 * {@link OscalShape} makes it a text again where the model wants one.
 */
final class YamlReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

  private final ReadingLimits limits;
  private final FindingList findings;

  YamlReader(ReadingLimits limits, FindingList findings) {
    this.limits = limits;
    this.findings = findings;
  }

  OscalValue read(InputStream in) throws InvalidInput {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Math.toIntExact(ReadingLimits.YAML_BYTES))
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseInputStream(in).iterator();
      Event event = next(events);
      while (event.getEventId() == ID.StreamStart || event.getEventId() == ID.DocumentStart) {
        event = next(events);
      }
      if (event.getEventId() == ID.StreamEnd) {
        throw limits.refuse(0, "the document is empty");
      }
      OscalValue value = value(event, events);
      refuseMore(events);
      return value;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      throw new InvalidInput(
          Finding.error(
              Place.of(limits.file(), line, 0, null), "this is not YAML: " + e.getProblem(), null));
    } catch (YamlEngineException e) {
      throw new InvalidInput(
          Finding.error(Place.of(limits.file()), "this is not YAML: " + e.getMessage(), null));
    }
  }

  private void refuseMore(Iterator<Event> events) throws InvalidInput {
    while (events.hasNext()) {
      Event event = next(events);
      if (event.getEventId() == ID.DocumentStart) {
        throw limits.refuse(line(event), "the file holds more than one document");
      }
    }
  }

  private OscalValue value(Event event, Iterator<Event> events) throws InvalidInput {
    int line = line(event);
    return switch (event.getEventId()) {
      case MappingStart -> object(events, line);
      case SequenceStart -> list(events, line);
      case Scalar -> scalar((ScalarEvent) event, line);
      case Alias -> throw limits.refuse(line, "the document uses a YAML alias, which is not read");
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, MappingEnd, SequenceEnd, Comment ->
          throw limits.refuse(line, "this is not YAML: a value is missing");
    };
  }

  private OscalObject object(Iterator<Event> events, int line) throws InvalidInput {
    limits.enterObject(line);
    OscalObject object = new OscalObject(line);
    for (Event key = next(events); key.getEventId() != ID.MappingEnd; key = next(events)) {
      if (!(key instanceof ScalarEvent scalar)) {
        throw limits.refuse(line(key), "a name is a text; this one is a list or an object");
      }
      String name = scalar.getValue();
      OscalValue value = value(next(events), events);
      if (object.has(name)) {
        findings.error(
            Place.of(limits.file(), line(key), 0, name),
            "the object has '" + name + "' twice",
            "keep one of the two");
      } else {
        object.set(name, value);
      }
    }
    limits.leaveObject();
    return object;
  }

  private OscalList list(Iterator<Event> events, int line) throws InvalidInput {
    limits.enterList(line);
    OscalList list = new OscalList(line);
    for (Event item = next(events); item.getEventId() != ID.SequenceEnd; item = next(events)) {
      list.add(value(item, events));
    }
    limits.leaveList();
    return list;
  }

  private OscalScalar scalar(ScalarEvent event, int line) throws InvalidInput {
    limits.count(line);
    String text = event.getValue();
    limits.text(text.length(), line);
    return new OscalScalar(event.isPlain() ? kind(text) : Kind.TEXT, text, line);
  }

  /** What an unquoted text is in YAML 1.2. */
  static Kind kind(String text) {
    if (NULL.matcher(text).matches()) {
      return Kind.NULL;
    }
    if (BOOLEAN.matcher(text).matches()) {
      return Kind.BOOLEAN;
    }
    return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
  }

  private static Event next(Iterator<Event> events) {
    return events.next();
  }

  private static int line(Event event) {
    return event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }
}
