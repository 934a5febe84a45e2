package org.concordat.server.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.Table;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJob.Stage;

/**
 * One's own imports of the last days, and what one takes back, the latest first unless asked
 * otherwise.
 */
final class ImportsTable {
  static final Table<List<ImportJob>, ImportJob> TABLE =
      new Table<>(
          "imports",
          "alignment.import.recent",
          "/import",
          List.of(
              Column.<List<ImportJob>, ImportJob>of(
                      "name",
                      "alignment.import.file",
                      (_, job) -> new Cell.Link(name(job), "/import/" + job.id()))
                  .sorting(Column.Order.LOWEST_FIRST)
                  .shown(Presence.ALWAYS),
              Column.<List<ImportJob>, ImportJob>of(
                      "begun", "alignment.import.begun", (_, job) -> new Cell.Moment(job.begunAt()))
                  .sorting(Column.Order.HIGHEST_FIRST),
              Column.<List<ImportJob>, ImportJob>of(
                  "stage", "alignment.import.stage", (_, job) -> stage(job)),
              Column.<List<ImportJob>, ImportJob>ofNumbers(
                      "bytes", "alignment.import.bytes", (_, job) -> new Cell.Count(job.bytes()))
                  .sorting(Column.Order.HIGHEST_FIRST)
                  .shown(Presence.WHEN_CHOSEN),
              Column.<List<ImportJob>, ImportJob>of(
                      "changed",
                      "alignment.import.changed",
                      (_, job) -> new Cell.Moment(job.changedAt()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>("stage", "alignment.import.stage", _ -> stages())),
          ImportsTable::find,
          null);

  private ImportsTable() {}

  private static Cell name(ImportJob job) {
    Cell name = new Cell.Text(job.name());
    return job.takesBack() == null
        ? name
        : new Cell.Joined(List.of(Cell.word("alignment.back"), name), ": ");
  }

  private static Cell stage(ImportJob job) {
    Cell word = Cell.word(ImportPage.stageKey(job));
    return switch (job.stage()) {
      case Stage.Ready _ -> new Cell.Badge(word, 2);
      case Stage.Failed _ -> new Cell.Badge(word, 4);
      case Stage.Waiting _,
          Stage.Reading _,
          Stage.Comparing _,
          Stage.Writing _,
          Stage.Done _,
          Stage.Cancelled _ ->
          word;
    };
  }

  private static List<FilterField.Option> stages() {
    return Stream.of(
            Stage.Waiting.class,
            Stage.Reading.class,
            Stage.Comparing.class,
            Stage.Ready.class,
            Stage.Writing.class,
            Stage.Done.class,
            Stage.Failed.class,
            Stage.Cancelled.class)
        .map(Class::getSimpleName)
        .map(name -> new FilterField.Option(name, Cell.word(ImportPage.STAGE + name)))
        .toList();
  }

  private static Table.Found<ImportJob> find(
      List<ImportJob> jobs, Asked asked, int offset, int limit) {
    Comparator<ImportJob> order =
        switch (asked.column()) {
          case "name" -> Comparator.comparing(job -> job.name().toLowerCase(Locale.ROOT));
          case "bytes" -> Comparator.comparing(ImportJob::bytes);
          case "begun" -> Comparator.comparing(ImportJob::begunAt);
          default -> Comparator.comparing(ImportJob::begunAt).reversed();
        };
    List<String> words = List.of(asked.filter("q").toLowerCase(Locale.ROOT).split(" ", -1));
    String stage = asked.filter("stage");
    List<ImportJob> found =
        jobs.stream()
            .filter(job -> words.stream().allMatch(job.name().toLowerCase(Locale.ROOT)::contains))
            .filter(job -> stage.isEmpty() || job.stage().getClass().getSimpleName().equals(stage))
            .sorted(asked.isDescending() ? order.reversed() : order)
            .toList();
    return new Table.Found<>(found.stream().skip(offset).limit(limit).toList(), found.size());
  }
}
