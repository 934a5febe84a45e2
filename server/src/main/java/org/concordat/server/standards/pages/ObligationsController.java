package org.concordat.server.standards.pages;

import static org.concordat.server.standards.pages.StandardsSaving.orNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.alignment.NewId;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.ProgrammeWish;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of laws, contracts and industry standards. */
@Controller
class ObligationsController {
  private static final Pattern LIST = Pattern.compile("\\s*[,;\\n]\\s*");

  private final Standards standards;
  private final Models models;
  private final TableDesk desk;
  private final StandardsSaving saving;

  ObligationsController(
      Standards standards, Models models, TableDesk desk, StandardsSaving saving) {
    this.standards = standards;
    this.models = models;
    this.desk = desk;
    this.saving = saving;
  }

  @GetMapping("/obligations")
  @Needs(Permission.READ_MODEL)
  ObligationsPage list(Caller caller, HttpServletRequest request) {
    ObligationsTable.Model model = model(caller);
    return new ObligationsPage(
        desk.open(ObligationsTable.TABLE, caller, request).of(model),
        model.units(),
        model.now().programme().all(Obligation.class).size(),
        caller.may(Permission.EDIT_STANDARDS));
  }

  @GetMapping({"/obligations.csv", "/obligations.xlsx"})
  @Needs(Permission.READ_MODEL)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(ObligationsTable.TABLE, caller, request, response, Reading.of(model(caller)));
  }

  private ObligationsTable.Model model(Caller caller) {
    return new ObligationsTable.Model(
        standards.of(caller.tenant()), models.of(caller.tenant()).read(Snapshot::units));
  }

  /** Names places or kinds of data. */
  interface Named extends Function<Obligation, Collection<String>> {}

  /** What obligations name, each once and in order. */
  static List<String> words(List<Obligation> all, Named of) {
    TreeSet<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.forEach(each -> words.addAll(of.apply(each)));
    return List.copyOf(words);
  }

  /** An obligation as a list shows it. */
  static ObligationsPage.Row row(
      Obligation obligation, List<Unit> units, StandardsState now, LocalDate today) {
    Map<Degree, Integer> degrees = new EnumMap<>(Degree.class);
    for (ObligationControl each : now.programme().controlsOf(obligation.id())) {
      degrees.merge(
          coverage(each.control(), now).map(ControlCoverage::degree).orElse(Degree.OPEN),
          1,
          Integer::sum);
    }
    LocalDate review = obligation.reviewOn();
    return new ObligationsPage.Row(
        obligation,
        obligation.units().stream().map(id -> unitName(units, id)).toList(),
        new CoverageView(
            degrees.getOrDefault(Degree.COVERED, 0),
            degrees.getOrDefault(Degree.PARTLY, 0),
            degrees.getOrDefault(Degree.POSSIBLY, 0),
            degrees.getOrDefault(Degree.OPEN, 0)),
        review != null && review.isBefore(today));
  }

  private static String unitName(List<Unit> units, String id) {
    return units.stream()
        .filter(unit -> unit.id().equals(id))
        .map(Unit::name)
        .findFirst()
        .orElse(id);
  }

  private static Optional<ControlCoverage> coverage(ControlRef ref, StandardsState now) {
    Optional<Control> control = now.control(ref);
    return control.map(each -> now.coverage(ref.catalogue()).of(each));
  }

  /**
   * An obligation as a form has it.
   *
   * @param units the ids of units
   * @param geography several with commas between them
   * @param data several with commas between them
   */
  record Form(
      @Nullable String title,
      @Nullable String kind,
      @Nullable String source,
      @Nullable String url,
      @Nullable String description,
      @Nullable List<String> units,
      @Nullable String geography,
      @Nullable String data,
      @Nullable String owner,
      @Nullable LocalDate reviewOn) {
    Obligation as(String id) {
      return new Obligation(
          id,
          text(title),
          ObligationKind.of(text(kind)).orElse(ObligationKind.LAW),
          orNull(text(source)),
          orNull(text(url)),
          orNull(text(description)),
          units == null ? List.of() : units,
          list(text(geography)),
          list(text(data)),
          orNull(text(owner)),
          reviewOn);
    }

    static String text(@Nullable String given) {
      return given == null ? "" : given.strip();
    }

    private static List<String> list(String text) {
      return LIST.splitAsStream(text).filter(each -> !each.isBlank()).toList();
    }

    /** What is wrong with it, as the key of a text. */
    Optional<String> mistake() {
      if (text(title).isEmpty()) {
        return Optional.of("noName");
      }
      String link = text(url);
      boolean web = link.startsWith("https://") || link.startsWith("http://");
      return link.isEmpty() || web ? Optional.empty() : Optional.of("noAddress");
    }
  }

  @PostMapping("/obligations")
  @Needs(Permission.EDIT_STANDARDS)
  Answer add(Caller caller, @ModelAttribute Form form, HttpServletRequest request) {
    Programme programme = standards.of(caller.tenant()).programme();
    String id =
        NewId.of("", Form.text(form.title()), each -> programme.obligation(each).isPresent());
    return save(caller, id, form, EntryTag.NOTHING, request);
  }

  @PostMapping("/obligations/{id}")
  @Needs(Permission.EDIT_STANDARDS)
  Answer change(
      Caller caller,
      @PathVariable String id,
      @ModelAttribute Form form,
      @RequestParam String tag,
      HttpServletRequest request) {
    return save(caller, id, form, tag, request);
  }

  private Answer save(Caller caller, String id, Form form, String tag, HttpServletRequest request) {
    Optional<String> mistake = form.mistake();
    if (mistake.isPresent()) {
      return new ErrorPage(422, mistake.get(), List.of());
    }
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(ProgrammeWish.of(form.as(id), tag)),
                "/obligations/" + id,
                "standards.saved"));
  }

  @GetMapping("/obligations/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable String id) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Obligation> found =
        Optional.of(id).filter(each -> !each.isBlank()).flatMap(now.programme()::obligation);
    if (found.isEmpty()) {
      return StandardsSaving.notFound();
    }
    Map<String, String> catalogues = new LinkedHashMap<>();
    now.library().catalogues().forEach(each -> catalogues.put(each.id(), each.title()));
    return new ObligationPage(
        found.get(),
        EntryTag.of(found.get()),
        now.programme().controlsOf(id).stream().map(each -> controlRow(each, now)).toList(),
        models.of(caller.tenant()).read(Snapshot::units),
        catalogues,
        caller.may(Permission.EDIT_STANDARDS));
  }

  private static ObligationPage.Row controlRow(ObligationControl each, StandardsState now) {
    Optional<ControlCoverage> coverage = coverage(each.control(), now);
    return new ObligationPage.Row(
        ControlView.of(each.control(), now),
        each.because(),
        coverage.map(it -> it.degree().name().toLowerCase(Locale.ROOT)).orElse(null),
        coverage.map(ControlCoverage::reason).orElse(null) instanceof ByControl by
                && !by.known().source().equals(each.control())
            ? ProofView.of(by.known(), now)
            : null,
        EntryTag.of(each));
  }

  /** Takes an obligation away with what it leads to. */
  @PostMapping("/obligations/{id}/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    List<ProgrammeWish> wishes = new ArrayList<>();
    for (ObligationControl each : standards.of(caller.tenant()).programme().controlsOf(id)) {
      wishes.add(ProgrammeWish.gone(each.key(), EntryTag.of(each)));
    }
    wishes.add(ProgrammeWish.gone(EntryKey.of(EntryKind.OBLIGATION, id), tag));
    return saving.save(caller, request, wishes, "/obligations", "standards.saved");
  }

  @PostMapping("/obligations/{id}/controls")
  @Needs(Permission.EDIT_STANDARDS)
  Answer leadTo(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String catalogue,
      @RequestParam(defaultValue = "") String controls,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    StandardsState now = standards.of(caller.tenant());
    List<ProgrammeWish> wishes = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String control : Form.list(controls)) {
      Optional<Control> found = now.control(new ControlRef(catalogue, control));
      found.ifPresentOrElse(
          each ->
              wishes.add(
                  ProgrammeWish.of(
                      new ObligationControl(
                          id, new ControlRef(catalogue, each.id()), orNull(because)))),
          () -> unknown.add(catalogue + ": " + control));
    }
    if (!unknown.isEmpty()) {
      return new ErrorPage(422, "noControl", unknown);
    }
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                wishes.stream().distinct().toList(),
                "/obligations/" + id,
                "standards.saved"));
  }

  @PostMapping("/obligations/{id}/controls/remove")
  @Needs(Permission.EDIT_STANDARDS)
  Answer leadNoMoreTo(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String catalogue,
      @RequestParam(defaultValue = "") String control,
      @RequestParam String tag,
      HttpServletRequest request) {
    return StandardsSaving.told(
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    ProgrammeWish.gone(
                        EntryKey.of(EntryKind.OBLIGATION_CONTROL, id, catalogue, control), tag)),
                "/obligations/" + id,
                "standards.saved"));
  }
}
