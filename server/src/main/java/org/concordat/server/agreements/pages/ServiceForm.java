package org.concordat.server.agreements.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.agreements.CreditTier;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Window;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.yaml.Words;

/**
 * A service as its form has it: all texts, right or wrong. The fields of the second target of the
 * first level are called {@code level.0.target.1.threshold} and so on.
 *
 * @param id empty for a new service that is to be named after its name
 */
public record ServiceForm(
    String id,
    String name,
    String description,
    Set<String> properties,
    Set<String> kinds,
    List<LevelForm> levels) {
  /** More levels, targets or tiers than this no form has. */
  private static final int MOST = 50;

  public ServiceForm {
    properties = Set.copyOf(properties);
    kinds = Set.copyOf(kinds);
    levels = List.copyOf(levels);
  }

  /** A level in the form. */
  public record LevelForm(
      String id,
      String name,
      String protection,
      String perUnit,
      String unit,
      String period,
      String once,
      List<TargetForm> targets) {
    public LevelForm {
      targets = List.copyOf(targets);
    }

    LevelForm with(List<TargetForm> others) {
      return new LevelForm(id, name, protection, perUnit, unit, period, once, others);
    }
  }

  /** A target in the form; its threshold and tiers in percent where the measure is a share. */
  public record TargetForm(
      String kind,
      String limit,
      String limitUnit,
      String good,
      String direction,
      String threshold,
      String window,
      String days,
      String method,
      String minimum,
      List<TierForm> credits) {
    public TargetForm {
      credits = List.copyOf(credits);
    }

    TargetForm with(List<TierForm> others) {
      return new TargetForm(
          kind, limit, limitUnit, good, direction, threshold, window, days, method, minimum,
          others);
    }

    /** What its values count. */
    public Measure.Scale scale() {
      return switch (kind) {
        case "longest-time" -> Measure.Scale.SECONDS;
        case "occurrences" -> Measure.Scale.COUNT;
        case "sample-mean", "worst-sample" -> Measure.Scale.AS_SAMPLED;
        default -> Measure.Scale.SHARE;
      };
    }
  }

  /** A tier of credit in the form; its part in percent. */
  public record TierForm(String worse, String part) {}

  /** A new service: one level with one target, to be filled in. */
  static ServiceForm empty() {
    return new ServiceForm("", "", "", Set.of(), Set.of(), List.of(emptyLevel("1")));
  }

  private static LevelForm emptyLevel(String protection) {
    return new LevelForm("", "", protection, "", "", "month", "", List.of(emptyTarget()));
  }

  private static TargetForm emptyTarget() {
    return new TargetForm(
        "availability", "", "hours", "at-most", "at-least", "", "month", "28", "", "1", List.of());
  }

  /** A service that there is. */
  static ServiceForm of(SecurityService service) {
    return new ServiceForm(
        service.id(),
        service.name(),
        service.description() == null ? "" : service.description(),
        service.properties(),
        new TreeSet<>(service.kinds().stream().map(Words::of).toList()),
        service.levels().stream().map(ServiceForm::of).toList());
  }

  private static LevelForm of(ServiceLevel level) {
    Price price = level.price();
    return new LevelForm(
        level.id(),
        level.name(),
        String.valueOf(level.protection().number()),
        price.perUnit().amount().toPlainString(),
        price.unitOfMeasure(),
        Words.of(price.period()),
        price.once().isNone() ? "" : price.once().amount().toPlainString(),
        level.targets().stream().map(ServiceForm::of).toList());
  }

  private static TargetForm of(TargetTerms terms) {
    Measure measure = terms.measure();
    String limit = "";
    String limitUnit = "hours";
    String good = "at-most";
    if (measure instanceof Measure.WithinTime(var time)) {
      FieldReader.TimeUnit unit = FieldReader.TimeUnit.of(time);
      limit = unit.count(time);
      limitUnit = Words.of(unit);
    } else if (measure instanceof Measure.SamplesWithin(var side, var at)) {
      limit = at.toPlainString();
      good = Words.of(side);
    }
    return new TargetForm(
        AgreementJson.kind(measure),
        limit,
        limitUnit,
        good,
        Words.of(terms.direction()),
        FieldReader.shown(measure, terms.threshold()),
        terms.window() instanceof Window.RollingDays
            ? "days"
            : AgreementJson.window(terms.window()),
        terms.window() instanceof Window.RollingDays(int days) ? String.valueOf(days) : "28",
        terms.method(),
        String.valueOf(terms.minimumRecords()),
        terms.credits().stream().map(tier -> of(measure, tier)).toList());
  }

  private static TierForm of(Measure measure, CreditTier tier) {
    return new TierForm(
        FieldReader.shown(measure, tier.worseThan()), FieldReader.percent(tier.part()));
  }

  /** The form as it was sent. */
  static ServiceForm of(Fields fields) {
    List<LevelForm> levels = new ArrayList<>();
    for (int i = 0; i < MOST && fields.has("level." + i + ".name"); i++) {
      levels.add(level(fields, "level." + i + "."));
    }
    return new ServiceForm(
        fields.text("id"),
        fields.text("name"),
        fields.text("description"),
        new TreeSet<>(fields.all("properties")),
        new TreeSet<>(fields.all("kinds")),
        levels);
  }

  private static LevelForm level(Fields fields, String at) {
    List<TargetForm> targets = new ArrayList<>();
    for (int i = 0; i < MOST && fields.has(at + "target." + i + ".kind"); i++) {
      targets.add(target(fields, at + "target." + i + "."));
    }
    return new LevelForm(
        fields.text(at + "id"),
        fields.text(at + "name"),
        fields.text(at + "protection"),
        fields.text(at + "perUnit"),
        fields.text(at + "unit"),
        fields.text(at + "period"),
        fields.text(at + "once"),
        targets);
  }

  private static TargetForm target(Fields fields, String at) {
    List<TierForm> credits = new ArrayList<>();
    for (int i = 0; i < MOST && fields.has(at + "credit." + i + ".worse"); i++) {
      credits.add(
          new TierForm(
              fields.text(at + "credit." + i + ".worse"),
              fields.text(at + "credit." + i + ".part")));
    }
    return new TargetForm(
        fields.text(at + "kind"),
        fields.text(at + "limit"),
        fields.textOr(at + "limitUnit", "hours"),
        fields.textOr(at + "good", "at-most"),
        fields.text(at + "direction"),
        fields.text(at + "threshold"),
        fields.text(at + "window"),
        fields.text(at + "days"),
        fields.text(at + "method"),
        fields.text(at + "minimum"),
        credits);
  }

  /**
   * The form after one of its small buttons: {@code add.level}, {@code remove.level.0}, {@code
   * add.target.0}, {@code remove.target.0.1}, {@code add.credit.0.1}, {@code remove.credit.0.1.2}.
   * What is none of these leaves it as it is.
   */
  ServiceForm after(String action, ImpactScale scale) {
    String[] parts = action.split("\\.", -1);
    List<Integer> at = new ArrayList<>();
    for (int i = 2; i < parts.length; i++) {
      if (!parts[i].matches("[0-9]{1,3}")) {
        return this;
      }
      at.add(Integer.valueOf(parts[i]));
    }
    boolean adds = parts[0].equals("add");
    if (parts.length < 2 || (!adds && !parts[0].equals("remove"))) {
      return this;
    }
    return switch (parts[1]) {
      case "level" ->
          with(
              changed(
                  levels,
                  at,
                  adds,
                  emptyLevel(String.valueOf(Math.min(scale.size(), levels.size() + 1)))));
      case "target" -> at.isEmpty() || at.getFirst() >= levels.size() ? this : target(at, adds);
      case "credit" -> at.size() < 2 || at.getFirst() >= levels.size() ? this : credit(at, adds);
      default -> this;
    };
  }

  private ServiceForm target(List<Integer> at, boolean adds) {
    LevelForm level = levels.get(at.getFirst());
    return with(
        at.getFirst(),
        level.with(changed(level.targets(), at.subList(1, at.size()), adds, emptyTarget())));
  }

  private ServiceForm credit(List<Integer> at, boolean adds) {
    LevelForm level = levels.get(at.getFirst());
    if (at.get(1) >= level.targets().size()) {
      return this;
    }
    TargetForm target = level.targets().get(at.get(1));
    List<TargetForm> targets = new ArrayList<>(level.targets());
    targets.set(
        at.get(1),
        target.with(
            changed(target.credits(), at.subList(2, at.size()), adds, new TierForm("", ""))));
    return with(at.getFirst(), level.with(targets));
  }

  private static <T> List<T> changed(List<T> list, List<Integer> at, boolean adds, T fresh) {
    List<T> changed = new ArrayList<>(list);
    if (adds && changed.size() < MOST) {
      changed.add(fresh);
    } else if (!adds && !at.isEmpty() && at.getFirst() < changed.size()) {
      changed.remove(at.getFirst().intValue());
    }
    return changed;
  }

  private ServiceForm with(int index, LevelForm level) {
    List<LevelForm> others = new ArrayList<>(levels);
    others.set(index, level);
    return with(others);
  }

  private ServiceForm with(List<LevelForm> others) {
    return new ServiceForm(id, name, description, properties, kinds, others);
  }
}
