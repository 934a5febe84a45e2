package org.concordat.core.alignment;

/** One judgement of a link towards the business vision. Several people may judge the same link. */
public sealed interface Impact {
  Judgement judgement();

  /** What is judged, without the judgement: impacts with equal links are judgements of one link. */
  Link link();

  /** What breaking a requirement does to a factor. */
  record RequirementImpact(Requirement requirement, String factor, Judgement judgement)
      implements Impact {
    public RequirementImpact {
      Identifier.check(factor, "factor");
    }

    @Override
    public Link link() {
      return new Link(requirement.id(), factor);
    }
  }

  /** What a factor does to a goal. */
  record FactorImpact(String factor, String goal, Judgement judgement) implements Impact {
    public FactorImpact {
      Identifier.check(factor, "factor");
      Identifier.check(goal, "goal");
    }

    @Override
    public Link link() {
      return new Link(factor, goal);
    }
  }

  /**
   * The two ends of an impact: requirement and factor, or factor and goal. The two cannot be
   * confused, for only a requirement's id holds a slash.
   */
  record Link(String from, String to) {
    /**
     * The impact that somebody judges so.
     *
     * @throws IllegalArgumentException when an end can be no id of its kind
     */
    public Impact judged(Judgement judgement) {
      return Requirement.parse(from)
          .<Impact>map(requirement -> new RequirementImpact(requirement, to, judgement))
          .orElseGet(() -> new FactorImpact(from, to, judgement));
    }
  }
}
