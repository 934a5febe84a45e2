package org.concordat.server.deciding.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.Trial;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.drafts.EditReading;
import org.concordat.formats.drafts.Said;
import org.concordat.formats.drafts.Trying;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Values;
import org.jspecify.annotations.Nullable;

/** What a program wants to try out, from its JSON. */
final class TriedEdits {
  /** Says which draft the JSON is about, and nothing of what to try out. */
  private static final String REVISION = "revision";

  private TriedEdits() {}

  /**
   * Tries out what is said; the trial stays as it was when something is wrong with it.
   *
   * @param pointer where it stands in the body
   * @param errors receives all that is wrong
   */
  static void add(
      Trial trial, Values said, String pointer, String by, LocalDate today, Errors errors) {
    FindingList findings = new FindingList();
    Trying trying = Words.find(Trying.class, said.required(Trying.TRY)).orElse(Trying.LINK);
    DraftEdit edit = EditReading.edit(trying, new InJson(said), trial, findings);
    for (Finding finding : findings.list()) {
      errors.add(pointer + Errors.pointerOfKeys("." + finding.place().key()), sentence(finding));
    }
    if (edit == null) {
      return;
    }
    try {
      if (trial.add(edit, by, today) instanceof Verdict.Unsound(var unsound)) {
        unsound.stream()
            .map(TriedEdits::sentence)
            .distinct()
            .forEach(problem -> errors.add(pointer, problem));
      }
    } catch (IllegalArgumentException e) {
      errors.add(pointer, String.valueOf(e.getMessage()));
    }
  }

  private static String sentence(Finding finding) {
    return finding.remedy() == null
        ? finding.problem()
        : finding.problem() + "; " + finding.remedy();
  }

  /** What a checked object says. */
  private record InJson(Values values) implements Said {
    @Override
    public Set<String> keys() {
      Set<String> keys = new TreeSet<>(values.names());
      keys.remove(REVISION);
      return keys;
    }

    @Override
    public @Nullable String text(String key) {
      return values.text(key);
    }

    @Override
    public boolean flag(String key) {
      return Boolean.TRUE.equals(values.flag(key));
    }

    @Override
    public @Nullable Integer count(String key) {
      Long number = values.whole(key);
      return number == null ? null : Math.toIntExact(number);
    }

    @Override
    public List<String> texts(String key) {
      return values.texts(key);
    }

    @Override
    public List<List<String>> rows(String key) {
      List<List<String>> rows = new ArrayList<>();
      if (values.get(key) instanceof List<?> all) {
        for (Object row : all) {
          rows.add(
              row instanceof List<?> cells
                  ? cells.stream().map(String::valueOf).toList()
                  : List.of());
        }
      }
      return rows;
    }

    @Override
    public @Nullable SortedMap<String, String> pairs(String key) {
      if (!(values.get(key) instanceof Map<?, ?> all)) {
        return null;
      }
      SortedMap<String, String> pairs = new TreeMap<>();
      all.forEach((from, to) -> pairs.put(String.valueOf(from), String.valueOf(to)));
      return pairs;
    }

    @Override
    public @Nullable Redundancy redundancy(String key) {
      Values group = values.object(key);
      Long needs = group == null ? null : group.whole("needs");
      return group == null || needs == null
          ? null
          : new Redundancy(group.required("group"), Math.toIntExact(needs));
    }
  }
}
