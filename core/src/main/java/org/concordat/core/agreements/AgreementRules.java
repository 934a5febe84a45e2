package org.concordat.core.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;

/** What must hold within an agreement as a whole. Each finding names its line, target or key. */
public final class AgreementRules {
  private final Agreement agreement;
  private final FindingList findings = new FindingList();

  private AgreementRules(Agreement agreement) {
    this.agreement = agreement;
  }

  /** Everything that is wrong with it, errors first; empty when nothing is. */
  public static List<Finding> check(Agreement agreement) {
    AgreementRules rules = new AgreementRules(agreement);
    rules.checkWhole();
    rules.checkLines();
    return rules.findings.list();
  }

  private void checkWhole() {
    if (!agreement.term().contains(agreement.reviewOn())) {
      error(
          "review-on",
          "the review on %s is outside the term".formatted(agreement.reviewOn()),
          "choose a day from %s until %s"
              .formatted(agreement.term().from(), agreement.term().until()));
    }
    if (agreement.lines().isEmpty()) {
      error("lines", "nothing is agreed", "write at least one line");
    }
    checkIds(
        "obligations", "obligation", agreement.obligations().stream().map(Obligation::id).toList());
    checkIds(
        "exclusions", "exclusion", agreement.exclusions().stream().map(Exclusion::id).toList());
    for (Side side : Side.values()) {
      if (agreement.obligations().stream().noneMatch(o -> o.side() == side)) {
        findings.warning(
            Place.ofKey("obligations"),
            "the " + side.name().toLowerCase(java.util.Locale.ROOT) + " side has no obligation",
            "say what it has to do for the targets to be met");
      }
    }
  }

  private void checkLines() {
    checkIds("lines", "line", agreement.lines().stream().map(AgreementLine::id).toList());
    checkIds("lines", "target", agreement.targets().map(t -> t.target().id()).toList());
    for (AgreementLine line : agreement.lines()) {
      String key = "lines." + line.id();
      int top = agreement.scale().size();
      if (line.neededNumber() > top || line.agreedNumber() > top) {
        error(key, "a level is above the scale, which has " + top, null);
      }
      switch (line.provision()) {
        case Provision.Served served -> checkServed(key, line, served);
        case Provision.Included included -> checkIncluded(key, included);
        case Provision.Unserved _ -> {}
      }
    }
  }

  private void checkServed(String key, AgreementLine line, Provision.Served served) {
    if (!served.price().currency().equals(agreement.currency())) {
      error(
          key + ".price",
          "the price is in " + served.price().currency(),
          "the agreement is in " + agreement.currency());
    }
    if (line.targets().isEmpty()) {
      findings.warning(
          Place.ofKey(key), "it has no target, so nobody can tell whether it is kept", null);
    }
  }

  private void checkIncluded(String key, Provision.Included included) {
    boolean isServed =
        agreement
            .line(included.line())
            .filter(l -> l.provision() instanceof Provision.Served)
            .isPresent();
    if (!isServed) {
      error(
          key,
          "it is included in line '" + included.line() + "', which buys nothing",
          "name a line that is served");
    }
  }

  private void checkIds(String key, String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        error(key, what + " '" + id + "' stands twice", "give one of them another id");
      }
    }
  }

  private void error(String key, String problem, @org.jspecify.annotations.Nullable String remedy) {
    findings.error(Place.ofKey(key), problem, remedy);
  }
}
