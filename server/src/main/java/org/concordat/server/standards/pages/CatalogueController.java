package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.CoverageTrend;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.CataloguePage.Row;
import org.concordat.server.web.Answer;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The controls of a catalogue, in a tree or a list. */
@Controller
class CatalogueController {
  private final Standards standards;
  private final CoverageTrend trend;
  private final Models models;

  CatalogueController(Standards standards, CoverageTrend trend, Models models) {
    this.standards = standards;
    this.trend = trend;
    this.models = models;
  }

  @GetMapping("/standards/{catalogue}")
  @Needs(Permission.READ_MODEL)
  Answer show(
      Caller caller,
      @PathVariable String catalogue,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String degree,
      @RequestParam(defaultValue = "") String important,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String open,
      @RequestParam(defaultValue = "1") int page) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    if (found.isEmpty()) {
      return StandardsSaving.notFound();
    }
    ControlFilter filter =
        new ControlFilter(catalogue, q, operation, degree, important, view, open, page);
    // Reasoned before the model is held: a first time may take a second, and changes would wait.
    now.coverage(catalogue);
    now.purposes();
    return models
        .of(caller.tenant())
        .<Answer>read(model -> new Browsing(found.get(), filter, now, model).page(caller));
  }

  /** How the coverage has moved; reckoned only when somebody asks, for it takes a while. */
  @GetMapping("/standards/{catalogue}/trend")
  @Needs(Permission.READ_MODEL)
  Answer trend(Caller caller, @PathVariable String catalogue) {
    StandardsState now = standards.of(caller.tenant());
    Optional<Catalogue> found = now.library().catalogue(catalogue);
    return found.isEmpty()
        ? StandardsSaving.notFound()
        : new TrendPage(
            catalogue,
            found.get().title(),
            trend.of(caller.tenant(), now, catalogue).stream()
                .map(point -> new TrendPage.Point(point.day(), CoverageView.of(point.coverage())))
                .toList());
  }

  /** The need of a requirement; negative when the model has no such requirement. */
  static double need(Snapshot model, Requirement requirement) {
    var asset = model.asset(requirement.asset());
    return asset != null && asset.properties().contains(requirement.property())
        ? model.need(requirement)
        : -1;
  }

  private static final class Browsing {
    private final Catalogue catalogue;
    private final ControlFilter filter;
    private final StandardsState now;
    private final Snapshot model;
    private final Coverage coverage;
    private final ImpactScale scale;
    private final List<Row> rows = new ArrayList<>();
    private int total;

    Browsing(Catalogue catalogue, ControlFilter filter, StandardsState now, Snapshot model) {
      this.catalogue = catalogue;
      this.filter = filter;
      this.now = now;
      this.model = model;
      coverage = now.coverage(catalogue.id());
      scale = model.scale();
    }

    CataloguePage page(Caller caller) {
      if (filter.isTree()) {
        List<Control> roots = catalogue.roots();
        int from = Math.min((filter.page() - 1) * CataloguePage.ROWS, roots.size());
        roots
            .subList(from, Math.min(from + CataloguePage.ROWS, roots.size()))
            .forEach(root -> branch(root, 0));
        total = roots.size();
      } else {
        list();
      }
      return new CataloguePage(
          catalogue.id(),
          catalogue.title(),
          catalogue.source(),
          catalogue.licence(),
          filter,
          rows,
          total,
          catalogue.controls().size(),
          CoverageView.of(coverage),
          Marking.proved(catalogue, now).size(),
          caller.may(Permission.EDIT_OPERATION));
    }

    /** A branch that is open, or on the way to the open one, shows its parts. */
    private void branch(Control control, int depth) {
      boolean isOpen = isOnTheWay(control);
      rows.add(row(control, depth, isOpen));
      if (isOpen) {
        catalogue.parts(control).forEach(part -> branch(part, depth + 1));
      }
    }

    private boolean isOnTheWay(Control control) {
      Optional<Control> opened = catalogue.find(filter.open());
      while (opened.isPresent()) {
        if (opened.get().equals(control)) {
          return true;
        }
        opened = catalogue.parent(opened.get());
      }
      return false;
    }

    private void list() {
      int from = (filter.page() - 1) * CataloguePage.ROWS;
      for (Control control : catalogue.controls()) {
        if (matches(control)) {
          if (total >= from && total < from + CataloguePage.ROWS) {
            rows.add(row(control, 0, false));
          }
          total++;
        }
      }
    }

    private boolean matches(Control control) {
      String text = (control.id() + " " + control.title()).toLowerCase(Locale.ROOT);
      for (String word : filter.q().toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
        if (!text.contains(word)) {
          return false;
        }
      }
      Operation operation = operation(control);
      String said = operation == null ? Operation.NO.word() : operation.word();
      return (filter.operation().isEmpty() || filter.operation().equals(said))
          && (filter.degree().isEmpty() || filter.degree().equals(degree(control)))
          && (filter.important().isEmpty() || importance(control).isPresent());
    }

    private ControlRef ref(Control control) {
      return new ControlRef(catalogue.id(), control.id());
    }

    private @Nullable Operation operation(Control control) {
      return now.programme().operation(ref(control)).map(ControlOperation::operation).orElse(null);
    }

    private String degree(Control control) {
      return coverage.of(control).degree().name().toLowerCase(Locale.ROOT);
    }

    private OptionalDouble importance(Control control) {
      return now.purposes().importance(ref(control), requirement -> need(model, requirement));
    }

    private Row row(Control control, int depth, boolean isOpen) {
      OptionalDouble importance = importance(control);
      Map<Degree, Integer> below = new EnumMap<>(Degree.class);
      catalogue.parts(control).forEach(part -> count(part, below));
      int parts = below.values().stream().mapToInt(Integer::intValue).sum();
      return new Row(
          control,
          depth,
          parts,
          isOpen,
          operation(control),
          degree(control),
          parts == 0
              ? null
              : new CoverageView(
                  below.getOrDefault(Degree.COVERED, 0),
                  below.getOrDefault(Degree.PARTLY, 0),
                  below.getOrDefault(Degree.POSSIBLY, 0),
                  below.getOrDefault(Degree.OPEN, 0)),
          importance.isPresent() ? LevelView.of(scale, importance.getAsDouble()) : null);
    }

    private void count(Control control, Map<Degree, Integer> below) {
      below.merge(coverage.of(control).degree(), 1, Integer::sum);
      catalogue.parts(control).forEach(part -> count(part, below));
    }
  }
}
