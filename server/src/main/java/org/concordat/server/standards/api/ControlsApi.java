package org.concordat.server.standards.api;

import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.Extent;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an organisation puts down about catalogues and their controls, entry by entry. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards", produces = Media.JSON)
final class ControlsApi {
  private final ProgrammeResource entries;
  private final Standards standards;
  private final Models models;

  ControlsApi(ProgrammeResource entries, Standards standards, Models models) {
    this.entries = entries;
    this.standards = standards;
    this.models = models;
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
                StandardsShapes.word(Operation.class, said, "operation"),
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
                StandardsShapes.word(Extent.class, said, "extent"),
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
}
