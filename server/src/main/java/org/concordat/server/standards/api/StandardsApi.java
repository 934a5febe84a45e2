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
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
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
            json.set("coverage", StandardsNodes.counts(now.coverage(each.id())));
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
        now.inference()
            .between(
                StandardsNodes.named(now, "from", from).id(),
                StandardsNodes.named(now, "to", to).id());
    return paging.answer(
        paging.part(known, each -> each.source() + " " + each.target()), StandardsNodes::pair);
  }

  @GetMapping("/contradictions")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists mappings that cannot all be true", answer = "ContradictionList")
  ApiAnswer contradictions(Call call, Paging paging) {
    return paging.answer(
        paging.part(now(call).inference().contradictions(), Object::toString),
        StandardsNodes::contradiction);
  }
}
