package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.trail.seal.TrailVerification.NotedHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an export proves, and what is found when somebody meddled with it. Most tests use this one:
 *
 * <pre>
 * line  1       header
 * line  2 to 6  entries 1 to 5
 * line  7       head over 5
 * line  8 to 9  entries 6 and 7
 * line 10       head over 7
 * line 11       entry 8, not sealed yet
 * line 12       footer
 * </pre>
 */
class TrailVerificationTest {
  private static final List<TrailEntry> ENTRIES = Trails.entries(8);
  private static final String EXPORT = Trails.export(ENTRIES, 5, 7);

  /** Every kind of line, and an entry that is not sealed: small, for tests that try every byte. */
  private static final String SMALL = Trails.export(ENTRIES.subList(0, 2), 1);

  private static List<String> lines() {
    return new ArrayList<>(EXPORT.lines().toList());
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static List<String> problems(TrailVerification verification) {
    return verification.findings().stream().map(Finding::message).toList();
  }

  /** What the server would have exported, had its rows been these. */
  private static TrailVerification ofRows(List<TrailEntry> rows) {
    return Trails.verify(
        Trails.export(
            Trails.KEY,
            rows,
            List.of(
                Trails.head(Trails.KEY, Trails.ACME, ENTRIES, 5),
                Trails.head(Trails.KEY, Trails.ACME, ENTRIES, 7))));
  }

  @Test
  void an_untouched_export_is_sound() {
    TrailVerification verification = Trails.verify(EXPORT);

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.header().orElseThrow().organisation()).isEqualTo("Acmé Insurance");
    assertThat(verification.entries()).isEqualTo(8);
    assertThat(verification.heads()).isEqualTo(2);
    assertThat(verification.sealed()).isEqualTo(7);
    assertThat(verification.unsealed()).isEqualTo(1);
  }

  @Test
  void a_trail_without_entries_is_sound() {
    TrailVerification verification = Trails.verify(Trails.export(List.of()));

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.sealed()).isZero();
  }

  @Test
  void a_trail_that_was_never_sealed_has_entries_that_are_not_sealed_yet() {
    TrailVerification verification = Trails.verify(Trails.export(ENTRIES));

    assertThat(verification.isSound()).isTrue();
    assertThat(verification.unsealed()).isEqualTo(8);
  }

  @Test
  void without_a_key_the_reader_is_warned_that_little_is_shown() {
    TrailVerification verification =
        Trails.verify(EXPORT.getBytes(StandardCharsets.UTF_8), Expectation.NONE);

    assertThat(verification.isSound()).isTrue();
    assertThat(verification.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(
            f ->
                assertThat(f.message())
                    .contains("no key was given", "agrees with itself")
                    .contains(Trails.KEY.publicKey().fingerprint()));
  }

  @Test
  void an_export_that_somebody_made_up_with_a_key_of_their_own_is_refused() {
    SealKey forger = SealKey.generate();
    String forged =
        Trails.export(forger, ENTRIES, List.of(Trails.head(forger, Trails.ACME, ENTRIES, 8)));

    TrailVerification verification = Trails.verify(forged);

    assertThat(problems(verification))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:1: the export is signed with the key")
        .contains(forger.publicKey().fingerprint(), Trails.KEY.publicKey().fingerprint());
    assertThat(verification.sealed()).isZero();
  }

  @Test
  void a_row_that_was_changed_in_the_database_is_found_between_two_heads() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES);
    rows.set(5, Trails.entry(Trails.ACME, 6, "Some other name"));

    TrailVerification verification = ofRows(rows);

    assertThat(problems(verification))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:10: entries 6 to 7 are not those that were sealed");
    assertThat(verification.sealed()).isEqualTo(5);
    assertThat(verification.unsealed()).isEqualTo(3);
  }

  @Test
  void a_row_that_was_removed_from_the_database_is_found() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES);
    rows.remove(2);

    assertThat(problems(ofRows(rows)))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:4: entry 4 stands where 3 should");
  }

  @Test
  void a_gap_that_was_closed_by_renumbering_is_found() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES.subList(0, 2));
    ENTRIES.subList(3, 8).forEach(e -> rows.add(renumbered(e, e.number() - 1)));

    assertThat(problems(ofRows(rows)))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:7: entries 1 to 5 are not those that were sealed");
  }

  private static TrailEntry renumbered(TrailEntry entry, long number) {
    return new TrailEntry(
        entry.tenant(),
        number,
        entry.at(),
        entry.actor(),
        entry.request(),
        entry.change(),
        entry.reason(),
        entry.table(),
        entry.row(),
        entry.operation(),
        entry.before(),
        entry.after());
  }

  @Test
  void rows_that_were_swapped_are_found() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES);
    Collections.swap(rows, 1, 2);

    assertThat(problems(ofRows(rows))).hasSize(3).allMatch(p -> p.contains("stands where"));
  }

  @Test
  void a_row_that_was_put_in_between_is_found() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES);
    rows.add(3, Trails.entry(3));

    assertThat(problems(ofRows(rows))).first().asString().contains("entry 3 stands where 4 should");
  }

  @Test
  void sealed_rows_that_were_removed_at_the_end_are_found() {
    assertThat(problems(ofRows(ENTRIES.subList(0, 6))))
        .singleElement()
        .asString()
        .contains("this head is over 7 entries, but 6 stand before it");
  }

  @Test
  void an_entry_of_another_tenant_is_found() {
    List<TrailEntry> rows = new ArrayList<>(ENTRIES);
    rows.set(7, Trails.entry(Trails.OTHER, 8, "Claims database"));

    assertThat(problems(ofRows(rows)))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:11: this is of the tenant " + Trails.OTHER);
  }

  @Test
  void a_head_of_another_tenant_proves_nothing() {
    String export =
        Trails.export(
            Trails.KEY, ENTRIES, List.of(Trails.head(Trails.KEY, Trails.OTHER, ENTRIES, 8)));

    TrailVerification verification = Trails.verify(export);

    assertThat(problems(verification)).singleElement().asString().contains("this is of the tenant");
    assertThat(verification.sealed()).isZero();
  }

  @Test
  void a_head_that_another_key_signed_proves_nothing() {
    SignedHead forged = Trails.head(SealKey.generate(), Trails.ACME, ENTRIES, 8);
    SignedHead relabelled =
        new SignedHead(
            forged.tenant(),
            forged.size(),
            forged.root(),
            forged.at(),
            Trails.KEY.publicKey().fingerprint(),
            forged.signature());
    List<String> lines = lines();
    lines.add(11, new String(forged.canonical(), StandardCharsets.UTF_8));
    assertThat(problems(Trails.verify(text(lines))))
        .first()
        .asString()
        .startsWith("acme.ndjson:12: this head names the key " + forged.fingerprint());

    TrailVerification verification =
        Trails.verify(Trails.export(Trails.KEY, ENTRIES, List.of(relabelled)));

    assertThat(problems(verification))
        .singleElement()
        .asString()
        .contains("the signature of this head is wrong");
    assertThat(verification.sealed()).isZero();
  }

  @Test
  void heads_of_an_earlier_key_are_left_out_of_an_export() {
    SignedHead earlier = Trails.head(SealKey.generate(), Trails.ACME, ENTRIES, 3);
    SignedHead current = Trails.head(Trails.KEY, Trails.ACME, ENTRIES, 8);

    TrailVerification verification =
        Trails.verify(Trails.export(Trails.KEY, ENTRIES, List.of(earlier, current)));

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.heads()).isEqualTo(1);
    assertThat(verification.sealed()).isEqualTo(8);
  }

  @Test
  void an_older_head_that_was_put_in_place_of_a_newer_one_is_found() {
    List<String> lines = lines();
    lines.set(9, lines.get(6));

    TrailVerification verification = Trails.verify(text(lines));

    assertThat(problems(verification))
        .first()
        .asString()
        .startsWith("acme.ndjson:10: this head over 5 entries stands behind one over 5");
    assertThat(verification.sealed()).isEqualTo(5);
  }

  @Test
  void a_file_that_was_cut_off_is_found_wherever_it_was_cut() {
    byte[] whole = SMALL.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      assertThat(
              Trails.verify(Arrays.copyOf(whole, length), Expectation.of(Trails.KEY.publicKey()))
                  .isSound())
          .as("cut to %d of %d bytes", length, whole.length)
          .isFalse();
    }
  }

  @Test
  void every_byte_that_is_changed_is_found() {
    byte[] whole = SMALL.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      assertThat(Trails.verify(changed, Expectation.of(Trails.KEY.publicKey())).isSound())
          .as("byte %d of %d", i, whole.length)
          .isFalse();
    }
  }

  @Test
  void every_byte_that_is_removed_or_doubled_is_found() {
    for (int i = 0; i < SMALL.length(); i++) {
      String removed = SMALL.substring(0, i) + SMALL.substring(i + 1);
      String doubled = SMALL.substring(0, i + 1) + SMALL.substring(i);
      assertThat(Trails.verify(removed).isSound()).as("without character %d", i).isFalse();
      assertThat(Trails.verify(doubled).isSound()).as("twice character %d", i).isFalse();
    }
  }

  @Test
  void every_line_that_is_removed_doubled_or_moved_is_found() {
    for (int i = 0; i < lines().size(); i++) {
      List<String> removed = lines();
      removed.remove(i);
      assertThat(Trails.verify(text(removed)).isSound()).as("without line %d", i + 1).isFalse();
      for (int to = 0; to < lines().size(); to++) {
        List<String> doubled = lines();
        doubled.add(to, doubled.get(i));
        assertThat(Trails.verify(text(doubled)).isSound())
            .as("line %d again at %d", i + 1, to + 1)
            .isFalse();
        List<String> moved = lines();
        moved.add(to, moved.remove(i));
        assertThat(Trails.verify(text(moved)).isSound())
            .as("line %d moved to %d", i + 1, to + 1)
            .isEqualTo(to == i);
      }
    }
  }

  @Test
  void a_line_that_says_the_same_in_another_way_is_found() {
    List<String> spaced = lines();
    spaced.set(3, spaced.get(3).replace("\"kind\":", "\"kind\": "));
    List<String> escaped = lines();
    escaped.set(3, escaped.get(3).replace("j.doe", "\\u006a.doe"));

    assertThat(problems(Trails.verify(text(spaced))))
        .first()
        .asString()
        .startsWith("acme.ndjson:4: the line was rewritten");
    assertThat(problems(Trails.verify(text(escaped))))
        .first()
        .asString()
        .startsWith("acme.ndjson:4: the line was rewritten");
  }

  @Test
  void a_change_before_the_first_head_is_told_once_and_not_again_by_every_head() {
    List<String> lines = lines();
    lines.set(2, lines.get(2).replace("Claims database", "Nothing of value"));

    assertThat(problems(Trails.verify(text(lines))))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("acme.ndjson:7: entries 1 to 5 are not those"),
            p -> assertThat(p).startsWith("acme.ndjson:12: what stands before this line"));
  }

  @Test
  void a_change_to_what_is_not_sealed_yet_is_found_by_the_signature_of_the_export() {
    List<String> lines = lines();
    lines.set(10, lines.get(10).replace("Claims database", "Nothing of value"));

    TrailVerification verification = Trails.verify(text(lines));

    assertThat(problems(verification))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:12: what stands before this line is not what was exported");
    assertThat(verification.sealed()).isEqualTo(7);
  }

  @Test
  void line_breaks_of_windows_are_named_as_the_cause() {
    assertThat(problems(Trails.verify(EXPORT.replace("\n", "\r\n"))))
        .singleElement()
        .asString()
        .contains("line breaks were changed to those of Windows");
  }

  @Test
  void a_later_version_of_the_format_is_named() {
    assertThat(problems(Trails.verify(EXPORT.replaceFirst("\"version\":1}", "\"version\":2}"))))
        .singleElement()
        .asString()
        .contains("version 2 of the format is not known", "a newer version of Concordat");
  }

  /** Only a reader who kept something can tell: whoever has the key can sign another past. */
  @Test
  void a_past_that_the_holder_of_the_key_rewrote_is_found_by_a_noted_head() {
    SignedHead noted = Trails.head(Trails.KEY, Trails.ACME, ENTRIES, 5);
    List<TrailEntry> rewritten = new ArrayList<>(ENTRIES);
    rewritten.set(1, Trails.entry(Trails.ACME, 2, "Nothing of value"));
    String export = Trails.export(rewritten, 5, 8);
    Expectation expectation =
        new Expectation(
            Optional.of(Trails.KEY.publicKey()),
            Optional.of(new NotedHead(noted.size(), noted.root())));

    assertThat(Trails.verify(export).isSound()).isTrue();
    assertThat(problems(Trails.verify(export.getBytes(StandardCharsets.UTF_8), expectation)))
        .singleElement()
        .asString()
        .startsWith("acme.ndjson:6: entries 1 to 5 are not those of the head that you noted");
    assertThat(Trails.verify(EXPORT.getBytes(StandardCharsets.UTF_8), expectation).findings())
        .isEmpty();
  }

  @Test
  void fewer_entries_than_were_noted_are_found() {
    Expectation expectation =
        new Expectation(
            Optional.of(Trails.KEY.publicKey()),
            Optional.of(new NotedHead(9, Trails.entry(1).leaf())));

    assertThat(problems(Trails.verify(EXPORT.getBytes(StandardCharsets.UTF_8), expectation)))
        .containsExactly(
            "acme.ndjson: there are 8 entries, but you noted a head over 9; entries were removed"
                + " since, or the export is older than your note");
  }

  @Test
  void an_export_is_not_signed_with_another_key_than_its_header_names() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TrailExport.write(
                    new ByteArrayOutputStream(),
                    Trails.header(Trails.KEY),
                    Collections.emptyIterator(),
                    Collections.emptyIterator(),
                    SealKey.generate()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "{}\n", "[]\n", "null\n", "{\"kind\":\"entry\"}\n", "PK\u0003"})
  void what_is_no_export_is_told_in_one_finding(String text) {
    assertThat(Trails.verify(text).findings()).hasSize(1);
  }
}
