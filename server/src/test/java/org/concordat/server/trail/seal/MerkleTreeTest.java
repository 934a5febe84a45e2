package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against the vectors of Certificate Transparency and against RFC 6962 word by word. */
class MerkleTreeTest {
  /** The eight leaves that implementations of Certificate Transparency are tested with. */
  private static final List<TreeHash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(hex -> TreeHash.leaf(HexFormat.of().parseHex(hex)))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5,4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6,76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7,ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void the_root_is_that_of_the_known_vectors(int size, String root) {
    assertThat(MerkleTree.root(LEAVES.subList(0, size))).hasToString(root);
  }

  @Test
  void audit_paths_are_those_of_the_known_vectors() {
    assertThat(InclusionProof.of(LEAVES, 0).path())
        .hasToString(
            "[96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7,"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e,"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4]");
    assertThat(InclusionProof.of(LEAVES, 5).path())
        .hasToString(
            "[bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b,"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0,"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7]");
    assertThat(InclusionProof.of(LEAVES.subList(0, 3), 2).path())
        .hasToString("[fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125]");
  }

  @Test
  void consistency_proofs_are_those_of_the_known_vectors() {
    assertThat(ConsistencyProof.of(LEAVES, 6).path())
        .hasToString(
            "[0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a,"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0,"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7]");
    assertThat(ConsistencyProof.of(LEAVES.subList(0, 5), 2).path())
        .hasToString(
            "[5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e,"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b]");
    assertThat(ConsistencyProof.of(LEAVES, 8).path()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_growing_tree_has_the_roots_of_the_definition(long seed) {
    List<TreeHash> leaves = leaves(new Random(seed), 300);
    MerkleTree tree = new MerkleTree();
    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(tree.root())
          .as("seed %d, size %d", seed, size)
          .isEqualTo(rootByDefinition(leaves.subList(0, size)));
      assertThat(tree.size()).isEqualTo(size);
      if (size < leaves.size()) {
        tree.append(leaves.get(size));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void a_tree_goes_on_growing_from_its_bytes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<TreeHash> leaves = leaves(random, 1 + random.nextInt(100));
      int saved = random.nextInt(leaves.size());
      MerkleTree before = new MerkleTree();
      leaves.subList(0, saved).forEach(before::append);

      MerkleTree restored = MerkleTree.of(before.toBytes());
      leaves.subList(saved, leaves.size()).forEach(restored::append);

      assertThat(restored.root())
          .as("seed %d, saved at %d of %d", seed, saved, leaves.size())
          .isEqualTo(rootByDefinition(leaves));
      assertThat(before.toBytes()).hasSize(8 + 32 * Integer.bitCount(saved));
    }
  }

  @Test
  void bytes_that_are_no_tree_are_refused() {
    MerkleTree tree = new MerkleTree();
    LEAVES.subList(0, 7).forEach(tree::append);
    byte[] bytes = tree.toBytes();

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException()
          .as("%d bytes", length)
          .isThrownBy(() -> MerkleTree.of(cut));
    }
    byte[] negative = bytes.clone();
    negative[0] = (byte) 0x80;
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.of(negative));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void every_leaf_is_proved_and_nothing_else(long seed) {
    Random random = new Random(seed);
    for (int size = 1; size <= 40; size++) {
      List<TreeHash> leaves = leaves(random, size);
      TreeHash root = rootByDefinition(leaves);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.of(leaves, index);
        String situation = "seed %d, leaf %d of %d".formatted(seed, index, size);

        assertThat(proof.path()).as(situation).isEqualTo(auditPathByDefinition(index, leaves));
        assertThat(proof.proves(leaves.get(index), root)).as(situation).isTrue();
        assertThat(proof.proves(root, root)).as(situation).isEqualTo(size == 1);
        assertThat(proof.proves(leaves.get(index), leaves.get(index)))
            .as(situation)
            .isEqualTo(size == 1);
        for (List<TreeHash> wrong : damaged(proof.path(), random)) {
          assertThat(new InclusionProof(index, size, wrong).proves(leaves.get(index), root))
              .as(situation)
              .isFalse();
        }
        if (size > 1) {
          int other = (index + 1) % size;
          assertThat(new InclusionProof(other, size, proof.path()).proves(leaves.get(index), root))
              .as(situation)
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void growth_by_appending_is_proved_and_nothing_else(long seed) {
    Random random = new Random(seed);
    for (int size = 1; size <= 40; size++) {
      List<TreeHash> leaves = leaves(random, size);
      TreeHash later = rootByDefinition(leaves);
      for (int from = 1; from <= size; from++) {
        TreeHash earlier = rootByDefinition(leaves.subList(0, from));
        ConsistencyProof proof = ConsistencyProof.of(leaves, from);
        String situation = "seed %d, from %d to %d".formatted(seed, from, size);

        assertThat(proof.path()).as(situation).isEqualTo(subproofByDefinition(from, leaves, true));
        assertThat(proof.proves(earlier, later)).as(situation).isTrue();
        TreeHash otherPast = TreeHash.plain(earlier.bytes());
        assertThat(proof.proves(otherPast, later)).as(situation).isFalse();
        assertThat(proof.proves(earlier, otherPast)).as(situation).isFalse();
        for (List<TreeHash> wrong : damaged(proof.path(), random)) {
          assertThat(new ConsistencyProof(from, size, wrong).proves(earlier, later))
              .as(situation)
              .isFalse();
        }
      }
    }
  }

  @Test
  void proofs_of_what_cannot_be_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(LEAVES, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(LEAVES, 9));
    assertThat(new ConsistencyProof(3, 5, List.of()).proves(LEAVES.get(0), LEAVES.get(0)))
        .isFalse();
  }

  @Test
  void a_hash_is_read_as_it_is_written() {
    TreeHash hash = LEAVES.getFirst();

    assertThat(TreeHash.parse(hash.toString())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThatIllegalArgumentException().isThrownBy(() -> TreeHash.parse("00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeHash.parse(hash.toString().replace('6', 'x')));
  }

  private static List<TreeHash> leaves(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              byte[] content = new byte[1 + random.nextInt(20)];
              random.nextBytes(content);
              content[0] = (byte) i; // Equal neighbours could swap places unnoticed.
              return TreeHash.leaf(content);
            })
        .toList();
  }

  /** The path without a step, with one more, and with another hash in one place. */
  private static List<List<TreeHash>> damaged(List<TreeHash> path, Random random) {
    TreeHash stranger = TreeHash.plain(new byte[] {(byte) random.nextInt()});
    List<List<TreeHash>> all = new ArrayList<>();
    all.add(Stream.concat(path.stream(), Stream.of(stranger)).toList());
    all.add(Stream.concat(Stream.of(stranger), path.stream()).toList());
    for (int i = 0; i < path.size(); i++) {
      List<TreeHash> changed = new ArrayList<>(path);
      changed.set(i, stranger);
      all.add(changed);
      List<TreeHash> shorter = new ArrayList<>(path);
      shorter.remove(i);
      all.add(shorter);
    }
    return all;
  }

  /** MTH of RFC 6962, section 2.1. */
  private static TreeHash rootByDefinition(List<TreeHash> d) {
    int n = d.size();
    if (n == 0) {
      return TreeHash.plain(new byte[0]);
    }
    if (n == 1) {
      return d.getFirst();
    }
    int k = split(n);
    return TreeHash.node(rootByDefinition(d.subList(0, k)), rootByDefinition(d.subList(k, n)));
  }

  /** PATH of RFC 6962, section 2.1.1. */
  private static List<TreeHash> auditPathByDefinition(int m, List<TreeHash> d) {
    int n = d.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? with(auditPathByDefinition(m, d.subList(0, k)), rootByDefinition(d.subList(k, n)))
        : with(auditPathByDefinition(m - k, d.subList(k, n)), rootByDefinition(d.subList(0, k)));
  }

  /** SUBPROOF of RFC 6962, section 2.1.2. */
  private static List<TreeHash> subproofByDefinition(int m, List<TreeHash> d, boolean b) {
    int n = d.size();
    if (m == n) {
      return b ? List.of() : List.of(rootByDefinition(d));
    }
    int k = split(n);
    return m <= k
        ? with(subproofByDefinition(m, d.subList(0, k), b), rootByDefinition(d.subList(k, n)))
        : with(
            subproofByDefinition(m - k, d.subList(k, n), false), rootByDefinition(d.subList(0, k)));
  }

  private static List<TreeHash> with(List<TreeHash> start, TreeHash end) {
    return Stream.concat(start.stream(), Stream.of(end)).toList();
  }

  /** The largest power of two below n. */
  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
