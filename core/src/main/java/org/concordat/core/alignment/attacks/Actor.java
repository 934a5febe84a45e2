package org.concordat.core.alignment.attacks;

/** Whose goal a node of an attack-defence tree is. */
public enum Actor {
  ATTACKER,
  DEFENDER;

  /** The one whom this one works against. */
  public Actor other() {
    return this == ATTACKER ? DEFENDER : ATTACKER;
  }
}
