package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.Known;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.standards.Standards;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.ComparisonPage.Band;
import org.concordat.server.standards.pages.ComparisonPage.Bar;
import org.concordat.server.standards.pages.ComparisonPage.Cell;
import org.concordat.server.standards.pages.ComparisonPage.Flow;
import org.concordat.server.standards.pages.ComparisonPage.GroupRow;
import org.concordat.server.standards.pages.ComparisonPage.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets two catalogues beside each other: groups by groups, and each cell opens into its pairs. */
@Controller
class ComparisonController {
  private static final double WIDTH = 960;
  private static final double BAR = 14;

  /** Between a bar and its name's side of the picture. */
  private static final double SIDE = 300;

  private static final double GAP = 8;

  /** A bar is at least as high as its name. */
  private static final double LEAST = 18;

  private static final double ALL_PAIRS = 420;

  private final Standards standards;

  ComparisonController(Standards standards) {
    this.standards = standards;
  }

  @GetMapping("/comparison")
  @Needs(Permission.READ_MODEL)
  ComparisonPage show(
      Caller caller,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String b) {
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
    return new Comparing(one.get(), two.get(), now).page(titles, a, b);
  }

  private static final class Comparing {
    private final Catalogue one;
    private final Catalogue two;
    private final StandardsState now;

    Comparing(Catalogue one, Catalogue two, StandardsState now) {
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

    private @Nullable Flow flow(List<GroupRow> rows, ComparisonPage page) {
      int all = rows.stream().flatMap(row -> row.cells().stream()).mapToInt(Cell::proved).sum();
      if (all == 0) {
        return null;
      }
      double unit = ALL_PAIRS / all;
      int columns = rows.getFirst().cells().size();
      int[] left = new int[rows.size()];
      int[] right = new int[columns];
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < columns; j++) {
          left[i] += rows.get(i).cells().get(j).proved();
          right[j] += rows.get(i).cells().get(j).proved();
        }
      }
      List<Bar> lefts = bars(rows.stream().map(GroupRow::group).toList(), left, unit);
      List<Bar> rights = bars(rows.getFirst().cells().stream().map(Cell::b).toList(), right, unit);
      return new Flow(
          (int) Math.ceil(Math.max(end(lefts), end(rights))),
          shown(lefts),
          shown(rights),
          bands(rows, lefts, rights, unit, page));
    }

    private static List<Bar> bars(List<ControlView> groups, int[] pairs, double unit) {
      List<Bar> bars = new ArrayList<>();
      double y = GAP;
      for (int i = 0; i < groups.size(); i++) {
        double height = pairs[i] == 0 ? 0 : Math.max(LEAST, pairs[i] * unit);
        bars.add(new Bar(groups.get(i), y, height, pairs[i]));
        y += pairs[i] == 0 ? 0 : height + GAP;
      }
      return bars;
    }

    private static List<Bar> shown(List<Bar> bars) {
      return bars.stream().filter(bar -> bar.pairs() > 0).toList();
    }

    private static double end(List<Bar> bars) {
      return bars.stream().mapToDouble(bar -> bar.y() + bar.height()).max().orElse(0) + GAP;
    }

    private static List<Band> bands(
        List<GroupRow> rows, List<Bar> lefts, List<Bar> rights, double unit, ComparisonPage page) {
      double[] leftUsed = new double[lefts.size()];
      double[] rightUsed = new double[rights.size()];
      List<Band> bands = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < rights.size(); j++) {
          Cell cell = rows.get(i).cells().get(j);
          if (cell.proved() > 0) {
            double width = cell.proved() * unit;
            bands.add(
                new Band(
                    cell.a(),
                    cell.b(),
                    cell.proved(),
                    path(lefts.get(i).y() + leftUsed[i], rights.get(j).y() + rightUsed[j], width),
                    page.opening(cell.a(), cell.b())));
            leftUsed[i] += width;
            rightUsed[j] += width;
          }
        }
      }
      return bands;
    }

    private static String path(double from, double to, double width) {
      double start = SIDE + BAR;
      double stop = WIDTH - SIDE - BAR;
      double middle = (start + stop) / 2;
      return String.format(
          Locale.ROOT,
          "M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f L%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f Z",
          start,
          from,
          middle,
          from,
          middle,
          to,
          stop,
          to,
          stop,
          to + width,
          middle,
          to + width,
          middle,
          from + width,
          start,
          from + width);
    }
  }
}
