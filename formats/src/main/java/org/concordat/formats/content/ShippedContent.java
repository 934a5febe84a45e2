package org.concordat.formats.content;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.formats.content.InformationType.Impact;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedRating;

/** The catalogues that ship with Concordat. They are read once. */
public final class ShippedContent {
  /** The source that information types of the catalogue are imported from. */
  public static final String INFORMATION_TYPES_SOURCE = "sp800-60";

  private static final String FOLDER = "/org/concordat/content/";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern LIST = Pattern.compile("; *");

  /** Words that everybody types and that tell nothing apart. */
  private static final List<String> EMPTY_WORDS =
      List.of("data", "information", "type", "types", "the", "of", "and", "our", "for");

  private ShippedContent() {}

  /** All information types, in the order of SP 800-60. */
  public static List<InformationType> informationTypes() {
    return InformationTypes.ALL;
  }

  /** All factors: the general ones first. */
  public static List<CatalogueFactor> factors() {
    return Factors.ALL;
  }

  /** The factors that are typical of an industry, or general. */
  public static List<CatalogueFactor> factors(String industry) {
    return Factors.ALL.stream().filter(f -> f.suits(industry)).toList();
  }

  /**
   * The information types for which every word of the search is the start of a word of their title,
   * category, id or plain words; the ones with the most words in the title first. Case does not
   * count, nor do words that are in every search, such as "data".
   */
  public static List<InformationType> informationTypes(String search) {
    List<String> wanted = words(search).stream().filter(w -> !EMPTY_WORDS.contains(w)).toList();
    return InformationTypes.ALL.stream()
        .filter(t -> wanted.stream().allMatch(w -> startsAny(w, allWords(t))))
        .sorted(Comparator.comparingLong(t -> -inTitle(wanted, t)))
        .toList();
  }

  /**
   * Information types as a source of assets: each an information asset with a rating of three steps
   * for each property that has an impact level.
   */
  public static ImportedModel asImportedModel(Collection<InformationType> types) {
    List<ImportedAsset> assets = new ArrayList<>();
    List<ImportedRating> ratings = new ArrayList<>();
    for (InformationType type : types) {
      assets.add(
          new ImportedAsset(
              type.id(),
              null,
              type.title(),
              AssetKind.INFORMATION,
              null,
              "NIST SP 800-60 " + type.id() + ", " + type.category(),
              null));
      type.impacts()
          .forEach(
              (property, impact) ->
                  ratings.add(
                      new ImportedRating(
                          type.id(),
                          property,
                          impact.step(),
                          Impact.HIGH.step(),
                          impact.name().toLowerCase(Locale.ROOT))));
    }
    return new ImportedModel(
        INFORMATION_TYPES_SOURCE,
        List.of(),
        List.of(),
        List.of(),
        assets,
        List.of(),
        ratings,
        List.of(),
        List.of());
  }

  private static boolean startsAny(String start, List<String> words) {
    return words.stream().anyMatch(w -> w.startsWith(start));
  }

  private static long inTitle(List<String> wanted, InformationType type) {
    List<String> title = words(type.title());
    return wanted.stream().filter(w -> startsAny(w, title)).count();
  }

  private static List<String> allWords(InformationType type) {
    List<String> words = new ArrayList<>(words(type.title()));
    words.addAll(words(type.category()));
    words.addAll(words(type.id()));
    words.addAll(type.words());
    return words;
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static final class InformationTypes {
    static final List<InformationType> ALL = read();

    private static List<InformationType> read() {
      Map<String, String> words =
          ShippedContent.read(
                  "information-types/plain-words.csv",
                  r -> Map.entry(r.getField("id"), r.getField("words")))
              .stream()
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return ShippedContent.read(
          "information-types/sp800-60.csv",
          r -> {
            Map<String, Impact> impacts = new TreeMap<>();
            for (String property : SecurityProperty.CLASSIC) {
              String level = r.getField(property.substring(0, 1));
              if (!level.equals("na")) {
                impacts.put(property, Impact.valueOf(level.toUpperCase(Locale.ROOT)));
              }
            }
            return new InformationType(
                r.getField("id"),
                r.getField("category"),
                r.getField("title"),
                words(words.getOrDefault(r.getField("id"), "")),
                impacts);
          });
    }
  }

  private static final class Factors {
    static final List<CatalogueFactor> ALL =
        read(
            "factors/factors.csv",
            r -> {
              String industries = r.getField("industries");
              return new CatalogueFactor(
                  r.getField("id"),
                  r.getField("name"),
                  r.getField("description"),
                  Boolean.parseBoolean(r.getField("controllable")),
                  industries.equals("all") ? List.of() : LIST.splitAsStream(industries).toList(),
                  r.getField("named_by"));
            });
  }

  private static <T> List<T> read(String file, Function<NamedCsvRecord, T> entry) {
    InputStream in = ShippedContent.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("the jar was built without " + FOLDER + file);
    }
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      List<T> entries = new ArrayList<>();
      records.forEach(r -> entries.add(entry.apply(r)));
      return List.copyOf(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
