package org.concordat.server.standards.pages;

import static org.concordat.server.standards.pages.StandardsSaving.orNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.Answer;
import org.concordat.server.workspace.EntryTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Controls that an own crosswalk found without a counterpart. */
@Controller
class ConsideredController {
  private final Standards standards;
  private final StandardsSaving saving;

  ConsideredController(Standards standards, StandardsSaving saving) {
    this.standards = standards;
    this.saving = saving;
  }

  @PostMapping("/crosswalks/{id}/considered")
  @Needs(Permission.EDIT_STANDARDS)
  Answer add(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String catalogue,
      @RequestParam(defaultValue = "") String control,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    if (!now.owns(id)) {
      return StandardsSaving.notFound();
    }
    String spelt = CrosswalksController.spelt(catalogue, control, now);
    OwnConsidered entry = new OwnConsidered(id, new ControlRef(catalogue, spelt), orNull(because));
    String tag = EntryTag.of(now.programme().entry(entry.key()));
    return save(caller, id, ProgrammeWish.of(entry, tag), request);
  }

  @PostMapping("/crosswalks/{id}/considered/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String catalogue,
      @RequestParam(defaultValue = "") String control,
      @RequestParam String tag,
      HttpServletRequest request) {
    OwnConsidered gone = new OwnConsidered(id, new ControlRef(catalogue, control), null);
    return save(caller, id, ProgrammeWish.gone(gone.key(), tag), request);
  }

  private Answer save(
      Caller caller, String crosswalk, ProgrammeWish wish, HttpServletRequest request) {
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(wish),
                "/crosswalks/" + crosswalk + "#considered",
                "standards.saved"));
  }
}
