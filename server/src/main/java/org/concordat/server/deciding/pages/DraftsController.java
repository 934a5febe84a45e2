package org.concordat.server.deciding.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import org.concordat.core.findings.Finding;
import org.concordat.server.alignment.DependencyForm;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Draft.State;
import org.concordat.server.deciding.DraftOutcome;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would be if: drafts, from the first question to what somebody else decided. */
@Controller
class DraftsController {
  private final Drafts drafts;
  private final DraftViews views;
  private final Models models;

  DraftsController(Drafts drafts, DraftViews views, Models models) {
    this.drafts = drafts;
    this.views = views;
    this.models = models;
  }

  @GetMapping("/drafts")
  @Needs(Permission.READ_MODEL)
  DraftsPage list(Caller caller) {
    List<Draft> waiting = new ArrayList<>();
    List<Draft> mine = new ArrayList<>();
    List<Draft> others = new ArrayList<>();
    for (Draft draft : drafts.all(caller)) {
      if (draft.isDecidedBy(caller)) {
        waiting.add(draft);
      } else if (draft.isOf(caller)) {
        mine.add(draft);
      } else {
        others.add(draft);
      }
    }
    return new DraftsPage(waiting, mine, others, caller.may(Permission.DRAFT_CHANGES));
  }

  @GetMapping("/drafts/start")
  @Needs(Permission.DRAFT_CHANGES)
  DraftStartPage start(Caller caller, @RequestParam(defaultValue = "") String about) {
    List<Draft> open =
        drafts.all(caller).stream()
            .filter(draft -> draft.state() == State.OPEN && draft.isOf(caller))
            .toList();
    return new DraftStartPage(about, name(caller, about), open);
  }

  private String name(Caller caller, String about) {
    String id = about.substring(about.indexOf(':') + 1).replaceFirst("/.*", "");
    return models
        .of(caller.tenant())
        .read(
            model -> {
              var asset = model.asset(id);
              var unit = model.unit(id);
              return asset != null ? asset.name() : unit != null ? unit.name() : "";
            });
  }

  @PostMapping("/drafts")
  @Needs(Permission.DRAFT_CHANGES)
  Answer begin(
      Caller caller,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String about,
      HttpServletRequest request) {
    if (name.isBlank() || name.length() > Draft.LONGEST_NAME) {
      return new ErrorPage(422, "noName", List.of());
    }
    UUID id = drafts.begin(caller, SurroundingsFactory.requestId(request), name, orNull(about));
    return Redirect.to(path(id, about));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static String path(UUID id, String about) {
    return "/drafts/" + id + (about.matches("[A-Za-z0-9:/._-]+") ? "?about=" + about : "");
  }

  /**
   * A draft.
   *
   * @param about what the reader thinks about, such as {@code asset:claims-db}
   * @param asset the same, as somebody types it: an asset's id or name
   */
  @GetMapping("/drafts/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String asset) {
    Draft draft = drafts.find(caller, id).orElse(null);
    if (draft == null) {
      return new ErrorPage(404, "notFound", List.of());
    }
    if (!asset.isBlank()) {
      return lookingAt(caller, draft, asset);
    }
    String begun = draft.about();
    return views.page(caller, draft, !about.isEmpty() || begun == null ? about : begun);
  }

  /** The asset is looked for where the draft's own are as well. */
  private Answer lookingAt(Caller caller, Draft draft, String typed) {
    Drafts.Tried tried = drafts.tried(caller, draft);
    LiveWorkspace shown = tried.ahead() == null ? tried.today() : tried.ahead().live();
    try {
      return Redirect.to(
          path(draft.id(), "asset:" + shown.read(model -> DependencyForm.asset(typed, model))));
    } catch (IllegalArgumentException e) {
      return told(
          new DraftOutcome.Wrong(String.valueOf(e.getMessage())), path(draft.id(), ""), null);
    }
  }

  /** Takes one thing to try out; the address keeps what the reader thinks about. */
  @PostMapping("/drafts/{id}/changes")
  @Needs(Permission.DRAFT_CHANGES)
  Answer change(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String about,
      HttpServletRequest request) {
    LiveWorkspace live = models.of(caller.tenant());
    DraftOutcome outcome;
    try {
      DraftForm form = new DraftForm(request.getParameterMap());
      Draft draft = drafts.find(caller, id).orElse(null);
      DraftEdit edit =
          draft != null && form.carriesOver()
              ? drafts.tried(caller, draft).carryOver()
              : live.read(form::edit);
      outcome =
          drafts.edit(caller, SurroundingsFactory.requestId(request), id, revision, List.of(edit));
    } catch (IllegalArgumentException e) {
      outcome = new DraftOutcome.Wrong(String.valueOf(e.getMessage()));
    }
    return told(outcome, path(id, about), null);
  }

  @PostMapping("/drafts/{id}/changes/remove")
  @Needs(Permission.DRAFT_CHANGES)
  Answer remove(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam int place,
      @RequestParam(defaultValue = "") String about,
      HttpServletRequest request) {
    return told(
        drafts.without(caller, SurroundingsFactory.requestId(request), id, revision, place),
        path(id, about),
        null);
  }

  @PostMapping("/drafts/{id}/settle")
  @Needs(Permission.DRAFT_CHANGES)
  Answer settle(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam int place,
      @RequestParam Settlement settlement,
      @RequestParam(defaultValue = "") String about,
      HttpServletRequest request) {
    return told(
        drafts.settle(
            caller, SurroundingsFactory.requestId(request), id, revision, place, settlement),
        path(id, about),
        null);
  }

  @PostMapping("/drafts/{id}/share")
  @Needs(Permission.DRAFT_CHANGES)
  Answer share(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam boolean shared,
      HttpServletRequest request) {
    return told(
        drafts.share(caller, SurroundingsFactory.requestId(request), id, revision, shared),
        path(id, ""),
        shared ? "deciding.shared" : "deciding.unshared");
  }

  @PostMapping("/drafts/{id}/propose")
  @Needs(Permission.DRAFT_CHANGES)
  Answer propose(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    return told(
        drafts.propose(
            caller, SurroundingsFactory.requestId(request), id, revision, orNull(reason)),
        path(id, ""),
        "deciding.proposed");
  }

  @PostMapping("/drafts/{id}/withdraw")
  @Needs(Permission.DRAFT_CHANGES)
  Answer withdraw(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      HttpServletRequest request) {
    return told(
        drafts.withdraw(caller, SurroundingsFactory.requestId(request), id, revision),
        path(id, ""),
        "deciding.withdrawn");
  }

  @PostMapping("/drafts/{id}/drop")
  @Needs(Permission.DRAFT_CHANGES)
  Answer drop(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      HttpServletRequest request) {
    return told(
        drafts.drop(caller, SurroundingsFactory.requestId(request), id, revision),
        "/drafts",
        "deciding.dropped");
  }

  /** How far the approver's rights go is decided by the policy of changes. */
  @PostMapping("/drafts/{id}/approve")
  @Needs(Permission.EDIT_ASSETS)
  Answer approve(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String words,
      HttpServletRequest request) {
    return told(
        drafts.approve(caller, SurroundingsFactory.requestId(request), id, revision, orNull(words)),
        path(id, ""),
        "deciding.approved");
  }

  @PostMapping("/drafts/{id}/refuse")
  @Needs(Permission.EDIT_ASSETS)
  Answer refuse(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String words,
      HttpServletRequest request) {
    return told(
        drafts.refuse(caller, SurroundingsFactory.requestId(request), id, revision, orNull(words)),
        path(id, ""),
        "deciding.refused");
  }

  /**
   * What came of it.
   *
   * @param done the key of what is told when it is done, or null for nothing
   */
  private static Answer told(DraftOutcome outcome, String back, @Nullable String done) {
    return switch (outcome) {
      case DraftOutcome.Done _ -> done == null ? Redirect.to(back) : Redirect.to(back).saying(done);
      case DraftOutcome.Missing _ -> new ErrorPage(404, "notFound", List.of());
      case DraftOutcome.Outdated _ -> Redirect.to(back).saying("deciding.outdated");
      case DraftOutcome.NotNow(var why) ->
          Redirect.to(back).saying("deciding.notNow." + why.name());
      case DraftOutcome.Wrong(var message) -> Redirect.to(back).saying("deciding.wrong", message);
      case DraftOutcome.Unsound(var findings) ->
          new ErrorPage(422, "badRequest", findings.stream().map(Finding::message).toList());
      case DraftOutcome.Stale _ -> Redirect.to(back).saying("deciding.stale");
      case DraftOutcome.Refused _ -> Redirect.to(back).saying("deciding.notAllowed");
    };
  }
}
