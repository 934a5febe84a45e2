package org.concordat.server.standards.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.Known;
import org.concordat.formats.documents.DocumentText;
import org.concordat.formats.documents.DocumentText.Column;
import org.concordat.formats.documents.DocumentText.Field;
import org.concordat.formats.documents.PdfDocuments;
import org.concordat.formats.drawing.FlowDiagram;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.ComparisonPage.Cell;
import org.concordat.server.standards.pages.ComparisonPage.GroupRow;
import org.concordat.server.standards.pages.ComparisonPage.Opened;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.SvgFile;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets two catalogues beside each other: groups by groups, and each cell opens into its pairs. */
@Controller
class ComparisonController {
  private final Standards standards;

  private final Models models;
  private final SurroundingsFactory surroundings;

  ComparisonController(Standards standards, Models models, SurroundingsFactory surroundings) {
    this.standards = standards;
    this.models = models;
    this.surroundings = surroundings;
  }

  @GetMapping("/comparison")
  @Needs(Permission.READ_MODEL)
  ComparisonPage show(
      Caller caller,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String b,
      HttpServletRequest request) {
    return page(caller, from, to, a, b, surroundings.of(request));
  }

  /** The flow as a picture of its own. */
  @GetMapping("/comparison.svg")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> picture(
      Caller caller,
      @RequestParam String from,
      @RequestParam String to,
      HttpServletRequest request) {
    FlowDiagram flow = page(caller, from, to, "", "", surroundings.of(request)).flow();
    return flow == null ? ResponseEntity.notFound().build() : SvgFile.of(flow.document());
  }

  /** Flow and matrix as a document for people. */
  @GetMapping("/comparison.pdf")
  @Needs(Permission.READ_MODEL)
  ResponseEntity<byte[]> document(
      Caller caller,
      @RequestParam String from,
      @RequestParam String to,
      HttpServletRequest request) {
    Surroundings here = surroundings.of(request);
    ComparisonPage page = page(caller, from, to, "", "", here);
    FlowDiagram flow = page.flow();
    if (flow == null) {
      return ResponseEntity.notFound().build();
    }
    DocumentText text = new DocumentText();
    text.lead(here.text("standards.comparison.lead"));
    text.chapter(here.text("standards.flow")).picture(flow.document());
    text.chapter(here.text("standards.matrix")).note(here.text("standards.matrix.lead"));
    text.table(
        List.of(
            Column.of(page.catalogues().getOrDefault(from, from), 38),
            Column.of(page.catalogues().getOrDefault(to, to), 38),
            Column.numbers(here.text("standards.comparison.proved"), 12),
            Column.numbers(here.text("standards.degree.possibly"), 12)),
        page.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> !cell.isEmpty())
            .map(
                cell ->
                    List.of(
                        Field.of(cell.a().id() + " " + cell.a().title()),
                        Field.of(cell.b().id() + " " + cell.b().title()),
                        Field.of(here.number(cell.proved())),
                        Field.of(here.number(cell.possible()))))
            .toList());
    String organisation = models.of(caller.tenant()).read(Snapshot::organisation).name();
    return ScenariosController.pdf(
        PdfDocuments.write(
            Letterheads.of(here, organisation),
            here.text("standards.comparison.title"),
            text.toString()),
        "comparison.pdf");
  }

  private ComparisonPage page(
      Caller caller, String from, String to, String a, String b, Surroundings here) {
    StandardsState now = standards.of(caller.tenant());
    Map<String, String> titles = new LinkedHashMap<>();
    now.library().catalogues().forEach(each -> titles.put(each.id(), each.title()));
    List<String> ids = List.copyOf(titles.keySet());
    Optional<Catalogue> one =
        now.library().catalogue(from.isEmpty() && !ids.isEmpty() ? ids.getFirst() : from);
    Optional<Catalogue> two =
        now.library().catalogue(to.isEmpty() && ids.size() > 1 ? ids.get(1) : to);
    if (one.isEmpty() || two.isEmpty() || one.equals(two)) {
      return new ComparisonPage(titles, from, to, List.of(), List.of(), null, null);
    }
    return new Comparing(one.get(), two.get(), now, here).page(titles, a, b);
  }

  private static final class Comparing {
    private final Catalogue one;
    private final Catalogue two;
    private final StandardsState now;
    private final Surroundings here;

    Comparing(Catalogue one, Catalogue two, StandardsState now, Surroundings here) {
      this.here = here;
      this.one = one;
      this.two = two;
      this.now = now;
    }

    ComparisonPage page(Map<String, String> titles, String a, String b) {
      List<GroupRow> rows = new ArrayList<>();
      for (Control left : one.roots()) {
        List<Cell> cells = new ArrayList<>();
        for (Control right : two.roots()) {
          cells.add(cell(left, right));
        }
        rows.add(new GroupRow(view(one, left), cells));
      }
      ComparisonPage bare =
          new ComparisonPage(titles, one.id(), two.id(), List.of(), List.of(), null, null);
      return new ComparisonPage(
          titles,
          one.id(),
          two.id(),
          two.roots().stream().map(root -> view(two, root)).toList(),
          rows,
          flow(rows, bare),
          opened(a, b));
    }

    private ControlView view(Catalogue catalogue, Control control) {
      return ControlView.of(new ControlRef(catalogue.id(), control.id()), now);
    }

    private Cell cell(Control left, Control right) {
      int proved = 0;
      int possible = 0;
      List<Control> rights = leaves(two, right);
      for (Control source : leaves(one, left)) {
        for (Control target : rights) {
          Relations known =
              now.inference()
                  .between(
                      new ControlRef(one.id(), source.id()), new ControlRef(two.id(), target.id()));
          if (!known.contains(Relation.NONE)) {
            proved++;
          } else if (!known.isAll() && known.size() > 1) {
            possible++;
          }
        }
      }
      return new Cell(view(one, left), view(two, right), proved, possible);
    }

    /** What a group comes down to: its controls without parts. */
    private static List<Control> leaves(Catalogue catalogue, Control group) {
      List<Control> parts = catalogue.parts(group);
      return parts.isEmpty()
          ? List.of(group)
          : parts.stream().flatMap(part -> leaves(catalogue, part).stream()).toList();
    }

    private @Nullable Opened opened(String a, String b) {
      Optional<Control> left = one.find(a).filter(each -> !a.isEmpty());
      Optional<Control> right = two.find(b).filter(each -> !b.isEmpty());
      if (left.isEmpty() || right.isEmpty()) {
        return null;
      }
      List<String> rights = leaves(two, right.get()).stream().map(Control::id).toList();
      List<ProofView> pairs = new ArrayList<>();
      for (Control source : leaves(one, left.get())) {
        for (Known known : now.inference().of(new ControlRef(one.id(), source.id()), two.id())) {
          if (rights.contains(known.target().control())) {
            pairs.add(ProofView.of(known, now));
          }
        }
      }
      return new Opened(view(one, left.get()), view(two, right.get()), pairs);
    }

    private @Nullable FlowDiagram flow(List<GroupRow> rows, ComparisonPage page) {
      List<FlowDiagram.Flow> flows = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        List<Cell> cells = rows.get(i).cells();
        for (int j = 0; j < cells.size(); j++) {
          Cell cell = cells.get(j);
          if (cell.proved() > 0) {
            String words =
                here.text("standards.flow.band", cell.a().id(), cell.b().id(), cell.proved());
            flows.add(
                new FlowDiagram.Flow(i, j, cell.proved(), words, page.opening(cell.a(), cell.b())));
          }
        }
      }
      return flows.isEmpty()
          ? null
          : FlowDiagram.of(here.text("standards.flow"), groups(one), groups(two), flows);
    }

    private static List<FlowDiagram.Group> groups(Catalogue catalogue) {
      return catalogue.roots().stream()
          .map(root -> new FlowDiagram.Group(root.id(), root.title()))
          .toList();
    }
  }
}
