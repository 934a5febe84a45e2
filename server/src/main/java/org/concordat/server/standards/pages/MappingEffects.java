package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.programme.EntryKey;
import org.concordat.core.standards.programme.EntryKind;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.server.standards.StandardsState;
import org.concordat.server.standards.pages.CrosswalkPage.Draft;
import org.concordat.server.standards.pages.CrosswalkPage.Effect;
import org.jspecify.annotations.Nullable;

/** Finds out what a mapping would do before it is saved. */
final class MappingEffects {
  private MappingEffects() {}

  /** What a draft would do in an own crosswalk, or null while it says too little. */
  static @Nullable Effect of(Draft draft, OwnCrosswalk crosswalk, StandardsState now) {
    if (draft.source().isBlank() || draft.target().isBlank() || draft.statement().isBlank()) {
      return null;
    }
    Optional<Control> source = find(crosswalk.source(), draft.source(), now);
    Optional<Control> target = find(crosswalk.target(), draft.target(), now);
    Optional<Statement> statement = Statement.of(draft.statement());
    if (source.isEmpty() || target.isEmpty() || statement.isEmpty()) {
      return new Effect("standards.effect.unknown", 0, List.of(), 0, List.of());
    }
    Mapping mapping = new Mapping(source.get().id(), statement.get(), target.get().id());
    Inference before = now.inference();
    Inference without = before;
    if (now.programme()
            .entry(
                EntryKey.of(
                    EntryKind.OWN_MAPPING, crosswalk.id(), mapping.source(), mapping.target()))
        instanceof OwnMapping present) {
      without = before.minus(crosswalk.id(), present.mapping());
    }
    return compared(before, without.plus(crosswalk.id(), mapping), now);
  }

  private static Optional<Control> find(String catalogue, String id, StandardsState now) {
    return now.library().catalogue(catalogue).flatMap(each -> each.find(id.strip()));
  }

  private static Effect compared(Inference before, Inference after, StandardsState now) {
    List<Contradiction> came = new ArrayList<>(after.contradictions());
    came.removeAll(before.contradictions());
    List<Contradiction> went = new ArrayList<>(before.contradictions());
    went.removeAll(after.contradictions());
    List<MarkingPage.Effect> coverages = new ArrayList<>();
    for (Catalogue catalogue : now.followed()) {
      CoverageView was = CoverageView.of(now.coverage(catalogue.id()));
      CoverageView is = CoverageView.of(Coverage.of(after, now.operations(), catalogue.id()));
      if (!was.equals(is)) {
        coverages.add(new MarkingPage.Effect(catalogue.title(), was, is));
      }
    }
    return new Effect(
        null,
        after.pairs() - before.pairs(),
        came.stream().map(each -> MappingView.Clash.of(each, now)).toList(),
        went.size(),
        coverages);
  }
}
