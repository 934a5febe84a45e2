package org.concordat.server.deciding.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.deciding.pages.DraftComparisonPage.Place;
import org.concordat.server.deciding.pages.DraftComparisonPage.Row;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows two drafts side by side. */
@Controller
class DraftComparisonController {
  /** So many requirements that differ are shown. */
  private static final int SHOWN = 50;

  private final Drafts drafts;

  DraftComparisonController(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/drafts/compare")
  @Needs(Permission.READ_MODEL)
  Answer compare(Caller caller, @RequestParam UUID one, @RequestParam UUID other) {
    Optional<Draft> first = drafts.find(caller, one);
    Optional<Draft> second = drafts.find(caller, other);
    if (first.isEmpty() || second.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    Drafts.Tried left = drafts.tried(caller, first.get());
    Drafts.Tried right = drafts.tried(caller, second.get());
    if (left.ahead() == null || right.ahead() == null) {
      return Redirect.to("/drafts/" + (left.ahead() == null ? one : other))
          .saying("deciding.stale");
    }
    LiveWorkspace a = left.ahead().live();
    LiveWorkspace b = right.ahead().live();
    // What moves in neither stands at one score in both.
    TreeSet<Requirement> moved = new TreeSet<>();
    left.ahead().applied().moved().forEach(each -> moved.add(each.requirement()));
    right.ahead().applied().moved().forEach(each -> moved.add(each.requirement()));
    List<Requirement> candidates = List.copyOf(moved);
    List<Seen> inOne = a.read(model -> seen(candidates, model));
    List<Seen> inOther = b.read(model -> seen(candidates, model));
    List<Seen> today = left.today().read(model -> seen(candidates, model));
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (PriorityView.key(inOne.get(i).score) != PriorityView.key(inOther.get(i).score)
          || (inOne.get(i).place == null) != (inOther.get(i).place == null)) {
        differing.add(i);
      }
    }
    differing.sort(
        Comparator.comparingDouble(
            (Integer i) -> -Math.abs(inOne.get(i).score - inOther.get(i).score)));
    return new DraftComparisonPage(
        first.get(),
        second.get(),
        differing.size(),
        differing.stream()
            .limit(SHOWN)
            .map(
                i ->
                    new Row(
                        candidates.get(i),
                        inOne.get(i).place == null ? inOther.get(i).name : inOne.get(i).name,
                        today.get(i).place,
                        inOne.get(i).place,
                        inOther.get(i).place))
            .toList());
  }

  private record Seen(String name, double score, @Nullable Place place) {}

  private static List<Seen> seen(List<Requirement> requirements, Snapshot model) {
    List<Seen> seen = new ArrayList<>();
    for (Requirement requirement : requirements) {
      Asset asset = model.asset(requirement.asset());
      if (asset == null || !asset.properties().contains(requirement.property())) {
        seen.add(new Seen(requirement.asset(), 0, null));
      } else {
        double score = model.need(requirement);
        seen.add(
            new Seen(
                asset.name(),
                score,
                new Place(model.rank(requirement), LevelView.of(model.scale(), score))));
      }
    }
    return seen;
  }
}
