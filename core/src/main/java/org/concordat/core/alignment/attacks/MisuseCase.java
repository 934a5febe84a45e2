package org.concordat.core.alignment.attacks;

import java.util.List;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A misuse case: a story of somebody who uses the system against its owner (G. Sindre, A. L.
 * Opdahl, <i>Eliciting security requirements with misuse cases</i>, Requirements Engineering 10,
 * 2005).
 *
 * @param id unique within the organisation
 * @param name what people call it
 * @param violates the security requirement that is broken when the story ends well for the attacker
 * @param who the one who misuses the system, such as "dismissed employee"; empty when nobody said
 * @param goal what that one wants; empty when nobody said
 * @param preconditions what must hold before it can begin; empty when nobody said
 * @param course what happens, step by step
 * @param tree how it may be done, or null when there is no tree yet
 */
public record MisuseCase(
    String id,
    String name,
    Requirement violates,
    String who,
    String goal,
    String preconditions,
    List<String> course,
    @Nullable AttackTree tree) {
  public MisuseCase {
    if (!Identifier.isValid(id)) {
      throw new IllegalArgumentException(
          "misuse case '" + id + "' is not made of " + Identifier.SHAPE);
    }
    course = List.copyOf(course);
  }
}
