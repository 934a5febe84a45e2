package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.ScenarioDocument;
import org.concordat.formats.scenarios.ScenarioWorkbook;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ScenarioAnswers;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The four scenarios: what one standard gives another, what is left, both at once, two merge. */
@Controller
class ScenariosController {
  private static final Pattern LINE = Pattern.compile("\\s*[,;\\n\\r]\\s*");
  private static final Pattern PARTLY = Pattern.compile("\\s*[:=]?\\s*partly$");
  private static final MediaType XLSX =
      MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Standards standards;
  private final Models models;
  private final SurroundingsFactory surroundings;

  ScenariosController(Standards standards, Models models, SurroundingsFactory surroundings) {
    this.standards = standards;
    this.models = models;
    this.surroundings = surroundings;
  }

  @GetMapping("/scenarios")
  @Needs(Permission.READ_MODEL)
  ScenariosPage show(
      Caller caller,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String controls) {
    return answer(caller, kind, from, to, name, controls);
  }

  /** The answer as a workbook. */
  @GetMapping("/scenarios/answer.xlsx")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> workbook(
      Caller caller,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String controls)
      throws IOException {
    List<Sheet> sheets = answer(caller, kind, from, to, name, controls).sheets();
    if (sheets.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ScenarioWorkbook.write(sheets, out);
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header("Content-Disposition", "attachment; filename=\"scenario.xlsx\"")
        .body(out.toByteArray());
  }

  /** The answer as a document for people. */
  @GetMapping("/scenarios/answer.pdf")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> document(
      Caller caller,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String controls,
      HttpServletRequest request) {
    ScenariosPage page = answer(caller, kind, from, to, name, controls);
    ScenarioKind asked = page.kind();
    if (asked == null || page.sheets().isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Surroundings here = surroundings.of(request);
    byte[] document =
        ScenarioDocument.write(
            Letterheads.of(here, organisation(caller)),
            here.text("standards.scenario." + asked.word()),
            here.text(
                "standards.document.question." + asked.word(),
                page.catalogueTitle(from),
                page.catalogueTitle(to)),
            page.sheets(),
            page.table() == null
                ? here.text("standards.scenario.byCrosswalks")
                : here.text("standards.scenario.byTopics", page.table()),
            new ScenarioWords(here));
    return pdf(document, "scenario.pdf");
  }

  /** How far a catalogue is covered, control by control with the proof, for people. */
  @GetMapping("/standards/{catalogue}/coverage.pdf")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> coverage(
      Caller caller, @PathVariable String catalogue, HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Surroundings here = surroundings.of(request);
    byte[] document =
        ScenarioDocument.write(
            Letterheads.of(here, organisation(caller)),
            here.text("standards.document.coverage", found.get().title()),
            here.text("standards.document.coverage.lead", found.get().title()),
            Scenarios.have(now.coverage(catalogue)),
            here.text("standards.document.coverage.note"),
            new ScenarioWords(here));
    return pdf(document, "coverage.pdf");
  }

  /** A document to take away. */
  static ResponseEntity<byte[]> pdf(byte[] document, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(document);
  }

  private String organisation(Caller caller) {
    return models.of(caller.tenant()).read(Snapshot::organisation).name();
  }

  private ScenariosPage answer(
      Caller caller, String kind, String from, String to, String name, String controls) {
    StandardsState now = standards.of(caller.tenant());
    Map<String, String> titles = new LinkedHashMap<>();
    now.followed().forEach(each -> titles.put(each.id(), each.title()));
    now.bridges().forEach(each -> titles.put(each.id(), each.title()));
    Optional<ScenarioKind> asked = ScenarioKind.of(kind);
    Optional<Catalogue> one = now.library().catalogue(from);
    Optional<Catalogue> two = now.library().catalogue(to);
    List<String> unknown = new ArrayList<>();
    List<Sheet> sheets = List.of();
    Optional<TopicTable> table = Optional.empty();
    if (asked.isPresent() && one.isPresent() && two.isPresent() && !one.equals(two)) {
      ScenarioAnswers answers = new ScenarioAnswers(now, one.get(), two.get());
      table = answers.table();
      sheets =
          switch (asked.get()) {
            case HAVE -> answers.have();
            case LEFT -> answers.left();
            case BOTH -> answers.both();
            case MERGE ->
                answers.merge(
                    organisation(caller),
                    name.isBlank() ? "B" : name.strip(),
                    read(controls, two.get(), unknown));
          };
    }
    return new ScenariosPage(
        asked.orElse(null),
        titles,
        from,
        to,
        table.map(TopicTable::title).orElse(null),
        name,
        controls,
        unknown,
        sheets,
        query(kind, from, to, name, controls));
  }

  /** Ids with commas or on lines of their own, each perhaps with the word "partly" behind it. */
  private static Map<ControlRef, Operation> read(
      String typed, Catalogue catalogue, List<String> unknown) {
    Map<ControlRef, Operation> operations = new LinkedHashMap<>();
    for (String line : LINE.split(typed.strip(), -1)) {
      String id = PARTLY.matcher(line).replaceAll("").strip();
      Optional<Control> control = catalogue.find(id);
      if (control.isPresent()) {
        operations.put(
            new ControlRef(catalogue.id(), control.get().id()),
            PARTLY.matcher(line).find() ? Operation.PARTLY : Operation.YES);
      } else if (!id.isEmpty()) {
        unknown.add(id);
      }
    }
    return operations;
  }

  private static String query(String kind, String from, String to, String name, String controls) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("kind", kind);
    parts.put("from", from);
    parts.put("to", to);
    parts.put("name", name);
    parts.put("controls", controls);
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(part -> part.getKey() + "=" + ControlView.encoded(part.getValue()))
        .collect(Collectors.joining("&"));
  }
}
