package org.concordat.server.trail.sealing;

/** A trail cannot be sealed any further, because somebody has reached into the database. */
public final class BrokenTrail extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenTrail(String message) {
    super(message);
  }
}
