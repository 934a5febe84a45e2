package org.concordat.formats.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void boxes_that_have_room_stand_where_they_like_to() {
    assertThat(tops(new double[] {20, 60}, 10, 100)).containsExactly(15, 55);
  }

  @Test
  void boxes_that_like_the_same_place_share_the_way() {
    assertThat(tops(new double[] {50, 50}, 10, 100)).containsExactly(39, 51);
  }

  @Test
  void boxes_stay_in_the_column() {
    assertThat(tops(new double[] {0, 0, 100}, 10, 100)).containsExactly(0, 12, 90);
  }

  @Test
  void boxes_keep_their_order_and_their_distance() {
    long seed = 42;
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      double[] centres = random.doubles(1 + random.nextInt(12), -50, 300).toArray();
      double[] tops = tops(centres, 10, 200);
      assertThat(tops[0]).as("seed %d, run %d", seed, run).isGreaterThanOrEqualTo(0);
      for (int i = 1; i < tops.length; i++) {
        assertThat(tops[i] - tops[i - 1]).as("seed %d, run %d", seed, run).isGreaterThan(12 - 1e-9);
      }
      assertThat(tops[tops.length - 1] + 10).isLessThan(200 + 1e-9);
    }
  }

  private static double[] tops(double[] centres, double size, double room) {
    double[] heights = new double[centres.length];
    java.util.Arrays.fill(heights, size);
    return Spread.tops(centres, heights, 2, room);
  }
}
