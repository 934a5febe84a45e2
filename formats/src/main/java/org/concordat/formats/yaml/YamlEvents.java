package org.concordat.formats.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Steps through the YAML events of one source, within the limits. */
public final class YamlEvents {
  private final Source source;
  private final @Nullable SourceProblems problems;
  private final ParserImpl parser;
  private int depth;
  private int nodes;

  /**
   * Events of the source.
   *
   * @param problems receives what is refused without ending the reading, or null to let it pass
   */
  public YamlEvents(Source source, @Nullable SourceProblems problems) {
    this.source = source;
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();
    this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
  }

  public Event next() throws Unreadable {
    Event event;
    try {
      event = parser.next();
    } catch (YamlEngineException e) {
      throw new Unreadable(SyntaxWords.of(source, e));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Some malformed escapes and directives escape the parser's own errors.
      throw new Unreadable(
          Finding.error(Place.of(source.name()), "this is no YAML: " + e.getMessage(), null));
    }
    if (event instanceof CollectionStartEvent start && ++depth > YamlLimits.NESTING) {
      throw new Unreadable(
          Finding.error(
              placeOf(start),
              "lists and mappings stand more than " + YamlLimits.NESTING + " deep",
              null));
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
    return event;
  }

  /** The tree of the node that the event begins. */
  public YamlNode compose(Event start, @Nullable KeyPath path) throws Unreadable {
    nodes = 0;
    return node(start, path);
  }

  private YamlNode node(Event event, @Nullable KeyPath path) throws Unreadable {
    if (++nodes > YamlLimits.NODES_PER_ENTRY) {
      throw new Unreadable(
          Finding.error(
              placeOf(event),
              "this entry holds more than " + YamlLimits.NODES_PER_ENTRY + " values",
              null));
    }
    int line = line(event);
    int column = column(event);
    refuseAnchorsAndTags(event, path);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, line, column, path);
      case AliasEvent alias -> {
        YamlNode.Refused refused = new YamlNode.Refused(line, column);
        report(
            refused,
            path,
            "the alias '*" + alias.getAlias() + "' stands here",
            "write out what it stands for: Concordat reads no aliases");
        yield refused;
      }
      case MappingStartEvent _ -> mapping(line, column, path);
      default -> sequence(line, column, path);
    };
  }

  private YamlNode scalar(ScalarEvent event, int line, int column, @Nullable KeyPath path) {
    if (event.getValue().length() > YamlLimits.SCALAR_LENGTH) {
      YamlNode.Refused refused = new YamlNode.Refused(line, column);
      report(
          refused,
          path,
          "a text of " + event.getValue().length() + " characters stands here",
          "the longest that is read has " + YamlLimits.SCALAR_LENGTH);
      return refused;
    }
    return new YamlNode.Scalar(event.getValue(), event.isPlain(), line, column);
  }

  private YamlNode sequence(int line, int column, @Nullable KeyPath path) throws Unreadable {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      items.add(node(event, path == null ? null : path.item(items.size())));
    }
    return new YamlNode.Sequence(items, line, column);
  }

  private YamlNode mapping(int line, int column, @Nullable KeyPath path) throws Unreadable {
    List<YamlNode.Pair> pairs = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      YamlNode key = node(event, path);
      KeyPath below = path != null && key instanceof YamlNode.Scalar s ? path.key(s.text()) : path;
      YamlNode value = node(next(), below);
      if (!(key instanceof YamlNode.Scalar name)) {
        report(key, path, "a key is one word, and here stands " + key.inWords(), null);
      } else if (!keys.add(name.text())) {
        report(key, below, "the key '" + name.text() + "' stands twice", "keep one of the two");
      } else {
        pairs.add(new YamlNode.Pair(name, value));
      }
    }
    return new YamlNode.Mapping(pairs, line, column);
  }

  /** Passes over the node that the event begins. */
  public void skip(Event start) throws Unreadable {
    int open = start instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      Event event = next();
      if (event instanceof CollectionStartEvent) {
        open++;
      } else if (event instanceof CollectionEndEvent) {
        open--;
      }
    }
  }

  public void refuseAnchorsAndTags(Event event, @Nullable KeyPath path) {
    if (problems == null || !(event instanceof NodeEvent node)) {
      return;
    }
    String anchor = node.getAnchor().map(Anchor::getValue).orElse(null);
    if (anchor != null && !(event instanceof AliasEvent)) {
      report(
          new YamlNode.Refused(line(event), column(event)),
          path,
          "the anchor '&" + anchor + "' stands here",
          "remove it: Concordat reads no aliases");
    }
    String tag =
        switch (node) {
          case ScalarEvent scalar -> scalar.getTag().orElse(null);
          case CollectionStartEvent collection -> collection.getTag().orElse(null);
          default -> null;
        };
    if (tag != null) {
      report(
          new YamlNode.Refused(line(event), column(event)),
          path,
          "the tag '" + tag.replace("tag:yaml.org,2002:", "!!") + "' stands here",
          "remove it: Concordat reads no tags");
    }
  }

  private void report(
      YamlNode at, @Nullable KeyPath path, String problem, @Nullable String remedy) {
    if (problems != null) {
      problems.error(at, path, problem, remedy);
    }
  }

  private Place placeOf(Event event) {
    return Place.of(source.name(), line(event), column(event), null);
  }

  /** The line on which the event starts, counted from 1. */
  public static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  /** The column in which the event starts, counted from 1 in code points. */
  public static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
  }
}
