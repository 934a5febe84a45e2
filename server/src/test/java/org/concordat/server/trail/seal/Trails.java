package org.concordat.server.trail.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.trail.seal.TrailVerification.Expectation;

/** Trails, keys and exports of the tests. */
final class Trails {
  static final UUID ACME = UUID.fromString("0198c5a0-7c1e-7000-8000-000000000001");
  static final UUID OTHER = UUID.fromString("0198c5a0-7c1e-7000-8000-000000000002");
  static final Instant START = Instant.parse("2026-03-02T09:30:00.000001Z");

  /** The first test vector of RFC 8032, section 7.1, as a key file. */
  static final SealKey KEY =
      SealKey.parse(
              """
              -----BEGIN PRIVATE KEY-----
              MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
              -----END PRIVATE KEY-----
              -----BEGIN PUBLIC KEY-----
              MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
              -----END PUBLIC KEY-----
              """)
          .orElseThrow();

  private Trails() {}

  static TrailEntry entry(long number) {
    return entry(ACME, number, "Claims database");
  }

  static TrailEntry entry(UUID tenant, long number, String name) {
    return new TrailEntry(
        tenant,
        number,
        START.plusSeconds(number),
        "j.doe",
        number % 2 == 0 ? null : "POST /assets",
        number % 2 == 0 ? null : new UUID(0x7000, number),
        number % 3 == 0 ? "renamed, \"for good\"" : null,
        "asset",
        "claims-db-" + number,
        Operation.UPDATE,
        "{\"id\": " + number + ", \"name\": \"Claims\", \"value\": 0.10}",
        "{\"id\": " + number + ", \"name\": \"" + name + "\", \"value\": 9007199254740993}");
  }

  static List<TrailEntry> entries(int count) {
    List<TrailEntry> entries = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      entries.add(entry(number));
    }
    return entries;
  }

  /** A head over the first entries. */
  static SignedHead head(SealKey key, UUID tenant, List<TrailEntry> entries, int size) {
    MerkleTree tree = new MerkleTree();
    entries.subList(0, size).forEach(e -> tree.append(e.leaf()));
    return SignedHead.sign(key, tenant, tree, START.plusSeconds(1000L + size));
  }

  static TrailHeader header(SealKey key) {
    return new TrailHeader(ACME, "Acmé Insurance", key.publicKey(), START.plusSeconds(5000));
  }

  /** The export of these entries with heads of these sizes. */
  static String export(List<TrailEntry> entries, int... sizes) {
    List<SignedHead> heads = new ArrayList<>();
    for (int size : sizes) {
      heads.add(head(KEY, ACME, entries, size));
    }
    return export(KEY, entries, heads);
  }

  static String export(SealKey key, List<TrailEntry> entries, List<SignedHead> heads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TrailExport.write(out, header(key), entries.iterator(), heads.iterator(), key);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static TrailVerification verify(String export) {
    return verify(export.getBytes(StandardCharsets.UTF_8), Expectation.of(KEY.publicKey()));
  }

  static TrailVerification verify(byte[] export, Expectation expectation) {
    try {
      return TrailVerification.verify(new ByteArrayInputStream(export), "acme.ndjson", expectation);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
