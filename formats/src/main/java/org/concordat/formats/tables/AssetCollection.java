package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.ImportedUnit;
import org.concordat.formats.tables.Header.Column;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of all tables come to. References and ratings are kept as they are written until
 * every row is read: a row may refer to a later one, and the scale shows only in all ratings.
 */
final class AssetCollection {
  /** Identifiers that machines give: no letters at all, or a UUID, or 32 hexadecimal digits. */
  private static final Pattern MACHINE_ID =
      Pattern.compile(
          "[^A-Za-z]*|[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private record RawRating(AssetRow asset, String property, String words, Column column) {
    Place place() {
      return asset.table().place(asset.row(), column.index(), column.header());
    }
  }

  private record RawReference(AssetRow asset, String cell, Column column, boolean isDependsOn) {}

  private record RawRelation(String from, String on, Place fromPlace, Place onPlace) {}

  private final Optional<AssetListMapping> mapping;
  private final FindingLog log;
  private final UnusedCells unused = new UnusedCells();
  private final AssetNames names = new AssetNames();
  private final List<AssetRow> rows = new ArrayList<>();
  private final Map<String, ImportedUnit> units = new LinkedHashMap<>();
  private final Map<RatingSet, List<RawRating>> ratings = new EnumMap<>(RatingSet.class);
  private final List<RawReference> references = new ArrayList<>();
  private final List<RawRelation> relations = new ArrayList<>();

  private final Map<String, ImportedDependency> dependencies = new LinkedHashMap<>();

  AssetCollection(Optional<AssetListMapping> mapping, FindingLog log) {
    this.mapping = mapping;
    this.log = log;
  }

  UnusedCells unused() {
    return unused;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The element of the unit of that name, which is added when it is new. */
  String unit(String name) {
    String element = TextKey.spoken(name);
    units.putIfAbsent(element, new ImportedUnit(element, name, null));
    return element;
  }

  /** Adds an asset; returns false, and reports both rows, when there is one of that id already. */
  boolean add(AssetRow asset) {
    AssetRow other = names.add(asset);
    if (other == null) {
      rows.add(asset);
      return true;
    }
    log.error(
        asset.place(),
        "'%s' stands in two rows: here and in %s".formatted(asset.element(), other.place()),
        "give one of them another id, or delete it");
    return false;
  }

  void rate(RatingSet set, AssetRow asset, String property, String words, Column column) {
    if (!words.isEmpty()) {
      ratings
          .computeIfAbsent(set, s -> new ArrayList<>())
          .add(new RawRating(asset, property, words, column));
    }
  }

  void refer(AssetRow asset, String cell, Column column, boolean isDependsOn) {
    references.add(new RawReference(asset, cell, column, isDependsOn));
  }

  void relate(String from, String on, Place fromPlace, Place onPlace) {
    relations.add(new RawRelation(from, on, fromPlace, onPlace));
  }

  /**
   * The model that all rows come to.
   *
   * @throws InvalidInput when a row is wrong
   */
  ImportedModel model(String source) throws InvalidInput {
    references.forEach(this::resolve);
    relations.forEach(this::resolve);
    List<ImportedRating> rated = new RatingReader().read();
    Map<String, Set<String>> further = furtherProperties(rated);
    List<ImportedAsset> assets = rows.stream().map(r -> asset(r, further)).toList();
    return new ImportedModel(
        source,
        List.copyOf(units.values()),
        List.of(),
        List.of(),
        assets,
        List.copyOf(dependencies.values()),
        rated,
        unused.list(),
        log.warningsUnlessErrors());
  }

  private void resolve(RawReference reference) {
    AssetRow asset = reference.asset();
    Column column = reference.column();
    Place place = asset.table().place(asset.row(), column.index(), column.header());
    for (AssetNames.Answer answer : names.find(reference.cell(), column.separator())) {
      String other = elementOf(answer, place);
      if (other != null) {
        String from = reference.isDependsOn() ? asset.element() : other;
        depend(from, reference.isDependsOn() ? other : asset.element(), place);
      }
    }
  }

  private void resolve(RawRelation relation) {
    String from = elementOf(names.findOne(relation.from()), relation.fromPlace());
    String on = elementOf(names.findOne(relation.on()), relation.onPlace());
    if (from != null && on != null) {
      depend(from, on, relation.fromPlace());
    }
  }

  private @Nullable String elementOf(AssetNames.Answer answer, Place place) {
    return switch (answer) {
      case AssetNames.One one -> one.asset().element();
      case AssetNames.None none -> {
        log.error(
            place,
            "no row has the id or name '" + none.text() + "'",
            "correct it, or add a row for it");
        yield null;
      }
      case AssetNames.Several several -> {
        log.error(
            place,
            "'%s' is the name of several assets, such as those in %s and %s"
                .formatted(several.text(), several.first().place(), several.second().place()),
            "refer to the one that is meant by its id");
        yield null;
      }
    };
  }

  private void depend(String from, String on, Place place) {
    if (from.equals(on)) {
      log.warning(place, "'" + from + "' depends on itself, which says nothing", null);
      return;
    }
    String element = from + ">" + on;
    dependencies.putIfAbsent(element, new ImportedDependency(element, from, on));
  }

  private static Map<String, Set<String>> furtherProperties(List<ImportedRating> rated) {
    Map<String, Set<String>> further = new LinkedHashMap<>();
    for (ImportedRating rating : rated) {
      if (!SecurityProperty.CLASSIC.contains(rating.property())) {
        further.computeIfAbsent(rating.asset(), a -> new TreeSet<>()).add(rating.property());
      }
    }
    return further;
  }

  private static ImportedAsset asset(AssetRow row, Map<String, Set<String>> further) {
    List<String> properties = row.properties();
    Set<String> more = further.get(row.element());
    if (properties == null && more != null) {
      properties = new ArrayList<>(SecurityProperty.CLASSIC);
      properties.addAll(more);
    }
    String id = row.id();
    boolean isForPeople = id != null && Identifier.isValid(id) && !MACHINE_ID.matcher(id).matches();
    return new ImportedAsset(
        row.element(),
        isForPeople ? id : null,
        row.name(),
        row.kind(),
        row.unit(),
        row.description(),
        properties);
  }

  /** Turns ratings as written into steps, once the scale of each set of columns is known. */
  private final class RatingReader {
    private final Optional<AssetListMapping.Ratings> stated =
        mapping.flatMap(AssetListMapping::statedRatings);
    private final List<ImportedRating> rated = new ArrayList<>();

    /** Asset and property of every rating so far, for the general ones to stand back. */
    private final Set<List<String>> done = new HashSet<>();

    List<ImportedRating> read() {
      // In this order, so that one rating for all properties yields to one for a single property.
      for (RatingSet set : RatingSet.values()) {
        read(ratings.getOrDefault(set, List.of()));
      }
      return rated;
    }

    private void read(List<RawRating> set) {
      if (set.isEmpty()) {
        return;
      }
      Map<String, Integer> different = new LinkedHashMap<>();
      set.forEach(r -> different.merge(r.words(), 1, Integer::sum));
      RatingScale scale = RatingScale.choose(different, stated);
      if (scale.steps() > 0 && scale.guessesNumbers(different.keySet())) {
        RawRating first = set.getFirst();
        log.warning(
            first.place(),
            "numbers in this column are taken for steps on a scale of " + scale.steps(),
            "state 'ratings: {steps: N}' in a mapping file when the scale is another one");
      }
      for (RawRating rating : set) {
        if (!scale.isNone(rating.words())) {
          read(rating, scale);
        }
      }
    }

    private void read(RawRating rating, RatingScale scale) {
      Optional<RatingScale.Step> step = scale.step(rating.words());
      if (step.isEmpty()) {
        log.warningOnce(
            rating.place(),
            "'%s' is no rating on the scale of the column \"%s\" and is not read"
                .formatted(shortened(rating.words()), rating.column().header()),
            "name it under 'ratings' in a mapping file");
        return;
      }
      List<String> properties =
          rating.property().isEmpty() ? classicOf(rating.asset()) : List.of(rating.property());
      for (String property : properties) {
        if (done.add(List.of(rating.asset().element(), property))) {
          rated.add(
              new ImportedRating(
                  rating.asset().element(),
                  property,
                  step.get().step(),
                  step.get().steps(),
                  rating.words()));
        }
      }
    }

    private List<String> classicOf(AssetRow asset) {
      List<String> stated = asset.properties();
      return stated == null
          ? SecurityProperty.CLASSIC
          : SecurityProperty.CLASSIC.stream().filter(stated::contains).toList();
    }

    private static String shortened(String words) {
      return words.length() <= 60 ? words : words.substring(0, 60) + "...";
    }
  }
}
