package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The business vision of each unit: its value discipline and its goals. */
@Controller
class VisionController {
  private final Models models;
  private final Saving saving;

  VisionController(Models models, Saving saving) {
    this.models = models;
    this.saving = saving;
  }

  @GetMapping("/vision")
  @Needs(Permission.READ_MODEL)
  VisionPage list(Caller caller) {
    return models.of(caller.tenant()).read(model -> page(caller, null, model));
  }

  @GetMapping("/vision/{unit}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String unit) {
    return models
        .of(caller.tenant())
        .<Answer>read(
            model -> {
              Unit found = model.unit(unit);
              return found == null
                  ? new ErrorPage(404, "notFound", List.of())
                  : page(caller, found, model);
            });
  }

  private static VisionPage page(Caller caller, @Nullable Unit unit, Snapshot model) {
    boolean edits =
        caller.may(Permission.EDIT_MODEL)
            || (unit != null && caller.may(Permission.EDIT_DEMAND, unit.id()));
    String tag =
        unit == null ? "" : EntryTag.of(new Wish.OfUnit(unit.id(), null, "").present(model));
    return new VisionPage(model.units(), unit, tag, model.scale(), edits);
  }

  @PostMapping("/vision")
  @Needs(Permission.EDIT_MODEL)
  Answer add(
      Caller caller,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String discipline,
      @RequestParam(defaultValue = "") String description,
      HttpServletRequest request) {
    String unit = models.of(caller.tenant()).read(m -> NewId.of(id, name, i -> m.unit(i) != null));
    return Forms.checked(
        name,
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    new Wish.OfUnit(
                        unit,
                        new Unit(
                            unit,
                            name.strip(),
                            discipline(discipline),
                            orNull(description),
                            List.of()),
                        EntryTag.NOTHING)),
                "/vision/" + unit,
                "alignment.saved"));
  }

  private static @Nullable ValueDiscipline discipline(String word) {
    return word.isBlank() ? null : ValueDiscipline.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @PostMapping("/vision/{unit}")
  @Needs(Permission.EDIT_DEMAND)
  Answer save(
      Caller caller,
      @PathVariable String unit,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String discipline,
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
                    new Wish.OfUnit(
                        unit,
                        new Unit(
                            unit,
                            name.strip(),
                            discipline(discipline),
                            orNull(description),
                            List.of()),
                        tag)),
                "/vision/" + unit,
                "alignment.saved"));
  }

  @PostMapping("/vision/{unit}/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer remove(
      Caller caller,
      @PathVariable String unit,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller, request, List.of(new Wish.OfUnit(unit, null, tag)), "/vision", "alignment.removed");
  }

  @PostMapping("/vision/{unit}/goals")
  @Needs(Permission.EDIT_DEMAND)
  Answer addGoal(
      Caller caller,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String id,
      @RequestParam String name,
      @RequestParam int importance,
      @RequestParam(defaultValue = "") String description,
      HttpServletRequest request) {
    String goal = models.of(caller.tenant()).read(m -> NewId.of(id, name, i -> m.goal(i) != null));
    return saveGoal(caller, unit, goal, name, importance, description, EntryTag.NOTHING, request);
  }

  @PostMapping("/vision/{unit}/goals/{goal}")
  @Needs(Permission.EDIT_DEMAND)
  Answer saveGoal(
      Caller caller,
      @PathVariable String unit,
      @PathVariable String goal,
      @RequestParam String name,
      @RequestParam int importance,
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
                    new Wish.OfGoal(
                        goal,
                        new OwnedGoal(
                            unit,
                            new Goal(
                                goal, name.strip(), Level.of(importance), orNull(description))),
                        tag)),
                "/vision/" + unit,
                "alignment.saved"));
  }

  @PostMapping("/vision/{unit}/goals/{goal}/remove")
  @Needs(Permission.EDIT_DEMAND)
  Answer removeGoal(
      Caller caller,
      @PathVariable String unit,
      @PathVariable String goal,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller,
        request,
        List.of(new Wish.OfGoal(goal, null, tag)),
        "/vision/" + unit,
        "alignment.removed");
  }
}
