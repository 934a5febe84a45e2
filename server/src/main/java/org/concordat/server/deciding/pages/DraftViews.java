package org.concordat.server.deciding.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.ReckoningForm;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.deciding.Drafts.Tried;
import org.concordat.server.deciding.pages.DraftPage.ChangeRow;
import org.concordat.server.deciding.pages.DraftPage.Choices;
import org.concordat.server.deciding.pages.DraftPage.Focus;
import org.concordat.server.deciding.pages.DraftPage.FocusDependency;
import org.concordat.server.deciding.pages.DraftPage.FocusLink;
import org.concordat.server.deciding.pages.DraftPage.Rights;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.PublicAddress;
import org.concordat.server.web.table.Cell;
import org.concordat.server.workspace.Wish;
import org.springframework.stereotype.Component;

/** Puts a draft together for people. */
@Component
class DraftViews {
  private static final Focus NOTHING = new Focus("", "", List.of(), List.of(), List.of(), "link");

  private final Drafts drafts;
  private final PublicAddress address;

  DraftViews(Drafts drafts, PublicAddress address) {
    this.drafts = drafts;
    this.address = address;
  }

  /**
   * The page of a draft.
   *
   * @param about what the reader thinks about, such as {@code asset:claims-db}
   */
  DraftPage page(Caller caller, Draft draft, String about) {
    Tried tried = drafts.tried(caller, draft);
    LiveWorkspace shown = tried.ahead() == null ? tried.today() : tried.ahead().live();
    DraftEffect moved = tried.effect();
    DraftEffectView effect = moved == null ? null : DraftEffectView.of(moved, tried.today(), shown);
    List<String> problems =
        tried.verdict() instanceof Verdict.Unsound(var findings)
            ? findings.stream().map(Finding::message).toList()
            : List.of();
    return new DraftPage(
        draft,
        tried.today().read(model -> rows(draft, tried.verdict(), model)),
        problems,
        tried.today().read(model -> left(tried, model)),
        effect,
        shown.read(DraftViews::choices),
        shown.read(model -> focus(about, model)),
        new Rights(
            draft.isEditedBy(caller),
            draft.isOf(caller),
            draft.isDecidedBy(caller) && caller.may(Permission.EDIT_ASSETS)),
        address.of("/drafts/" + draft.id()),
        drafts.all(caller).stream()
            .filter(other -> !other.id().equals(draft.id()))
            .filter(
                other -> other.state() == Draft.State.OPEN || other.state() == Draft.State.PROPOSED)
            .toList());
  }

  private static List<Cell> left(Tried tried, Snapshot model) {
    Things things = new Things(model, List.of());
    return tried.left().stream()
        .map(WorkspaceChange::after)
        .filter(Objects::nonNull)
        .map(things::about)
        .toList();
  }

  private static List<ChangeRow> rows(Draft draft, Verdict verdict, Snapshot model) {
    List<Verdict.Conflict> conflicts = verdict instanceof Verdict.Stale(var all) ? all : List.of();
    Things things =
        new Things(
            model,
            draft.changes().stream()
                .<Object>map(WorkspaceChange::after)
                .filter(Objects::nonNull)
                .toList());
    List<ChangeRow> rows = new ArrayList<>();
    for (WorkspaceChange change : draft.changes()) {
      Object entry = change.after() == null ? change.before() : change.after();
      Optional<Verdict.Conflict> conflict =
          conflicts.stream().filter(each -> each.change().equals(change)).findFirst();
      rows.add(
          new ChangeRow(
              things.about(Objects.requireNonNull(entry)),
              today(change, things, model),
              things.state(change.after()),
              conflict.map(each -> things.state(each.present())).orElse(null)));
    }
    return rows;
  }

  /** Of a link that an agreed level is put on, today says what counts without it. */
  private static Cell today(WorkspaceChange change, Things things, Snapshot model) {
    if (change instanceof WorkspaceChange.ImpactChange impact && impact.before() == null) {
      List<Judgement> judged = model.judgements(impact.link());
      if (!judged.isEmpty()) {
        return Things.level(model.scale(), Judgement.counting(judged));
      }
    }
    return things.state(change.before());
  }

  private static Choices choices(Snapshot model) {
    return new Choices(
        model.scale(),
        model.factors(),
        model.units(),
        model.properties(),
        model.organisation().name(),
        ReckoningForm.of(Wish.Reckoning.of(model)));
  }

  private static Focus focus(String about, Snapshot model) {
    int colon = about.indexOf(':');
    String kind = colon < 0 ? about : about.substring(0, colon);
    String id = colon < 0 ? "" : about.substring(colon + 1);
    return switch (kind) {
      case "asset" -> focusOn(id, model);
      case "requirement" ->
          Requirement.parse(id).map(one -> focusOn(one.asset(), model)).orElse(NOTHING);
      case "unit", "vision" -> inSection("goal");
      case "settings" -> inSection("joining");
      default -> NOTHING;
    };
  }

  private static Focus inSection(String section) {
    return new Focus("", "", List.of(), List.of(), List.of(), section);
  }

  private static Focus focusOn(String id, Snapshot model) {
    Asset asset = model.asset(id);
    if (asset == null) {
      return NOTHING;
    }
    List<FocusLink> links = new ArrayList<>();
    for (String property : asset.properties()) {
      Requirement requirement = new Requirement(id, property);
      Map<Impact.Link, List<RequirementImpact>> byLink =
          model.impactsOf(requirement).stream()
              .collect(
                  Collectors.groupingBy(
                      RequirementImpact::link, java.util.LinkedHashMap::new, Collectors.toList()));
      byLink.forEach(
          (link, impacts) -> {
            Level level =
                Judgement.counting(impacts.stream().map(RequirementImpact::judgement).toList());
            Factor factor = model.factor(link.to());
            links.add(
                new FocusLink(
                    requirement,
                    link.to(),
                    factor == null ? link.to() : factor.name(),
                    level.number(),
                    LevelView.of(model.scale(), level)));
          });
    }
    return new Focus(
        id,
        asset.name(),
        asset.properties(),
        links,
        model.dependenciesOf(id).stream()
            .flatMap(
                dependency ->
                    Optional.ofNullable(model.asset(dependency.on())).stream()
                        .map(on -> new FocusDependency(dependency, asset, on)))
            .toList(),
        "link");
  }
}
