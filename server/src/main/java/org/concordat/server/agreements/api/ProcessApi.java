package org.concordat.server.agreements.api;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.steps.Lack;
import org.concordat.core.agreements.steps.Step;
import org.concordat.core.agreements.steps.StepState;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.agreements.ServiceOffers.Services;
import org.concordat.server.agreements.ServiceOffers.Terms;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Precondition;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The seven steps of units, and the services that their agreements are made of. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class ProcessApi {
  private final SecurityProcess process;
  private final ServiceOffers offers;
  private final Models models;

  ProcessApi(SecurityProcess process, ServiceOffers offers, Models models) {
    this.process = process;
    this.offers = offers;
    this.models = models;
  }

  @GetMapping("/steps")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists where each unit stands in its seven steps", answer = "UnitStepsList")
  ApiAnswer list(Call call, Paging paging) {
    return paging.answer(
        paging.part(
            List.copyOf(process.all(call.caller().tenant()).values()), each -> each.unit().id()),
        ProcessApi::json);
  }

  private static ObjectNode json(SecurityProcess.OfUnit unit) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("unit", unit.unit().id());
    ObjectNode steps = json.putObject("steps");
    unit.steps()
        .states()
        .forEach(
            (step, state) -> {
              ObjectNode one = steps.putObject(Words.of(step));
              one.put("state", word(state));
              var lacks = one.putArray("lacks");
              for (Lack lack : state.missing()) {
                lacks.addObject().put("kind", Words.of(lack.kind())).put("about", lack.about());
              }
              if (state instanceof StepState.AnotherLook again) {
                var changed = one.putArray("changed");
                again.changed().stream().map(Words::of).sorted().forEach(changed::add);
              }
            });
    var agreement = unit.agreement();
    return agreement == null ? json : json.put("agreement", Call.ROOT + agreement.key().path());
  }

  private static String word(StepState state) {
    return switch (state) {
      case StepState.Open _ -> "open";
      case StepState.Ready _ -> "ready";
      case StepState.Done _ -> "done";
      case StepState.AnotherLook _ -> "another-look";
    };
  }

  @GetMapping("/steps/{unit}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads where a unit stands in its seven steps", answer = "UnitSteps")
  ApiAnswer get(Call call, @PathVariable String unit) {
    return ApiAnswer.ok(
        json(process.of(call.caller().tenant(), unit).orElseThrow(Parameters::notFound)));
  }

  @PostMapping(path = "/steps/{unit}", consumes = Media.JSON)
  @Needs(Permission.NEGOTIATE)
  @Described(
      value = "Says that a step of a unit is done",
      body = "StepDone",
      answer = "UnitSteps",
      problems = 409)
  ApiAnswer complete(Call call, @PathVariable String unit) {
    Step step =
        Words.find(Step.class, AgreementShapes.STEP.read(call.json()).required("step"))
            .orElseThrow();
    if (process.of(call.caller().tenant(), unit).isEmpty()) {
      throw Parameters.notFound();
    }
    if (SecurityProcess.side(call.caller(), unit, step).isEmpty()) {
      throw Problem.of(Problem.Kind.FORBIDDEN, "The step is for another side to end").failure();
    }
    if (!process.complete(call.caller(), unit, step, call.reason(), call.id())) {
      throw Problem.of(Problem.Kind.CONFLICT, "The step still lacks something").failure();
    }
    return get(call, unit);
  }

  @GetMapping("/services")
  @Needs(Permission.READ_AGREEMENTS)
  @Described(value = "Reads what the supply side offers", answer = "AgreementServices")
  ApiAnswer services(Call call) {
    Terms terms = offers.of(call.caller().tenant()).orElseThrow(Parameters::notFound);
    return ApiAnswer.ok(json(terms)).tagged(terms.tag());
  }

  private static ObjectNode json(Terms terms) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("supplier", terms.supplier())
            .put("services", terms.text());
    return terms.colour() == null ? json : json.put("colour", terms.colour());
  }

  @PutMapping(path = "/services", consumes = Media.JSON)
  @Needs(Permission.AGREE_SUPPLY)
  @Described(
      value = "Says what the supply side offers",
      body = "AgreementServices",
      answer = "AgreementServices")
  ApiAnswer save(Call call) {
    Values said = AgreementShapes.SERVICES.read(call.json());
    String colour = said.text("colour");
    List<Errors.Entry> errors = new ArrayList<>();
    if (colour != null && !colour.matches("#[0-9a-f]{6}")) {
      errors.add(new Errors.InBody("/colour", "must be written as #rrggbb in small letters"));
    }
    Terms wanted =
        new Terms(said.required("supplier"), colour, String.valueOf(said.get("services")));
    ImpactScale scale = models.of(call.caller().tenant()).read(Snapshot::scale);
    Services services = ServiceOffers.read(wanted.text(), scale);
    services
        .findings()
        .forEach(finding -> errors.add(new Errors.InBody("/services", finding.message())));
    if (!errors.isEmpty()) {
      throw Problem.of(Problem.Kind.INVALID, "The services break rules", errors).failure();
    }
    if (!offers.save(call.caller().tenant(), call.attribution(), wanted, tag(call))) {
      throw Problem.of(Problem.Kind.STALE, "It is other than you saw it").failure();
    }
    return ApiAnswer.ok(json(wanted)).tagged(wanted.tag());
  }

  /** The state that the request is about; without a condition there must be none. */
  private String tag(Call call) {
    String present = offers.of(call.caller().tenant()).map(Terms::tag).orElse(EntryTag.NOTHING);
    return switch (call.precondition()) {
      case Precondition.Unsaid _ -> {
        if (!present.equals(EntryTag.NOTHING)) {
          throw Problem.of(
                  Problem.Kind.PRECONDITION_REQUIRED,
                  "They are there already: say in If-Match which state you saw, by its ETag")
              .failure();
        }
        yield present;
      }
      case Precondition.Absent _ -> EntryTag.NOTHING;
      case Precondition.Present _ -> present;
      case Precondition.Matching(var tags) ->
          tags.contains(present) ? present : tags.stream().findFirst().orElse(EntryTag.NOTHING);
    };
  }
}
