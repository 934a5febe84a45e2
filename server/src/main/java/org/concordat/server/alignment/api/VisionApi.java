package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.flag;

import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Units and their goals. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class VisionApi {
  private final EntryResource entries;
  private final BulkResource bulk;

  VisionApi(EntryResource entries, BulkResource bulk) {
    this.entries = entries;
    this.bulk = bulk;
  }

  @GetMapping("/units")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists units", answer = "UnitRowList")
  ApiAnswer list(Call call, Paging paging, @RequestParam(defaultValue = "") String q) {
    return entries.list(call, paging, Entries.UNIT, model -> model.units(), q);
  }

  @GetMapping("/units/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a unit", answer = "Unit")
  ApiAnswer show(Call call, @PathVariable String id) {
    return entries.get(call, Entries.UNIT, id);
  }

  @PutMapping(path = "/units/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Makes a unit, or makes it another",
      body = "Unit",
      answer = "Unit",
      statuses = {200, 201, 204})
  ApiAnswer put(Call call, @PathVariable String id) {
    return entries.put(call, Entries.UNIT, id);
  }

  @PatchMapping(
      path = "/units/{id}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Changes some members of a unit",
      body = "Unit",
      answer = "Unit",
      statuses = {200, 204})
  ApiAnswer patch(Call call, @PathVariable String id) {
    return entries.patch(call, Entries.UNIT, id);
  }

  @DeleteMapping("/units/{id}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Takes a unit away", statuses = 204)
  ApiAnswer delete(Call call, @PathVariable String id) {
    return entries.delete(call, Entries.UNIT, id);
  }

  @PostMapping(path = "/units", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Changes many at once, one a line",
      body = "UnitLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulk(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, Entries.UNIT, flag("dry-run", dryRun), flag("atomic", atomic));
  }

  @GetMapping("/goals")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists goals", answer = "GoalRowList")
  ApiAnswer listGoals(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String unit) {
    return entries.list(
        call,
        paging,
        Entries.GOAL,
        model ->
            model.units().stream()
                .filter(each -> unit.isEmpty() || each.id().equals(unit))
                .flatMap(each -> each.goals().stream().map(g -> new OwnedGoal(each.id(), g)))
                .toList(),
        q);
  }

  @GetMapping("/goals/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a goal", answer = "Goal")
  ApiAnswer showGoal(Call call, @PathVariable String id) {
    return entries.get(call, Entries.GOAL, id);
  }

  @PutMapping(path = "/goals/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Makes a goal, or makes it another",
      body = "Goal",
      answer = "Goal",
      statuses = {200, 201, 204})
  ApiAnswer putGoal(Call call, @PathVariable String id) {
    return entries.put(call, Entries.GOAL, id);
  }

  @PatchMapping(
      path = "/goals/{id}",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Changes some members of a goal",
      body = "Goal",
      answer = "Goal",
      statuses = {200, 204})
  ApiAnswer patchGoal(Call call, @PathVariable String id) {
    return entries.patch(call, Entries.GOAL, id);
  }

  @DeleteMapping("/goals/{id}")
  @Needs(Permission.EDIT_DEMAND)
  @Described(value = "Takes a goal away", statuses = 204)
  ApiAnswer deleteGoal(Call call, @PathVariable String id) {
    return entries.delete(call, Entries.GOAL, id);
  }

  @PostMapping(path = "/goals", consumes = Media.LINES, produces = Media.LINES)
  @Needs(Permission.EDIT_DEMAND)
  @Described(
      value = "Changes many at once, one a line",
      body = "GoalLine",
      answer = "BulkResult",
      problems = 422)
  ApiAnswer bulkGoal(
      Call call,
      @RequestParam(name = "dry-run", defaultValue = "false") String dryRun,
      @RequestParam(defaultValue = "false") String atomic) {
    return bulk.run(call, Entries.GOAL, flag("dry-run", dryRun), flag("atomic", atomic));
  }
}
