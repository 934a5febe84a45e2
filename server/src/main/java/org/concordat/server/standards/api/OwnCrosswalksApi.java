package org.concordat.server.standards.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
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

/** Crosswalks of the organisation's own, and which shipped ones are in use, entry by entry. */
@Controller
@RequestMapping(path = Call.ROOT + "/standards", produces = Media.JSON)
final class OwnCrosswalksApi {
  private final ProgrammeResource entries;

  OwnCrosswalksApi(ProgrammeResource entries) {
    this.entries = entries;
  }

  @GetMapping("/crosswalks/{crosswalk}/mappings")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the mappings of an own crosswalk", answer = "OwnMappingRowList")
  ApiAnswer mappings(Call call, Paging paging, @PathVariable String crosswalk) {
    List<OwnMapping> mappings =
        entries
            .existing(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk))
            .all(OwnMapping.class)
            .stream()
            .filter(each -> each.crosswalk().equals(crosswalk))
            .toList();
    return entries.list(paging, mappings);
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
                said.text("licence"),
                entries.present(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk))
                        instanceof OwnCrosswalk present
                    ? present.extras()
                    : Extras.NONE));
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

  @GetMapping("/crosswalks/{crosswalk}/considered")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Lists the controls that an own crosswalk found without a counterpart",
      answer = "OwnConsideredRowList")
  ApiAnswer considered(Call call, Paging paging, @PathVariable String crosswalk) {
    List<OwnConsidered> considered =
        entries
            .existing(call, EntryKey.of(EntryKind.OWN_CROSSWALK, crosswalk))
            .all(OwnConsidered.class)
            .stream()
            .filter(each -> each.crosswalk().equals(crosswalk))
            .toList();
    return entries.list(paging, considered);
  }

  @GetMapping("/crosswalks/{crosswalk}/considered/{catalogue}/{control}")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Reads that an own crosswalk found no counterpart of a control",
      answer = "OwnConsidered")
  ApiAnswer considered(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.get(call, EntryKey.of(EntryKind.OWN_CONSIDERED, crosswalk, catalogue, control));
  }

  @PutMapping(
      path = "/crosswalks/{crosswalk}/considered/{catalogue}/{control}",
      consumes = Media.JSON)
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Says that an own crosswalk found no counterpart of a control",
      body = "OwnConsidered",
      answer = "OwnConsidered",
      statuses = {200, 201, 204})
  ApiAnswer putConsidered(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.put(
        call,
        EntryKey.of(EntryKind.OWN_CONSIDERED, crosswalk, catalogue, control),
        StandardsShapes.OWN_CONSIDERED,
        said ->
            new OwnConsidered(crosswalk, new ControlRef(catalogue, control), said.text("because")));
  }

  @DeleteMapping("/crosswalks/{crosswalk}/considered/{catalogue}/{control}")
  @Needs(Permission.EDIT_STANDARDS)
  @Described(
      value = "Takes back that an own crosswalk found no counterpart of a control",
      statuses = 204)
  ApiAnswer deleteConsidered(
      Call call,
      @PathVariable String crosswalk,
      @PathVariable String catalogue,
      @PathVariable String control) {
    return entries.delete(
        call, EntryKey.of(EntryKind.OWN_CONSIDERED, crosswalk, catalogue, control));
  }

  private OwnMapping mapping(
      Call call, String crosswalk, String source, String target, Values said) {
    Long strength = said.whole("strength");
    LocalDate on = said.day("on");
    return new OwnMapping(
        crosswalk,
        new Mapping(
            source,
            StandardsShapes.word(Statement.class, said, "relation"),
            target,
            strength == null ? null : strength.intValue(),
            said.text("because"),
            entries.present(call, EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, source, target))
                    instanceof OwnMapping present
                ? present.mapping().extras()
                : Extras.NONE),
        Optional.ofNullable(said.text("by")).orElse(call.caller().name()),
        on == null ? LocalDate.now(ZoneOffset.UTC) : on);
  }
}
