package org.concordat.server.trail.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows that one leaf is in a tree without showing the others (the <i>audit path</i> of RFC 6962,
 * section 2.1.1).
 *
 * @param index which leaf, counted from 0
 * @param size how many leaves the tree has
 * @param path the hashes that the leaf's is joined with on the way to the root, lowest first
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
  /**
   * A proof.
   *
   * @throws IllegalArgumentException when a tree of this size has no such leaf
   */
  public InclusionProof {
    Objects.checkIndex(index, size);
    path = List.copyOf(path);
  }

  /** The proof for the leaf with this index; costs as many hashes as there are leaves. */
  public static InclusionProof of(List<TreeHash> leaves, int index) {
    Objects.checkIndex(index, leaves.size());
    List<TreeHash> path = new ArrayList<>();
    int from = 0;
    int to = leaves.size();
    while (to - from > 1) {
      int middle = from + largestPowerBelow(to - from);
      boolean isLeft = index < middle;
      path.add(MerkleTree.root(isLeft ? leaves.subList(middle, to) : leaves.subList(from, middle)));
      from = isLeft ? from : middle;
      to = isLeft ? middle : to;
    }
    return new InclusionProof(index, leaves.size(), path.reversed());
  }

  /** The largest power of two that is smaller than a number from 2 on. */
  static int largestPowerBelow(int size) {
    return Integer.highestOneBit(size - 1);
  }

  /**
   * Whether this proves that the leaf is at {@link #index} of the tree with this root (the
   * algorithm of RFC 9162, section 2.1.3.2).
   */
  public boolean proves(TreeHash leaf, TreeHash root) {
    long node = index;
    long last = size - 1;
    TreeHash hash = leaf;
    for (TreeHash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHash.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = TreeHash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
