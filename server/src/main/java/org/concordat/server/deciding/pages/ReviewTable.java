package org.concordat.server.deciding.pages;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Contradiction;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.ThingChange;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;

/** What needs another look. */
final class ReviewTable {
  /** A model and what of it is due. */
  record Dues(Snapshot model, List<Due> due) {}

  static final Table<Dues, Due> TABLE =
      new Table<>(
          "reviews",
          "deciding.review.title",
          "/reviews",
          List.of(
              Column.<Dues, Due>of("subject", "deciding.review.subject", ReviewTable::subject)
                  .shown(Presence.ALWAYS),
              Column.of("why", "deciding.review.why", ReviewTable::why),
              Column.of("judged", "deciding.review.judged", (_, row) -> judged(row.subject()))),
          List.of(
              new FilterField<>(
                  "why",
                  "deciding.review.why",
                  _ ->
                      List.of(
                          new Option("incident", Cell.word("deciding.review.incident")),
                          new Option("measured", Cell.word("deciding.review.measured")),
                          new Option("change", Cell.word("deciding.review.change")),
                          new Option("date", Cell.word("deciding.review.date"))))),
          (dues, asked, offset, limit) ->
              ClassicTables.part(
                  dues.due().stream().filter(due -> has(due, asked.filter("why"))).toList(),
                  offset,
                  limit),
          row ->
              switch (row.subject()) {
                // What nobody has judged yet cannot be confirmed.
                case Subject.Judged(var link, _) ->
                    isUnjudged(row) ? "" : link.from() + "|" + link.to();
                case Subject.Unjudged _, Subject.Promised _ -> "";
              });

  private ReviewTable() {}

  private static boolean isUnjudged(Due due) {
    return due.reasons().getFirst() instanceof Reason.Contradicted contradicted
        && contradicted.how() == Contradiction.NOT_JUDGED;
  }

  private static boolean has(Due due, String why) {
    return why.isEmpty()
        || due.reasons().stream()
            .anyMatch(
                reason ->
                    switch (reason) {
                      case Reason.Happened _, Reason.Contradicted _ -> why.equals("incident");
                      case Reason.BrokenWithoutHarm _, Reason.AlwaysMet _, Reason.NeverMet _ ->
                          why.equals("measured");
                      case Reason.Changed _ -> why.equals("change");
                      case Reason.Lapsed _, Reason.Undated _ -> why.equals("date");
                    });
  }

  private static Cell subject(Dues dues, Due row) {
    Things things = new Things(dues.model(), List.of());
    return switch (row.subject()) {
      case Subject.Judged(var link, _) ->
          new Cell.Link(things.link(link), SensitivityTable.judgementOf(link));
      case Subject.Unjudged(Requirement requirement) ->
          new Cell.Link(things.requirement(requirement), "/impacts?q=" + requirement.asset());
      case Subject.Promised(String agreement, String target, Requirement requirement) ->
          new Cell.Link(
              new Cell.Joined(
                  List.of(
                      Cell.word("deciding.review.promised"),
                      things.requirement(requirement),
                      new Cell.Quiet(new Cell.Text(target))),
                  " "),
              "/agreements/" + agreement + "/results#target-" + target);
    };
  }

  private static Cell judged(Subject subject) {
    return subject instanceof Subject.Judged judged && judged.judgedOn() != null
        ? new Cell.Day(judged.judgedOn())
        : Cell.nothing();
  }

  static Cell why(Dues dues, Due row) {
    return new Cell.Joined(
        row.reasons().stream().map(reason -> reason(dues.model(), reason)).toList(), "; ");
  }

  private static Cell reason(Snapshot model, Reason reason) {
    return switch (reason) {
      case Reason.Happened(var incident) ->
          new Cell.Joined(
              List.of(
                  Cell.word("deciding.review.incident"),
                  Cell.word("deciding.severity." + incident.severity().name()),
                  new Cell.Day(incident.on()),
                  new Cell.Text(incident.what())),
              " · ");
      case Reason.Contradicted contradicted -> contradicted(model, contradicted);
      case Reason.BrokenWithoutHarm(var agreement, var windows, _) ->
          new Cell.Joined(
              List.of(
                  new Cell.Sentence("deciding.review.withoutHarm", List.of(windows)),
                  new Cell.Text(agreement)),
              " · ");
      case Reason.AlwaysMet(var windows, var worst) ->
          new Cell.Sentence("deciding.review.alwaysMet", List.of(windows, worst));
      case Reason.NeverMet(var windows, var best) ->
          new Cell.Sentence("deciding.review.neverMet", List.of(windows, best));
      case Reason.Changed(ThingChange change) ->
          new Cell.Joined(
              List.of(
                  Cell.word("deciding.review.changed." + change.kind().name()),
                  new Cell.Text(name(model, change)),
                  new Cell.Moment(change.at())),
              " ");
      case Reason.Lapsed(var dueOn) ->
          new Cell.Joined(List.of(Cell.word("deciding.review.lapsed"), new Cell.Day(dueOn)), " ");
      case Reason.Undated _ -> Cell.word("deciding.review.undated");
    };
  }

  private static Cell contradicted(Snapshot model, Reason.Contradicted reason) {
    List<Cell> parts = new ArrayList<>();
    parts.add(Cell.word("deciding.review.contradicted." + reason.how().name()));
    parts.add(
        reason.judged() == null
            ? Things.level(model.scale(), reason.seen())
            : Things.arrow(
                Things.level(model.scale(), reason.judged()),
                Things.level(model.scale(), reason.seen())));
    for (Incident incident : reason.incidents()) {
      parts.add(new Cell.Day(incident.on()));
      parts.add(new Cell.Text(incident.what()));
    }
    return new Cell.Joined(parts, " · ");
  }

  private static String name(Snapshot model, ThingChange change) {
    String id = change.id();
    return switch (change.kind()) {
      case UNIT -> {
        var unit = model.unit(id);
        yield unit == null ? id : unit.name();
      }
      case GOAL -> {
        var goal = model.goal(id);
        yield goal == null ? id : goal.goal().name();
      }
      case FACTOR -> {
        var factor = model.factor(id);
        yield factor == null ? id : factor.name();
      }
      case ASSET -> {
        var asset = model.asset(id);
        yield asset == null ? id : asset.name();
      }
    };
  }
}
