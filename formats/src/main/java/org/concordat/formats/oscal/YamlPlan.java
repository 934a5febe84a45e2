package org.concordat.formats.oscal;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a document in YAML. Aliases are refused: OSCAL needs none, and they can blow up. */
final class YamlPlan {
  private final String file;
  private final TreeBuilder builder;

  /** What is open: an object awaits a key or the value of one; a list has the name of its key. */
  private final Deque<Frame> frames = new ArrayDeque<>();

  private static final class Frame {
    final boolean isList;
    final String listName;
    @Nullable String key;

    Frame(boolean isList, String listName) {
      this.isList = isList;
      this.listName = listName;
    }
  }

  YamlPlan(String file, TreeBuilder builder) {
    this.file = file;
    this.builder = builder;
  }

  void read(InputStream in) throws InvalidInput {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Math.toIntExact(PlanDocument.YAML_BYTES))
            .build();
    try {
      for (Event event : new Parse(settings).parseInputStream(in)) {
        take(event, event.getStartMark().map(m -> m.getLine() + 1).orElse(0));
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      throw new InvalidInput(
          Finding.error(
              Place.of(file, line, 0, null), "this is not YAML: " + e.getProblem(), null));
    } catch (YamlEngineException e) {
      throw new InvalidInput(
          Finding.error(Place.of(file), "this is not YAML: " + e.getMessage(), null));
    }
  }

  private void take(Event event, int line) throws InvalidInput {
    switch (event.getEventId()) {
      case MappingStart -> {
        builder.start(valueName(), line);
        frames.push(new Frame(false, ""));
      }
      case SequenceStart -> {
        if (frames.size() > TreeBuilder.DEPTH) {
          throw builder.refuse(
              line, "the document is nested more than " + TreeBuilder.DEPTH + " deep");
        }
        frames.push(new Frame(true, valueName()));
      }
      case MappingEnd -> {
        frames.pop();
        builder.end();
        valueEnds();
      }
      case SequenceEnd -> {
        frames.pop();
        valueEnds();
      }
      case Scalar -> scalar(((ScalarEvent) event).getValue(), line);
      case Alias -> throw builder.refuse(line, "the document uses a YAML alias, which is not read");
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
    }
  }

  private void scalar(String value, int line) throws InvalidInput {
    Frame frame = frames.peek();
    if (frame != null && !frame.isList && frame.key == null) {
      frame.key = value;
      return;
    }
    builder.start(valueName(), line);
    builder.text(value, line);
    builder.end();
    valueEnds();
  }

  private String valueName() {
    Frame frame = frames.peek();
    if (frame == null) {
      return "";
    }
    return frame.isList || frame.key == null ? frame.listName : frame.key;
  }

  private void valueEnds() {
    Frame frame = frames.peek();
    if (frame != null) {
      frame.key = null;
    }
  }
}
