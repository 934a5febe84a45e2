package org.concordat.core.standards.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.CrosswalkUse;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCatalogue;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnConsidered;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnControl;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes an organisation's library: the catalogues that it follows, its own ones, the crosswalks in
 * use, and the catalogues that these join, so that a catalogue that nobody follows can still be a
 * bridge between two that somebody does.
 *
 * <p>What does not fit together, such as a control that a newer edition of a shipped catalogue no
 * longer has, is left out and told.
 *
 * @param library what conclusions are drawn from
 * @param findings what was left out, each an error; the place is the key of the entry
 */
public record LibraryAssembly(Library library, List<Finding> findings) {
  public LibraryAssembly {
    findings = List.copyOf(findings);
  }

  /** The library of a programme. Takes time linear in the programme and what it uses. */
  public static LibraryAssembly of(Programme programme, Shelf shelf) {
    return new Assembling(programme, shelf).assembled();
  }

  private static final class Assembling {
    private final Programme programme;
    private final Shelf shelf;
    private final Map<String, Catalogue> own = new LinkedHashMap<>();
    private final Map<String, Catalogue> used = new LinkedHashMap<>();
    private final List<Crosswalk> crosswalks = new ArrayList<>();
    private final List<OwnConsidered> considered = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Assembling(Programme programme, Shelf shelf) {
      this.programme = programme;
      this.shelf = shelf;
    }

    LibraryAssembly assembled() {
      ownCatalogues();
      for (Adoption adoption : programme.all(Adoption.class)) {
        use(adoption, adoption.catalogue());
      }
      own.forEach(used::putIfAbsent);
      shippedCrosswalks();
      ownCrosswalks();
      for (ControlOperation operation : programme.all(ControlOperation.class)) {
        existing(operation, operation.control());
      }
      for (RequirementLink link : programme.all(RequirementLink.class)) {
        existing(link, link.control());
      }
      obligations();
      return new LibraryAssembly(new Library(new ArrayList<>(used.values()), crosswalks), findings);
    }

    private void ownCatalogues() {
      Map<String, List<Control>> controls = new LinkedHashMap<>();
      for (OwnControl control : programme.all(OwnControl.class)) {
        controls
            .computeIfAbsent(control.catalogue(), _ -> new ArrayList<>())
            .add(control.control());
      }
      for (OwnCatalogue each : programme.all(OwnCatalogue.class)) {
        List<Control> its = controls.remove(each.id());
        if (shelf.catalogue(each.id()).isPresent()) {
          error(each, "there is a shipped catalogue with the id " + each.id(), "use another id");
          continue;
        }
        try {
          own.put(
              each.id(),
              new Catalogue(
                  each.id(),
                  each.title(),
                  each.version(),
                  each.source(),
                  each.licence(),
                  its == null ? List.of() : its));
        } catch (IllegalArgumentException unsound) {
          error(each, String.valueOf(unsound.getMessage()), null);
        }
      }
      controls.forEach(
          (catalogue, its) ->
              error(
                  new OwnControl(catalogue, its.getFirst()),
                  "there is no own catalogue " + catalogue,
                  null));
    }

    private Optional<Catalogue> use(ProgrammeEntry entry, String id) {
      Optional<Catalogue> found = Optional.ofNullable(own.get(id)).or(() -> shelf.catalogue(id));
      found.ifPresentOrElse(
          catalogue -> used.putIfAbsent(id, catalogue),
          () -> error(entry, "there is no catalogue " + id, null));
      return found;
    }

    private void shippedCrosswalks() {
      for (CrosswalkUse use : programme.all(CrosswalkUse.class)) {
        Optional<Crosswalk> found = shelf.crosswalk(use.crosswalk());
        if (found.isEmpty()) {
          error(use, "there is no shipped crosswalk " + use.crosswalk(), null);
        } else {
          add(use, found.get());
        }
      }
    }

    private void ownCrosswalks() {
      considered.addAll(programme.all(OwnConsidered.class));
      Map<String, List<Mapping>> mappings = new LinkedHashMap<>();
      for (OwnMapping mapping : programme.all(OwnMapping.class)) {
        mappings
            .computeIfAbsent(mapping.crosswalk(), _ -> new ArrayList<>())
            .add(mapping.mapping());
      }
      for (OwnCrosswalk each : programme.all(OwnCrosswalk.class)) {
        List<Mapping> its = mappings.remove(each.id());
        if (shelf.crosswalk(each.id()).isPresent()) {
          error(each, "there is a shipped crosswalk with the id " + each.id(), "use another id");
          continue;
        }
        add(
            each,
            new Crosswalk(
                each.id(),
                each.source(),
                each.target(),
                each.publisher(),
                each.url(),
                each.version(),
                each.licence(),
                its == null ? List.of() : its,
                considered(each),
                each.extras()));
      }
      for (OwnConsidered each : considered) {
        error(each, "there is no own crosswalk " + each.crosswalk(), null);
      }
      mappings.forEach(
          (crosswalk, its) ->
              error(
                  new OwnMapping(crosswalk, its.getFirst(), null, null),
                  "there is no own crosswalk " + crosswalk,
                  null));
    }

    private List<Considered> considered(OwnCrosswalk crosswalk) {
      List<Considered> its = new ArrayList<>();
      for (OwnConsidered each : considered) {
        if (!each.crosswalk().equals(crosswalk.id())) {
          continue;
        }
        ControlRef control = each.control();
        boolean isOfIt =
            List.of(crosswalk.source(), crosswalk.target()).contains(control.catalogue());
        if (!isOfIt) {
          error(
              each,
              control.catalogue() + " is no catalogue of crosswalk " + crosswalk.id(),
              "name " + crosswalk.source() + " or " + crosswalk.target());
        } else if (use(each, control.catalogue())
            .filter(catalogue -> has(each, catalogue, control.control()))
            .isPresent()) {
          its.add(new Considered(control, each.because()));
        }
      }
      considered.removeIf(each -> each.crosswalk().equals(crosswalk.id()));
      return its;
    }

    private void add(ProgrammeEntry entry, Crosswalk crosswalk) {
      Optional<Catalogue> source = use(entry, crosswalk.source());
      Optional<Catalogue> target = use(entry, crosswalk.target());
      if (source.isEmpty() || target.isEmpty()) {
        return;
      }
      List<Mapping> sound = new ArrayList<>();
      for (Mapping mapping : crosswalk.mappings()) {
        boolean hasSource = has(entry, source.get(), mapping.source());
        boolean hasTarget = has(entry, target.get(), mapping.target());
        if (hasSource && hasTarget) {
          sound.add(mapping);
        }
      }
      crosswalks.add(crosswalk.with(sound));
    }

    private boolean has(ProgrammeEntry entry, Catalogue catalogue, String control) {
      if (catalogue.find(control).isPresent()) {
        return true;
      }
      error(entry, "catalogue " + catalogue.id() + " has no control " + control, null);
      return false;
    }

    private void obligations() {
      for (ObligationControl control : programme.all(ObligationControl.class)) {
        if (programme.obligation(control.obligation()).isEmpty()) {
          error(control, "there is no obligation " + control.obligation(), null);
        }
        existing(control, control.control());
      }
    }

    /** Of a catalogue that nobody follows any more, what was said stays, and is no error. */
    private void existing(ProgrammeEntry entry, ControlRef control) {
      Catalogue catalogue = used.get(control.catalogue());
      if (catalogue == null) {
        catalogue = shelf.catalogue(control.catalogue()).orElse(null);
      }
      if (catalogue == null) {
        error(entry, "there is no catalogue " + control.catalogue(), null);
      } else {
        has(entry, catalogue, control.control());
      }
    }

    private void error(ProgrammeEntry entry, String problem, @Nullable String remedy) {
      String place = entry.key().kind() + " " + entry.key();
      findings.add(Finding.error(Place.ofKey(place), problem, remedy));
    }
  }
}
