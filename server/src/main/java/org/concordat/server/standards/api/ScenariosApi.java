package org.concordat.server.standards.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.scenarios.ScenarioDocument;
import org.concordat.formats.scenarios.Scenarios;
import org.concordat.formats.scenarios.Sheet;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ScenarioAnswers;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The four scenarios, as JSON and as documents for people. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards")
final class ScenariosApi {
  private final Standards standards;
  private final Models models;

  ScenariosApi(Standards standards, Models models) {
    this.standards = standards;
    this.models = models;
  }

  /** What can be asked of two catalogues of one organisation. */
  private enum Scenario {
    HAVE("What we have already"),
    LEFT("What is left to do"),
    BOTH("Joint work list");

    private final String title;

    Scenario(String title) {
      this.title = title;
    }
  }

  /** Two catalogues of which something is asked. */
  private record Question(StandardsState now, Catalogue from, Catalogue to) {
    ScenarioAnswers answers() {
      return new ScenarioAnswers(now, from, to);
    }

    List<Sheet> sheets(Scenario scenario) {
      return switch (scenario) {
        case HAVE -> answers().have();
        case LEFT -> answers().left();
        case BOTH -> answers().both();
      };
    }

    String answeredBy() {
      return answers().table().map(TopicTable::id).orElse("crosswalks");
    }
  }

  @GetMapping(path = "/scenarios/{scenario}", produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Answers what of one catalogue another gives, what is left, or both at once",
      answer = "ScenarioAnswer")
  ApiAnswer scenario(
      Call call,
      @PathVariable String scenario,
      @RequestParam String from,
      @RequestParam String to) {
    Question question = question(call, from, to);
    return answer(question, question.sheets(asked(scenario)));
  }

  @GetMapping(path = "/scenarios/{scenario}", produces = Media.PDF)
  @Needs(Permission.READ_MODEL)
  @Described("Answers a scenario as a document for people")
  ApiAnswer document(
      Call call,
      @PathVariable String scenario,
      @RequestParam String from,
      @RequestParam String to) {
    Scenario asked = asked(scenario);
    Question question = question(call, from, to);
    String lead =
        switch (asked) {
          case HAVE -> "What %s gives of %s.";
          case LEFT -> "With %s in operation, what is left of %s.";
          case BOTH -> "%s and %s at once, each piece of work once.";
        };
    return document(call, asked.title, lead, question, question.sheets(asked));
  }

  @PostMapping(path = "/scenarios/merge", consumes = Media.JSON, produces = Media.JSON)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Answers what two organisations that merge have together; nothing is kept",
      body = "OtherOrganisation",
      answer = "ScenarioAnswer")
  ApiAnswer merge(Call call, @RequestParam String from, @RequestParam String to) {
    Question question = question(call, from, to);
    return answer(question, merged(call, question));
  }

  @PostMapping(path = "/scenarios/merge", consumes = Media.JSON, produces = Media.PDF)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Answers what two organisations have together as a document for people",
      body = "OtherOrganisation")
  ApiAnswer mergeDocument(Call call, @RequestParam String from, @RequestParam String to) {
    Question question = question(call, from, to);
    return document(
        call,
        "Two organisations together",
        "What both have together: %s and %s.",
        question,
        merged(call, question));
  }

  @GetMapping(path = "/catalogues/{catalogue}/coverage", produces = Media.PDF)
  @Needs(Permission.READ_MODEL)
  @Described("Tells how far a catalogue is covered, with the proofs, as a document for people")
  ApiAnswer coverage(Call call, @PathVariable String catalogue) {
    StandardsState now = standards.of(call.caller().tenant());
    Catalogue found = now.library().catalogue(catalogue).orElseThrow(Parameters::notFound);
    return pdf(
        ScenarioDocument.write(
            Letterheads.english(organisation(call)),
            "Coverage of " + found.title(),
            "How far what is in operation covers %s.".formatted(found.title()),
            Scenarios.have(now.coverage(catalogue)),
            "Covered is only what crosswalks prove. The proof stands beside each control.",
            ScenarioDocument.Words.ENGLISH));
  }

  private List<Sheet> merged(Call call, Question question) {
    Values said = StandardsShapes.OTHER_ORGANISATION.read(call.json());
    Map<ControlRef, Operation> theirs = new LinkedHashMap<>();
    List<Errors.Entry> errors = new ArrayList<>();
    List<Values> controls = said.objects("controls");
    for (int i = 0; i < controls.size(); i++) {
      String id = controls.get(i).required("control");
      Control control = question.to().find(id).orElse(null);
      if (control == null) {
        errors.add(
            new Errors.InBody(
                "/controls/" + i + "/control",
                "catalogue " + question.to().id() + " has no control '" + id + "'"));
      } else {
        theirs.put(
            new ControlRef(question.to().id(), control.id()),
            Words.find(Operation.class, controls.get(i).required("operation")).orElseThrow());
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID, "There are controls that nobody knows", errors)
          .failure();
    }
    return question.answers().merge(organisation(call), said.required("name"), theirs);
  }

  private static Scenario asked(String scenario) {
    return Words.find(Scenario.class, scenario).orElseThrow(Parameters::notFound);
  }

  private Question question(Call call, String from, String to) {
    StandardsState now = standards.of(call.caller().tenant());
    Question question =
        new Question(
            now, StandardsNodes.named(now, "from", from), StandardsNodes.named(now, "to", to));
    if (question.from().equals(question.to())) {
      throw Parameters.wrong("to", "must be another catalogue than 'from'");
    }
    return question;
  }

  private String organisation(Call call) {
    return models.of(call.caller().tenant()).read(Snapshot::organisation).name();
  }

  private ApiAnswer document(
      Call call, String title, String lead, Question question, List<Sheet> sheets) {
    return pdf(
        ScenarioDocument.write(
            Letterheads.english(organisation(call)),
            title,
            lead.formatted(question.from().title(), question.to().title()),
            sheets,
            "Answered by %s.".formatted(question.answeredBy()),
            ScenarioDocument.Words.ENGLISH));
  }

  private static ApiAnswer pdf(byte[] document) {
    return ApiAnswer.file(Media.PDF, out -> out.write(document));
  }

  private static ApiAnswer answer(Question question, List<Sheet> sheets) {
    ObjectNode json = StandardsNodes.object();
    json.put("answered-by", question.answeredBy());
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
