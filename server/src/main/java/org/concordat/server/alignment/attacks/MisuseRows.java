package org.concordat.server.alignment.attacks;

import static org.concordat.server.database.schema.Tables.ATTACK_NODE;
import static org.concordat.server.database.schema.Tables.ATTACK_TREE_ORIGIN;
import static org.concordat.server.database.schema.Tables.MISUSE_CASE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.yaml.Words;
import org.concordat.server.database.schema.tables.records.AttackNodeRecord;
import org.concordat.server.database.schema.tables.records.MisuseCaseRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Misuse cases as rows. All methods work in a transaction of the organisation. */
final class MisuseRows {
  private MisuseRows() {}

  static List<MisuseCase> all(DSLContext sql) {
    Map<String, List<TreeNode>> nodes = new LinkedHashMap<>();
    sql.selectFrom(ATTACK_NODE)
        .orderBy(ATTACK_NODE.PLACE)
        .forEach(
            row ->
                nodes.computeIfAbsent(row.getMisuseCase(), _ -> new ArrayList<>()).add(node(row)));
    return sql.selectFrom(MISUSE_CASE).orderBy(MISUSE_CASE.PLACE).stream()
        .map(row -> read(row, nodes.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  static Optional<MisuseCase> find(DSLContext sql, String id) {
    return sql.selectFrom(MISUSE_CASE)
        .where(MISUSE_CASE.ID.eq(id))
        .fetchOptional()
        .map(
            row ->
                read(
                    row,
                    sql.selectFrom(ATTACK_NODE)
                        .where(ATTACK_NODE.MISUSE_CASE.eq(id))
                        .orderBy(ATTACK_NODE.PLACE)
                        .fetch(MisuseRows::node)));
  }

  private static MisuseCase read(MisuseCaseRecord row, List<TreeNode> nodes) {
    String root = row.getRoot();
    return new MisuseCase(
        row.getId(),
        row.getName(),
        new Requirement(row.getAsset(), row.getProperty()),
        orEmpty(row.getWho()),
        orEmpty(row.getAim()),
        orEmpty(row.getPreconditions()),
        List.of(row.getCourse()),
        root == null
            ? null
            : new AttackTree(
                row.getId(),
                row.getName(),
                new Units(orEmpty(row.getCostUnit()), orEmpty(row.getTimeUnit())),
                root,
                nodes));
  }

  private static TreeNode node(AttackNodeRecord row) {
    Actor actor = Words.find(Actor.class, row.getActor()).orElseThrow();
    List<String> counters = List.of(row.getCounteredBy());
    if (row.getRefinement() != null) {
      return new TreeNode.Gate(
          row.getNode(),
          row.getName(),
          actor,
          Words.find(Refinement.class, row.getRefinement()).orElseThrow(),
          List.of(row.getParts()),
          counters);
    }
    return actor == Actor.DEFENDER
        ? new TreeNode.Countermeasure(
            row.getNode(), row.getName(), row.getCost(), row.getInPlace(), counters)
        : new TreeNode.AttackStep(
            row.getNode(),
            row.getName(),
            new StepValues(row.getCost(), row.getProbability(), row.getSkill(), row.getDuration()),
            counters);
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /** Writes what differs, so that the trail tells what was done. */
  static void write(DSLContext sql, @Nullable MisuseCase present, @Nullable MisuseCase wanted) {
    String id = Objects.requireNonNull(wanted == null ? present : wanted).id();
    if (wanted != null) {
      MisuseCaseRecord row = row(wanted);
      if (present == null) {
        sql.insertInto(MISUSE_CASE).set(row).execute();
      } else if (!row(present).equals(row)) {
        sql.update(MISUSE_CASE).set(row).where(MISUSE_CASE.ID.eq(id)).execute();
      }
    }
    Map<String, TreeNode> before = nodes(present);
    Map<String, TreeNode> after = nodes(wanted);
    List<String> gone = before.keySet().stream().filter(n -> !after.containsKey(n)).toList();
    if (!gone.isEmpty()) {
      sql.deleteFrom(ATTACK_NODE)
          .where(ATTACK_NODE.MISUSE_CASE.eq(id).and(ATTACK_NODE.NODE.in(gone)))
          .execute();
    }
    after.forEach(
        (name, node) -> {
          TreeNode was = before.get(name);
          if (was == null) {
            sql.insertInto(ATTACK_NODE).set(row(id, node)).execute();
          } else if (!was.equals(node)) {
            sql.update(ATTACK_NODE)
                .set(row(id, node))
                .where(ATTACK_NODE.MISUSE_CASE.eq(id).and(ATTACK_NODE.NODE.eq(name)))
                .execute();
          }
        });
    if (wanted == null) {
      sql.deleteFrom(MISUSE_CASE).where(MISUSE_CASE.ID.eq(id)).execute();
    }
  }

  static Optional<String> origin(DSLContext sql, String id) {
    return sql.select(ATTACK_TREE_ORIGIN.ADTOOL)
        .from(ATTACK_TREE_ORIGIN)
        .where(ATTACK_TREE_ORIGIN.MISUSE_CASE.eq(id))
        .fetchOptional(ATTACK_TREE_ORIGIN.ADTOOL);
  }

  /**
   * Keeps the file that a tree came from; without a tree none is kept.
   *
   * @param origin null for no other one than before
   * @return whether anything was different
   */
  static boolean writeOrigin(
      DSLContext sql, String id, @Nullable MisuseCase wanted, @Nullable AdtoolDocument origin) {
    if (wanted == null || wanted.tree() == null) {
      return sql.deleteFrom(ATTACK_TREE_ORIGIN)
              .where(ATTACK_TREE_ORIGIN.MISUSE_CASE.eq(id))
              .execute()
          > 0;
    }
    if (origin == null) {
      return false;
    }
    String adtool = new String(origin.write(), StandardCharsets.UTF_8);
    Optional<String> before = origin(sql, id);
    if (before.isEmpty()) {
      sql.insertInto(ATTACK_TREE_ORIGIN)
          .set(ATTACK_TREE_ORIGIN.MISUSE_CASE, id)
          .set(ATTACK_TREE_ORIGIN.ADTOOL, adtool)
          .execute();
    } else if (!before.get().equals(adtool)) {
      sql.update(ATTACK_TREE_ORIGIN)
          .set(ATTACK_TREE_ORIGIN.ADTOOL, adtool)
          .where(ATTACK_TREE_ORIGIN.MISUSE_CASE.eq(id))
          .execute();
    }
    return !before.equals(Optional.of(adtool));
  }

  private static Map<String, TreeNode> nodes(@Nullable MisuseCase of) {
    AttackTree tree = of == null ? null : of.tree();
    return tree == null ? Map.of() : tree.byId();
  }

  private static MisuseCaseRecord row(MisuseCase wanted) {
    MisuseCaseRecord row = new MisuseCaseRecord();
    row.setId(wanted.id());
    row.setName(wanted.name());
    row.setAsset(wanted.violates().asset());
    row.setProperty(wanted.violates().property());
    row.setWho(orNull(wanted.who()));
    row.setAim(orNull(wanted.goal()));
    row.setPreconditions(orNull(wanted.preconditions()));
    row.setCourse(wanted.course().toArray(String[]::new));
    AttackTree tree = wanted.tree();
    row.setRoot(tree == null ? null : tree.root());
    row.setCostUnit(tree == null ? null : orNull(tree.units().cost()));
    row.setTimeUnit(tree == null ? null : orNull(tree.units().time()));
    return row;
  }

  private static AttackNodeRecord row(String misuseCase, TreeNode node) {
    AttackNodeRecord row = new AttackNodeRecord();
    row.setMisuseCase(misuseCase);
    row.setNode(node.id());
    row.setName(node.name());
    row.setActor(Words.of(node.actor()));
    row.setParts(node.parts().toArray(String[]::new));
    row.setCounteredBy(node.counteredBy().toArray(String[]::new));
    row.setInPlace(false);
    row.setRefinement(null);
    row.setCost(null);
    row.setProbability(null);
    row.setSkill(null);
    row.setDuration(null);
    switch (node) {
      case TreeNode.AttackStep step -> {
        row.setCost(step.values().cost());
        row.setProbability(step.values().probability());
        row.setSkill(step.values().skill());
        row.setDuration(step.values().time());
      }
      case TreeNode.Countermeasure measure -> {
        row.setCost(measure.cost());
        row.setInPlace(measure.inPlace());
      }
      case TreeNode.Gate gate -> row.setRefinement(Words.of(gate.refinement()));
    }
    return row;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
