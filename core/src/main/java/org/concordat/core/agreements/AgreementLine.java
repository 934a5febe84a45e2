package org.concordat.core.agreements;

import java.util.List;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says of one requirement.
 *
 * @param id unique in the agreement; keeps its meaning from version to version
 * @param needed what the unit's need showed when the line was written; null for none
 * @param targets none where the line is not served
 * @param carriedBy the IT assets that carry it, none twice
 * @param goals the unit's goals behind it, none twice
 * @param because a remark, or null
 */
public record AgreementLine(
    String id,
    Requirement requirement,
    @Nullable Level needed,
    Provision provision,
    List<Target> targets,
    List<String> carriedBy,
    List<String> goals,
    @Nullable String because) {
  public AgreementLine {
    Identifier.check(id, "line");
    targets = List.copyOf(targets);
    carriedBy = List.copyOf(carriedBy);
    goals = List.copyOf(goals);
    carriedBy.forEach(a -> Identifier.check(a, "asset"));
    goals.forEach(g -> Identifier.check(g, "goal"));
    if (carriedBy.stream().distinct().count() != carriedBy.size()
        || goals.stream().distinct().count() != goals.size()) {
      throw new IllegalArgumentException("line '" + id + "' names an asset or a goal twice");
    }
    if (provision instanceof Provision.Unserved && !targets.isEmpty()) {
      throw new IllegalArgumentException(
          "line '" + id + "' has targets, though nothing is supplied for it");
    }
    if (because != null) {
      Texts.paragraph(because, "the remark of line '" + id + "'");
    }
  }

  /** The number of the level that is needed; 0 for none. */
  public int neededNumber() {
    return needed == null ? 0 : needed.number();
  }

  /** The number of the agreed level; 0 where nothing is agreed. */
  public int agreedNumber() {
    return provision.agreed();
  }

  /** Whether less is agreed than is needed, so that somebody has to accept the risk. */
  public boolean fallsShort() {
    return agreedNumber() < neededNumber();
  }

  /** What it costs in a year, without what is paid once. */
  public Money yearly(String currency) {
    return switch (provision) {
      case Provision.Served s -> s.price().yearly(s.quantity());
      case Provision.Included _, Provision.Unserved _ -> Money.none(currency);
    };
  }

  /** What it costs once. */
  public Money once(String currency) {
    return switch (provision) {
      case Provision.Served s -> s.price().once();
      case Provision.Included _, Provision.Unserved _ -> Money.none(currency);
    };
  }
}
