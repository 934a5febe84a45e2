package org.concordat.server.standards.pages;

import static org.concordat.server.standards.pages.StandardsSaving.orNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.CrosswalkPage.Draft;
import org.concordat.server.standards.pages.CrosswalkPage.Row;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.workspace.EntryTag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Crosswalks: which are in use, and the editor of the organisation's own. */
@Controller
class CrosswalksController {
  private final Standards standards;
  private final StandardsSaving saving;

  CrosswalksController(Standards standards, StandardsSaving saving) {
    this.standards = standards;
    this.saving = saving;
  }

  @GetMapping("/crosswalks")
  @Needs(Permission.READ_MODEL)
  CrosswalksPage list(Caller caller) {
    StandardsState now = standards.of(caller.tenant());
    Map<String, String> titles = titles(now);
    List<CrosswalksPage.Row> rows = new ArrayList<>();
    for (Crosswalk each : now.library().crosswalks()) {
      if (now.owns(each.id())) {
        rows.add(row(each, titles, true, true));
      }
    }
    for (Crosswalk each : standards.shelf().crosswalks()) {
      rows.add(row(each, titles, false, uses(now, each.id())));
    }
    return new CrosswalksPage(rows, titles, caller.may(Permission.EDIT_STANDARDS));
  }

  private static boolean uses(StandardsState now, String crosswalk) {
    return now.programme().entry(new CrosswalkUse(crosswalk).key()) != null;
  }

  private Map<String, String> titles(StandardsState now) {
    Map<String, String> titles = new LinkedHashMap<>();
    Stream.concat(now.library().catalogues().stream(), standards.shelf().catalogues().stream())
        .forEach(catalogue -> titles.putIfAbsent(catalogue.id(), catalogue.title()));
    return titles;
  }

  private static CrosswalksPage.Row row(
      Crosswalk crosswalk, Map<String, String> titles, boolean own, boolean used) {
    return new CrosswalksPage.Row(
        crosswalk.id(),
        titles.getOrDefault(crosswalk.source(), crosswalk.source()),
        titles.getOrDefault(crosswalk.target(), crosswalk.target()),
        crosswalk.publisher(),
        crosswalk.licence(),
        crosswalk.mappings().size(),
        own,
        used);
  }

  @PostMapping("/crosswalks/use")
  @Needs(Permission.EDIT_STANDARDS)
  Answer use(
      Caller caller,
      @RequestParam String crosswalk,
      @RequestParam(defaultValue = "") String use,
      HttpServletRequest request) {
    CrosswalkUse used = new CrosswalkUse(crosswalk);
    ProgrammeWish wish =
        use.equals("yes")
            ? ProgrammeWish.of(used)
            : ProgrammeWish.gone(used.key(), EntryTag.ANYTHING);
    return saving.save(caller, request, List.of(wish), "/crosswalks", "standards.saved");
  }

  @PostMapping("/crosswalks")
  @Needs(Permission.EDIT_STANDARDS)
  Answer begin(
      Caller caller,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(defaultValue = "") String publisher,
      HttpServletRequest request) {
    String name = id.isBlank() ? "own-" + source + "-" + target : id.strip();
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    ProgrammeWish.of(
                        new OwnCrosswalk(name, source, target, orNull(publisher), null, null, null),
                        EntryTag.NOTHING)),
                "/crosswalks/" + name,
                "standards.saved"));
  }

  @GetMapping("/crosswalks/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(defaultValue = "") String strength,
      @RequestParam(defaultValue = "") String because) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Crosswalk> found = now.crosswalk(id).or(() -> standards.shelf().crosswalk(id));
    if (found.isEmpty()) {
      return StandardsSaving.notFound();
    }
    Crosswalk crosswalk = found.get();
    boolean edits = now.owns(id) && caller.may(Permission.EDIT_STANDARDS);
    Draft draft = draft(now, id, source, statement, target, strength, because);
    List<Row> rows = rows(crosswalk, q, now);
    int from = Math.min((Math.max(page, 1) - 1) * CrosswalkPage.ROWS, rows.size());
    Map<String, String> titles = titles(now);
    OwnCrosswalk own =
        new OwnCrosswalk(id, crosswalk.source(), crosswalk.target(), null, null, null, null);
    return new CrosswalkPage(
        id,
        crosswalk.source(),
        titles.getOrDefault(crosswalk.source(), crosswalk.source()),
        crosswalk.target(),
        titles.getOrDefault(crosswalk.target(), crosswalk.target()),
        crosswalk.publisher(),
        crosswalk.url(),
        crosswalk.licence(),
        q,
        Math.max(page, 1),
        rows.subList(from, Math.min(from + CrosswalkPage.ROWS, rows.size())),
        rows.size(),
        edits ? controls(now, crosswalk.source()) : List.of(),
        edits ? controls(now, crosswalk.target()) : List.of(),
        draft,
        edits ? MappingEffects.of(draft, own, now) : null,
        considered(crosswalk, now),
        edits,
        now.crosswalk(id).isPresent());
  }

  private List<CrosswalkPage.Considered> considered(Crosswalk crosswalk, StandardsState now) {
    return crosswalk.considered().stream()
        .map(
            each ->
                new CrosswalkPage.Considered(
                    view(each.control().catalogue(), each.control().control(), now),
                    each.because(),
                    EntryTag.of(
                        now.programme()
                            .entry(new OwnConsidered(crosswalk.id(), each.control(), null).key()))))
        .toList();
  }

  /** A pair that is mapped already is changed; what the address does not say is as it is. */
  private static Draft draft(
      StandardsState now,
      String crosswalk,
      String source,
      String statement,
      String target,
      String strength,
      String because) {
    if (!source.isBlank()
        && !target.isBlank()
        && now.programme().entry(key(crosswalk, source.strip(), target.strip()))
            instanceof OwnMapping present) {
      Mapping mapping = present.mapping();
      boolean asItIs = statement.isEmpty();
      String weight = mapping.strength() == null ? "" : String.valueOf(mapping.strength());
      return new Draft(
          mapping.source(),
          asItIs ? mapping.statement().word() : statement,
          mapping.target(),
          asItIs ? weight : strength,
          asItIs && mapping.because() != null ? mapping.because() : because,
          EntryTag.of(present));
    }
    return new Draft(source, statement, target, strength, because, EntryTag.NOTHING);
  }

  private static EntryKey key(String crosswalk, String source, String target) {
    return EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, source, target);
  }

  private static List<ControlView> controls(StandardsState now, String catalogue) {
    return now.library().catalogue(catalogue).stream()
        .flatMap(each -> each.controls().stream())
        .map(control -> ControlView.of(new ControlRef(catalogue, control.id()), now))
        .toList();
  }

  private List<Row> rows(Crosswalk crosswalk, String q, StandardsState now) {
    String wanted = q.toLowerCase(Locale.ROOT).strip();
    List<Row> rows = new ArrayList<>();
    for (Mapping mapping : crosswalk.mappings()) {
      OwnMapping own =
          now.programme().entry(key(crosswalk.id(), mapping.source(), mapping.target()))
                  instanceof OwnMapping mine
              ? mine
              : null;
      Row row =
          new Row(
              view(crosswalk.source(), mapping.source(), now),
              mapping,
              view(crosswalk.target(), mapping.target(), now),
              own == null ? null : own.by(),
              own == null ? "" : EntryTag.of(own));
      String text =
          row.source().id()
              + " "
              + row.source().title()
              + " "
              + row.target().id()
              + " "
              + row.target().title();
      if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Names a control even where its catalogue is not in the library. */
  private ControlView view(String catalogue, String control, StandardsState now) {
    ControlView known = ControlView.of(new ControlRef(catalogue, control), now);
    return standards
        .shelf()
        .catalogue(catalogue)
        .flatMap(each -> each.find(control).map(found -> named(each, found.id(), found.title())))
        .orElse(known);
  }

  private static ControlView named(Catalogue catalogue, String id, String title) {
    return new ControlView(catalogue.id(), catalogue.title(), id, title);
  }

  @PostMapping("/crosswalks/{id}/mappings")
  @Needs(Permission.EDIT_STANDARDS)
  Answer map(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(required = false) @Nullable Integer strength,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = EntryTag.NOTHING) String tag,
      HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Crosswalk> crosswalk = now.crosswalk(id).filter(each -> now.owns(id));
    Optional<Statement> said = Statement.of(statement);
    if (crosswalk.isEmpty()) {
      return StandardsSaving.notFound();
    }
    if (said.isEmpty()) {
      return new ErrorPage(422, "badRequest", List.of("'" + statement + "'"));
    }
    String from = spelt(crosswalk.get().source(), source, now);
    String to = spelt(crosswalk.get().target(), target, now);
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    ProgrammeWish.of(
                        new OwnMapping(
                            id,
                            new Mapping(
                                from,
                                said.get(),
                                to,
                                strength,
                                orNull(because),
                                extras(now, key(id, from, to))),
                            caller.name(),
                            LocalDate.now(ZoneOffset.UTC)),
                        tag)),
                "/crosswalks/" + id,
                "standards.mapped"));
  }

  /** What else is said of a pair by the file that it came from; a change keeps it. */
  private static Extras extras(StandardsState now, EntryKey key) {
    return now.programme().entry(key) instanceof OwnMapping present
        ? present.mapping().extras()
        : Extras.NONE;
  }

  /** An id as its catalogue spells it. */
  static String spelt(String catalogue, String id, StandardsState now) {
    return now.control(new ControlRef(catalogue, id.strip()))
        .map(control -> control.id())
        .orElse(id.strip());
  }

  @PostMapping("/crosswalks/{id}/mappings/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer unmap(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String target,
      @RequestParam String tag,
      HttpServletRequest request) {
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(ProgrammeWish.gone(key(id, source, target), tag)),
                "/crosswalks/" + id,
                "standards.saved"));
  }

  /** Takes an own crosswalk away with all that it says. */
  @PostMapping("/crosswalks/{id}/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer remove(Caller caller, @PathVariable String id, HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    if (!now.owns(id)) {
      return StandardsSaving.notFound();
    }
    List<ProgrammeWish> wishes = new ArrayList<>();
    for (OwnMapping mapping : now.programme().all(OwnMapping.class)) {
      if (mapping.crosswalk().equals(id)) {
        wishes.add(ProgrammeWish.gone(mapping.key(), EntryTag.of(mapping)));
      }
    }
    for (OwnConsidered considered : now.programme().all(OwnConsidered.class)) {
      if (considered.crosswalk().equals(id)) {
        wishes.add(ProgrammeWish.gone(considered.key(), EntryTag.of(considered)));
      }
    }
    wishes.add(ProgrammeWish.gone(EntryKey.of(EntryKind.OWN_CROSSWALK, id), EntryTag.ANYTHING));
    return saving.save(caller, request, wishes, "/crosswalks", "standards.saved");
  }
}
