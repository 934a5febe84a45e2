package org.planted.solver;

import org.junit.jupiter.api.Assertions;

/** Uses what no module may, so that the rules of the house are seen to fail. */
final class Planted {
  private Planted() {}

  static void violate() {
    Assertions.fail();
  }
}
