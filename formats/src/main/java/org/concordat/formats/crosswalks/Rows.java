package org.concordat.formats.crosswalks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.jspecify.annotations.Nullable;

/** Gathers the pairs of a crosswalk, and what is wrong with some of them. */
final class Rows {
  private final Ids sources;
  private final Ids targets;
  private final boolean keepsRepeated;
  private final FindingList findings = new FindingList();
  private final Map<List<String>, Set<Statement>> said = new LinkedHashMap<>();
  private final List<Mapping> mappings = new ArrayList<>();
  private int rows;
  private int dangling;
  private int duplicates;

  Rows(Ids sources, Ids targets) {
    this(sources, targets, false);
  }

  /**
   * Rows of one crosswalk.
   *
   * @param keepsRepeated whether what is said twice stays twice, because the file says more of each
   */
  Rows(Ids sources, Ids targets, boolean keepsRepeated) {
    this.sources = sources;
    this.targets = targets;
    this.keepsRepeated = keepsRepeated;
  }

  /**
   * One pair.
   *
   * @param word what the publisher calls the relation
   * @param strength as written, perhaps empty
   */
  void add(
      Place place,
      String source,
      String word,
      String target,
      String strength,
      @Nullable String because,
      Extras extras) {
    Optional<Statement> statement = RelationWords.of(word);
    if (statement.isEmpty()) {
      rows++;
      warning(
          place,
          "the relation '" + word + "' is not known; the row is left out",
          "write equal, subset, superset, intersects, none or related");
      return;
    }
    add(place, source, statement.get(), target, strength, because, extras);
  }

  void add(
      Place place,
      String source,
      Statement statement,
      String target,
      String strength,
      @Nullable String because,
      Extras extras) {
    rows++;
    Optional<String> from = sources.find(source);
    Optional<String> to = targets.find(target);
    if (from.isEmpty() || to.isEmpty()) {
      dangling++;
      String missing = from.isEmpty() ? source : target;
      String side = from.isEmpty() ? "source" : "target";
      warning(
          place,
          "there is no control '"
              + missing
              + "' in the "
              + side
              + " catalogue; the row is left out",
          null);
      return;
    }
    Set<Statement> before =
        said.computeIfAbsent(List.of(from.get(), to.get()), _ -> new LinkedHashSet<>());
    if (!before.add(statement) && !keepsRepeated) {
      duplicates++;
      warning(place, "%s and %s stand here again".formatted(from.get(), to.get()), null);
      return;
    }
    if (before.size() > 1) {
      warning(
          place,
          "%s and %s are said to be %s"
              .formatted(
                  from.get(),
                  to.get(),
                  String.join(" and ", before.stream().map(Statement::word).toList())),
          "keep what is right");
    }
    mappings.add(
        new Mapping(from.get(), statement, to.get(), strength(place, strength), because, extras));
  }

  /** Those that were looked at in vain and are in their catalogue. */
  private List<Considered> considered(List<Considered> considered, String source) {
    List<Considered> known = new ArrayList<>();
    for (Considered each : considered) {
      ControlRef control = each.control();
      boolean isSource = control.catalogue().equals(source);
      Optional<String> found = (isSource ? sources : targets).find(control.control());
      if (found.isPresent()) {
        known.add(new Considered(new ControlRef(control.catalogue(), found.get()), each.because()));
      } else {
        warning(
            Place.ofKey("considered"),
            "there is no control '%s' in catalogue %s; it is left out"
                .formatted(control.control(), control.catalogue()),
            null);
      }
    }
    return known;
  }

  private @Nullable Integer strength(Place place, String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      int strength = Integer.parseInt(text.strip());
      if (strength >= Mapping.WEAKEST && strength <= Mapping.STRONGEST) {
        return strength;
      }
    } catch (NumberFormatException _) {
      // Reported below, as a number out of range is.
    }
    warning(
        place,
        "the strength '" + text + "' is passed over",
        "write a whole number from " + Mapping.WEAKEST + " to " + Mapping.STRONGEST);
    return null;
  }

  void warning(Place place, String problem, @Nullable String remedy) {
    findings.warning(place, problem, remedy);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  boolean isEmpty() {
    return mappings.isEmpty();
  }

  BroughtCrosswalk crosswalk(
      String id,
      String source,
      String target,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String version,
      @Nullable String licence,
      List<Considered> considered,
      Extras extras) {
    return new BroughtCrosswalk(
        new Crosswalk(
            id,
            source,
            target,
            publisher,
            url,
            version,
            licence,
            mappings,
            considered(considered, source),
            extras),
        sources.catalogue(source),
        targets.catalogue(target),
        rows,
        dangling,
        duplicates,
        findings.list());
  }
}
