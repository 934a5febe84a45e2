package org.concordat.formats.drafts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.Trial;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Things to try out, in YAML or JSON: a list, the key {@code changes} with a list, or one thing by
 * itself.
 */
public final class DraftFile {
  /** A file of this size or more is none. */
  private static final long LARGEST = 16L << 20;

  private static final String CHANGES = "changes";
  private static final String EXPECTED =
      "write 'changes:' with a list, such as - {try: asset-gone, id: crm}";

  private DraftFile() {}

  /**
   * One thing to try out, and where it stands.
   *
   * @param trying what it is
   */
  public record Entry(Trying trying, SaidInYaml said) {
    /**
     * The edit, or null when something is wrong with it.
     *
     * @param trial what it comes on top of
     * @param findings receives what is wrong, with its place in the file
     */
    public @Nullable DraftEdit edit(Trial trial, FindingList findings) {
      FindingList here = new FindingList();
      DraftEdit edit = EditReading.edit(trying, said, trial, here);
      for (Finding finding : here.list()) {
        findings.add(
            new Finding(
                finding.severity(),
                place(Objects.requireNonNullElse(finding.place().key(), "")),
                finding.problem(),
                finding.remedy()));
      }
      return edit;
    }

    /** Where the whole of it stands. */
    public Place place() {
      return place("");
    }

    /** Where a key of it stands, such as {@code matrix[0][1]}. */
    public Place place(String key) {
      return said.place(key);
    }
  }

  /** Whether a file holds things to try out, and not, for instance, a workspace. */
  public static boolean isOne(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) >= LARGEST) {
      return false;
    }
    try {
      YamlEvents events =
          new YamlEvents(Source.decode(file.toString(), file, Files.readAllBytes(file)), null);
      events.next();
      if (!(events.next() instanceof DocumentStartEvent)) {
        return false;
      }
      return switch (events.next()) {
        case SequenceStartEvent _ -> true;
        case MappingStartEvent _ ->
            events.next() instanceof ScalarEvent key
                && List.of(CHANGES, Trying.TRY).contains(key.getValue());
        default -> false;
      };
    } catch (InvalidInput | Unreadable _) {
      return false;
    }
  }

  /**
   * The things that a file holds.
   *
   * @throws InvalidInput with everything that is wrong, except what only the model can tell
   */
  public static List<Entry> read(Path file) throws IOException, InvalidInput {
    return parse(Source.decode(file.toString(), file, Files.readAllBytes(file)));
  }

  /**
   * The things that a text holds.
   *
   * @param name what findings call it
   * @throws InvalidInput with everything that is wrong, except what only the model can tell
   */
  public static List<Entry> parse(String name, String text) throws InvalidInput {
    return parse(new Source(name, null, text));
  }

  private static List<Entry> parse(Source source) throws InvalidInput {
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    List<Entry> entries = new ArrayList<>();
    switch (top(source, problems)) {
      case YamlNode.Sequence list -> addAll(list, problems, entries);
      case YamlNode.Mapping one when has(Trying.TRY, one) ->
          add(one, KeyPath.of(CHANGES).item(0), problems, entries);
      case YamlNode.Mapping top -> {
        EntryReader reader = new EntryReader(top, KeyPath.of(""), List.of(CHANGES), problems);
        reader.require(CHANGES, EXPECTED);
        YamlNode.Sequence list = reader.list(CHANGES, "- {try: asset-gone, id: crm}");
        if (list != null) {
          addAll(list, problems, entries);
        }
      }
      case YamlNode other -> problems.error(other, null, "the file holds no changes", EXPECTED);
    }
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    return entries;
  }

  private static YamlNode top(Source source, SourceProblems problems) throws InvalidInput {
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      Event start = events.next();
      if (start instanceof DocumentStartEvent) {
        return events.compose(events.next(), null);
      }
    } catch (Unreadable e) {
      throw new InvalidInput(e.finding());
    }
    throw new InvalidInput(
        Finding.error(Place.of(source.name()), "the file holds no changes", EXPECTED));
  }

  private static boolean has(String key, YamlNode.Mapping mapping) {
    return mapping.pairs().stream().anyMatch(pair -> pair.key().text().equals(key));
  }

  private static void addAll(YamlNode.Sequence list, SourceProblems problems, List<Entry> entries) {
    for (int i = 0; i < list.items().size(); i++) {
      add(list.items().get(i), KeyPath.of(CHANGES).item(i), problems, entries);
    }
  }

  private static void add(
      YamlNode node, KeyPath path, SourceProblems problems, List<Entry> entries) {
    EntryReader reader =
        node instanceof YamlNode.Mapping mapping
            ? new EntryReader(mapping, path, Trying.allKeys(), problems)
            : EntryReader.ofNothing(node, path, Trying.allKeys(), problems);
    reader.require(Trying.TRY, "say what to try out, such as 'try: link'");
    Trying trying = reader.word(Trying.class, Trying.TRY, "something to try out");
    SaidInYaml said = SaidInYaml.of(reader, node, path, problems);
    if (trying != null) {
      entries.add(new Entry(trying, said));
    }
  }
}
