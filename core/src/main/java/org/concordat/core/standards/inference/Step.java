package org.concordat.core.standards.inference;

import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relations;

/** One step of a chain from control to control. */
public sealed interface Step {
  /**
   * A published mapping.
   *
   * @param backwards whether the step goes from the mapping's target to its source
   */
  record Mapped(Published mapping, boolean backwards) implements Step {
    @Override
    public ControlRef from() {
      return backwards ? mapping.target() : mapping.source();
    }

    @Override
    public ControlRef to() {
      return backwards ? mapping.source() : mapping.target();
    }

    @Override
    public Relations says() {
      Relations said = mapping.statement().relations();
      return backwards ? said.converse() : said;
    }

    @Override
    public Step reversed() {
      return new Mapped(mapping, !backwards);
    }
  }

  /**
   * A part of a control of the same catalogue.
   *
   * @param backwards whether the step goes from the whole to the part
   */
  record Part(ControlRef part, ControlRef whole, boolean backwards) implements Step {
    @Override
    public ControlRef from() {
      return backwards ? whole : part;
    }

    @Override
    public ControlRef to() {
      return backwards ? part : whole;
    }

    @Override
    public Relations says() {
      return backwards ? Relations.PART.converse() : Relations.PART;
    }

    @Override
    public Step reversed() {
      return new Part(part, whole, !backwards);
    }
  }

  ControlRef from();

  ControlRef to();

  /** The relations of {@link #from} to {@link #to} that the step leaves possible. */
  Relations says();

  /** The same step, walked the other way. */
  Step reversed();
}
