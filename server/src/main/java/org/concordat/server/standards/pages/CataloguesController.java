package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.CataloguesPage.Followed;
import org.concordat.server.standards.pages.CataloguesPage.Offered;
import org.concordat.server.web.Answer;
import org.concordat.server.workspace.EntryTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which catalogues an organisation follows. */
@Controller
class CataloguesController {
  private final Standards standards;
  private final StandardsSaving saving;

  CataloguesController(Standards standards, StandardsSaving saving) {
    this.standards = standards;
    this.saving = saving;
  }

  @GetMapping("/standards")
  @Needs(Permission.READ_MODEL)
  CataloguesPage list(Caller caller) {
    StandardsState now = standards.of(caller.tenant());
    List<Followed> followed =
        now.programme().all(Adoption.class).stream()
            .flatMap(
                adoption ->
                    now.library().catalogue(adoption.catalogue()).stream()
                        .map(catalogue -> followed(adoption, catalogue, now)))
            .toList();
    Stream<Catalogue> own =
        now.bridges().stream().filter(c -> standards.shelf().catalogue(c.id()).isEmpty());
    List<Offered> offered =
        Stream.concat(standards.shelf().catalogues().stream(), own)
            .filter(catalogue -> !now.programme().follows(catalogue.id()))
            .map(catalogue -> offered(catalogue, now))
            .toList();
    return new CataloguesPage(
        followed, offered, now.findings(), caller.may(Permission.EDIT_STANDARDS));
  }

  private static Followed followed(Adoption adoption, Catalogue catalogue, StandardsState now) {
    long operated =
        now.operations().entrySet().stream()
            .filter(each -> each.getKey().catalogue().equals(catalogue.id()))
            .filter(each -> each.getValue() != Operation.NO)
            .count();
    return new Followed(
        catalogue.id(),
        catalogue.title(),
        adoption.because(),
        catalogue.controls().size(),
        (int) operated,
        CoverageView.of(now.coverage(catalogue.id())),
        EntryTag.of(adoption));
  }

  private Offered offered(Catalogue catalogue, StandardsState now) {
    Set<String> joins = new TreeSet<>();
    for (Crosswalk crosswalk : standards.shelf().crosswalks()) {
      String other =
          crosswalk.source().equals(catalogue.id())
              ? crosswalk.target()
              : crosswalk.target().equals(catalogue.id()) ? crosswalk.source() : "";
      if (now.programme().follows(other)) {
        now.library().catalogue(other).map(Catalogue::title).ifPresent(joins::add);
      }
    }
    return new Offered(
        catalogue.id(),
        catalogue.title(),
        catalogue.controls().size(),
        catalogue.licence(),
        List.copyOf(joins));
  }

  /** Follows a catalogue, and puts the shipped crosswalks to those already followed into use. */
  @PostMapping("/standards")
  @Needs(Permission.EDIT_STANDARDS)
  Answer follow(
      Caller caller,
      @RequestParam String catalogue,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    List<ProgrammeWish> wishes = new ArrayList<>();
    wishes.add(
        ProgrammeWish.of(
            new Adoption(catalogue, LocalDate.now(ZoneOffset.UTC), StandardsSaving.orNull(because)),
            EntryTag.NOTHING));
    for (Crosswalk crosswalk : standards.shelf().crosswalks()) {
      List<String> ends = List.of(crosswalk.source(), crosswalk.target());
      boolean joins =
          ends.contains(catalogue)
              && ends.stream()
                  .allMatch(end -> end.equals(catalogue) || now.programme().follows(end));
      CrosswalkUse use = new CrosswalkUse(crosswalk.id());
      if (joins && now.programme().entry(use.key()) == null) {
        wishes.add(ProgrammeWish.of(use));
      }
    }
    return StandardsSaving.told(
        () -> saving.save(caller, request, wishes, "/standards", "standards.followed"));
  }

  /**
   * Follows a catalogue no more; what was said of its controls stays, should it be taken up again.
   */
  @PostMapping("/standards/unfollow")
  @Needs(Permission.EDIT_STANDARDS)
  Answer unfollow(
      Caller caller,
      @RequestParam String catalogue,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller,
        request,
        List.of(ProgrammeWish.gone(EntryKey.of(EntryKind.ADOPTION, catalogue), tag)),
        "/standards",
        "standards.saved");
  }

  static List<ControlRef> refs(String catalogue, List<String> ids, StandardsState now) {
    return ids.stream()
        .map(id -> now.control(new ControlRef(catalogue, id)).orElse(null))
        .filter(Objects::nonNull)
        .map(control -> new ControlRef(catalogue, control.id()))
        .distinct()
        .toList();
  }
}
