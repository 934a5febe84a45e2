package org.concordat.server.alignment.attacks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.TreeEdit.Tie;
import org.concordat.core.alignment.attacks.TreeNode;
import org.jspecify.annotations.Nullable;

/**
 * A node in the outline of a tree, with what stands beneath it.
 *
 * @param under the node that it hangs on, or null for the root
 * @param above the node that the former hangs on, or null
 * @param isRepeat whether it stands above already, with all that is beneath it
 * @param isFirst among its neighbours
 * @param isLast among its neighbours
 */
public record Branch(
    TreeNode node,
    @Nullable String under,
    @Nullable String above,
    Tie tie,
    boolean isRepeat,
    boolean isFirst,
    boolean isLast,
    List<Branch> branches) {
  /** An outline of more nodes is no help; larger trees are worked on as files. */
  static final int MOST = 600;

  private static final int DEEPEST = 60;

  public Branch {
    branches = List.copyOf(branches);
  }

  /** The part of an element's id that names this place. */
  public String key() {
    return (under == null ? "" : under + "--") + node.id();
  }

  /** What the node is called; its id when it has no name. */
  public String name() {
    return node.name().isBlank() ? node.id() : node.name();
  }

  /** Whether it can move out to where its whole is. */
  public boolean canMoveOut() {
    return above != null && tie == Tie.PART;
  }

  /** The outline, or null when the tree is too large or too deep for one. */
  static @Nullable Branch of(AttackTree tree) {
    return tree.nodes().size() > MOST
        ? null
        : new Outline(tree.byId()).branch(tree.root(), null, null, Tie.PART, true, true, 0);
  }

  private record Outline(Map<String, TreeNode> nodes, Set<String> shown) {
    Outline(Map<String, TreeNode> nodes) {
      this(nodes, new HashSet<>());
    }

    @Nullable Branch branch(
        String id,
        @Nullable String under,
        @Nullable String above,
        Tie tie,
        boolean isFirst,
        boolean isLast,
        int depth) {
      TreeNode node = nodes.get(id);
      if (node == null || depth > DEEPEST) {
        return null;
      }
      boolean isRepeat = !shown.add(id);
      List<Branch> branches = new ArrayList<>();
      if (!isRepeat
          && (!add(branches, node.parts(), Tie.PART, id, under, depth)
              || !add(branches, node.counteredBy(), Tie.COUNTER, id, under, depth))) {
        return null;
      }
      return new Branch(node, under, above, tie, isRepeat, isFirst, isLast, branches);
    }

    private boolean add(
        List<Branch> branches,
        List<String> links,
        Tie tie,
        String id,
        @Nullable String under,
        int depth) {
      for (int i = 0; i < links.size(); i++) {
        Branch branch =
            branch(links.get(i), id, under, tie, i == 0, i == links.size() - 1, depth + 1);
        if (branch == null) {
          return false;
        }
        branches.add(branch);
      }
      return true;
    }
  }
}
