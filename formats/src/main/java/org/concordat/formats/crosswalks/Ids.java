package org.concordat.formats.crosswalks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlIds;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one side of a crosswalk: those of a catalogue, or, when there is none, whatever the
 * rows name.
 */
final class Ids {
  private static final Pattern BETWEEN = Pattern.compile("[,;|\\r\\n]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /** What follows an id in the same cell: a colon, or a dash between spaces, and a title. */
  private static final Pattern TITLE = Pattern.compile("(?s)\\s*:\\s.*|:$|\\s+[-–—]\\s+.*");

  private final @Nullable Catalogue catalogue;
  private final Map<String, Control> made = new LinkedHashMap<>();

  Ids(@Nullable Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The id as the catalogue spells it; without a catalogue as it was spelt first. */
  Optional<String> find(String spelling) {
    if (catalogue != null) {
      return catalogue.find(spelling).map(Control::id);
    }
    if (spelling.isBlank()) {
      return Optional.empty();
    }
    Control control = new Control(spelling, spelling, null);
    return Optional.of(made.computeIfAbsent(ControlIds.key(spelling), _ -> control).id());
  }

  /**
   * The spellings of the ids in a cell. One cell may hold several, separated by commas, semicolons,
   * bars or line breaks, or by spaces when all of them are known; and after each a title.
   */
  List<String> spellings(String cell) {
    List<String> spellings = new ArrayList<>();
    if (catalogue != null && catalogue.find(cell).isPresent()) {
      return List.of(cell);
    }
    for (String piece : BETWEEN.splitAsStream(cell).toList()) {
      String id = bare(piece);
      List<String> words = SPACE.splitAsStream(id).filter(w -> !w.isEmpty()).toList();
      if (words.size() > 1 && areKnown(words)) {
        spellings.addAll(words);
      } else if (!id.isEmpty()) {
        spellings.add(id);
      }
    }
    return spellings;
  }

  /**
   * Without its title, and without the star by which NIST marks a control that does not suffice.
   */
  private static String bare(String piece) {
    String id = TITLE.matcher(piece.strip()).replaceFirst("").strip();
    return id.endsWith("*") ? id.substring(0, id.length() - 1).strip() : id;
  }

  private boolean areKnown(List<String> words) {
    return catalogue != null && words.stream().allMatch(w -> catalogue.find(w).isPresent());
  }

  /** Whether a cell names at least one control of the catalogue. */
  boolean names(String cell) {
    return catalogue != null
        && spellings(cell).stream().anyMatch(s -> catalogue.find(s).isPresent());
  }

  /** The catalogue, or one that is made of what was named. */
  Catalogue catalogue(String id) {
    return catalogue == null ? new Catalogue(id, id, List.copyOf(made.values())) : catalogue;
  }
}
