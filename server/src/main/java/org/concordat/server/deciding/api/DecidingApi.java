package org.concordat.server.deciding.api;

import static org.concordat.server.web.api.Parameters.number;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.classic.ClassicTable;
import org.concordat.core.alignment.classic.ClassicTable.Rated;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.reassessment.Due;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.alignment.reassessment.ReviewIntervals;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.formats.yaml.Words;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.deciding.Sensitivities;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Classic ratings, sensitivity, what is due, and incidents. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class DecidingApi {
  private final Models models;
  private final Sensitivities sensitivities;
  private final Reviews reviews;

  DecidingApi(Models models, Sensitivities sensitivities, Reviews reviews) {
    this.models = models;
    this.sensitivities = sensitivities;
    this.reviews = reviews;
  }

  @GetMapping("/classic")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Sets classic ratings beside the priorities, what differs most first",
      answer = "ClassicTable")
  ApiAnswer classic(Call call, Paging paging) {
    return models
        .of(call.caller().tenant())
        .read(
            model -> {
              ClassicTable classic = ClassicTable.of(model);
              Paging.Part<Rated> part =
                  paging.part(classic.rated(), rated -> rated.requirement().id());
              ObjectNode json = DraftNodes.object();
              putFigure(json, "tau", classic.agreement().tau());
              putFigure(json, "rho", classic.agreement().rho());
              json.put("unexplained", classic.withoutBusinessReason().size());
              ArrayNode items = json.putArray("items");
              for (Rated rated : part.rows()) {
                items
                    .addObject()
                    .put("id", rated.requirement().id())
                    .put("rating", classic.scale().name(rated.rating()))
                    .put("level", classic.scale().shownName(rated.need()))
                    .put("score", rated.need())
                    .put("shift", rated.shift())
                    .put("explained", !rated.hasNoBusinessReason());
              }
              return paging.answer(json, part);
            });
  }

  private static void putFigure(ObjectNode json, String name, OptionalDouble figure) {
    figure.ifPresent(value -> json.put(name, value));
  }

  @GetMapping("/sensitivity")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Tells which single judgement, changed by one level, moves the ranking most",
      answer = "Sensitivity")
  ApiAnswer sensitivity(Call call, @RequestParam(defaultValue = "20") String top) {
    int limit = number("top", top, 1, Sensitivities.MOST);
    ImpactScale scale = models.of(call.caller().tenant()).read(Snapshot::scale);
    Sensitivity found = sensitivities.of(call.caller().tenant());
    ObjectNode json =
        DraftNodes.object().put("tried", found.tried()).put("without", found.without());
    ArrayNode effects = json.putArray("effects");
    for (Sensitivity.Effect effect : found.effects().stream().limit(limit).toList()) {
      ObjectNode one =
          effects
              .addObject()
              .put("from", effect.nudge().link().from())
              .put("to", effect.nudge().link().to())
              .put("before", scale.name(effect.nudge().from()))
              .put("after", scale.name(effect.nudge().to()));
      ArrayNode judges = one.putArray("judges");
      effect.nudge().judgements().stream()
          .map((Impact impact) -> impact.judgement().by())
          .filter(Objects::nonNull)
          .distinct()
          .forEach(judges::add);
      one.put("attention", effect.attention()).put("moved", effect.moved());
      putIds(one.putArray("entered"), effect.entered());
      putIds(one.putArray("left"), effect.left());
    }
    return ApiAnswer.ok(json);
  }

  private static void putIds(ArrayNode list, List<Requirement> requirements) {
    requirements.forEach(requirement -> list.add(requirement.id()));
  }

  @GetMapping("/reviews")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists what needs another look, the gravest first", answer = "ReviewList")
  ApiAnswer due(Call call, Paging paging) {
    return paging.answer(
        paging.part(reviews.due(call.caller().tenant()), due -> due.subject().toString()),
        DecidingApi::due);
  }

  private static ObjectNode due(Due due) {
    ObjectNode json = DraftNodes.object();
    switch (due.subject()) {
      case Subject.Judged(var link, var judgedOn) -> {
        json.put("from", link.from()).put("to", link.to());
        if (judgedOn != null) {
          json.put("judged-on", judgedOn.toString());
        }
      }
      case Subject.Unjudged(var requirement) -> json.put("from", requirement.id());
      case Subject.Promised(var agreement, var target, var requirement) ->
          json.put("from", requirement.id()).put("agreement", agreement).put("target", target);
    }
    ArrayNode reasons = json.putArray("reasons");
    for (Reason reason : due.reasons()) {
      ReasonTold told = ReasonTold.of(reason);
      ObjectNode one = reasons.addObject().put("kind", told.kind());
      if (told.on() != null) {
        one.put("on", told.on());
      }
      if (told.level() != null) {
        one.put("level", told.level());
      }
      if (told.windows() != null) {
        one.put("windows", told.windows());
      }
      if (told.what() != null) {
        one.put("what", told.what());
      }
    }
    return json;
  }

  @GetMapping("/review-intervals")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Reads after how many months judgements need another look",
      answer = "ReviewIntervals")
  ApiAnswer intervals(Call call) {
    return ApiAnswer.ok(intervals(reviews.intervals(call.caller().tenant())));
  }

  private static ObjectNode intervals(ReviewIntervals intervals) {
    ObjectNode json = DraftNodes.object();
    putMonths(json, "requirements", intervals.requirementMonths());
    putMonths(json, "factors", intervals.factorMonths());
    return json;
  }

  private static void putMonths(ObjectNode json, String name, @Nullable Integer months) {
    if (months != null) {
      json.put(name, months);
    }
  }

  @PutMapping(path = "/review-intervals", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Sets after how many months judgements need another look",
      body = "ReviewIntervals",
      answer = "ReviewIntervals")
  ApiAnswer setIntervals(Call call) {
    Values said = DecidingShapes.INTERVALS.read(call.json());
    ReviewIntervals intervals =
        new ReviewIntervals(months(said.whole("requirements")), months(said.whole("factors")));
    reviews.setIntervals(call.caller(), call.id(), intervals);
    return ApiAnswer.ok(intervals(intervals));
  }

  private static @Nullable Integer months(@Nullable Long number) {
    return number == null ? null : Math.toIntExact(number);
  }

  @GetMapping("/incidents")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the incidents that were recorded, latest first",
      answer = "IncidentList")
  ApiAnswer incidents(Call call, Paging paging) {
    ImpactScale scale = scale(call);
    return paging.answer(
        paging.part(reviews.incidents(call.caller().tenant()), Incident::id),
        incident -> incident(incident, scale));
  }

  private ImpactScale scale(Call call) {
    return models.of(call.caller().tenant()).read(Snapshot::scale);
  }

  private static ObjectNode incident(Incident incident, ImpactScale scale) {
    ObjectNode json = DraftNodes.object();
    ArrayNode harms = json.putArray("harms");
    for (Incident.Harm harm : incident.harms()) {
      harms.addObject().put("factor", harm.factor()).put("level", scale.name(harm.level()));
    }
    return json.put("id", incident.id())
        .put("asset", incident.requirement().asset())
        .put("property", incident.requirement().property())
        .put("on", incident.on().toString())
        .put("severity", Words.of(incident.severity()))
        .put("what", incident.what());
  }

  @PostMapping(path = "/incidents", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Records an incident", body = "Incident", answer = "Incident", statuses = 201)
  ApiAnswer record(Call call) {
    Values said = DecidingShapes.INCIDENT.read(call.json());
    Requirement requirement = new Requirement(said.required("asset"), said.required("property"));
    Incident.Severity severity =
        Words.find(Incident.Severity.class, said.required("severity"))
            .orElse(Incident.Severity.LOW);
    List<Incident.Harm> harms = harms(call, said.objects("harms"));
    UUID id =
        reviews
            .record(
                call.caller(),
                call.id(),
                requirement,
                Objects.requireNonNullElse(said.day("on"), reviews.today()),
                severity,
                said.required("what"),
                harms)
            .orElseThrow(
                () ->
                    Problem.of(
                            Problem.Kind.INVALID,
                            "There is no such incident to record",
                            List.of(
                                new Errors.InBody(
                                    "/asset",
                                    "must be an asset with that property, on a day that has"
                                        + " come")))
                        .failure());
    Incident recorded =
        reviews.incidents(call.caller().tenant()).stream()
            .filter(incident -> incident.id().equals(id.toString()))
            .findFirst()
            .orElseThrow();
    return ApiAnswer.created(Call.ROOT + "/incidents", incident(recorded, scale(call)));
  }

  private List<Incident.Harm> harms(Call call, List<Values> said) {
    Errors errors = new Errors();
    List<Incident.Harm> harms = new ArrayList<>();
    Set<String> factors = new HashSet<>();
    models
        .of(call.caller().tenant())
        .read(
            model -> {
              for (int i = 0; i < said.size(); i++) {
                String factor = said.get(i).required("factor");
                var level = model.scale().level(said.get(i).required("level"));
                if (model.factor(factor) == null) {
                  errors.add("/harms/" + i + "/factor", "is no factor of the organisation");
                } else if (!factors.add(factor)) {
                  errors.add("/harms/" + i + "/factor", "is told twice");
                } else if (level.isEmpty()) {
                  errors.add(
                      "/harms/" + i + "/level",
                      "is none of " + String.join(", ", model.scale().names()));
                } else {
                  harms.add(new Incident.Harm(factor, level.get()));
                }
              }
              return null;
            });
    errors.check();
    return harms;
  }
}
