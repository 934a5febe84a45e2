package org.concordat.formats.agreements;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.Term;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Words;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads what {@link AgreementJson} writes, in JSON or in YAML. */
final class AgreementReader {
  private static final List<String> KEYS =
      List.of(
          "concordat-agreement",
          "id",
          "version",
          "organisation",
          "unit",
          "unit-name",
          "supplier",
          "title",
          "scale",
          "currency",
          "from",
          "until",
          "review-on",
          "grace-days",
          "calendar",
          "maintenance",
          "lines",
          "obligations",
          "exclusions");
  private static final List<String> LINE_KEYS =
      List.of(
          "id",
          "requirement",
          "needed",
          "served",
          "included",
          "targets",
          "carried-by",
          "goals",
          "because");
  private static final List<String> TARGET_KEYS = withId();

  private final SourceProblems problems;
  private final EntryReader root;

  private AgreementReader(
      YamlNode.Mapping mapping, @Nullable KeyPath path, SourceProblems problems) {
    this.problems = problems;
    this.root = new EntryReader(mapping, path == null ? KeyPath.of("") : path, KEYS, problems);
  }

  private static List<String> withId() {
    List<String> keys = new ArrayList<>(List.of("id"));
    keys.addAll(TermsReader.TARGET_KEYS);
    return List.copyOf(keys);
  }

  /** The agreement, or null with everything that is wrong in {@code problems}. */
  static @Nullable Agreement read(
      YamlNode.Mapping mapping, @Nullable KeyPath path, SourceProblems problems) {
    return new AgreementReader(mapping, path, problems).read();
  }

  private @Nullable Agreement read() {
    Integer format =
        root.require("concordat-agreement", "write 1") ? root.count("concordat-agreement") : null;
    if (format != null && format != AgreementJson.VERSION) {
      root.reportWhole("this is of version " + format, "a newer Concordat may read it");
    }
    ImpactScale scale = scale();
    TermsReader terms = new TermsReader(problems, scale);
    String id = root.requiredIdentifier("id", () -> "agreement");
    root.require("version", "write 1 for the first version");
    Integer version = root.count("version");
    String organisation = root.requiredIdentifier("organisation", () -> "organisation");
    String unit = root.requiredIdentifier("unit", () -> "unit");
    String unitName = root.text("unit-name");
    String supplier = root.requiredText("supplier", "say who supplies");
    String title = root.requiredText("title", "write a title");
    String currency = root.requiredText("currency", "write such as EUR");
    LocalDate from = date("from");
    LocalDate until = date("until");
    LocalDate reviewOn = date("review-on");
    int grace = graceDays();
    ServiceCalendar calendar = calendar();
    List<MaintenanceWindow> maintenance =
        terms.list(
            root,
            "maintenance",
            List.of("from", "until", "every", "at", "for"),
            AgreementReader::maintenance);
    List<AgreementLine> lines = terms.list(root, "lines", LINE_KEYS, l -> line(l, terms, currency));
    var obligations = terms.obligations(root);
    var exclusions = terms.exclusions(root);
    return TermsReader.make(
        root,
        () ->
            new Agreement(
                id,
                version == null ? 1 : version,
                organisation,
                unit,
                unitName == null ? unit : unitName,
                supplier,
                title,
                scale,
                currency,
                new Term(from, until),
                reviewOn,
                grace,
                calendar,
                maintenance,
                lines,
                obligations,
                exclusions));
  }

  private ImpactScale scale() {
    List<String> names = root.texts("scale", TermsReader.TEXTS);
    if (names.isEmpty()) {
      return ImpactScale.DEFAULT;
    }
    try {
      return new ImpactScale(names);
    } catch (IllegalArgumentException e) {
      root.reportWhole(String.valueOf(e.getMessage()), null);
      return ImpactScale.DEFAULT;
    }
  }

  private LocalDate date(String key) {
    root.require(key, "write year, month and day, such as 2026-03-02");
    LocalDate date = root.date(key);
    return date == null ? LocalDate.EPOCH : date;
  }

  private int graceDays() {
    Integer days =
        root.parsed(
            "grace-days",
            "a number of days",
            t -> t.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(t)) : Optional.empty(),
            _ -> "write 0 to 90");
    return days == null ? 0 : days;
  }

  private ServiceCalendar calendar() {
    YamlNode.Mapping node = root.mapping("calendar", "{zone: Europe/Berlin}");
    if (node == null) {
      return ServiceCalendar.ALWAYS;
    }
    EntryReader reader =
        new EntryReader(
            node, root.path("calendar"), List.of("zone", "hours", "holidays"), problems);
    ZoneId zone =
        reader.parsed(
            "zone", "a time zone", AgreementReader::parseZone, _ -> "write such as Europe/Berlin");
    Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
    YamlNode.Mapping days = reader.mapping("hours", "{monday: [08:00-18:00]}");
    if (days != null) {
      EntryReader week =
          new EntryReader(days, reader.path("hours"), Words.all(DayOfWeek.class), problems);
      for (DayOfWeek day : DayOfWeek.values()) {
        hours.put(day, openHours(week, Words.of(day)));
      }
      reader.joinBroken(week);
    }
    TreeSet<LocalDate> holidays = new TreeSet<>();
    for (String text : reader.texts("holidays", TermsReader.TEXTS)) {
      try {
        holidays.add(LocalDate.parse(text));
      } catch (DateTimeParseException _) {
        reader.reportWhole("'" + text + "' is no date", "write such as 2026-12-25");
      }
    }
    ZoneId in = zone == null ? java.time.ZoneOffset.UTC : zone;
    ServiceCalendar made =
        TermsReader.make(
            reader,
            () ->
                new ServiceCalendar(
                    in, days == null ? ServiceCalendar.always(in).hours() : hours, holidays));
    root.joinBroken(reader);
    return made == null ? ServiceCalendar.ALWAYS : made;
  }

  private static Optional<ZoneId> parseZone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static List<OpenHours> openHours(EntryReader week, String day) {
    List<OpenHours> hours = new ArrayList<>();
    for (String text : week.texts(day, TermsReader.TEXTS)) {
      if (!text.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?-[0-9]{2}:[0-9]{2}(:[0-9]{2})?")) {
        week.reportWhole("'" + text + "' are no hours", "write such as 08:00-18:00");
        continue;
      }
      String[] ends = text.split("-", 2);
      try {
        LocalTime until = ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
        hours.add(new OpenHours(LocalTime.parse(ends[0]), until));
      } catch (DateTimeParseException | IllegalArgumentException _) {
        week.reportWhole("'" + text + "' are no hours", "write such as 08:00-18:00");
      }
    }
    return hours;
  }

  private static @Nullable MaintenanceWindow maintenance(EntryReader entry) {
    if (entry.node("every") == null) {
      Instant from = TermsReader.instant(entry, "from");
      Instant until = TermsReader.instant(entry, "until");
      return TermsReader.make(entry, () -> new MaintenanceWindow.Once(from, until));
    }
    DayOfWeek day = entry.word(DayOfWeek.class, "every", "a day of the week");
    entry.require("at", "write such as 02:00");
    LocalTime at =
        entry.parsed("at", "a time of day", AgreementReader::parseTime, _ -> "write such as 02:00");
    Duration length = TermsReader.duration(entry, "for");
    return day == null || at == null
        ? null
        : TermsReader.make(entry, () -> new MaintenanceWindow.Weekly(day, at, length));
  }

  private static Optional<LocalTime> parseTime(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private @Nullable AgreementLine line(EntryReader entry, TermsReader terms, String currency) {
    String id = entry.requiredIdentifier("id", () -> "line");
    entry.require("requirement", "write such as claims-db/availability");
    Requirement requirement =
        entry.parsed(
            "requirement",
            "a requirement",
            Requirement::parse,
            _ -> "write such as claims-db/availability");
    Level needed = terms.level(entry, "needed");
    Provision provision = provision(entry, terms, currency);
    List<Target> targets = terms.list(entry, "targets", TARGET_KEYS, t -> target(t, terms));
    List<String> carriedBy = entry.texts("carried-by", TermsReader.TEXTS);
    List<String> goals = entry.texts("goals", TermsReader.TEXTS);
    String because = entry.text("because");
    return requirement == null || provision == null
        ? null
        : TermsReader.make(
            entry,
            () ->
                new AgreementLine(
                    id, requirement, needed, provision, targets, carriedBy, goals, because));
  }

  private static @Nullable Target target(EntryReader entry, TermsReader terms) {
    String id = entry.requiredIdentifier("id", () -> "target");
    TargetTerms asked = terms.terms(entry);
    return asked == null ? null : TermsReader.make(entry, () -> new Target(id, asked));
  }

  private @Nullable Provision provision(EntryReader line, TermsReader terms, String currency) {
    YamlNode.Mapping served = line.mapping("served", "{service: continuity, level: high}");
    YamlNode.Mapping included = line.mapping("included", "{line: other, protection: critical}");
    if (served != null && included != null) {
      line.reportWhole("the line is both served and included", "keep one of the two");
      return null;
    }
    if (included != null) {
      EntryReader entry =
          new EntryReader(included, line.path("included"), List.of("line", "protection"), problems);
      String other = entry.requiredIdentifier("line", () -> "line");
      Level protection = terms.requiredLevel(entry, "protection");
      line.joinBroken(entry);
      return TermsReader.make(entry, () -> new Provision.Included(other, protection));
    }
    if (served == null) {
      return new Provision.Unserved();
    }
    EntryReader entry =
        new EntryReader(
            served,
            line.path("served"),
            List.of("service", "level", "protection", "quantity", "price"),
            problems);
    String service = entry.requiredIdentifier("service", () -> "service");
    String level = entry.requiredIdentifier("level", () -> "level");
    Level protection = terms.requiredLevel(entry, "protection");
    var quantity = terms.number(entry, "quantity", java.math.BigDecimal.ONE);
    Price price = terms.price(entry, currency);
    Provision made =
        price == null
            ? null
            : TermsReader.make(
                entry, () -> new Provision.Served(service, level, protection, quantity, price));
    line.joinBroken(entry);
    return made;
  }
}
