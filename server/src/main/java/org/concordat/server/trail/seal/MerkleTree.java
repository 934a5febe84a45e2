package org.concordat.server.trail.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash of a growing list (RFC 6962, section 2.1) without the list: of all leaves only the roots
 * of the largest whole subtrees are kept, at most 63 hashes. They are the <i>frontier</i>, and all
 * that later leaves can ever join.
 *
 * <pre>
 * size 7:      o            frontier: a node of 4 leaves, one of 2, and one leaf
 *            /   \          root: H(a, H(b, c))
 *          a      .
 *        /  \    / \
 *       .    .  b   c
 *      / \  / \ /\
 * </pre>
 *
 * <p>Appending costs one hash on average; the root costs one for each part of the frontier. Not
 * safe for use by several threads.
 */
public final class MerkleTree {
  /** Largest subtree first; the sizes are the powers of two that add up to {@link #size}. */
  private final List<TreeHash> frontier = new ArrayList<>();

  private long size;

  /** A tree without leaves. */
  public MerkleTree() {}

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** Adds a leaf at the end. */
  public void append(TreeHash leaf) {
    TreeHash grown = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      grown = TreeHash.node(frontier.removeLast(), grown);
    }
    frontier.add(grown);
    size++;
  }

  /** The hash of all leaves; without any, the hash of nothing. */
  public TreeHash root() {
    if (frontier.isEmpty()) {
      return TreeHash.plain(new byte[0]);
    }
    TreeHash root = frontier.getLast();
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = TreeHash.node(frontier.get(i), root);
    }
    return root;
  }

  /** The root of these leaves. */
  public static TreeHash root(List<TreeHash> leaves) {
    MerkleTree tree = new MerkleTree();
    leaves.forEach(tree::append);
    return tree.root();
  }

  /**
   * The tree as bytes: its size in 8 bytes, highest first, and the hashes of the frontier, largest
   * subtree first.
   */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + frontier.size() * TreeHash.LENGTH);
    bytes.putLong(size);
    frontier.forEach(hash -> bytes.put(hash.bytes()));
    return bytes.array();
  }

  /**
   * Reads what {@link #toBytes} writes.
   *
   * @throws IllegalArgumentException when the bytes are no tree
   */
  public static MerkleTree of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long size = bytes.length < Long.BYTES ? -1 : buffer.getLong();
    if (size < 0 || buffer.remaining() != Long.bitCount(size) * TreeHash.LENGTH) {
      throw new IllegalArgumentException(bytes.length + " bytes that are no Merkle tree");
    }
    MerkleTree tree = new MerkleTree();
    tree.size = size;
    while (buffer.hasRemaining()) {
      byte[] hash = new byte[TreeHash.LENGTH];
      buffer.get(hash);
      tree.frontier.add(TreeHash.of(hash));
    }
    return tree;
  }
}
