package org.concordat.server.alignment;

/** A picture that is drawn of a model. */
public enum Picture {
  IMPACT,
  DEPENDENCIES,
  HEAT
}
