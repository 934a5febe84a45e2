package org.concordat.server.standards.pages;

import static org.concordat.server.standards.pages.StandardsSaving.orNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.ByParts;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Known;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.core.standards.programme.Purposes;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.ControlPage.BoundView;
import org.concordat.server.standards.pages.ControlPage.PartView;
import org.concordat.server.standards.pages.ControlPage.SatisfiedView;
import org.concordat.server.standards.pages.ControlPage.ServedCatalogue;
import org.concordat.server.standards.pages.ControlPage.ServedView;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One control: its operation, its coverage with proofs, what it is good for. */
@Controller
class ControlController {
  /** So many requirements are offered, by rank; any other can be typed. */
  private static final int CHOICES = 200;

  private final Standards standards;
  private final Models models;
  private final StandardsSaving saving;

  ControlController(Standards standards, Models models, StandardsSaving saving) {
    this.standards = standards;
    this.models = models;
    this.saving = saving;
  }

  @GetMapping("/standards/{catalogue}/control")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String catalogue, @RequestParam String id) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    Optional<Control> control = found.flatMap(each -> each.find(id));
    if (found.isEmpty() || control.isEmpty()) {
      return StandardsSaving.notFound();
    }
    // Reasoned before the model is held: a first time may take a second, and changes would wait.
    now.coverage(catalogue);
    now.purposes();
    return models
        .of(caller.tenant())
        .<Answer>read(model -> page(caller, found.get(), control.get(), now, model));
  }

  private static ControlPage page(
      Caller caller, Catalogue catalogue, Control control, StandardsState now, Snapshot model) {
    ControlRef ref = new ControlRef(catalogue.id(), control.id());
    ControlOperation operation = now.programme().operation(ref).orElse(null);
    Coverage coverage = now.coverage(catalogue.id());
    ControlCoverage covered = coverage.of(control);
    OptionalDouble importance =
        now.purposes().importance(ref, each -> CatalogueController.need(model, each));
    return new ControlPage(
        ControlView.of(ref, now),
        control,
        catalogue.parent(control).map(parent -> view(catalogue, parent, now)).orElse(null),
        catalogue.parts(control).stream()
            .map(part -> new PartView(view(catalogue, part, now), word(coverage.of(part))))
            .toList(),
        operation,
        EntryTag.of(operation),
        word(covered),
        covered.reason() instanceof ByControl by && !by.known().source().equals(ref)
            ? ProofView.of(by.known(), now)
            : null,
        covered.reason() instanceof ByParts(var parts)
            ? parts.stream().map(part -> view(catalogue, part, now)).toList()
            : List.of(),
        importance.isPresent() ? LevelView.of(model.scale(), importance.getAsDouble()) : null,
        now.purposes().satisfiedBy(ref).stream()
            .map(each -> satisfied(each, now, model))
            .sorted(Comparator.comparingDouble((SatisfiedView each) -> -each.score()))
            .toList(),
        now.purposes().fulfilledBy(ref).stream()
            .map(
                each ->
                    new BoundView(
                        each.obligation().id(),
                        each.obligation().title(),
                        each.says().because(),
                        proof(each.through(), now)))
            .toList(),
        Purposes.servedBy(ref, now.inference(), now.library().catalogues()).entrySet().stream()
            .map(
                each ->
                    new ServedCatalogue(
                        now.library().catalogue(each.getKey()).orElseThrow().title(),
                        each.getValue().stream()
                            .map(
                                served ->
                                    new ServedView(
                                        served.service() == Purposes.Service.COVERS,
                                        ProofView.of(served.known(), now)))
                            .toList()))
            .toList(),
        model.top(CHOICES, 0).stream().map(priority -> priority.requirement().id()).toList(),
        caller.may(Permission.EDIT_OPERATION),
        caller.may(Permission.EDIT_STANDARDS));
  }

  private static ControlView view(Catalogue catalogue, Control control, StandardsState now) {
    return ControlView.of(new ControlRef(catalogue.id(), control.id()), now);
  }

  private static String word(ControlCoverage coverage) {
    return coverage.degree().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable ProofView proof(@Nullable Known known, StandardsState now) {
    return known == null ? null : ProofView.of(known, now);
  }

  private static SatisfiedView satisfied(
      Purposes.Satisfied each, StandardsState now, Snapshot model) {
    Requirement requirement = each.requirement();
    Asset asset = model.asset(requirement.asset());
    boolean isThere = asset != null && asset.properties().contains(requirement.property());
    Priority priority = isThere ? model.priority(requirement, 1) : null;
    return new SatisfiedView(
        each.link(),
        asset == null ? requirement.asset() : asset.name(),
        priority == null ? -1 : priority.score(),
        priority == null ? null : LevelView.of(model.scale(), priority.score()),
        priority == null || priority.rationale().isEmpty()
            ? null
            : PathView.of(priority.rationale().getFirst(), model),
        proof(each.through(), now),
        EntryTag.of(each.link()));
  }

  @PostMapping("/standards/{catalogue}/control/operation")
  @Needs(Permission.EDIT_OPERATION)
  Answer operate(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam String id,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(required = false) @Nullable LocalDate since,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam String tag,
      HttpServletRequest request) {
    ControlRef control = new ControlRef(catalogue, id);
    Optional<Operation> said = Operation.of(operation);
    ControlOperation any = new ControlOperation(control, Operation.NO, null, null, null);
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    said.isEmpty()
                        ? ProgrammeWish.gone(any.key(), tag)
                        : ProgrammeWish.of(
                            new ControlOperation(
                                control, said.get(), since, orNull(because), orNull(owner)),
                            tag)),
                ControlView.link(catalogue, id),
                "standards.saved"));
  }

  @PostMapping("/standards/{catalogue}/control/requirements")
  @Needs(Permission.EDIT_STANDARDS)
  Answer link(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam String id,
      @RequestParam String requirement,
      @RequestParam(defaultValue = "partly") String extent,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    Optional<Requirement> wanted =
        Requirement.parse(requirement.strip())
            .filter(
                each ->
                    models
                        .of(caller.tenant())
                        .read(model -> CatalogueController.need(model, each) >= 0));
    if (wanted.isEmpty()) {
      return new ErrorPage(422, "noRequirement", List.of("'" + requirement + "'"));
    }
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    ProgrammeWish.of(
                        new RequirementLink(
                            wanted.get(),
                            new ControlRef(catalogue, id),
                            Extent.of(extent).orElse(Extent.PARTLY),
                            orNull(because)))),
                ControlView.link(catalogue, id),
                "standards.linked"));
  }

  @PostMapping("/standards/{catalogue}/control/requirements/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer unlink(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam String id,
      @RequestParam String requirement,
      @RequestParam String tag,
      HttpServletRequest request) {
    Optional<Requirement> named = Requirement.parse(requirement);
    if (named.isEmpty()) {
      return StandardsSaving.notFound();
    }
    RequirementLink link =
        new RequirementLink(named.get(), new ControlRef(catalogue, id), Extent.PARTLY, null);
    return saving.save(
        caller,
        request,
        List.of(ProgrammeWish.gone(link.key(), tag)),
        ControlView.link(catalogue, id),
        "standards.saved");
  }
}
