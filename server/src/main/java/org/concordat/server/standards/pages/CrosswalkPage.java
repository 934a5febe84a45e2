package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a crosswalk, and a mapping in the making.
 *
 * @param source the id of the source catalogue
 * @param sourceTitle the title of the source catalogue
 * @param target the id of the target catalogue
 * @param targetTitle the title of the target catalogue
 * @param total how many rows the search leaves
 * @param sources the ids of the controls to choose from
 * @param targets the ids of the controls to choose from
 * @param draft what is being made or changed
 * @param effect what saving it would do, or null while it is not complete
 * @param considered controls that were looked at and found without a counterpart
 * @param edits whether the reader may change it: it is the organisation's own
 */
public record CrosswalkPage(
    String id,
    String source,
    String sourceTitle,
    String target,
    String targetTitle,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable String licence,
    String q,
    int page,
    List<Row> rows,
    int total,
    List<ControlView> sources,
    List<ControlView> targets,
    Draft draft,
    @Nullable Effect effect,
    List<Considered> considered,
    boolean edits,
    boolean used)
    implements PageModel {
  /** So many rows a page has. */
  static final int ROWS = 50;

  public CrosswalkPage {
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    considered = List.copyOf(considered);
  }

  /**
   * A control without a counterpart, and why.
   *
   * @param tag of the entry, or nothing in a shipped crosswalk
   */
  public record Considered(ControlView control, @Nullable String because, String tag) {}

  /**
   * A mapping.
   *
   * @param by who says so, or null
   * @param tag of the mapping, or nothing for a shipped one
   */
  public record Row(
      ControlView source, Mapping mapping, ControlView target, @Nullable String by, String tag) {}

  /** A mapping in the making, as the form has it. */
  public record Draft(
      String source,
      String statement,
      String target,
      String strength,
      String because,
      String tag) {}

  /**
   * What a mapping would do.
   *
   * @param problem the key of the text that says why it cannot be, or null
   * @param pairs of how many more pairs something would be known; fewer are negative
   * @param clashes contradictions that it would bring
   * @param resolved how many contradictions it would end
   * @param coverages the followed catalogues whose coverage would change
   */
  public record Effect(
      @Nullable String problem,
      long pairs,
      List<MappingView.Clash> clashes,
      int resolved,
      List<MarkingPage.Effect> coverages) {
    public Effect {
      clashes = List.copyOf(clashes);
      coverages = List.copyOf(coverages);
    }
  }

  /** The statements to choose from. */
  public Statement[] statements() {
    return Statement.values();
  }

  /** The address of another page. */
  public String at(int other) {
    return "/crosswalks/" + id + "?q=" + ControlView.encoded(q) + "&page=" + other;
  }

  /** The address that takes a row into the form. */
  public String changing(Row row) {
    return "/crosswalks/%s?q=%s&source=%s&target=%s#draft"
        .formatted(
            id,
            ControlView.encoded(q),
            ControlView.encoded(row.source().id()),
            ControlView.encoded(row.target().id()));
  }

  @Override
  public String template() {
    return "standards/crosswalk";
  }
}
