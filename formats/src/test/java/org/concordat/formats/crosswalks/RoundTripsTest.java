package org.concordat.formats.crosswalks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalMappingsWriter;
import org.concordat.formats.oscal.OscalNotation;
import org.concordat.formats.oscal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a layout has no meaning for goes through all others and comes back. */
class RoundTripsTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");

  @TempDir private Path folder;

  private enum Layout {
    YAML("yaml"),
    OSCAL_JSON("json"),
    OSCAL_XML("xml"),
    OSCAL_YAML("yaml"),
    LIBRARY("yaml"),
    CSV("csv"),
    XLSX("xlsx");

    private final String ending;

    Layout(String ending) {
      this.ending = ending;
    }

    byte[] write(List<Crosswalk> crosswalks) throws Exception {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      switch (this) {
        case YAML ->
            out.writeBytes(
                CrosswalkText.of(List.of(), crosswalks).getBytes(StandardCharsets.UTF_8));
        case LIBRARY -> out.writeBytes(LibraryText.of(crosswalks).getBytes(StandardCharsets.UTF_8));
        case OSCAL_JSON -> out.writeBytes(oscal(crosswalks, OscalNotation.JSON));
        case OSCAL_XML -> out.writeBytes(oscal(crosswalks, OscalNotation.XML));
        case OSCAL_YAML -> out.writeBytes(oscal(crosswalks, OscalNotation.YAML));
        case CSV -> CrosswalkSheets.csv(crosswalks.getFirst(), out);
        case XLSX -> CrosswalkSheets.xlsx(crosswalks.getFirst(), out);
      }
      return out.toByteArray();
    }

    private static byte[] oscal(List<Crosswalk> crosswalks, OscalNotation notation)
        throws Exception {
      return OscalMappingsWriter.write("A title", crosswalks, NOW).write(notation);
    }
  }

  private Crosswalk through(Layout layout, Crosswalk crosswalk, Library known) throws Exception {
    Path file = folder.resolve("file." + layout.ending);
    Files.write(file, layout.write(List.of(crosswalk)));
    // All but CSV say themselves which catalogues they join.
    boolean isNamed = layout != Layout.CSV;
    return CrosswalkFile.read(
            file,
            known,
            isNamed ? Optional.empty() : known.catalogue(crosswalk.source()),
            isNamed ? Optional.empty() : known.catalogue(crosswalk.target()))
        .getFirst()
        .crosswalk();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void all_that_a_crosswalk_says_is_read_again(Layout layout) throws Exception {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      Crosswalk crosswalk = crosswalk(random);
      Crosswalk again = through(layout, crosswalk, library());

      assertThat(again.mappings()).as("rows of seed %d", seed).isEqualTo(crosswalk.mappings());
      if (layout == Layout.CSV) {
        continue;
      }
      assertThat(again.considered()).as("seed %d", seed).isEqualTo(crosswalk.considered());
      assertThat(again).as("seed %d", seed).isEqualTo(crosswalk);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"YAML", "LIBRARY", "XLSX", "OSCAL_XML"})
  void a_collection_of_oscal_comes_back_whole(Layout layout) throws Exception {
    OscalDocument document = Samples.document(Samples.MAPPING);
    Path file = Files.write(folder.resolve("before.json"), document.write(OscalNotation.JSON));
    Library nothing = new Library(List.of(), List.of());
    Crosswalk read =
        CrosswalkFile.read(file, nothing, Optional.empty(), Optional.empty())
            .getFirst()
            .crosswalk();
    Library known =
        new Library(
            List.of(named(read.source(), read, true), named(read.target(), read, false)),
            List.of());

    Crosswalk again = through(layout, read, known);

    assertThat(OscalMappingsWriter.write("Another title", List.of(again), NOW).top())
        .isEqualTo(document.top());
  }

  @Test
  void the_collection_of_the_bsi_goes_through_our_yaml_and_comes_back_whole() throws Exception {
    OscalDocument document = Samples.document(Samples.BSI);
    Path file = Files.write(folder.resolve("bsi.json"), document.write(OscalNotation.JSON));
    Library nothing = new Library(List.of(), List.of());
    List<BroughtCrosswalk> brought =
        CrosswalkFile.read(file, nothing, Optional.empty(), Optional.empty());
    String yaml =
        CrosswalkText.of(
            BroughtCrosswalk.made(brought, _ -> false),
            brought.stream().map(BroughtCrosswalk::crosswalk).toList());

    List<Crosswalk> again =
        CrosswalkFile.read(
                Files.writeString(folder.resolve("bsi.yaml"), yaml),
                nothing,
                Optional.empty(),
                Optional.empty())
            .stream()
            .map(BroughtCrosswalk::crosswalk)
            .toList();

    assertThat(OscalMappingsWriter.write("BSI", again, NOW).top()).isEqualTo(document.top());
  }

  @Test
  void of_a_changed_map_stays_what_is_not_about_the_relation() throws Exception {
    Path file =
        Files.write(
            folder.resolve("before.json"),
            Samples.document(Samples.MAPPING).write(OscalNotation.JSON));
    Crosswalk read =
        CrosswalkFile.read(
                file, new Library(List.of(), List.of()), Optional.empty(), Optional.empty())
            .getFirst()
            .crosswalk();
    List<Mapping> changed = new ArrayList<>(read.mappings());
    Mapping first = changed.getFirst();
    changed.set(
        0,
        new Mapping(first.source(), Statement.SUBSET, first.target(), null, null, first.extras()));

    String written =
        new String(
            OscalMappingsWriter.write("Changed", List.of(read.with(changed)), NOW)
                .write(OscalNotation.JSON),
            StandardCharsets.UTF_8);

    assertThat(written).contains("subset-of").contains("mapping-strength").contains("0.98");
    assertThat(written).doesNotContain("Target requires additional implementation details");
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"YAML", "XLSX", "OSCAL_JSON", "OSCAL_XML"})
  void a_mapping_library_comes_back_whole(Layout layout) throws Exception {
    String library =
        """
        urn: "urn:intuitem:risk:library:own"
        locale: "en"
        version: 3
        provider: "We"
        packager: "somebody"
        objects:
          threats: [{"urn": "urn:x:threat:1", "odds": 0.5}]
          requirement_mapping_sets:
          - urn: "urn:intuitem:risk:req_mapping_set:own-to-csf"
            name: "Own to CSF"
            source_framework_urn: "urn:intuitem:risk:framework:own"
            target_framework_urn: "urn:intuitem:risk:framework:nist-csf-2.0"
            reviewed_by: ["Ann", "Bob"]
            requirement_mappings:
            - {"source_requirement_urn": "urn:intuitem:risk:req_node:own:r.1",\
         "target_requirement_urn": "urn:intuitem:risk:req_node:nist-csf-2.0:gv.oc-01",\
         "relationship": "intersect", "strength_of_relationship": 4, "rationale": "semantic",\
         "annotation": "both: *people*", "confidence": 0.75, "assessor": {"name": "Ann", "on": null}}
            - {"source_requirement_urn": "urn:other:r.2",\
         "target_requirement_urn": "urn:intuitem:risk:req_node:nist-csf-2.0:gv.oc-02",\
         "relationship": "not_related", "flag": true}
        """;
    Path file = Files.writeString(folder.resolve("before.yaml"), library);
    Library csf =
        new Library(
            List.of(
                new Catalogue("csf-2.0", "CSF", List.of(control("GV.OC-01"), control("GV.OC-02"))),
                new Catalogue("own", "Own", List.of(control("r.1"), control("r.2")))),
            List.of());
    Crosswalk read =
        CrosswalkFile.read(file, csf, Optional.empty(), Optional.empty()).getFirst().crosswalk();

    Crosswalk again = through(layout, read, csf);

    // Cells have no numbers and no truths of other people's columns: these come back as texts.
    String expected = layout == Layout.XLSX ? texts(library) : library;
    assertThat(LibraryText.of(List.of(again))).isEqualTo(expected);
    assertThat(LibraryText.of(List.of(read))).isEqualTo(library);
  }

  private static String texts(String library) {
    return library.replace("0.75", "\"0.75\"").replace("\"flag\": true", "\"flag\": \"true\"");
  }

  @Test
  void other_columns_of_a_spreadsheet_go_everywhere_and_come_back() throws Exception {
    String table =
        """
        source,relation,target,strength,because,Assessed by,Links (2026),Group
        A-1,subset,B-1,3,why,"Ann, with Bob",https://example.org,g1
        A-2,related,B-2,,,,"[1,2]",
        """;
    Path file = Files.writeString(folder.resolve("before.csv"), table);
    Crosswalk read =
        CrosswalkFile.read(file, library(), library().catalogue("a"), library().catalogue("b"))
            .getFirst()
            .crosswalk();
    for (Layout layout : Layout.values()) {
      Crosswalk again = through(layout, read, library());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CrosswalkSheets.csv(again, out);
      // A group makes what is said of its members together "related"; that it was more is a reason.
      assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
          .as(layout.name())
          .contains("A-2,related,B-2,,,,\"[1,2]\",")
          .anyMatch(line -> line.contains("\"Ann, with Bob\",https://example.org,g1"))
          .first()
          .isEqualTo(
              "source,relation,target,strength,because,Assessed by,Links (2026),"
                  + "Group (as published)");
    }
  }

  private static Catalogue named(String id, Crosswalk crosswalk, boolean isSource) {
    Map<String, Control> controls = new TreeMap<>();
    crosswalk
        .mappings()
        .forEach(
            m ->
                controls.put(
                    isSource ? m.source() : m.target(),
                    control(isSource ? m.source() : m.target())));
    crosswalk.considered().stream()
        .map(Considered::control)
        .filter(control -> control.catalogue().equals(id))
        .forEach(control -> controls.put(control.control(), control(control.control())));
    return new Catalogue(id, id, List.copyOf(controls.values()));
  }

  private static Control control(String id) {
    return new Control(id, id, null);
  }

  private static Library library() {
    List<Control> of = new ArrayList<>();
    List<Control> to = new ArrayList<>();
    for (int i = 1; i < 9; i++) {
      of.add(control("A-" + i));
      to.add(control("B-" + i));
    }
    return new Library(
        List.of(new Catalogue("a", "A", of), new Catalogue("b", "B", to)), List.of());
  }

  private static Crosswalk crosswalk(Random random) {
    Map<String, Mapping> rows = new LinkedHashMap<>();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      Mapping row =
          new Mapping(
              "A-" + random.nextInt(1, 9),
              List.of(Statement.values()).get(random.nextInt(6)),
              "B-" + random.nextInt(1, 9),
              random.nextBoolean() ? random.nextInt(1, 11) : null,
              random.nextBoolean() ? text(random) : null,
              extras(random));
      rows.putIfAbsent(row.source() + row.target(), row);
    }
    List<Considered> considered = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean isSource = random.nextBoolean();
      considered.add(
          new Considered(
              new ControlRef(isSource ? "a" : "b", (isSource ? "A-" : "B-") + i),
              i == 1 ? null : text(random)));
    }
    if (considered.stream().allMatch(each -> each.because() == null)) {
      considered.sort(Comparator.comparing(each -> each.control().toString()));
    }
    return new Crosswalk(
        "own",
        "a",
        "b",
        random.nextBoolean() ? "Somebody" : null,
        random.nextBoolean() ? "https://example.org/x?y=1&z" : null,
        // OSCAL has the version of a collection where a mapping has none.
        "2.1",
        random.nextBoolean() ? "ours" : null,
        List.copyOf(rows.values()),
        considered,
        extras(random));
  }

  private static Extras extras(Random random) {
    Map<String, String> members = new LinkedHashMap<>();
    String[] names = {"note", "Assessed by", "extra", "über", "a.b-c", "x/y", "source"};
    String[] values = {
      "\"plain\"",
      "\"two\\nlines\"",
      "\"[not JSON\"",
      "\"\\\"quoted\\\" \\\\ : # *x* _y_\"",
      "[1,\"two\",{\"three\":null}]",
      "{\"deep\":{\"er\":[true,false,-1.5e3]}}"
    };
    for (int i = random.nextInt(3); i > 0; i--) {
      members.put(names[random.nextInt(names.length)], values[random.nextInt(values.length)]);
    }
    return new Extras(members);
  }

  private static String text(Random random) {
    String[] texts = {"why", "\"quoted\": yes", "# no comment", "umlauts: äöü", "a - b"};
    return texts[random.nextInt(texts.length)];
  }
}
