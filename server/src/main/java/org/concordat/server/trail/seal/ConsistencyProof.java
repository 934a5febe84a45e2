package org.concordat.server.trail.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree grew out of an earlier one by appending alone (RFC 6962, section 2.1.2).
 *
 * @param from the size of the earlier tree, at least 1
 * @param to the size of the later tree, at least {@code from}
 * @param path the hashes that both roots are made of; none when the sizes are equal
 */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {
  /**
   * A proof.
   *
   * @throws IllegalArgumentException when a tree cannot grow from one size to the other
   */
  public ConsistencyProof {
    checkGrowth(from, to);
    path = List.copyOf(path);
  }

  private static void checkGrowth(long from, long to) {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "a tree grows from a size of at least 1 to one that is not smaller, not from %d to %d"
              .formatted(from, to));
    }
  }

  /** The proof for the first {@code from} of all leaves; costs a hash for each leaf. */
  public static ConsistencyProof of(List<TreeHash> leaves, int from) {
    checkGrowth(from, leaves.size());
    List<TreeHash> path = new ArrayList<>();
    int start = 0;
    int end = leaves.size();
    boolean isOldRoot = true;
    while (from < end) {
      int middle = start + InclusionProof.largestPowerBelow(end - start);
      if (from <= middle) {
        path.add(MerkleTree.root(leaves.subList(middle, end)));
        end = middle;
      } else {
        path.add(MerkleTree.root(leaves.subList(start, middle)));
        start = middle;
        isOldRoot = false;
      }
    }
    if (!isOldRoot) {
      path.add(MerkleTree.root(leaves.subList(start, end)));
    }
    return new ConsistencyProof(from, leaves.size(), path.reversed());
  }

  /**
   * Whether this proves that the tree with the later root begins with the leaves of the one with
   * the earlier root (the algorithm of RFC 9162, section 2.1.4.2).
   */
  public boolean proves(TreeHash earlier, TreeHash later) {
    if (from == to) {
      return path.isEmpty() && earlier.equals(later);
    }
    List<TreeHash> steps = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      steps.addFirst(earlier);
    }
    if (steps.isEmpty()) {
      return false;
    }
    int whole = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> whole;
    long last = (to - 1) >> whole;
    TreeHash oldRoot = steps.getFirst();
    TreeHash newRoot = oldRoot;
    for (TreeHash step : steps.subList(1, steps.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldRoot = TreeHash.node(step, oldRoot);
        newRoot = TreeHash.node(step, newRoot);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newRoot = TreeHash.node(newRoot, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && oldRoot.equals(earlier) && newRoot.equals(later);
  }
}
