package org.concordat.formats.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlIds;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What was read of all files, with places, until it is known whether the ids agree. */
final class LibraryDraft {
  private final FindingList findings;
  private final List<CatalogueDraft> catalogues = new ArrayList<>();
  private final List<CrosswalkDraft> crosswalks = new ArrayList<>();
  private final Map<String, Catalogue> checked = new LinkedHashMap<>();
  private final List<Crosswalk> checkedCrosswalks = new ArrayList<>();

  /** Whether something of a catalogue could not be read, so that what is missing may be there. */
  private boolean incomplete;

  /** What is known besides the files, which is asked for only when something is missing in them. */
  private final Supplier<Library> known;

  private boolean usesKnown;

  LibraryDraft(FindingList findings, Supplier<Library> known) {
    this.findings = findings;
    this.known = known;
  }

  /** A text and where it stands. */
  record Spelt(String text, Place place) {
    /** The text of a key that must be there, or null when it is not, which is reported. */
    static @Nullable Spelt required(EntryReader entry, String key, String remedy) {
      if (!entry.require(key, remedy)) {
        return null;
      }
      YamlNode.Scalar scalar = entry.scalar(key, "a text");
      if (scalar == null) {
        return null;
      }
      if (scalar.text().isBlank()) {
        entry.reportAt(scalar, entry.path(key), "the " + key + " is empty", remedy);
        return null;
      }
      return new Spelt(scalar.text().strip(), entry.place(scalar, key));
    }
  }

  record ControlDraft(
      Spelt id,
      String title,
      @Nullable Spelt parent,
      @Nullable String text,
      boolean exhaustive,
      boolean withdrawn) {
    ControlDraft below(Spelt whole) {
      return new ControlDraft(id, title, whole, text, exhaustive, withdrawn);
    }
  }

  /**
   * A part that is only named.
   *
   * @param position how many controls stand before it
   */
  record NamedPart(Spelt id, Spelt whole, int position) {}

  /**
   * A catalogue.
   *
   * @param id null when it could not be read
   */
  record CatalogueDraft(
      @Nullable Spelt id,
      String title,
      @Nullable String version,
      @Nullable String source,
      @Nullable String licence,
      String file,
      List<ControlDraft> controls,
      List<NamedPart> namedParts) {}

  record MappingDraft(
      Spelt source,
      Statement statement,
      Spelt target,
      @Nullable Integer strength,
      @Nullable String because,
      Extras extras) {}

  record CrosswalkDraft(
      Spelt id,
      Spelt source,
      Spelt target,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String version,
      @Nullable String licence,
      List<MappingDraft> mappings,
      List<ConsideredDraft> considered,
      Extras extras) {}

  /** A control that was looked at in vain, as a file has it. */
  record ConsideredDraft(Spelt catalogue, Spelt control, @Nullable String because) {}

  void add(CatalogueDraft catalogue) {
    catalogues.add(catalogue);
  }

  void add(CrosswalkDraft crosswalk) {
    crosswalks.add(crosswalk);
  }

  /** Something could not be read: what is not there is not reported as missing. */
  void setIncomplete() {
    incomplete = true;
  }

  /** Finds what the files say of each other that is not so. */
  void check() {
    for (CatalogueDraft catalogue : catalogues) {
      if (catalogue.id() != null) {
        check(catalogue, catalogue.id());
      }
    }
    Map<String, Spelt> ids = new HashMap<>();
    for (CrosswalkDraft crosswalk : crosswalks) {
      Spelt first = ids.putIfAbsent(crosswalk.id().text(), crosswalk.id());
      if (first != null) {
        twice("crosswalk", crosswalk.id(), first);
      } else {
        check(crosswalk);
      }
    }
  }

  /** The library of what was read, when nothing is wrong with it. */
  Library library() {
    List<Catalogue> own = List.copyOf(checked.values());
    return usesKnown
        ? known.get().with(own, checkedCrosswalks)
        : new Library(own, checkedCrosswalks);
  }

  private void check(CatalogueDraft catalogue, Spelt id) {
    Map<String, ControlDraft> byKey = new LinkedHashMap<>();
    List<ControlDraft> controls = new ArrayList<>();
    boolean isSound = true;
    for (ControlDraft control : withNamedParts(catalogue)) {
      ControlDraft first = byKey.putIfAbsent(ControlIds.key(control.id().text()), control);
      if (first != null) {
        twice("control", control.id(), first.id());
        isSound = false;
      } else {
        controls.add(control);
      }
    }
    isSound &= !reportCircle(controls);
    Catalogue read =
        isSound
            ? new Catalogue(
                id.text(),
                catalogue.title(),
                catalogue.version(),
                catalogue.source(),
                catalogue.licence(),
                controls.stream().map(LibraryDraft::control).toList())
            : flat(id, controls);
    if (checked.putIfAbsent(id.text(), read) != null) {
      Spelt first =
          catalogues.stream()
              .map(CatalogueDraft::id)
              .filter(c -> c != null && c.text().equals(id.text()))
              .findFirst()
              .orElse(id);
      twice("catalogue", id, first);
    }
  }

  /** The ids of a catalogue that has errors, so that crosswalks can be checked against them. */
  private static Catalogue flat(Spelt id, List<ControlDraft> controls) {
    return new Catalogue(
        id.text(),
        "",
        controls.stream().map(c -> new Control(c.id().text(), c.title(), null)).toList());
  }

  private static Control control(ControlDraft draft) {
    return new Control(
        draft.id().text(),
        draft.title(),
        draft.parent() == null ? null : draft.parent().text(),
        draft.text(),
        draft.exhaustive(),
        draft.withdrawn());
  }

  /**
   * The controls with the parts that are only named: either all of these are listed elsewhere, or
   * none is, and then their names are all that the catalogue says of them.
   */
  private List<ControlDraft> withNamedParts(CatalogueDraft catalogue) {
    Map<String, Integer> positions = new HashMap<>();
    List<ControlDraft> controls = new ArrayList<>(catalogue.controls());
    for (int i = 0; i < controls.size(); i++) {
      positions.putIfAbsent(ControlIds.key(controls.get(i).id().text()), i);
    }
    List<NamedPart> parts = catalogue.namedParts();
    boolean isListed =
        parts.stream().anyMatch(p -> positions.containsKey(ControlIds.key(p.id().text())));
    if (!isListed) {
      for (NamedPart part : parts.reversed()) {
        controls.add(
            part.position(),
            new ControlDraft(part.id(), part.id().text(), part.whole(), null, false, false));
      }
      return controls;
    }
    NearestName names = NearestName.among(controls.stream().map(c -> c.id().text()).toList());
    for (NamedPart part : parts) {
      Integer position = positions.get(ControlIds.key(part.id().text()));
      if (position == null) {
        missing(part.id(), "the catalogue lists no control", names);
        continue;
      }
      ControlDraft control = controls.get(position);
      if (control.parent() != null) {
        findings.error(
            part.id().place(),
            "control '%s' is a part of '%s' already"
                .formatted(control.id().text(), control.parent().text()),
            "a control is a part of one other; keep it there or here");
      } else {
        controls.set(position, control.below(part.whole()));
      }
    }
    return controls;
  }

  private boolean reportCircle(List<ControlDraft> controls) {
    Map<String, ControlDraft> byKey = new HashMap<>();
    controls.forEach(c -> byKey.put(ControlIds.key(c.id().text()), c));
    boolean isFound = false;
    Set<ControlDraft> cleared = new HashSet<>();
    for (ControlDraft control : controls) {
      Set<ControlDraft> path = new HashSet<>();
      ControlDraft at = control;
      while (at != null && !cleared.contains(at) && path.add(at)) {
        at = at.parent() == null ? null : byKey.get(ControlIds.key(at.parent().text()));
      }
      if (at != null && path.contains(at)) {
        isFound = true;
        findings.error(
            at.id().place(),
            "control '" + at.id().text() + "' is a part of itself",
            "take it out of the parts of one that is a part of it");
      }
      cleared.addAll(path);
    }
    return isFound;
  }

  private void check(CrosswalkDraft crosswalk) {
    Catalogue source = catalogue(crosswalk.source());
    Catalogue target = catalogue(crosswalk.target());
    if (source == null || target == null) {
      return;
    }
    NearestName sources = names(source);
    NearestName targets = names(target);
    List<Mapping> mappings = new ArrayList<>();
    Map<String, Place> pairs = new HashMap<>();
    for (MappingDraft draft : crosswalk.mappings()) {
      Control from = control(draft.source(), source, sources);
      Control to = control(draft.target(), target, targets);
      if (from == null || to == null) {
        continue;
      }
      mappings.add(
          new Mapping(
              from.id(),
              draft.statement(),
              to.id(),
              draft.strength(),
              draft.because(),
              draft.extras()));
      Place first =
          pairs.putIfAbsent(
              from.id() + '\n' + draft.statement() + '\n' + to.id(), draft.source().place());
      if (first != null) {
        findings.warning(
            draft.source().place(),
            "'%s %s %s' stands twice; first in line %d"
                .formatted(from.id(), draft.statement().word(), to.id(), first.line()),
            "keep one of the two");
      }
    }
    checkedCrosswalks.add(
        new Crosswalk(
            crosswalk.id().text(),
            source.id(),
            target.id(),
            crosswalk.publisher(),
            crosswalk.url(),
            crosswalk.version(),
            crosswalk.licence(),
            mappings,
            considered(crosswalk, source, target),
            crosswalk.extras()));
  }

  private List<Considered> considered(
      CrosswalkDraft crosswalk, Catalogue source, Catalogue target) {
    List<Considered> considered = new ArrayList<>();
    for (ConsideredDraft draft : crosswalk.considered()) {
      String id = draft.catalogue().text();
      if (!id.equals(source.id()) && !id.equals(target.id())) {
        findings.error(
            draft.catalogue().place(),
            "'" + id + "' is no catalogue of this crosswalk",
            "write " + source.id() + " or " + target.id());
        continue;
      }
      Catalogue catalogue = id.equals(source.id()) ? source : target;
      Control control = control(draft.control(), catalogue, names(catalogue));
      if (control != null) {
        considered.add(new Considered(new ControlRef(id, control.id()), draft.because()));
      }
    }
    return considered;
  }

  private @Nullable Catalogue catalogue(Spelt id) {
    Catalogue found = checked.get(id.text());
    if (found == null) {
      found = known.get().catalogue(id.text()).orElse(null);
      usesKnown |= found != null;
    }
    if (found == null && !incomplete) {
      String nearest =
          findings.suggests() ? NearestName.among(checked.keySet()).remedyFor(id.text()) : null;
      findings.error(
          id.place(),
          "there is no catalogue '" + id.text() + "' among the files",
          nearest == null ? "name its file as well" : nearest);
    }
    return found;
  }

  private @Nullable Control control(Spelt id, Catalogue catalogue, NearestName names) {
    Control found = catalogue.find(id.text()).orElse(null);
    if (found == null && !incomplete) {
      missing(id, "catalogue '" + catalogue.id() + "' has no control", names);
    }
    return found;
  }

  private void missing(Spelt id, String problem, NearestName names) {
    findings.error(
        id.place(),
        problem + " '" + id.text() + "'",
        findings.suggests() ? names.remedyFor(id.text()) : null);
  }

  private static NearestName names(Catalogue catalogue) {
    return NearestName.among(catalogue.controls().stream().map(Control::id).toList());
  }

  private void twice(String what, Spelt id, Spelt first) {
    String where =
        String.valueOf(id.place().file()).equals(String.valueOf(first.place().file()))
            ? "line " + first.place().line()
            : String.valueOf(first.place());
    String spelling =
        id.text().equals(first.text()) ? "" : " as '" + first.text() + "', which is the same id";
    findings.error(
        id.place(),
        "the %s '%s' stands in %s already%s".formatted(what, id.text(), where, spelling),
        "give one of the two another id, or remove it");
  }
}
