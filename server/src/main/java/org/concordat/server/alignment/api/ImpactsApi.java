package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.JudgePage;
import org.concordat.server.alignment.api.JudgementEntries.Judged;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judgements of impacts: what breaking a requirement does to a factor, and what a factor does to a
 * goal. A link may have one of each judge, and one that was agreed, which counts.
 */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class ImpactsApi {
  private static final String OF_REQUIREMENT = "/impacts/requirements/{asset}/{property}/{factor}";
  private static final String OF_FACTOR = "/impacts/factors/{factor}/{goal}";

  private final EntryResource entries;
  private final BulkResource bulk;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  ImpactsApi(EntryResource entries, BulkResource bulk) {
    this.entries = entries;
    this.bulk = bulk;
  }

  private JudgementEntries kind(Call call) {
    return new JudgementEntries(call.caller().name(), LocalDate.now(clock));
  }

  @GetMapping("/impacts/requirements")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists judgements of what breaking requirements does to factors",
      answer = "JudgementRowList")
  ApiAnswer ofRequirements(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String requirement,
      @RequestParam(defaultValue = "") String factor) {
    return entries.read(
        call,
        model -> {
          if (!requirement.isEmpty()) {
            return list(call, paging, impacts(requirement, factor, model), model);
          }
          if (!factor.isEmpty()) {
            checkFactor(factor, model);
            return list(call, paging, List.copyOf(model.impactsOn(factor)), model);
          }
          return AssetWalk.answer(
              paging,
              model,
              impactsOfRequirements(model),
              asset -> impacts(asset, model),
              impact -> row(call, impact, model));
        });
  }

  private static void checkFactor(String factor, Snapshot model) {
    if (!factor.isEmpty() && model.factor(factor) == null) {
      throw Parameters.wrong("factor", "'" + factor + "' is no factor");
    }
  }

  private static int impactsOfRequirements(Snapshot model) {
    return model.impactCount()
        - model.factors().stream().mapToInt(f -> model.impactsOfFactor(f.id()).size()).sum();
  }

  private static List<Impact> impacts(Asset asset, Snapshot model) {
    List<Impact> all = new ArrayList<>();
    for (String property : asset.properties()) {
      all.addAll(model.impactsOf(new Requirement(asset.id(), property)));
    }
    return all;
  }

  private static List<Impact> impacts(String requirement, String factor, Snapshot model) {
    Requirement known =
        Requirement.parse(requirement)
            .filter(r -> isThere(r, model))
            .orElseThrow(
                () -> Parameters.wrong("requirement", "'" + requirement + "' is no requirement"));
    return model.impactsOf(known).stream()
        .filter(impact -> factor.isEmpty() || impact.factor().equals(factor))
        .map(Impact.class::cast)
        .toList();
  }

  private static boolean isThere(Requirement requirement, Snapshot model) {
    Asset asset = model.asset(requirement.asset());
    return asset != null && asset.properties().contains(requirement.property());
  }

  @GetMapping("/impacts/factors")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists judgements of what factors do to goals", answer = "JudgementRowList")
  ApiAnswer ofFactors(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String factor,
      @RequestParam(defaultValue = "") String goal) {
    return entries.read(
        call,
        model ->
            list(
                call,
                paging,
                model.factors().stream()
                    .filter(each -> factor.isEmpty() || each.id().equals(factor))
                    .flatMap(each -> model.impactsOfFactor(each.id()).stream())
                    .filter(impact -> goal.isEmpty() || impact.goal().equals(goal))
                    .map(Impact.class::cast)
                    .toList(),
                model));
  }

  private ApiAnswer list(Call call, Paging paging, List<Impact> impacts, Snapshot model) {
    return paging.answer(
        paging.part(
            impacts,
            impact ->
                impact.link().from()
                    + ">"
                    + impact.link().to()
                    + ">"
                    + impact.judgement().by()
                    + impact.judgement().agreed()),
        impact -> row(call, impact, model));
  }

  private ObjectNode row(Call call, Impact impact, Snapshot model) {
    ObjectNode row = Nodes.object();
    row.set("judgement", kind(call).json(impact, model));
    return row.put("etag", EntryTag.of(impact))
        .put("counting", model.scale().name(Judgement.counting(model.judgements(impact.link()))));
  }

  @PostMapping(path = "/impacts", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Changes many judgements at once, one a line",
      body = "JudgementLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulk(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, kind(call), flag("dry-run", dryRun), flag("atomic", atomic));
  }

  /** The judge that an address names: the caller, when it names none; nobody, when it is empty. */
  private static Judged judged(Call call, Link link, @Nullable String judge) {
    String by = judge == null ? call.caller().name() : judge.isBlank() ? null : judge.strip();
    return new Judged(link, by, false);
  }

  private static Link link(String asset, String property, String factor) {
    return new Link(asset + "/" + property, factor);
  }

  @GetMapping(OF_REQUIREMENT + "/judgement")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Reads one judge's judgement of what breaking a requirement does to a factor",
      answer = "Judgement")
  ApiAnswer showJudgementOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.get(call, kind(call), judged(call, link(asset, property, factor), judge));
  }

  @PutMapping(path = OF_REQUIREMENT + "/judgement", consumes = Media.JSON)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Gives one judge's judgement of what breaking a requirement does to a factor",
      body = "Judgement",
      answer = "Judgement",
      statuses = {200, 201, 204})
  ApiAnswer putJudgementOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.put(call, kind(call), judged(call, link(asset, property, factor), judge));
  }

  @DeleteMapping(OF_REQUIREMENT + "/judgement")
  @Needs(Permission.JUDGE)
  @Described(
      value = "Takes one judge's judgement of what breaking a requirement does to a factor away",
      statuses = 204)
  ApiAnswer deleteJudgementOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.delete(call, kind(call), judged(call, link(asset, property, factor), judge));
  }

  @GetMapping(OF_REQUIREMENT + "/agreed")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Reads what was agreed on what breaking a requirement does to a factor",
      answer = "Judgement")
  ApiAnswer showAgreedOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor) {
    return entries.get(call, kind(call), new Judged(link(asset, property, factor), null, true));
  }

  @PutMapping(path = OF_REQUIREMENT + "/agreed", consumes = Media.JSON)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Gives what was agreed on what breaking a requirement does to a factor",
      body = "Judgement",
      answer = "Judgement",
      statuses = {200, 201, 204})
  ApiAnswer putAgreedOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor) {
    return entries.put(call, kind(call), new Judged(link(asset, property, factor), null, true));
  }

  @DeleteMapping(OF_REQUIREMENT + "/agreed")
  @Needs(Permission.JUDGE)
  @Described(
      value = "Takes what was agreed on what breaking a requirement does to a factor away",
      statuses = 204)
  ApiAnswer deleteAgreedOfRequirement(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String factor) {
    return entries.delete(call, kind(call), new Judged(link(asset, property, factor), null, true));
  }

  @GetMapping(OF_FACTOR + "/judgement")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Reads one judge's judgement of what a factor does to a goal",
      answer = "Judgement")
  ApiAnswer showJudgementOfFactor(
      Call call,
      @PathVariable String factor,
      @PathVariable String goal,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.get(call, kind(call), judged(call, new Link(factor, goal), judge));
  }

  @PutMapping(path = OF_FACTOR + "/judgement", consumes = Media.JSON)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Gives one judge's judgement of what a factor does to a goal",
      body = "Judgement",
      answer = "Judgement",
      statuses = {200, 201, 204})
  ApiAnswer putJudgementOfFactor(
      Call call,
      @PathVariable String factor,
      @PathVariable String goal,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.put(call, kind(call), judged(call, new Link(factor, goal), judge));
  }

  @DeleteMapping(OF_FACTOR + "/judgement")
  @Needs(Permission.JUDGE)
  @Described(
      value = "Takes one judge's judgement of what a factor does to a goal away",
      statuses = 204)
  ApiAnswer deleteJudgementOfFactor(
      Call call,
      @PathVariable String factor,
      @PathVariable String goal,
      @RequestParam(required = false) @Nullable String judge) {
    return entries.delete(call, kind(call), judged(call, new Link(factor, goal), judge));
  }

  @GetMapping(OF_FACTOR + "/agreed")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads what was agreed on what a factor does to a goal", answer = "Judgement")
  ApiAnswer showAgreedOfFactor(Call call, @PathVariable String factor, @PathVariable String goal) {
    return entries.get(call, kind(call), new Judged(new Link(factor, goal), null, true));
  }

  @PutMapping(path = OF_FACTOR + "/agreed", consumes = Media.JSON)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Gives what was agreed on what a factor does to a goal",
      body = "Judgement",
      answer = "Judgement",
      statuses = {200, 201, 204})
  ApiAnswer putAgreedOfFactor(Call call, @PathVariable String factor, @PathVariable String goal) {
    return entries.put(call, kind(call), new Judged(new Link(factor, goal), null, true));
  }

  @DeleteMapping(OF_FACTOR + "/agreed")
  @Needs(Permission.JUDGE)
  @Described(value = "Takes what was agreed on what a factor does to a goal away", statuses = 204)
  ApiAnswer deleteAgreedOfFactor(
      Call call, @PathVariable String factor, @PathVariable String goal) {
    return entries.delete(call, kind(call), new Judged(new Link(factor, goal), null, true));
  }

  @GetMapping("/questions")
  @Needs(Permission.JUDGE)
  @Described(
      value = "Lists the links that you are asked to judge, the gravest first",
      answer = "QuestionList")
  ApiAnswer questions(Call call, Paging paging) {
    return entries.read(
        call,
        model ->
            paging.answer(
                paging.part(
                    JudgePage.Question.of(call.caller(), model),
                    question -> question.link().from() + ">" + question.link().to()),
                question -> question(question, call, model)));
  }

  private static ObjectNode question(JudgePage.Question question, Call call, Snapshot model) {
    Link link = question.link();
    ObjectNode json = Nodes.object();
    boolean ofRequirement = question.property() != null;
    json.put(ofRequirement ? "requirement" : "factor", link.from());
    json.put(ofRequirement ? "factor" : "goal", link.to());
    json.put("subject", question.subject()).put("object", question.object());
    if (question.own() > 0) {
      json.put("own", model.scale().names().get(question.own() - 1));
    }
    return json.put(
        "judgement",
        new JudgementEntries(call.caller().name(), LocalDate.EPOCH).path(judged(call, link, null)));
  }
}
