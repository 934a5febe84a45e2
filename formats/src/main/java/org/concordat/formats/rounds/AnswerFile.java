package org.concordat.formats.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.RoundAnswers;
import org.concordat.core.alignment.rounds.Steps;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.tables.Table;
import org.concordat.formats.tables.Table.Row;
import org.concordat.formats.tables.TableFile;
import org.concordat.formats.tables.TableLimits;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/**
 * Reads the answers of a judgement round: who said what of which link.
 *
 * <p>A CSV or XLSX file has one row for each answer, with the columns {@code requirement} and
 * {@code factor}, or {@code factor} and {@code goal}, and {@code by}, {@code level}, {@code
 * because}, {@code training}, {@code role}. Of a round that asked for an order it has {@code place}
 * instead of {@code level}, a number from 1, the gravest. A level is one of the scale, {@code
 * none}, {@code ?} for "don't know", or a number from 0; a row without a level says who was asked
 * and has not answered. A JSON file has the same as {@code {"answers": [{"requirement": ...},
 * ...]}}.
 */
public final class AnswerFile {
  /** The largest JSON file, in bytes. */
  private static final long JSON_BYTES = 16L << 20;

  private AnswerFile() {}

  /** Whether a file is one of answers by its name, or for JSON by its first key. */
  public static boolean isOne(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
      return true;
    }
    try {
      return name.endsWith(".json")
          && Files.size(file) <= JSON_BYTES
          && Files.readString(file).stripLeading().matches("(?s)\\{\\s*\"answers\".*");
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * What was read.
   *
   * @param steps levels, or places when the file holds orders
   */
  public record Read(RoundAnswers answers, Steps steps) {}

  /**
   * Reads a file.
   *
   * @param scale what the levels are called
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Read read(Path file, ImpactScale scale) throws InvalidInput, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    AnswerCollector answers = new AnswerCollector(scale);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      readJson(file, answers);
    } else {
      readTable(file, answers);
    }
    return answers.round();
  }

  private static void readTable(Path file, AnswerCollector answers)
      throws InvalidInput, IOException {
    try (TableFile opened =
        TableFile.open(file, t -> Header.find(t).map(h -> h.columns.size()).orElse(0))) {
      for (Table table : opened.tables()) {
        Optional<Header> header = Header.find(table);
        if (header.isPresent()) {
          table.read(
              row -> {
                if (row.number() > header.get().row) {
                  answers.add(table.place(row.number()), column -> header.get().cell(row, column));
                }
                return true;
              });
          return;
        }
      }
    }
    throw new InvalidInput(
        Finding.error(
            Place.of(file.toString()),
            "no header of answers was found in the first " + TableLimits.HEADER_ROWS + " rows",
            "name the columns requirement, factor, by and level, or factor, goal, by and level;"
                + " of an order place instead of level"));
  }

  /** The header: where each column stands. */
  private record Header(int row, Map<AnswerColumn, Integer> columns) {
    /** The first row that names what is judged, by whom and how. */
    static Optional<Header> find(Table table) throws InvalidInput, IOException {
      List<Header> found = new ArrayList<>();
      table.read(
          row -> {
            Header header = of(row);
            boolean isHeader =
                header
                        .columns
                        .keySet()
                        .containsAll(List.of(AnswerColumn.FACTOR, AnswerColumn.JUDGE))
                    && (header.columns.containsKey(AnswerColumn.LEVEL)
                        || header.columns.containsKey(AnswerColumn.PLACE));
            if (isHeader) {
              found.add(header);
            }
            return !isHeader && row.number() < TableLimits.HEADER_ROWS;
          });
      return found.stream().findFirst();
    }

    private static Header of(Row row) {
      Map<AnswerColumn, Integer> columns = new EnumMap<>(AnswerColumn.class);
      for (int i = 0; i < row.cells().size(); i++) {
        int index = i;
        AnswerColumn.of(row.cell(i)).ifPresent(column -> columns.putIfAbsent(column, index));
      }
      return new Header(row.number(), columns);
    }

    String cell(Row row, AnswerColumn column) {
      Integer index = columns.get(column);
      return index == null ? "" : row.cell(index);
    }
  }

  private static void readJson(Path file, AnswerCollector answers)
      throws InvalidInput, IOException {
    if (Files.size(file) > JSON_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "a file of answers has at most 16 MiB", null));
    }
    Source source = Source.decode(file.toString(), file, Files.readAllBytes(file));
    FindingList findings = answers.findings();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    YamlNode.Sequence list = list(source, problems);
    for (int i = 0; i < list.items().size(); i++) {
      KeyPath path = KeyPath.of("answers").item(i);
      YamlNode item = list.items().get(i);
      if (item instanceof YamlNode.Mapping mapping) {
        EntryReader entry = new EntryReader(mapping, path, AnswerColumn.KEYS, problems);
        answers.add(
            Place.of(source.name(), item.line(), item.column(), path.toString()),
            column -> {
              String text = entry.text(AnswerColumn.KEYS.get(place(column)));
              return text == null ? "" : text.strip();
            });
      } else {
        problems.error(item, path, "expected an answer, found " + item.inWords(), null);
      }
    }
  }

  private static int place(AnswerColumn column) {
    return List.of(AnswerColumn.values()).indexOf(column);
  }

  private static YamlNode.Sequence list(Source source, SourceProblems problems)
      throws InvalidInput {
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      if (events.next() instanceof DocumentStartEvent
          && events.compose(events.next(), null) instanceof YamlNode.Mapping root
          && root.pairs().size() == 1
          && root.pairs().getFirst().key().text().equals("answers")
          && root.pairs().getFirst().value() instanceof YamlNode.Sequence list) {
        return list;
      }
    } catch (Unreadable e) {
      throw new InvalidInput(e.finding());
    }
    throw new InvalidInput(
        Finding.error(
            Place.of(source.name()),
            "the file holds no answers",
            "write {\"answers\": [{\"requirement\": ..., \"factor\": ..., \"by\": ..., \"level\":"
                + " ...}]}"));
  }
}
