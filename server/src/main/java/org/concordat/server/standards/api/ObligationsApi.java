package org.concordat.server.standards.api;

import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.programme.Bindings;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of obligations, entry by entry. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards", produces = Media.JSON)
final class ObligationsApi {
  private final ProgrammeResource entries;
  private final Standards standards;

  ObligationsApi(ProgrammeResource entries, Standards standards) {
    this.entries = entries;
    this.standards = standards;
  }

  @GetMapping("/obligations")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists what binds the organisation, or somebody in it",
      answer = "ObligationRowList")
  ApiAnswer obligations(
      Call call,
      Paging paging,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String data) {
    Bindings asked = new Bindings(unit, place, data);
    return entries.list(paging, asked.among(standards.of(call.caller().tenant()).programme()));
  }

  @GetMapping("/obligations/{id}/controls")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the controls that an obligation leads to",
      answer = "ObligationControlRowList")
  ApiAnswer obligationControls(Call call, Paging paging, @PathVariable String id) {
    Programme programme = entries.existing(call, EntryKey.of(EntryKind.OBLIGATION, id));
    return entries.list(paging, programme.controlsOf(id));
  }

  @GetMapping("/obligations/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads an obligation", answer = "Obligation")
  ApiAnswer obligation(Call call, @PathVariable String id) {
    return entries.get(call, EntryKey.of(EntryKind.OBLIGATION, id));
  }

  @PutMapping(path = "/obligations/{id}", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says an obligation",
      body = "Obligation",
      answer = "Obligation",
      statuses = {200, 201, 204})
  ApiAnswer putObligation(Call call, @PathVariable String id) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.OBLIGATION, id),
        StandardsShapes.OBLIGATION,
        said -> obligation(id, said));
  }

  @DeleteMapping("/obligations/{id}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back an obligation", statuses = 204)
  ApiAnswer deleteObligation(Call call, @PathVariable String id) {
    return entries.delete(call, EntryKey.of(EntryKind.OBLIGATION, id));
  }

  @GetMapping("/obligations/{id}/controls/{catalogue}/{control}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads that an obligation leads to a control", answer = "ObligationControl")
  ApiAnswer obligationControl(
      Call call,
      @PathVariable String id,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.get(call, EntryKey.of(EntryKind.OBLIGATION_CONTROL, id, catalogue, control));
  }

  @PutMapping(path = "/obligations/{id}/controls/{catalogue}/{control}", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says that an obligation leads to a control",
      body = "ObligationControl",
      answer = "ObligationControl",
      statuses = {200, 201, 204})
  ApiAnswer putObligationControl(
      Call call,
      @PathVariable String id,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.OBLIGATION_CONTROL, id, catalogue, control),
        StandardsShapes.OBLIGATION_CONTROL,
        said ->
            new ObligationControl(id, new ControlRef(catalogue, control), said.text("because")));
  }

  @DeleteMapping("/obligations/{id}/controls/{catalogue}/{control}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back that an obligation leads to a control", statuses = 204)
  ApiAnswer deleteObligationControl(
      Call call,
      @PathVariable String id,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.delete(call, EntryKey.of(EntryKind.OBLIGATION_CONTROL, id, catalogue, control));
  }

  private static Obligation obligation(String id, Values said) {
    String named = said.text("id");
    if (named != null && !named.equals(id)) {
      throw new IllegalArgumentException("the body names another obligation than the address");
    }
    return new Obligation(
        id,
        said.required("title"),
        StandardsShapes.word(ObligationKind.class, said, "kind"),
        said.text("source"),
        said.text("url"),
        said.text("description"),
        said.texts("units"),
        said.texts("geography"),
        said.texts("data"),
        said.text("owner"),
        said.day("review-on"));
  }
}
