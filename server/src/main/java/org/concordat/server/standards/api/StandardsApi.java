package org.concordat.server.standards.api;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ScenarioAnswers;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What follows from what an organisation has put down about its standards. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards", produces = Media.JSON)
final class StandardsApi {
  private final Standards standards;
  private final Models models;

  StandardsApi(Standards standards, Models models) {
    this.standards = standards;
    this.models = models;
  }

  private StandardsState now(Call call) {
    return standards.of(call.caller().tenant());
  }

  private static Catalogue catalogue(StandardsState now, String id) {
    return now.library().catalogue(id).orElseThrow(Parameters::notFound);
  }

  private static Catalogue named(StandardsState now, String parameter, String id) {
    return now.library()
        .catalogue(id)
        .orElseThrow(
            () -> Parameters.wrong(parameter, "'" + id + "' is no catalogue that is in use"));
  }

  @GetMapping("/catalogues")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the catalogues that ship and the own ones", answer = "CatalogueList")
  ApiAnswer catalogues(Call call, Paging paging) {
    StandardsState now = now(call);
    Set<String> listed = new HashSet<>();
    List<Catalogue> all =
        Stream.concat(now.library().catalogues().stream(), standards.shelf().catalogues().stream())
            .filter(each -> listed.add(each.id()))
            .toList();
    return paging.answer(
        paging.part(all, Catalogue::id),
        each -> {
          boolean followed = now.programme().follows(each.id());
          ObjectNode json =
              StandardsNodes.object()
                  .put("id", each.id())
                  .put("title", each.title())
                  .put("controls", each.controls().size())
                  .put("followed", followed);
          if (followed) {
            Coverage coverage = now.coverage(each.id());
            ObjectNode counts = json.putObject("coverage");
            for (Degree degree : Degree.values()) {
              counts.put(Words.of(degree), coverage.count(degree));
            }
          }
          return json;
        });
  }

  @GetMapping("/catalogues/{catalogue}/controls")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the controls of a catalogue with their coverage",
      answer = "ControlList")
  ApiAnswer controls(
      Call call,
      Paging paging,
      @PathVariable String catalogue,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String degree) {
    StandardsState now = now(call);
    Catalogue found = catalogue(now, catalogue);
    Coverage coverage = now.coverage(found.id());
    Degree wanted = Parameters.word(Degree.class, "degree", degree).orElse(null);
    String words = q.toLowerCase(Locale.ROOT);
    List<Control> controls =
        found.controls().stream()
            .filter(each -> wanted == null || coverage.of(each).degree() == wanted)
            .filter(
                each -> (each.id() + " " + each.title()).toLowerCase(Locale.ROOT).contains(words))
            .toList();
    return models
        .of(call.caller().tenant())
        .read(
            model ->
                paging.answer(
                    paging.part(controls, Control::id),
                    each -> control(found, each, coverage.of(each), now, model)));
  }

  private static ObjectNode control(
      Catalogue catalogue,
      Control control,
      ControlCoverage coverage,
      StandardsState now,
      Snapshot model) {
    ControlRef ref = new ControlRef(catalogue.id(), control.id());
    ObjectNode json = StandardsNodes.object().put("id", control.id()).put("title", control.title());
    StandardsNodes.put(json, "parent", control.parent());
    now.programme().operation(ref).ifPresent(o -> json.put("operation", o.operation().word()));
    json.put("degree", Words.of(coverage.degree()));
    OptionalDouble importance =
        now.purposes().importance(ref, requirement -> need(model, requirement));
    if (importance.isPresent()) {
      json.put("importance", importance.getAsDouble());
    }
    if (coverage.reason() instanceof ByControl by && !by.known().via().isEmpty()) {
      json.set("via", StandardsNodes.chains(by.known().via()));
    }
    return json;
  }

  private static double need(Snapshot model, Requirement requirement) {
    Asset asset = model.asset(requirement.asset());
    return asset != null && asset.properties().contains(requirement.property())
        ? model.need(requirement)
        : -1;
  }

  @GetMapping("/pairs")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists what is known of the controls of two catalogues, with proofs",
      answer = "PairList")
  ApiAnswer pairs(Call call, Paging paging, @RequestParam String from, @RequestParam String to) {
    StandardsState now = now(call);
    List<Known> known =
        now.inference().between(named(now, "from", from).id(), named(now, "to", to).id());
    return paging.answer(
        paging.part(known, each -> each.source() + " " + each.target()), StandardsNodes::pair);
  }

  @GetMapping("/contradictions")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists mappings that cannot all be true", answer = "ContradictionList")
  ApiAnswer contradictions(Call call, Paging paging) {
    return paging.answer(
        paging.part(now(call).inference().contradictions(), Object::toString),
        each -> {
          ObjectNode json = StandardsNodes.object();
          ArrayNode mappings = json.putArray("mappings");
          each.mappings().forEach(mapping -> mappings.add(StandardsNodes.mapping(mapping)));
          return json;
        });
  }

  /** What can be asked of two catalogues of one organisation. */
  private enum Scenario {
    HAVE,
    LEFT,
    BOTH
  }

  @GetMapping("/scenarios/{scenario}")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Answers what of one catalogue another gives, what is left, or both at once",
      answer = "ScenarioAnswer")
  ApiAnswer scenario(
      Call call,
      @PathVariable String scenario,
      @RequestParam String from,
      @RequestParam String to) {
    StandardsState now = now(call);
    Scenario asked =
        Parameters.word(Scenario.class, "scenario", scenario).orElseThrow(Parameters::notFound);
    Catalogue one = named(now, "from", from);
    Catalogue two = named(now, "to", to);
    if (one.equals(two)) {
      throw Parameters.wrong("to", "must be another catalogue than 'from'");
    }
    ScenarioAnswers answers = new ScenarioAnswers(now, one, two);
    List<Sheet> sheets =
        switch (asked) {
          case HAVE -> answers.have();
          case LEFT -> answers.left();
          case BOTH -> answers.both();
        };
    ObjectNode json = StandardsNodes.object();
    json.put("answered-by", answers.table().map(TopicTable::id).orElse("crosswalks"));
    ArrayNode list = json.putArray("sheets");
    sheets.forEach(sheet -> list.add(sheet(sheet)));
    return ApiAnswer.ok(json);
  }

  private static ObjectNode sheet(Sheet sheet) {
    ObjectNode json = StandardsNodes.object().put("key", sheet.key());
    ArrayNode columns = json.putArray("columns");
    sheet.columns().forEach(column -> columns.add(column.key()));
    ArrayNode rows = json.putArray("rows");
    for (List<Sheet.Cell> row : sheet.rows()) {
      ArrayNode cells = rows.addArray();
      for (Sheet.Cell cell : row) {
        switch (cell) {
          case Sheet.Cell.Text(var text) -> cells.add(text);
          case Sheet.Cell.Count(var number) -> cells.add(number);
          case Sheet.Cell.Texts(var texts) -> {
            ArrayNode several = cells.addArray();
            texts.forEach(several::add);
          }
        }
      }
    }
    return json;
  }
}
