package org.concordat.server.deciding.api;

import static org.concordat.server.web.api.Parameters.number;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.alignment.classic.ClassicTable.Rated;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.deciding.Sensitivities;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Classic ratings, sensitivity and what is due as tables. The columns are the members of their
 * JSON, in that order; a cell that holds several has semicolons between them.
 */
@Controller
@RequestMapping(path = Call.ROOT)
final class DecidingFilesApi {
  private final Models models;
  private final Sensitivities sensitivities;
  private final Reviews reviews;

  DecidingFilesApi(Models models, Sensitivities sensitivities, Reviews reviews) {
    this.models = models;
    this.sensitivities = sensitivities;
    this.reviews = reviews;
  }

  /** Writes the rows of a table. */
  private interface Rows {
    void write(RowWriter rows) throws IOException;
  }

  private static ApiAnswer csv(Rows table) {
    return ApiAnswer.file(Media.CSV, out -> finish(table, RowWriter.csv(out)));
  }

  private static ApiAnswer workbook(String sheet, Rows table) {
    return ApiAnswer.file(Media.XLSX, out -> finish(table, RowWriter.xlsx(out, sheet, 1)));
  }

  private static void finish(Rows table, RowWriter rows) throws IOException {
    try (rows) {
      table.write(rows);
    }
  }

  @GetMapping(path = "/classic", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Sets classic ratings beside the priorities, as a table")
  ApiAnswer classicTable(Call call) {
    return csv(classic(call));
  }

  @GetMapping(path = "/classic", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Sets classic ratings beside the priorities, as a workbook")
  ApiAnswer classicWorkbook(Call call) {
    return workbook("Classic ratings", classic(call));
  }

  private Rows classic(Call call) {
    ClassicTable classic = models.of(call.caller().tenant()).read(ClassicTable::of);
    return rows -> {
      rows.write(List.of("id", "rating", "level", "score", "shift", "explained"));
      for (Rated rated : classic.rated()) {
        rows.write(
            List.of(
                rated.requirement().id(),
                classic.scale().name(rated.rating()),
                classic.scale().shownName(rated.need()),
                rated.need(),
                rated.shift(),
                rated.hasNoBusinessReason() ? "no" : "yes"));
      }
    };
  }

  @GetMapping(path = "/sensitivity", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Tells which single judgement moves the ranking most, as a table")
  ApiAnswer sensitivityTable(Call call, @RequestParam(defaultValue = "20") String top) {
    return csv(sensitivity(call, top));
  }

  @GetMapping(path = "/sensitivity", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Tells which single judgement moves the ranking most, as a workbook")
  ApiAnswer sensitivityWorkbook(Call call, @RequestParam(defaultValue = "20") String top) {
    return workbook("Sensitivity", sensitivity(call, top));
  }

  private Rows sensitivity(Call call, String top) {
    int limit = number("top", top, 1, Sensitivities.MOST);
    ImpactScale scale = models.of(call.caller().tenant()).read(Snapshot::scale);
    List<Sensitivity.Effect> effects =
        sensitivities.of(call.caller().tenant()).effects().stream().limit(limit).toList();
    return rows -> {
      rows.write(
          List.of(
              "from", "to", "before", "after", "judges", "attention", "moved", "entered", "left"));
      for (Sensitivity.Effect effect : effects) {
        rows.write(
            List.of(
                effect.nudge().link().from(),
                effect.nudge().link().to(),
                scale.name(effect.nudge().from()),
                scale.name(effect.nudge().to()),
                effect.nudge().judgements().stream()
                    .map((Impact impact) -> impact.judgement().by())
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining("; ")),
                effect.attention(),
                effect.moved(),
                ids(effect.entered()),
                ids(effect.left())));
      }
    };
  }

  private static String ids(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::id).collect(Collectors.joining("; "));
  }

  @GetMapping(path = "/reviews", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described("Lists what needs another look, a row for each reason, as a table")
  ApiAnswer dueTable(Call call) {
    return csv(due(call));
  }

  @GetMapping(path = "/reviews", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described("Lists what needs another look, a row for each reason, as a workbook")
  ApiAnswer dueWorkbook(Call call) {
    return workbook("Another look", due(call));
  }

  private Rows due(Call call) {
    List<Due> all = reviews.due(call.caller().tenant());
    return rows -> {
      rows.write(
          List.of(
              "from",
              "to",
              "agreement",
              "target",
              "judged-on",
              "kind",
              "on",
              "level",
              "windows",
              "what"));
      for (Due due : all) {
        for (Reason reason : due.reasons()) {
          rows.write(row(due.subject(), ReasonTold.of(reason)));
        }
      }
    };
  }

  private static List<@Nullable Object> row(Subject subject, ReasonTold told) {
    return switch (subject) {
      case Subject.Judged(var link, var judgedOn) ->
          row(link.from(), link.to(), null, null, judgedOn, told);
      case Subject.Unjudged(var requirement) -> row(requirement.id(), null, null, null, null, told);
      case Subject.Promised(var agreement, var target, var requirement) ->
          row(requirement.id(), null, agreement, target, null, told);
    };
  }

  private static List<@Nullable Object> row(
      String from,
      @Nullable String to,
      @Nullable String agreement,
      @Nullable String target,
      @Nullable LocalDate judgedOn,
      ReasonTold told) {
    return Arrays.asList(
        from,
        to,
        agreement,
        target,
        judgedOn == null ? null : judgedOn.toString(),
        told.kind(),
        told.on(),
        told.level(),
        told.windows(),
        told.what());
  }
}
