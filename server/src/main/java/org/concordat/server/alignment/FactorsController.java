package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.formats.content.ShippedContent;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Critical impact factors: by hand, or from the catalogue. */
@Controller
class FactorsController {
  private final Models models;
  private final TableDesk desk;
  private final Saving saving;

  FactorsController(Models models, TableDesk desk, Saving saving) {
    this.models = models;
    this.desk = desk;
    this.saving = saving;
  }

  @GetMapping("/factors")
  @Needs(Permission.READ_MODEL)
  FactorsPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(FactorsTable.TABLE, caller, request);
    return models
        .of(caller.tenant())
        .read(
            model ->
                new FactorsPage(
                    opened.of(model),
                    model.factors().size(),
                    offered(model),
                    caller.may(Permission.EDIT_MODEL)));
  }

  /** What the catalogue has and the organisation has not: what is typical of its industry first. */
  static List<CatalogueFactor> offered(Snapshot model) {
    String industry = model.organisation().industry();
    return ShippedContent.factors().stream()
        .filter(offered -> model.factor(offered.id()) == null)
        .sorted(
            Comparator.comparing(
                (CatalogueFactor f) ->
                    industry == null || f.industries().isEmpty() || !f.suits(industry)))
        .toList();
  }

  @GetMapping({"/factors.csv", "/factors.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(FactorsTable.TABLE, caller, request, response, models.of(caller.tenant())::read);
  }

  @GetMapping("/factors/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String id) {
    return models
        .of(caller.tenant())
        .<Answer>read(
            model -> {
              Factor factor = model.factor(id);
              return factor == null
                  ? new ErrorPage(404, "notFound", List.of())
                  : new FactorPage(
                      factor,
                      EntryTag.of(factor),
                      model.impactsOn(id).size(),
                      model.impactsOfFactor(id).size(),
                      caller.may(Permission.EDIT_MODEL));
            });
  }

  @PostMapping("/factors")
  @Needs(Permission.EDIT_MODEL)
  Answer add(
      Caller caller,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String controllable,
      @RequestParam(defaultValue = "") String description,
      HttpServletRequest request) {
    String factor =
        models.of(caller.tenant()).read(m -> NewId.of(id, name, i -> m.factor(i) != null));
    return save(caller, factor, name, controllable, description, EntryTag.NOTHING, request);
  }

  @PostMapping("/factors/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer save(
      Caller caller,
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String controllable,
      @RequestParam(defaultValue = "") String description,
      @RequestParam String tag,
      HttpServletRequest request) {
    return Forms.checked(
        name,
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    new Wish.OfFactor(
                        id,
                        new Factor(id, name.strip(), truth(controllable), orNull(description)),
                        tag)),
                "/factors",
                "alignment.saved"));
  }

  private static @Nullable Boolean truth(String word) {
    return word.isBlank() ? null : Boolean.valueOf(word.equals("yes"));
  }

  @PostMapping("/factors/{id}/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller,
        request,
        List.of(new Wish.OfFactor(id, null, tag)),
        "/factors",
        "alignment.removed");
  }

  @PostMapping("/factors/catalogue")
  @Needs(Permission.EDIT_MODEL)
  Answer take(
      Caller caller,
      @RequestParam(defaultValue = "") Set<String> factors,
      @RequestParam(defaultValue = "/factors") String back,
      HttpServletRequest request) {
    List<Wish> wishes = new ArrayList<>();
    for (CatalogueFactor offered : ShippedContent.factors()) {
      Factor factor = offered.asFactor();
      if (factors.contains(factor.id())) {
        wishes.add(new Wish.OfFactor(factor.id(), factor, EntryTag.NOTHING));
      }
    }
    String next = back.equals(FirstStepsController.PATH) ? back : "/factors";
    return saving.save(caller, request, wishes, next, "alignment.saved");
  }
}
