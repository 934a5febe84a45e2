package org.concordat.server.alignment.attacks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.NewId;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Misuse cases: their list, one with its tree, and the forms of its story. */
@Controller
class MisuseController {
  /** So many requirements are offered for a new case; others are reached from their own page. */
  private static final int CHOICES = 100;

  private final MisuseCases cases;
  private final Models models;

  MisuseController(MisuseCases cases, Models models) {
    this.cases = cases;
    this.models = models;
  }

  @GetMapping("/misuse")
  @Needs(Permission.READ_MODEL)
  MisuseListPage list(
      Caller caller,
      @RequestParam(defaultValue = "") String asset,
      @RequestParam(defaultValue = "") String property) {
    Optional<Requirement> asked = Requirement.parse(asset + "/" + property);
    List<MisuseCase> all =
        cases.all(caller.tenant()).stream()
            .filter(c -> asked.isEmpty() || c.violates().equals(asked.get()))
            .toList();
    return models
        .of(caller.tenant())
        .read(
            model ->
                new MisuseListPage(
                    asked.map(Requirement::asset).orElse(""),
                    asked.map(Requirement::property).orElse(""),
                    asked.map(r -> assetName(r, model)).orElse(""),
                    all.stream().map(c -> row(c, model)).toList(),
                    choices(model),
                    caller.may(Permission.EDIT_MODEL)));
  }

  private static MisuseListPage.Row row(MisuseCase misuse, Snapshot model) {
    Requirement requirement = misuse.violates();
    AttackTree tree = misuse.tree();
    return new MisuseListPage.Row(
        misuse.id(),
        misuse.name(),
        requirement.asset(),
        assetName(requirement, model),
        requirement.property(),
        isThere(requirement, model),
        level(requirement, model),
        misuse.who(),
        tree == null ? 0 : tree.nodes().size());
  }

  private static boolean isThere(Requirement requirement, Snapshot model) {
    Asset asset = model.asset(requirement.asset());
    return asset != null && asset.properties().contains(requirement.property());
  }

  private static String assetName(Requirement requirement, Snapshot model) {
    Asset asset = model.asset(requirement.asset());
    return asset == null ? requirement.asset() : asset.name();
  }

  private static LevelView level(Requirement requirement, Snapshot model) {
    double score = isThere(requirement, model) ? model.priority(requirement, 0).score() : 0;
    return LevelView.of(model.scale(), score);
  }

  private static Map<String, String> choices(Snapshot model) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Priority priority : model.top(CHOICES, 0)) {
      Requirement requirement = priority.requirement();
      choices.put(requirement.id(), assetName(requirement, model));
    }
    return choices;
  }

  @PostMapping("/misuse")
  @Needs(Permission.EDIT_MODEL)
  Answer add(
      Caller caller,
      @RequestParam String name,
      @RequestParam String requirement,
      HttpServletRequest request) {
    String title = MisuseForm.line(name);
    Optional<Requirement> violated = Requirement.parse(requirement);
    boolean isThere =
        violated.isPresent()
            && models.of(caller.tenant()).read(model -> isThere(violated.get(), model));
    if (title.isEmpty() || !isThere) {
      return new ErrorPage(422, "badRequest", List.of());
    }
    List<String> taken = cases.all(caller.tenant()).stream().map(MisuseCase::id).toList();
    String id = NewId.of("", title, taken::contains);
    MisuseCase fresh = new MisuseCase(id, title, violated.get(), "", "", "", List.of(), null);
    return saved(caller, request, id, fresh, EntryTag.NOTHING, "/misuse/" + id, "attacks.made");
  }

  @GetMapping("/misuse/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String with,
      @RequestParam(required = false) @Nullable Set<String> on,
      @RequestParam(defaultValue = "") String open) {
    Optional<MisuseCase> found = cases.find(caller.tenant(), id);
    if (found.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    MisuseCase misuse = found.get();
    AttackTree tree = misuse.tree();
    TreeView view =
        tree == null
            ? null
            : new TreeView(
                tree,
                Evaluation.of(tree, DefenceState.of(tree, with, on), Limits.WHILE_TYPING),
                Branch.of(tree),
                open);
    return models
        .of(caller.tenant())
        .read(
            model ->
                new MisusePage(
                    misuse,
                    EntryTag.of(misuse),
                    assetName(misuse.violates(), model),
                    isThere(misuse.violates(), model),
                    level(misuse.violates(), model),
                    caller.may(Permission.EDIT_MODEL),
                    view));
  }

  @PostMapping("/misuse/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer save(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      @ModelAttribute MisuseForm.Story story,
      HttpServletRequest request) {
    return cases
        .find(caller.tenant(), id)
        .map(
            present ->
                saved(
                    caller,
                    request,
                    id,
                    story.applyTo(present),
                    tag,
                    "/misuse/" + id,
                    "attacks.saved"))
        .orElseGet(() -> new ErrorPage(404, "notFound", List.of()));
  }

  @PostMapping("/misuse/{id}/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saved(caller, request, id, null, tag, "/misuse", "attacks.removed");
  }

  private Answer saved(
      Caller caller,
      HttpServletRequest request,
      String id,
      @Nullable MisuseCase wanted,
      String tag,
      String back,
      String done) {
    MisuseCases.Result result =
        cases.save(
            caller.tenant(),
            caller.attribution(
                SurroundingsFactory.requestId(request), request.getParameter("reason")),
            id,
            wanted,
            tag);
    return switch (result) {
      case MisuseCases.Result.Saved _ -> Redirect.to(back).saying(done);
      case MisuseCases.Result.Conflict _ -> Redirect.to("/misuse/" + id).saying("attacks.conflict");
    };
  }
}
