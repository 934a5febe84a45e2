package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.MarkingPage.Effect;
import org.concordat.server.standards.pages.MarkingPage.Row;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.EntryTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says of many controls at once whether they are in operation, after showing what that changes. */
@Controller
class MarkingController {
  private final Standards standards;
  private final StandardsSaving saving;

  MarkingController(Standards standards, StandardsSaving saving) {
    this.standards = standards;
    this.saving = saving;
  }

  @GetMapping("/standards/{catalogue}/proved")
  @Needs(Permission.EDIT_OPERATION)
  Answer proved(Caller caller, @PathVariable String catalogue) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    return found.isEmpty()
        ? StandardsSaving.notFound()
        : preview(
            found.get(), Marking.proved(found.get(), now), Operation.YES, "standards.proved", now);
  }

  @PostMapping("/standards/{catalogue}/marking")
  @Needs(Permission.EDIT_OPERATION)
  Answer chosen(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam(defaultValue = "") List<String> ids,
      @RequestParam(defaultValue = "") String operation) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    Optional<Operation> wanted = Operation.of(operation);
    if (found.isEmpty()) {
      return StandardsSaving.notFound();
    }
    List<Control> controls = ids.stream().flatMap(id -> found.get().find(id).stream()).toList();
    if (controls.isEmpty() || wanted.isEmpty()) {
      return Redirect.to("/standards/" + found.get().id()).saying("standards.nothingChosen");
    }
    return preview(found.get(), controls, wanted.get(), "", now);
  }

  private static MarkingPage preview(
      Catalogue catalogue,
      List<Control> controls,
      Operation operation,
      String because,
      StandardsState now) {
    Coverage coverage = now.coverage(catalogue.id());
    Map<ControlRef, Operation> after = now.operations();
    List<Row> rows = new ArrayList<>();
    for (Control control : controls) {
      ControlRef ref = new ControlRef(catalogue.id(), control.id());
      ControlOperation was = now.programme().operation(ref).orElse(null);
      ProofView proof =
          coverage.of(control).reason() instanceof ByControl by && !by.known().source().equals(ref)
              ? ProofView.of(by.known(), now)
              : null;
      rows.add(
          new Row(
              ControlView.of(ref, now),
              was == null ? null : was.operation(),
              EntryTag.of(was),
              proof));
      after.put(ref, operation);
    }
    List<Effect> effects = new ArrayList<>();
    for (Catalogue each : now.followed()) {
      CoverageView before = CoverageView.of(now.coverage(each.id()));
      CoverageView then = CoverageView.of(Coverage.of(now.inference(), after, each.id()));
      if (!before.equals(then)) {
        effects.add(new Effect(each.title(), before, then));
      }
    }
    return new MarkingPage(catalogue.id(), catalogue.title(), operation, because, rows, effects);
  }

  /** Makes true what was shown, unless somebody else has said something of one of them since. */
  @PostMapping("/standards/{catalogue}/operations")
  @Needs(Permission.EDIT_OPERATION)
  Answer apply(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam(defaultValue = "") List<String> ids,
      @RequestParam(defaultValue = "") List<String> tags,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Operation> said = Operation.of(operation);
    if (now.library().catalogue(catalogue).isEmpty()) {
      return StandardsSaving.notFound();
    }
    if (said.isEmpty() || ids.size() != tags.size()) {
      return Redirect.to("/standards/" + catalogue).saying("standards.nothingChosen");
    }
    List<ProgrammeWish> wishes = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      ControlRef control = new ControlRef(catalogue, ids.get(i));
      ControlOperation was = now.programme().operation(control).orElse(null);
      wishes.add(
          ProgrammeWish.of(
              new ControlOperation(
                  control,
                  said.get(),
                  LocalDate.now(ZoneOffset.UTC),
                  StandardsSaving.orNull(because),
                  was == null ? null : was.owner()),
              tags.get(i)));
    }
    return StandardsSaving.told(
        () -> saving.save(caller, request, wishes, "/standards/" + catalogue, "standards.marked"));
  }
}
