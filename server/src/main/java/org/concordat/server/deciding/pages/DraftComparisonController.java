package org.concordat.server.deciding.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.whatif.DraftComparison;
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
    DraftComparison comparison = left.beside(right).orElseThrow();
    ImpactScale now = left.today().read(Snapshot::scale);
    ImpactScale inOne = left.ahead().live().read(Snapshot::scale);
    ImpactScale inOther = right.ahead().live().read(Snapshot::scale);
    return new DraftComparisonPage(
        first.get(),
        second.get(),
        comparison.differing(),
        comparison.rows().stream()
            .map(
                row ->
                    new Row(
                        row.requirement(),
                        row.name(),
                        place(row.today(), now),
                        place(row.one(), inOne),
                        place(row.other(), inOther)))
            .toList());
  }

  private static @Nullable Place place(DraftComparison.@Nullable Place place, ImpactScale scale) {
    return place == null ? null : new Place(place.rank(), LevelView.of(scale, place.score()));
  }
}
