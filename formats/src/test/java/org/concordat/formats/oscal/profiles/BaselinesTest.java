package org.concordat.formats.oscal.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.concordat.formats.oscal.Differences;
import org.concordat.formats.oscal.LibOscal;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalNotation;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalValue;
import org.concordat.formats.oscal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The baselines of SP 800-53, beside what liboscal-java makes of them. */
@Timeout(180)
class BaselinesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"LOW,149", "MODERATE,287", "HIGH,370", "PRIVACY,96"})
  void a_baseline_is_what_liboscal_java_makes_of_it(String name, int controls) throws Exception {
    Path profile = importing(Samples.document(Samples.baseline(name)));
    OscalDocument ours =
        ProfileResolver.resolve(
                OscalDocument.read(profile),
                new FileImports(List.of()),
                Instant.parse("2026-05-06T12:00:00Z"))
            .catalogue();

    OscalDocument theirs = LibOscal.resolve(profile);

    assertThat(count(ours.root())).isEqualTo(controls);
    Differences.assertNone(body(theirs), moved(body(ours)).top());
  }

  /**
   * Controls whose parent is not selected. By NIST's specification they stay in their group and in
   * their order, which {@link #a_control_without_its_parent_stays_in_its_group} asserts; the
   * reference implementation moves them to the end of the group, and out of a group in which only
   * such controls are left.
   */
  private static OscalDocument moved(OscalDocument ours) {
    OscalList groups = ours.root().list("groups");
    for (OscalObject group : ours.root().objects("groups")) {
      List<OscalValue> controls = group.list("controls").items();
      List<OscalValue> orphans = controls.stream().filter(BaselinesTest::isEnhancement).toList();
      controls.removeAll(orphans);
      if (controls.isEmpty()) {
        groups.items().removeIf(item -> item == group);
        ours.root().list("controls").items().addAll(orphans);
      } else {
        controls.addAll(orphans);
      }
    }
    return ours;
  }

  private static boolean isEnhancement(OscalValue control) {
    return control instanceof OscalObject object && object.text("class").endsWith("enhancement");
  }

  @Test
  void a_control_without_its_parent_stays_in_its_group() throws Exception {
    Path profile = importing(Samples.document(Samples.baseline("PRIVACY")));
    OscalObject catalogue =
        ProfileResolver.resolve(
                OscalDocument.read(profile), new FileImports(List.of()), Instant.EPOCH)
            .catalogue()
            .root();

    assertThat(catalogue.objects("groups"))
        .filteredOn(group -> List.of("pe", "sc").contains(group.text("id")))
        .extracting(group -> group.objects("controls").getFirst().text("id"))
        .containsExactly("pe-8.3", "sc-7.24");
    assertThat(catalogue.objects("groups").get(2).objects("controls"))
        .extracting(control -> control.text("id"))
        .containsExactly("au-1", "au-2", "au-3.3", "au-11");
  }

  /** The profile with its import where the reference implementation can find it. */
  private Path importing(OscalDocument profile) throws Exception {
    OscalDocument copy = profile.copy();
    // As the reference implementation spells it.
    String catalogue = Samples.path(Samples.CATALOGUE).toUri().toString().replace("///", "/");
    copy.root().objects("imports").getFirst().set("href", catalogue);
    return Files.write(folder.resolve("profile.json"), copy.write(OscalNotation.JSON));
  }

  /** All but the document's own UUID and metadata, which are each tool's own. */
  private static OscalDocument body(OscalDocument document) {
    OscalDocument body = document.copy();
    body.root().remove("uuid");
    body.root().remove("metadata");
    return body;
  }

  private static int count(OscalObject holder) {
    int count = 0;
    for (OscalObject group : holder.objects("groups")) {
      count += count(group);
    }
    for (OscalObject control : holder.objects("controls")) {
      count += 1 + count(control);
    }
    return count;
  }
}
