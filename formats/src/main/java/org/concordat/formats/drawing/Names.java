package org.concordat.formats.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;

/** What people call the things of a workspace, fit for a picture; without a name, the id. */
final class Names {
  /** Longer names are cut, in characters: nobody reads them, and they would stand many times. */
  static final int LONGEST = 500;

  private static final String FIRST_STRONG_ISOLATE = "\u2068";
  private static final String POP_ISOLATE = "\u2069";

  private final Map<String, String> assets;
  private final Map<String, String> factors;
  private final Map<String, String> goals;
  private final Map<String, String> properties;
  private final Wording wording;

  Names(Workspace workspace) {
    this(workspace, Wording.ENGLISH);
  }

  Names(Workspace workspace, Wording wording) {
    this.wording = wording;
    assets = byId(workspace.assets(), Asset::id, Asset::name);
    factors = byId(workspace.factors(), Factor::id, Factor::name);
    List<Goal> all = workspace.units().stream().flatMap(u -> u.goals().stream()).toList();
    goals = byId(all, Goal::id, Goal::name);
    properties = byId(workspace.properties(), PropertyDefinition::id, PropertyDefinition::name);
  }

  private static <T> Map<String, String> byId(
      List<T> all, Function<T, String> id, Function<T, String> name) {
    Map<String, String> names = HashMap.newHashMap(all.size());
    for (T each : all) {
      String shown = clean(name.apply(each));
      names.putIfAbsent(id.apply(each), shown.isEmpty() ? id.apply(each) : shown);
    }
    return names;
  }

  /** A phrase in the language of the picture. */
  String say(Phrase phrase, Object... values) {
    return wording.say(phrase, values);
  }

  /** The name of a level; 0 is none. */
  String level(ImpactScale scale, int level) {
    return level == 0 ? say(Phrase.NONE) : Marks.levelName(scale, level, wording);
  }

  String kind(AssetKind kind) {
    return say(
        switch (kind) {
          case INFORMATION -> Phrase.KIND_INFORMATION;
          case TECHNICAL -> Phrase.KIND_TECHNICAL;
          case PEOPLE -> Phrase.KIND_PEOPLE;
          case PROCESS -> Phrase.KIND_PROCESS;
          case SERVICE -> Phrase.KIND_SERVICE;
        });
  }

  String asset(String id) {
    return assets.getOrDefault(id, id);
  }

  String factor(String id) {
    return factors.getOrDefault(id, id);
  }

  String goal(String id) {
    return goals.getOrDefault(id, id);
  }

  String property(String id) {
    String own = properties.get(id);
    return own != null ? own : wording.properties().apply(id);
  }

  /** The asset and the property of a requirement. */
  String requirement(Requirement requirement) {
    return asset(requirement.asset()) + " / " + property(requirement.property());
  }

  /** The same for a requirement that is written as an id. */
  String requirement(String id) {
    return Requirement.parse(id).map(this::requirement).orElse(id);
  }

  /**
   * The requirements over which a path leads to its factor, such as "via Handle claim /
   * availability"; nothing when it leads there directly. A property is named where it changes.
   */
  String steps(RationalePath path) {
    StringBuilder words = new StringBuilder();
    String last = "";
    for (String id : path.path().subList(1, path.path().size() - 2)) {
      Optional<Requirement> step = Requirement.parse(id);
      String property = step.map(Requirement::property).orElse("");
      words.append(words.isEmpty() ? "" : say(Phrase.THEN));
      words.append(
          property.equals(last) && step.isPresent() ? asset(step.get().asset()) : requirement(id));
      last = property;
    }
    return words.isEmpty() ? "" : say(Phrase.VIA, words);
  }

  /** A reason as a sentence part: how it goes, by which factor it hurts which goal. */
  String reason(RationalePath path) {
    String steps = steps(path);
    String start = steps.isEmpty() ? "" : steps + ", ";
    return start + say(Phrase.HURTS, factor(path.factor()), goal(path.goal()));
  }

  static String unit(Unit unit) {
    String name = clean(unit.name());
    return name.isEmpty() ? unit.id() : name;
  }

  String discipline(ValueDiscipline discipline) {
    return say(
        switch (discipline) {
          case OPERATIONAL_EXCELLENCE -> Phrase.OPERATIONAL_EXCELLENCE;
          case CUSTOMER_INTIMACY -> Phrase.CUSTOMER_INTIMACY;
          case PRODUCT_LEADERSHIP -> Phrase.PRODUCT_LEADERSHIP;
        });
  }

  /** An English count with its noun, in the plural where there is not exactly one. */
  static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /**
   * The text in one line, without characters that control instead of showing something, and cut
   * after {@value #LONGEST} characters. A text with letters that run from right to left is kept
   * apart, so that it does not turn around what stands beside it (Unicode Standard Annex 9,
   * "Explicit Directional Isolates").
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> isWritable(c) && !isIsolating(c))
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    String shown = clean.toString().strip();
    return runsFromRight(shown) ? FIRST_STRONG_ISOLATE + shown + POP_ISOLATE : shown;
  }

  /**
   * Whether a character may stand in a picture: XML must allow it (XML 1.0, section 2.2, "Char"),
   * and it must neither control a device nor override the direction of the text around it.
   */
  static boolean isWritable(int character) {
    boolean overriding = character >= 0x202a && character <= 0x202e;
    boolean noncharacter = (character & 0xfffe) == 0xfffe;
    boolean loneSurrogate = character >= 0xd800 && character <= 0xdfff;
    return !Character.isISOControl(character) && !overriding && !noncharacter && !loneSurrogate;
  }

  /** Whether a character opens or closes an isolated part, which is for this class to do. */
  private static boolean isIsolating(int character) {
    return character >= 0x2066 && character <= 0x2069;
  }

  private static boolean runsFromRight(String text) {
    return text.codePoints()
        .mapToObj(Character::getDirectionality)
        .anyMatch(
            d ->
                d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
