package org.concordat.server.standards.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.Bindings;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an organisation puts down about its standards, entry by entry. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards", produces = Media.JSON)
final class ProgrammeApi {
  private final ProgrammeResource entries;
  private final Standards standards;
  private final Models models;

  ProgrammeApi(ProgrammeResource entries, Standards standards, Models models) {
    this.entries = entries;
    this.standards = standards;
    this.models = models;
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
    Programme programme = existing(call, EntryKey.of(EntryKind.OBLIGATION, id));
    return entries.list(paging, programme.controlsOf(id));
  }

  @GetMapping("/requirement-links")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists which controls satisfy which requirements",
      answer = "RequirementLinkRowList")
  ApiAnswer requirementLinks(Call call, Paging paging) {
    return entries.list(
        paging, standards.of(call.caller().tenant()).programme().all(RequirementLink.class));
  }

  @GetMapping("/crosswalks/{crosswalk}/mappings")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the mappings of an own crosswalk", answer = "OwnMappingRowList")
  ApiAnswer mappings(Call call, Paging paging, @PathVariable String crosswalk) {
    List<OwnMapping> mappings =
        existing(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk))
            .all(OwnMapping.class)
            .stream()
            .filter(each -> each.crosswalk().equals(crosswalk))
            .toList();
    return entries.list(paging, mappings);
  }

  /** What the organisation says, an entry of that key among it. */
  private Programme existing(Call call, EntryKey key) {
    Programme programme = standards.of(call.caller().tenant()).programme();
    if (programme.entry(key) == null) {
      throw Parameters.notFound();
    }
    return programme;
  }

  @GetMapping("/catalogues/{catalogue}/adoption")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads whether and why a catalogue is followed", answer = "Adoption")
  ApiAnswer adoption(Call call, @PathVariable String catalogue) {
    return entries.get(call, EntryKey.of(EntryKind.ADOPTION, catalogue));
  }

  @PutMapping(path = "/catalogues/{catalogue}/adoption", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says whether and why a catalogue is followed",
      body = "Adoption",
      answer = "Adoption",
      statuses = {200, 201, 204})
  ApiAnswer putAdoption(Call call, @PathVariable String catalogue) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.ADOPTION, catalogue),
        StandardsShapes.ADOPTION,
        said -> new Adoption(catalogue, said.day("since"), said.text("because")));
  }

  @DeleteMapping("/catalogues/{catalogue}/adoption")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back whether and why a catalogue is followed", statuses = 204)
  ApiAnswer deleteAdoption(Call call, @PathVariable String catalogue) {
    return entries.delete(call, EntryKey.of(EntryKind.ADOPTION, catalogue));
  }

  @GetMapping("/catalogues/{catalogue}/controls/{control}/operation")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads whether a control is in operation", answer = "ControlOperation")
  ApiAnswer operation(Call call, @PathVariable String catalogue, @PathVariable String control) {
    return entries.get(call, EntryKey.of(EntryKind.CONTROL_OPERATION, catalogue, control));
  }

  @PutMapping(path = "/catalogues/{catalogue}/controls/{control}/operation", consumes = Media.JSON)
  @Needs(Permission.EDIT_OPERATION)
  @Described(
      value = "Says whether a control is in operation",
      body = "ControlOperation",
      answer = "ControlOperation",
      statuses = {200, 201, 204})
  ApiAnswer putOperation(Call call, @PathVariable String catalogue, @PathVariable String control) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.CONTROL_OPERATION, catalogue, control),
        StandardsShapes.OPERATION,
        said ->
            new ControlOperation(
                new ControlRef(catalogue, control),
                word(Operation.class, said, "operation"),
                said.day("since"),
                said.text("because"),
                said.text("owner")));
  }

  @DeleteMapping("/catalogues/{catalogue}/controls/{control}/operation")
  @Needs(Permission.EDIT_OPERATION)
  @Described(value = "Takes back whether a control is in operation", statuses = 204)
  ApiAnswer deleteOperation(
      Call call, @PathVariable String catalogue, @PathVariable String control) {
    return entries.delete(call, EntryKey.of(EntryKind.CONTROL_OPERATION, catalogue, control));
  }

  @GetMapping("/requirement-links/{asset}/{property}/{catalogue}/{control}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads that a control satisfies a requirement", answer = "RequirementLink")
  ApiAnswer requirementLink(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.get(
        call, EntryKey.of(EntryKind.REQUIREMENT_LINK, asset, property, catalogue, control));
  }

  @PutMapping(
      path = "/requirement-links/{asset}/{property}/{catalogue}/{control}",
      consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says that a control satisfies a requirement",
      body = "RequirementLink",
      answer = "RequirementLink",
      statuses = {200, 201, 204})
  ApiAnswer putRequirementLink(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.REQUIREMENT_LINK, asset, property, catalogue, control),
        StandardsShapes.LINK,
        said ->
            new RequirementLink(
                requirement(call, asset, property),
                new ControlRef(catalogue, control),
                word(Extent.class, said, "extent"),
                said.text("because")));
  }

  @DeleteMapping("/requirement-links/{asset}/{property}/{catalogue}/{control}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back that a control satisfies a requirement", statuses = 204)
  ApiAnswer deleteRequirementLink(
      Call call,
      @PathVariable String asset,
      @PathVariable String property,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.delete(
        call, EntryKey.of(EntryKind.REQUIREMENT_LINK, asset, property, catalogue, control));
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

  @GetMapping("/crosswalks/{crosswalk}/use")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads that a shipped crosswalk is in use", answer = "CrosswalkUse")
  ApiAnswer crosswalkUse(Call call, @PathVariable String crosswalk) {
    return entries.get(call, EntryKey.of(EntryKind.CROSSWALK_USE, crosswalk));
  }

  @PutMapping(path = "/crosswalks/{crosswalk}/use", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says that a shipped crosswalk is in use",
      body = "CrosswalkUse",
      answer = "CrosswalkUse",
      statuses = {200, 201, 204})
  ApiAnswer putCrosswalkUse(Call call, @PathVariable String crosswalk) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.CROSSWALK_USE, crosswalk),
        StandardsShapes.CROSSWALK_USE,
        said -> new CrosswalkUse(crosswalk));
  }

  @DeleteMapping("/crosswalks/{crosswalk}/use")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back that a shipped crosswalk is in use", statuses = 204)
  ApiAnswer deleteCrosswalkUse(Call call, @PathVariable String crosswalk) {
    return entries.delete(call, EntryKey.of(EntryKind.CROSSWALK_USE, crosswalk));
  }

  @GetMapping("/crosswalks/{crosswalk}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a crosswalk of the organisation's own", answer = "OwnCrosswalk")
  ApiAnswer crosswalk(Call call, @PathVariable String crosswalk) {
    return entries.get(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk));
  }

  @PutMapping(path = "/crosswalks/{crosswalk}", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says a crosswalk of the organisation's own",
      body = "OwnCrosswalk",
      answer = "OwnCrosswalk",
      statuses = {200, 201, 204})
  ApiAnswer putCrosswalk(Call call, @PathVariable String crosswalk) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk),
        StandardsShapes.OWN_CROSSWALK,
        said ->
            new OwnCrosswalk(
                crosswalk,
                said.required("source"),
                said.required("target"),
                said.text("publisher"),
                said.text("url"),
                said.text("version"),
                said.text("licence")));
  }

  @DeleteMapping("/crosswalks/{crosswalk}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back a crosswalk of the organisation's own", statuses = 204)
  ApiAnswer deleteCrosswalk(Call call, @PathVariable String crosswalk) {
    return entries.delete(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk));
  }

  @GetMapping("/crosswalks/{crosswalk}/mappings/{source}/{target}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads what an own crosswalk says of two controls", answer = "OwnMapping")
  ApiAnswer mapping(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String source,
      @PathVariable String target) {
    return entries.get(call, EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, source, target));
  }

  @PutMapping(path = "/crosswalks/{crosswalk}/mappings/{source}/{target}", consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says what an own crosswalk says of two controls",
      body = "OwnMapping",
      answer = "OwnMapping",
      statuses = {200, 201, 204})
  ApiAnswer putMapping(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String source,
      @PathVariable String target) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, source, target),
        StandardsShapes.OWN_MAPPING,
        said -> mapping(call, crosswalk, source, target, said));
  }

  @DeleteMapping("/crosswalks/{crosswalk}/mappings/{source}/{target}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(value = "Takes back what an own crosswalk says of two controls", statuses = 204)
  ApiAnswer deleteMapping(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String source,
      @PathVariable String target) {
    return entries.delete(call, EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, source, target));
  }

  private Requirement requirement(Call call, String asset, String property) {
    Requirement requirement = new Requirement(asset, property);
    boolean isThere =
        models
            .of(call.caller().tenant())
            .read(
                (Snapshot model) -> {
                  Asset found = model.asset(asset);
                  return found != null && found.properties().contains(property);
                });
    if (!isThere) {
      throw new IllegalArgumentException("the model has no requirement " + requirement);
    }
    return requirement;
  }

  private static Obligation obligation(String id, Values said) {
    String named = said.text("id");
    if (named != null && !named.equals(id)) {
      throw new IllegalArgumentException("the body names another obligation than the address");
    }
    return new Obligation(
        id,
        said.required("title"),
        word(ObligationKind.class, said, "kind"),
        said.text("source"),
        said.text("url"),
        said.text("description"),
        said.texts("units"),
        said.texts("geography"),
        said.texts("data"),
        said.text("owner"),
        said.day("review-on"));
  }

  private static OwnMapping mapping(
      Call call, String crosswalk, String source, String target, Values said) {
    Long strength = said.whole("strength");
    LocalDate on = said.day("on");
    return new OwnMapping(
        crosswalk,
        new Mapping(
            source,
            word(Statement.class, said, "relation"),
            target,
            strength == null ? null : strength.intValue(),
            said.text("because")),
        Optional.ofNullable(said.text("by")).orElse(call.caller().name()),
        on == null ? LocalDate.now(ZoneOffset.UTC) : on);
  }

  /** The constant of a word that the shape has let through. */
  private static <E extends Enum<E>> E word(Class<E> type, Values said, String name) {
    return Words.find(type, said.required(name)).orElseThrow();
  }
}
