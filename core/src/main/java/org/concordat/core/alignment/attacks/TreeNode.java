package org.concordat.core.alignment.attacks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal in an attack-defence tree. Nodes name each other by their ids, so that several may share
 * one.
 *
 * <pre>
 *   node           = attack step | countermeasure | gate
 *   gate           = refinement, parts of the same actor
 *   countered by   = nodes of the other actor; one that works undoes the node
 * </pre>
 */
public sealed interface TreeNode {
  /** Unique within the tree. */
  String id();

  /** What people call it. */
  String name();

  Actor actor();

  /** The nodes of the other actor that undo this one; each is enough. */
  List<String> counteredBy();

  /** The nodes that this one is made of; a basic step has none. */
  List<String> parts();

  /** What the attacker does in one go. */
  record AttackStep(String id, String name, StepValues values, List<String> counteredBy)
      implements TreeNode {
    public AttackStep {
      counteredBy = List.copyOf(counteredBy);
    }

    @Override
    public Actor actor() {
      return Actor.ATTACKER;
    }

    @Override
    public List<String> parts() {
      return List.of();
    }
  }

  /**
   * What the defender does in one go. When it is switched on, it works, unless something that
   * counters it succeeds; doubt in a countermeasure is an attack step against it.
   *
   * @param cost what it costs the defender, 0 or more, in the unit of the tree; null is not known
   * @param inPlace whether it is switched on today
   */
  record Countermeasure(
      String id, String name, @Nullable Double cost, boolean inPlace, List<String> counteredBy)
      implements TreeNode {
    public Countermeasure {
      counteredBy = List.copyOf(counteredBy);
    }

    @Override
    public Actor actor() {
      return Actor.DEFENDER;
    }

    @Override
    public List<String> parts() {
      return List.of();
    }
  }

  /** A goal that is reached by its parts. */
  record Gate(
      String id,
      String name,
      Actor actor,
      Refinement refinement,
      List<String> parts,
      List<String> counteredBy)
      implements TreeNode {
    public Gate {
      parts = List.copyOf(parts);
      counteredBy = List.copyOf(counteredBy);
    }
  }
}
