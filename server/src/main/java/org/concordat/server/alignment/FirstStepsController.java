package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.concordat.formats.content.InformationType;
import org.concordat.formats.content.ShippedContent;
import org.concordat.formats.tables.KindWords;
import org.concordat.server.alignment.FirstStepsPage.Step;
import org.concordat.server.alignment.FirstStepsPage.Typed;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The first five minutes: one goal, a few kinds of damage, a few assets, one rating, and the first
 * priority with its reason.
 */
@Controller
class FirstStepsController {
  static final String PATH = "/first";

  private static final String NOTED = "alignment.first.noted";
  private static final int LINES = 40;
  private static final int LONGEST_LINE = 200;
  private static final int SUGGESTIONS = 3;
  private static final int SHORTEST_WORD = 4;

  /** Words for what information is kept in; they do not say what it is about. */
  private static final Set<String> STORES =
      Set.of("database", "record", "file", "system", "list", "register", "server", "storage");

  private static final int ASSETS = 12;

  private final Models models;
  private final Saving saving;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  FirstStepsController(Models models, Saving saving) {
    this.models = models;
    this.saving = saving;
  }

  @GetMapping(PATH)
  @Needs(Permission.EDIT_MODEL)
  FirstStepsPage show(
      Caller caller,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String lines) {
    return models.of(caller.tenant()).read(model -> page(step, typed(lines), model));
  }

  private static FirstStepsPage page(String asked, List<Typed> typed, Snapshot model) {
    List<OwnedGoal> goals =
        model.units().stream()
            .flatMap(unit -> unit.goals().stream().map(goal -> new OwnedGoal(unit.id(), goal)))
            .toList();
    List<RankedRow> top = RankedRow.first(1, model);
    Set<Step> done = EnumSet.noneOf(Step.class);
    if (!goals.isEmpty()) {
      done.add(Step.GOAL);
    }
    if (!model.factors().isEmpty()) {
      done.add(Step.FACTORS);
    }
    if (model.assetCount() > 0) {
      done.add(Step.ASSETS);
    }
    if (!top.isEmpty()) {
      done.add(Step.RATE);
    }
    Step next =
        Arrays.stream(Step.values()).filter(s -> !done.contains(s)).findFirst().orElse(Step.SEE);
    // A step is open once those before it are done, and again at any time.
    Step present =
        Arrays.stream(Step.values())
            .filter(s -> s.name().equalsIgnoreCase(asked) && s.compareTo(next) <= 0)
            .findFirst()
            .orElse(next);
    return new FirstStepsPage(
        present,
        List.copyOf(done),
        goals,
        model.factors(),
        FactorsController.offered(model),
        model.assets(AssetQuery.ALL.withRows(0, ASSETS)).rows().stream()
            .map(AssetRow::asset)
            .toList(),
        model.assetCount(),
        typed,
        model.scale(),
        top.isEmpty() ? null : top.getFirst());
  }

  private static List<Typed> typed(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .limit(LINES)
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
        .map(FirstStepsController::typedLine)
        .toList();
  }

  private static Typed typedLine(String line) {
    AssetKind kind = KindWords.of(line).orElse(AssetKind.INFORMATION);
    List<InformationType> whole = ShippedContent.informationTypes(line);
    // A line of nothing but words like "data" fits everything, which is no suggestion.
    return whole.isEmpty() || whole.size() == ShippedContent.informationTypes().size()
        ? new Typed(line, kind, suggestions(line), false)
        : new Typed(line, kind, whole.stream().limit(SUGGESTIONS).toList(), true);
  }

  /**
   * What the catalogue has that fits some of a line's words, what fits most of them first. A word
   * in the plural is looked for without its ending as well.
   */
  private static List<InformationType> suggestions(String line) {
    Map<InformationType, Integer> words = new LinkedHashMap<>();
    for (String word : line.split("\\P{L}+", -1)) {
      String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (stem.length() >= SHORTEST_WORD && !STORES.contains(stem.toLowerCase(Locale.ROOT))) {
        List<InformationType> found = ShippedContent.informationTypes(stem);
        if (found.size() < ShippedContent.informationTypes().size()) {
          found.forEach(type -> words.merge(type, 1, Integer::sum));
        }
      }
    }
    return words.entrySet().stream()
        .sorted(Map.Entry.<InformationType, Integer>comparingByValue().reversed())
        .limit(SUGGESTIONS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The first unit and goal; a unit of that name that is there already gets the goal. */
  @PostMapping("/first/goal")
  @Needs(Permission.EDIT_MODEL)
  Answer goal(
      Caller caller,
      @RequestParam String unit,
      @RequestParam String name,
      HttpServletRequest request) {
    return Forms.checked(
        unit.isBlank() ? unit : name,
        () -> {
          List<Wish> wishes =
              models
                  .of(caller.tenant())
                  .read(model -> goalWishes(unit.strip(), name.strip(), model));
          return saving.save(caller, request, wishes, PATH, NOTED);
        });
  }

  private static List<Wish> goalWishes(String unitName, String name, Snapshot model) {
    List<Wish> wishes = new ArrayList<>();
    String unit =
        model.units().stream()
            .filter(each -> each.name().equalsIgnoreCase(unitName))
            .map(Unit::id)
            .findFirst()
            .orElse("");
    if (unit.isEmpty()) {
      unit = NewId.of("", unitName, id -> model.unit(id) != null);
      wishes.add(
          new Wish.OfUnit(unit, new Unit(unit, unitName, null, null, List.of()), EntryTag.NOTHING));
    }
    String goal = NewId.of("", name, id -> model.goal(id) != null);
    wishes.add(
        new Wish.OfGoal(goal, new OwnedGoal(unit, new Goal(goal, name, null)), EntryTag.NOTHING));
    return wishes;
  }

  /**
   * Adds what was typed, a line an asset. Whoever took a suggestion of the catalogue gets its words
   * as the description, so that nobody forgets what was meant.
   */
  @PostMapping("/first/assets")
  @Needs(Permission.EDIT_MODEL)
  Answer assets(
      Caller caller,
      @RequestParam(defaultValue = "") List<String> names,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return Forms.checked(
        names.isEmpty() ? "" : names.getFirst(),
        () -> {
          List<Wish> wishes =
              models
                  .of(caller.tenant())
                  .read(
                      model -> {
                        List<Wish> all = new ArrayList<>();
                        List<String> taken = new ArrayList<>();
                        for (int i = 0; i < Math.min(names.size(), LINES); i++) {
                          if (!names.get(i).isBlank()) {
                            Asset asset = asset(names.get(i).strip(), i, fields, taken, model);
                            taken.add(asset.id());
                            all.add(new Wish.OfAsset(asset.id(), asset, EntryTag.NOTHING));
                          }
                        }
                        return all;
                      });
          return wishes.isEmpty()
              ? Redirect.to(PATH)
              : saving.save(caller, request, wishes, PATH, NOTED);
        });
  }

  private static Asset asset(
      String name, int line, Map<String, String> fields, List<String> taken, Snapshot model) {
    String id = NewId.of("", name, i -> model.asset(i) != null || taken.contains(i));
    String type = fields.getOrDefault("type." + line, "");
    String description =
        ShippedContent.informationTypes().stream()
            .filter(each -> each.id().equals(type))
            .map(FirstStepsController::described)
            .findFirst()
            .orElse(null);
    AssetKind kind = Cells.kind(fields.getOrDefault("kind." + line, ""));
    return new Asset(
        id,
        name,
        kind == null ? AssetKind.INFORMATION : kind,
        model.units().isEmpty() ? null : model.units().getLast().id(),
        description,
        SecurityProperty.CLASSIC);
  }

  private static String described(InformationType type) {
    return type.title() + " (NIST SP 800-60 " + type.id() + ", " + type.category() + ")";
  }

  /** One rating of each kind, as the caller's own judgements: enough for a first priority. */
  @PostMapping("/first/rating")
  @Needs(Permission.EDIT_MODEL)
  Answer rate(
      Caller caller,
      @RequestParam String asset,
      @RequestParam String property,
      @RequestParam String factor,
      @RequestParam String goal,
      @RequestParam int damage,
      @RequestParam int hurt,
      HttpServletRequest request) {
    return Forms.checked(
        asset,
        () -> {
          RequirementImpact first =
              new RequirementImpact(
                  new Requirement(asset, property), factor, judgement(caller, damage));
          FactorImpact second = new FactorImpact(factor, goal, judgement(caller, hurt));
          return saving.save(
              caller,
              request,
              List.of(
                  new Wish.OfJudgement(
                      first.link(), caller.name(), false, first, EntryTag.ANYTHING),
                  new Wish.OfJudgement(
                      second.link(), caller.name(), false, second, EntryTag.ANYTHING)),
              PATH,
              NOTED);
        });
  }

  private Judgement judgement(Caller caller, int level) {
    return new Judgement(Level.of(level), caller.name(), LocalDate.now(clock), null, false);
  }
}
