package org.concordat.formats.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsFilesTest {
  private static final String ACME =
      """
      catalogue: {id: acme, title: Acme controls, version: 2026, source: intranet, licence: ours}
      controls:
        - id: A.1
          title: Access
          text: Only those who may.
          exhaustive: true
          parts:
            - {id: A.1.1, title: Accounts}
            - A.1.2
        - {id: A.1.2, title: Keys}
        - {id: A.10}
        - {id: A.9, title: Modems, withdrawn: true}
      """;

  private static final String NIST =
      """
      {"catalogue": {"id": "nist", "title": "NIST", "version": "5", "source": "x"},
       "controls": [{"id": "AC-1", "title": "Policy"}, {"id": "AC-2(10)", "title": "Ten"}]}
      """;

  @TempDir private Path folder;

  @Test
  void a_catalogue_holds_its_controls_in_order_with_their_parts() throws Exception {
    Library library = StandardsFiles.parse("acme.yaml", ACME).library();

    assertThat(library.catalogues())
        .containsExactly(
            new Catalogue(
                "acme",
                "Acme controls",
                "2026",
                "intranet",
                "ours",
                List.of(
                    new Control("A.1", "Access", null, "Only those who may.", true, false),
                    new Control("A.1.1", "Accounts", "A.1"),
                    new Control("A.1.2", "Keys", "A.1"),
                    new Control("A.10", "A.10", null),
                    new Control("A.9", "Modems", null, null, false, true))));
  }

  @Test
  void parts_that_are_only_named_are_controls_without_a_title() throws Exception {
    Library library =
        StandardsFiles.parse(
                "c.yaml",
                """
                catalogue: {id: c}
                controls: [{id: "1", parts: ["1.1", "1.2"]}, {id: "2"}]
                """)
            .library();

    assertThat(library.catalogues().getFirst().controls())
        .containsExactly(
            new Control("1", "1", null),
            new Control("1.1", "1.1", "1"),
            new Control("1.2", "1.2", "1"),
            new Control("2", "2", null));
  }

  @Test
  void a_crosswalk_is_read_with_its_catalogues_in_any_order_and_spelling() throws Exception {
    Path crosswalk =
        write(
            "a-nist.yaml",
            """
            crosswalk: {id: a-nist, source: acme, target: nist, publisher: Acme, url: "https://acme"}
            mappings:
              - {source: a.1.1, relation: subset, target: ac-01, strength: 8, because: same accounts}
              - {source: A.1, target: AC-2 (10)}
            """);
    Library library =
        StandardsFiles.read(List.of(crosswalk, write("acme.yaml", ACME), write("n.json", NIST)))
            .library();

    assertThat(library.crosswalks())
        .containsExactly(
            new Crosswalk(
                "a-nist",
                "acme",
                "nist",
                "Acme",
                "https://acme",
                null,
                null,
                List.of(
                    new Mapping("A.1.1", Statement.SUBSET, "AC-1", 8, "same accounts"),
                    new Mapping("A.1", Statement.RELATED, "AC-2(10)"))));
  }

  @Test
  void every_mistake_in_all_files_is_told_at_once() throws Exception {
    write("acme.yaml", ACME);
    write("n.json", NIST);
    write(
        "x.yaml",
        """
        crosswalk: {id: x, source: acme, target: nisd, publishr: Acme}
        mappings: []
        """);
    write(
        "y.yaml",
        """
        crosswalk: {id: y, source: acme, target: nist}
        mappings:
          - {source: A.1.3, relation: equal, target: AC-1}
          - {source: A.1, relation: subste, target: AC-1}
          - {source: A.1, relation: equal, target: AC-9, strength: 11}
          - {source: A.1, relation: equal}
          - A.1
        """);

    assertThat(messages(folder))
        .containsExactly(
            "x.yaml:1:42: crosswalk.target: there is no catalogue 'nisd' among the files;"
                + " did you mean 'nist'?",
            "x.yaml:1:48: crosswalk.publishr: unknown key 'publishr'; did you mean 'publisher'?",
            "y.yaml:3:14: mappings[0].source: catalogue 'acme' has no control 'A.1.3';"
                + " did you mean 'A.1.1'?",
            "y.yaml:4:29: mappings[1].relation: 'subste' is not a relation; did you mean"
                + " 'subset'? Allowed are equal, subset, superset, intersects, none, related",
            "y.yaml:5:60: mappings[2].strength: the strength is 11; it goes from 1 to 10",
            "y.yaml:6:5: mappings[3].target: the key 'target' is missing;"
                + " write the id of a control",
            "y.yaml:7:5: mappings[4]: expected an entry with keys such as source, relation,"
                + " target, found 'A.1'");
  }

  @Test
  void an_id_stands_once_in_whatever_spelling() throws Exception {
    write(
        "c.yaml",
        """
        catalogue: {id: c}
        controls: [{id: AC-1}, {id: ac-01}, {id: "2", parts: ["3", "9"]}, {id: "3", parts: ["2"]}]
        """);
    write("d.yaml", "{catalogue: {id: c}, controls: []}");

    assertThat(messages(folder))
        .containsExactly(
            "c.yaml:2:29: controls[1].id: the control 'ac-01' stands in line 2 already as 'AC-1',"
                + " which is the same id; give one of the two another id, or remove it",
            "c.yaml:2:42: controls[2].id: control '2' is a part of itself; take it out of the"
                + " parts of one that is a part of it",
            "c.yaml:2:60: controls[2].parts[1]: the catalogue lists no control '9';"
                + " did you mean '2'?",
            "d.yaml:1:18: catalogue.id: the catalogue 'c' stands in "
                + folder
                + "/c.yaml:1:17: catalogue.id already; give one of the two another id,"
                + " or remove it");
  }

  @Test
  void a_mapping_that_stands_twice_is_a_warning() throws Exception {
    write("acme.yaml", ACME);
    write(
        "x.yaml",
        """
        crosswalk: {id: x, source: acme, target: acme}
        mappings:
          - {source: A.10, relation: related, target: A.1}
          - {source: a.10, target: A.1}
        """);
    StandardsFiles.Read read = StandardsFiles.read(List.of(folder));

    assertThat(read.warnings())
        .extracting(Finding::problem)
        .containsExactly("'A.10 related A.1' stands twice; first in line 3");
    assertThat(read.library().crosswalks().getFirst().mappings()).hasSize(2);
  }

  @Test
  void what_is_no_standard_is_told() throws Exception {
    write("a.yaml", "catalog: {id: c}\ncontrols: []\n");
    write("b.yaml", "");
    write("c.yaml", "- 1\n");
    write("d.yaml", "catalogue: {id: c\n");
    write("e.json", "{\"profile\": {\"uuid\": \"x\", \"metadata\": {\"title\": \"P\"}}}");

    List<String> messages = messages(folder);
    assertThat(messages).hasSizeGreaterThanOrEqualTo(5);
    for (String file : List.of("a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.json")) {
      assertThat(messages).as(file).anyMatch(m -> m.startsWith(file));
    }
  }

  @Test
  void an_oscal_catalogue_is_one_in_every_notation() throws Exception {
    write("cat.json", OSCAL_JSON);
    write(
        "cat.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
          <metadata><title>Cat</title><version>1</version></metadata>
          <group id="ac"><title>Access</title>
            <control id="ac-1"><title>Policy</title></control>
            <control id="ac-2"><title>Accounts</title>
              <control id="ac-2.1" class="SP800-53-enhancement"><title>More</title></control>
              <control id="ac-2.a"><title>Part</title></control>
            </control>
            <control id="ac-3"><title>Gone</title><prop name="status" value="Withdrawn"/></control>
          </group>
        </catalog>
        """);
    write(
        "cat.yaml",
        """
        catalog:
          uuid: u
          metadata: {title: Cat, version: "1"}
          groups:
            - id: ac
              title: Access
              controls:
                - {id: ac-1, title: Policy}
                - id: ac-2
                  title: Accounts
                  controls:
                    - {id: ac-2.1, class: SP800-53-enhancement, title: More}
                    - {id: ac-2.a, title: Part}
                - id: ac-3
                  title: Gone
                  props: [{name: status, value: withdrawn}]
        """);
    Catalogue expected =
        new Catalogue(
            "cat",
            "Cat",
            "1",
            null,
            null,
            List.of(
                new Control("ac", "Access", null),
                new Control("ac-1", "Policy", "ac"),
                new Control("ac-2", "Accounts", "ac"),
                new Control("ac-2.1", "More", "ac"),
                new Control("ac-2.a", "Part", "ac-2"),
                new Control("ac-3", "Gone", "ac", null, false, true)));

    for (String file : List.of("cat.json", "cat.xml", "cat.yaml")) {
      assertThat(StandardsFiles.read(List.of(folder.resolve(file))).library().catalogues())
          .as(file)
          .containsExactly(expected);
    }
  }

  private static final String OSCAL_JSON =
      """
      {"catalog": {"uuid": "u", "metadata": {"title": "Cat", "version": "1"},
        "groups": [{"id": "ac", "title": "Access", "controls": [
          {"id": "ac-1", "title": "Policy"},
          {"id": "ac-2", "title": "Accounts", "controls": [
            {"id": "ac-2.1", "class": "SP800-53-enhancement", "title": "More"},
            {"id": "ac-2.a", "title": "Part"}]},
          {"id": "ac-3", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]}
        ]}]}}
      """;

  @Test
  void an_oscal_mapping_collection_is_a_crosswalk_between_files() throws Exception {
    write("cat.json", OSCAL_JSON);
    write("acme.yaml", ACME);
    write(
        "map.json",
        """
        {"mapping-collection": {"uuid": "u", "metadata": {"title": "Map", "version": "3"},
          "mappings": [{"uuid": "m",
            "source-resource": {"type": "catalog", "href": "cat.json"},
            "target-resource": {"type": "catalog", "href": "acme"},
            "maps": [
              {"uuid": "1", "relationship": "subset-of",
               "sources": [{"type": "control", "id-ref": "AC-01"}],
               "targets": [{"type": "control", "id-ref": "A.1"}]},
              {"uuid": "2", "relationship": "equal-to",
               "sources": [{"type": "control", "id-ref": "ac-9"}],
               "targets": [{"type": "control", "id-ref": "A.10"}]}]}]}}
        """);

    assertThat(messages(folder))
        .singleElement()
        .asString()
        .startsWith("map.json:9")
        .contains("catalogue 'cat' has no control 'ac-9'");
    write("cat.json", OSCAL_JSON.replace("ac-3", "ac-9"));
    assertThat(StandardsFiles.read(List.of(folder)).library().crosswalks())
        .containsExactly(
            new Crosswalk(
                "map",
                "cat",
                "acme",
                null,
                null,
                "3",
                null,
                List.of(
                    new Mapping(
                        "ac-1", Statement.SUBSET, "A.1", null, null, extra("uuid", "\"1\"")),
                    new Mapping(
                        "ac-9", Statement.EQUAL, "A.10", null, null, extra("uuid", "\"2\""))),
                List.of(),
                new Extras(
                    Map.of(
                        "oscal:mapping",
                        "{\"uuid\":\"m\",\"source-resource\":{\"type\":\"catalog\",\"href\":\"cat.json\"},"
                            + "\"target-resource\":{\"type\":\"catalog\",\"href\":\"acme\"}}",
                        "oscal:collection",
                        "{\"uuid\":\"u\",\"metadata\":{\"title\":\"Map\",\"version\":\"3\"}}"))));
  }

  private static Extras extra(String name, String json) {
    return new Extras(Map.of("oscal:" + name, json));
  }

  @Test
  void what_is_in_operation_is_read_from_yaml_and_csv() throws Exception {
    Library library =
        StandardsFiles.read(List.of(write("acme.yaml", ACME), write("n.json", NIST))).library();
    Map<ControlRef, Operation> expected =
        Map.of(
            new ControlRef("acme", "A.1.1"), Operation.YES,
            new ControlRef("acme", "A.10"), Operation.PARTLY,
            new ControlRef("nist", "AC-1"), Operation.NO);

    assertThat(
            OperatedFile.read(
                write("o.yaml", "a.1.1: yes\nA.10: partly\nnist: {ac-1: no}\n"),
                library,
                null,
                "nist"))
        .isEqualTo(expected);
    assertThat(
            OperatedFile.read(
                write(
                    "o.csv",
                    """
                    control,operation,catalogue
                    A.1.1,yes,acme
                    A.10,Partly,
                    AC-01,no,
                    """),
                library,
                null,
                "nist"))
        .isEqualTo(expected);
  }

  @Test
  void every_mistake_in_what_is_in_operation_is_told() throws Exception {
    Library library =
        StandardsFiles.parse("acme.yaml", ACME + "---\n{catalogue: {id: b}, controls: [{id: A.1}]}")
            .library();
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () ->
                OperatedFile.read(
                    write("o.yaml", "A.1: yes\nA.1.3: no\nA.10: perhaps\na.10: no\nA.010: x\n"),
                    library,
                    null,
                    "nist"));

    assertThat(invalid.findings())
        .extracting(Finding::problem)
        .containsExactly(
            "control 'A.1' is in the catalogues acme, b",
            "no catalogue has a control 'A.1.3'",
            "'perhaps' says nothing of whether the control is in operation",
            "no catalogue has a control 'A.010'",
            "'x' says nothing of whether the control is in operation");
    assertThatThrownBy(() -> OperatedFile.read(folder.resolve("no"), library, null, "b"))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** The messages about a folder's files, without the folder. */
  private static List<String> messages(Path folder) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> StandardsFiles.read(List.of(folder)));
    return invalid.findings().stream()
        .map(f -> f.message())
        .map(m -> m.startsWith(folder + "/") ? m.substring(folder.toString().length() + 1) : m)
        .toList();
  }
}
