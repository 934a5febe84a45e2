package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange.DependencyChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.ChangePolicy;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What depends on what, how strongly, and which needs that carries. */
@Controller
class DependenciesController {
  private final Models models;
  private final TableDesk desk;
  private final Saving saving;

  DependenciesController(Models models, TableDesk desk, Saving saving) {
    this.models = models;
    this.desk = desk;
    this.saving = saving;
  }

  @GetMapping("/dependencies")
  @Needs(Permission.READ_MODEL)
  DependenciesPage list(Caller caller, HttpServletRequest request) {
    var opened = desk.open(DependenciesTable.TABLE, caller, request);
    return models
        .of(caller.tenant())
        .read(
            model ->
                new DependenciesPage(
                    opened.of(model),
                    model.dependencyCount(),
                    model.assetCount(),
                    model.scale(),
                    caller.may(Permission.EDIT_ASSETS)));
  }

  @GetMapping({"/dependencies.csv", "/dependencies.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(
        DependenciesTable.TABLE, caller, request, response, models.of(caller.tenant())::read);
  }

  @GetMapping("/dependencies/{from}/{on}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String from, @PathVariable String on) {
    return models
        .of(caller.tenant())
        .<Answer>read(
            model -> {
              Asset dependent = model.asset(from);
              Asset other = model.asset(on);
              List<Dependency> between = between(from, on, model);
              return dependent == null || other == null || between.isEmpty()
                  ? new ErrorPage(404, "notFound", List.of())
                  : new DependencyPage(
                      dependent,
                      other,
                      between,
                      EntryTag.of(between),
                      model.scale(),
                      new ChangePolicy(caller, model)
                          .allows(new DependencyChange(between.getFirst(), null)));
            });
  }

  private static List<Dependency> between(String from, String on, Snapshot model) {
    return new Wish.OfDependencies(from, on, List.of(), "").present(model);
  }

  /** Whose asset depends is decided by the policy of changes, not by the role alone. */
  @PostMapping("/dependencies")
  @Needs(Permission.EDIT_ASSETS)
  Answer add(
      Caller caller,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "/dependencies") String back,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return Forms.checked(
        from.isBlank() ? from : on,
        () -> {
          Wish wish =
              models
                  .of(caller.tenant())
                  .read(
                      model -> {
                        String dependent = DependencyForm.asset(from, model);
                        String other = DependencyForm.asset(on, model);
                        List<Dependency> between =
                            new ArrayList<>(between(dependent, other, model));
                        String tag = EntryTag.of(between);
                        between.add(new DependencyForm(fields).dependency(dependent, other));
                        return new Wish.OfDependencies(dependent, other, between, tag);
                      });
          String next = back.startsWith("/assets/") ? back : "/dependencies";
          return saving.save(caller, request, List.of(wish), next, "alignment.saved");
        });
  }

  @PostMapping("/dependencies/{from}/{on}")
  @Needs(Permission.EDIT_ASSETS)
  Answer save(
      Caller caller,
      @PathVariable String from,
      @PathVariable String on,
      @RequestParam(defaultValue = "0") int which,
      @RequestParam String tag,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return Forms.checked(
        from,
        () -> {
          Dependency wanted = new DependencyForm(fields).dependency(from, on);
          return replace(
              caller, from, on, which, tag, wanted, DependenciesTable.address(from, on), request);
        });
  }

  @PostMapping("/dependencies/{from}/{on}/remove")
  @Needs(Permission.EDIT_ASSETS)
  Answer remove(
      Caller caller,
      @PathVariable String from,
      @PathVariable String on,
      @RequestParam(defaultValue = "0") int which,
      @RequestParam String tag,
      HttpServletRequest request) {
    return replace(caller, from, on, which, tag, null, "/dependencies", request);
  }

  /** Puts another dependency, or none, in the place of one of those between two assets. */
  private Answer replace(
      Caller caller,
      String from,
      String on,
      int which,
      String tag,
      @Nullable Dependency after,
      String next,
      HttpServletRequest request) {
    List<Dependency> wanted =
        new ArrayList<>(models.of(caller.tenant()).read(model -> between(from, on, model)));
    if (which >= 0 && which < wanted.size()) {
      if (after == null) {
        wanted.remove(which);
      } else {
        wanted.set(which, after);
      }
    }
    return saving.save(
        caller,
        request,
        List.of(new Wish.OfDependencies(from, on, wanted, tag)),
        next,
        "alignment.saved");
  }
}
