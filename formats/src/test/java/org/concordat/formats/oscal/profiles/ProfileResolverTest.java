package org.concordat.formats.oscal.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalKind;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.profiles.ProfileResolver.Resolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST's rules of profile resolution, one by one, on a small catalogue. */
class ProfileResolverTest {
  private static final Instant NOW = Instant.parse("2026-05-06T12:00:00.5Z");

  /**
   *
   *
   * <pre>
   * a (a_p)              b         (no group) loose, unused
   * ├ a1 (a1_p)          └ b-sub
   * │ ├ a1.1               ├ b1 (b1_p)
   * │ │ └ a1.1.1           └ b2
   * │ └ a1.2
   * └ a2  inserts loose and b1_p, links to a1 and to the resource
   * </pre>
   */
  private static final String CATALOGUE =
      """
      catalog:
        uuid: 00000000-0000-4000-8000-000000000001
        metadata: {title: Catalogue, last-modified: "2020-01-01T00:00:00Z", version: 1,
          oscal-version: 1.1.3}
        params:
          - {id: loose, label: "Loose, see {{ insert: param, deep }}"}
          - {id: deep, label: Deep}
          - {id: unused, label: Unused}
        groups:
          - id: a
            title: Group A
            params: [{id: a_p, label: Of the group}]
            parts: [{name: overview, id: a_ov, prose: About A}]
            controls:
              - id: a1
                title: Control A1
                params: [{id: a1_p, label: One, constraints: [{description: old}]}]
                props: [{name: label, value: A1}]
                parts:
                  - id: a1_smt
                    name: statement
                    prose: "Do {{ insert: param, a1_p }}"
                    parts: [{id: a1_smt.a, name: item, class: k, prose: First}]
                  - {id: a1_gdn, name: guidance, ns: "https://example.org", prose: Help}
                controls:
                  - id: a1.1
                    title: Control A1.1
                    controls: [{id: a1.1.1, title: Control A1.1.1}]
                  - {id: a1.2, title: Control A1.2}
              - id: a2
                title: Control A2
                links:
                  - {href: "#a1"}
                  - {href: "#00000000-0000-4000-8000-00000000000A"}
                parts:
                  - {name: statement, id: a2_smt,
                    prose: "{{ insert: param, loose }} and {{ insert: param, b1_p }}"}
          - id: b
            title: Group B
            groups:
              - id: b-sub
                title: Group B-Sub
                controls:
                  - {id: b1, title: Control B1, params: [{id: b1_p, label: Of b1}]}
                  - {id: b2, title: Control B2}
        back-matter:
          resources:
            - {uuid: 00000000-0000-4000-8000-00000000000a, title: Used}
            - {uuid: 00000000-0000-4000-8000-00000000000b, title: Not used}
            - {uuid: 00000000-0000-4000-8000-00000000000c, title: Kept,
              props: [{name: keep, value: always}]}
      """;

  private static final String AS_IS = "merge: {as-is: true}";

  @TempDir Path folder;

  private final Map<String, OscalDocument> documents = new HashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include-all: {}                                    | a1 a1.1 a1.1.1 a1.2 a2 b1 b2",
        "nothing: {}                                        | a1 a1.1 a1.1.1 a1.2 a2 b1 b2",
        "include-controls: [{with-ids: [b1, a1.1, a1]}]     | a1 a1.1 b1",
        "include-controls: [{with-ids: [a1], with-child-controls: 'yes'}] | a1 a1.1 a1.1.1 a1.2",
        "include-controls: [{with-ids: [a1], with-child-controls: 'no'}]  | a1",
        "include-controls: [{matching: [{pattern: 'a?'}]}]  | a1 a2",
        "include-controls: [{matching: [{pattern: '*.1'}]}] | a1.1 a1.1.1",
        "include-controls: [{with-ids: [a2]}, {matching: [{pattern: 'a2*'}]}] | a2",
        "include-all: {}, exclude-controls: [{with-ids: [a1, b1]}] | a1.1 a1.1.1 a1.2 a2 b2",
        "exclude-controls: [{matching: [{pattern: 'a*'}]}]  | b1 b2",
        "include-controls: [{with-ids: [a1]}], exclude-controls: [{matching: [{pattern: 'a*'}]}] |",
      })
  void controls_are_selected_in_the_order_of_their_catalogue(String selection, String ids)
      throws Exception {
    Resolved resolved = resolve("[{href: catalogue, " + selection + "}]", "merge: {flat: {}}");

    assertThat(ids(resolved, "controls")).isEqualTo(ids == null ? "" : ids);
  }

  @Test
  void without_a_structure_there_are_no_groups_and_no_control_holds_another() throws Exception {
    OscalObject catalogue = resolve("[{href: catalogue}]", "").catalogue().root();

    assertThat(catalogue.has("groups")).isFalse();
    assertThat(catalogue.objects("controls")).hasSize(7).noneMatch(c -> c.has("controls"));
  }

  @Test
  void as_is_keeps_the_groups_of_what_is_selected_with_their_parts() throws Exception {
    Resolved resolved = resolve(selecting("a1", "a1.1.1", "b2"), AS_IS);

    assertThat(outline(resolved)).isEqualTo("a(a1(a1.1.1)) b(b-sub(b2))");
    OscalObject group = resolved.catalogue().root().objects("groups").getFirst();
    assertThat(group.text("title")).isEqualTo("Group A");
    assertThat(group.objects("parts").getFirst().text("prose")).isEqualTo("About A");
    assertThat(group.has("params")).isFalse();
  }

  @Test
  void as_is_joins_the_groups_of_several_imports() throws Exception {
    Resolved resolved =
        resolve(
            "[{href: catalogue, include-controls: [{with-ids: [a2, b1]}]},"
                + " {href: catalogue, include-controls: [{with-ids: [a1]}]}]",
            AS_IS);

    assertThat(outline(resolved)).isEqualTo("a(a2 a1) b(b-sub(b1))");
  }

  @Test
  void a_custom_structure_holds_what_it_names_and_the_rest_is_named() throws Exception {
    Resolved resolved =
        resolve(
            "[{href: catalogue}]",
            """
            merge:
              custom:
                insert-controls: [{include-controls: [{with-ids: [b2]}]}]
                groups:
                  - id: g
                    title: Mine
                    props: [{name: p, value: v}]
                    insert-controls:
                      - order: descending
                        include-controls: [{matching: [{pattern: "a?"}], with-child-controls: "yes"}]
                        exclude-controls: [{with-ids: [a1.2]}]
                    groups:
                      - {title: Inner, insert-controls: [{include-controls: [{with-ids: [zz]}]}]}
            """);

    assertThat(outline(resolved)).isEqualTo("b2 g(a2 a1(a1.1(a1.1.1)) ())");
    assertThat(resolved.catalogue().root().objects("groups").getFirst().property("p"))
        .isEqualTo("v");
    assertThat(problems(resolved))
        .containsExactly(
            "the structure names the control 'zz', which is not imported",
            "the control 'a1.2' is imported and has no place in the structure",
            "the control 'b1' is imported and has no place in the structure");
  }

  @ParameterizedTest
  @CsvSource({"keep,a1 a1", "use-first,a1", "merge,a1"})
  void a_control_of_two_imports_stays_twice_or_once(String method, String ids) throws Exception {
    document("other", CATALOGUE.replace("value: A1", "value: Other").replace("id: loose", "id: x"));
    Resolved resolved =
        resolve(
            "[{href: catalogue, include-controls: [{with-ids: [a1]}]},"
                + " {href: other, include-controls: [{with-ids: [a1]}]}]",
            "merge: {combine: {method: " + method + "}}");

    assertThat(ids(resolved, "controls")).isEqualTo(ids);
    OscalObject first = resolved.catalogue().root().objects("controls").getFirst();
    assertThat(first.objects("props"))
        .extracting(p -> p.text("value"))
        .isEqualTo(method.equals("merge") ? List.of("A1", "Other") : List.of("A1"));
    assertThat(first.objects("parts")).hasSize(2);
    assertThat(problems(resolved)).hasSize(method.equals("keep") ? 1 : 0);
  }

  @Test
  void what_only_a_later_import_has_stands_under_the_first_of_its_parent() throws Exception {
    Resolved resolved =
        resolve(
            "[{href: catalogue, include-controls: [{with-ids: [a1]}]},"
                + " {href: catalogue, include-controls: [{with-ids: [a1, a1.2]}]}]",
            "merge: {combine: {method: use-first}, as-is: true}");

    assertThat(outline(resolved)).isEqualTo("a(a1(a1.2))");
  }

  @Test
  void parameters_without_a_control_stay_when_something_refers_to_them() throws Exception {
    assertThat(ids(resolve(selecting("a2"), ""), "params")).isEqualTo("loose deep b1_p");
    assertThat(ids(resolve(selecting("a1"), ""), "params")).isEmpty();
    assertThat(ids(resolve(selecting("a2", "b1"), ""), "params")).isEqualTo("loose deep");
  }

  @Test
  void such_a_parameter_stands_where_it_stood_as_far_as_that_is_there() throws Exception {
    OscalObject root = resolve(selecting("a2", "b2"), AS_IS).catalogue().root();

    OscalObject inner = root.objects("groups").get(1).objects("groups").getFirst();
    assertThat(inner.objects("params")).extracting(p -> p.text("id")).containsExactly("b1_p");
  }

  @Test
  void a_setting_replaces_values_and_adds_to_lists() throws Exception {
    Resolved resolved =
        resolve(
            selecting("a1"),
            """
            modify:
              set-parameters:
                - {param-id: a1_p, label: New, values: [x], constraints: [{description: new}]}
                - {param-id: a1_p, select: {choice: [y]}, props: [{name: n, value: v}]}
                - {param-id: none, values: [z]}
            """);

    OscalObject set =
        resolved.catalogue().root().objects("controls").getFirst().objects("params").getFirst();
    assertThat(set.text("label")).isEqualTo("New");
    assertThat(set.has("values")).isFalse();
    assertThat(set.object("select").texts("choice")).containsExactly("y");
    assertThat(set.objects("constraints"))
        .extracting(c -> c.text("description"))
        .containsExactly("old", "new");
    assertThat(problems(resolved)).containsExactly("the parameter 'none' is not there to be set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{by-id: a1_smt.a}                 | a1_p A1 a1_smt a1_gdn",
        "{by-name: statement}              | a1_p A1 a1_gdn",
        "{by-name: item, by-class: k}      | a1_p A1 a1_smt a1_gdn",
        "{by-name: item, by-class: other}  | a1_p A1 a1_smt a1_smt.a a1_gdn",
        "{by-class: k}                     | a1_p A1 a1_smt a1_gdn",
        "{by-item-name: prop}              | a1_p a1_smt a1_smt.a a1_gdn",
        "{by-item-name: param}             | A1 a1_smt a1_smt.a a1_gdn",
        "{by-ns: 'https://example.org'}    | a1_p A1 a1_smt a1_smt.a",
        "{by-ns: 'http://csrc.nist.gov/ns/oscal', by-item-name: prop} | a1_p a1_smt a1_smt.a"
            + " a1_gdn",
        "{}                                | a1_p A1 a1_smt a1_smt.a a1_gdn",
      })
  void what_all_conditions_are_true_of_is_removed(String remove, String left) throws Exception {
    Resolved resolved =
        resolve(selecting("a1"), "modify: {alters: [{control-id: a1, removes: [" + remove + "]}]}");

    OscalObject control = resolved.catalogue().root().objects("controls").getFirst();
    List<String> found = new ArrayList<>();
    control.objects("params").forEach(p -> found.add(p.text("id")));
    control.objects("props").forEach(p -> found.add(p.text("value")));
    for (OscalObject part : control.objects("parts")) {
      found.add(part.text("id"));
      part.objects("parts").forEach(p -> found.add(p.text("id")));
    }
    assertThat(String.join(" ", found)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "position: starting                      | new statement(item) guidance",
        "position: ending                        | statement(item) guidance new",
        "position: before                        | new statement(item) guidance",
        "by-id: a1                               | statement(item) guidance new",
        "by-id: a1_gdn, position: before         | statement(item) new guidance",
        "by-id: a1_smt, position: after          | statement(item) new guidance",
        "by-id: a1_smt, position: starting       | statement(new item) guidance",
        "by-id: a1_smt                           | statement(item new) guidance",
        "by-id: a1_smt.a, position: before       | statement(new item) guidance",
        "by-id: a1_smt.a, position: ending       | statement(item(new)) guidance",
        "by-id: elsewhere                        | statement(item) guidance",
      })
  void parts_are_added_where_the_profile_says(String where, String parts) throws Exception {
    Resolved resolved =
        resolve(
            selecting("a1"),
            "modify: {alters: [{control-id: a1, adds: [{"
                + where
                + ", parts: [{name: new, prose: N}]}]}]}");

    assertThat(parts(resolved.catalogue().root().objects("controls").getFirst())).isEqualTo(parts);
    assertThat(problems(resolved)).hasSize(where.contains("elsewhere") ? 1 : 0);
  }

  @Test
  void what_is_removed_goes_before_what_is_added_and_a_title_is_replaced() throws Exception {
    Resolved resolved =
        resolve(
            selecting("a1"),
            """
            modify:
              alters:
                - control-id: a1
                  adds: [{title: Renamed, props: [{name: label, value: New}]}]
                  removes: [{by-name: label}]
                - {control-id: a9, removes: [{by-name: label}]}
            """);

    OscalObject control = resolved.catalogue().root().objects("controls").getFirst();
    assertThat(control.text("title")).isEqualTo("Renamed");
    assertThat(control.property("label")).isEqualTo("New");
    assertThat(problems(resolved)).containsExactly("the control 'a9' is not there to be altered");
  }

  @Test
  void resources_stay_when_something_refers_to_them_or_they_are_to_be_kept() throws Exception {
    assertThat(resources(resolve(selecting("a2"), ""))).containsExactly("Used", "Kept");
    assertThat(resources(resolve(selecting("a1"), ""))).containsExactly("Kept");
  }

  @Test
  void of_two_resources_with_one_uuid_the_last_stays() throws Exception {
    Resolved resolved =
        resolve(
            selecting("a2"),
            """
            back-matter:
              resources:
                - {uuid: 00000000-0000-4000-8000-00000000000A, title: Mine}
                - {uuid: 00000000-0000-4000-8000-00000000000C, title: Not mine}
            """);

    assertThat(resources(resolved)).containsExactly("Kept", "Mine");
  }

  @Test
  void a_link_to_a_control_that_is_left_out_leads_to_its_catalogue() throws Exception {
    assertThat(links(resolve(selecting("a2"), ""))).startsWith("catalogue#a1");
    assertThat(links(resolve(selecting("a1", "a2"), ""))).startsWith("#a1");
  }

  private static List<String> links(Resolved resolved) {
    return resolved.catalogue().root().objects("controls").getLast().objects("links").stream()
        .map(link -> link.text("href"))
        .toList();
  }

  @Test
  void the_metadata_are_those_of_the_profile_with_time_tool_and_source() throws Exception {
    Resolved resolved = resolve(selecting("a1"), "");
    OscalDocument catalogue = resolved.catalogue();

    assertThat(catalogue.title()).isEqualTo("Profile");
    assertThat(catalogue.metadata().text("last-modified")).isEqualTo("2026-05-06T12:00:00Z");
    assertThat(catalogue.metadata().property("resolution-tool")).isEqualTo("Concordat");
    assertThat(catalogue.metadata().objects("links").getFirst().text("rel"))
        .isEqualTo("source-profile");
    assertThat(catalogue.metadata().objects("links").getFirst().text("href")).isEqualTo("profile");
    assertThat(catalogue.uuid()).isNotEqualTo("00000000-0000-4000-8000-000000000002");
    assertThat(catalogue.check()).isEmpty();
    assertThat(resolve(selecting("a1"), "").catalogue().top()).isEqualTo(catalogue.top());
  }

  @Test
  void a_profile_may_import_a_profile_with_what_that_has_changed() throws Exception {
    document(
        "inner",
        profile(selecting("a1", "b1"), "modify: {set-parameters: [{param-id: a1_p, values: [v]}]}")
            .replace("000000000002", "000000000003"));
    Resolved resolved = resolve("[{href: inner, include-controls: [{with-ids: [a1]}]}]", AS_IS);

    assertThat(ids(resolved, "controls")).isEqualTo("a1");
    assertThat(
            resolved
                .catalogue()
                .root()
                .objects("controls")
                .getFirst()
                .objects("params")
                .getFirst()
                .texts("values"))
        .containsExactly("v");
  }

  @Test
  void profiles_that_import_each_other_are_refused_with_the_circle() throws Exception {
    document("inner", profile("[{href: profile}]", "").replace("000000000002", "000000000003"));
    document("profile", profile("[{href: inner}]", ""));

    assertThatThrownBy(() -> resolve("[{href: inner}]", ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("import each other in a circle: profile > inner > profile");
  }

  @Test
  void all_imports_that_are_not_there_are_named_at_once() {
    assertThatThrownBy(() -> resolve("[{href: nowhere}, {href: '#x'}, {href: elsewhere}]", ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("the document to import is not there: nowhere")
        .hasMessageContaining("the import names no document")
        .hasMessageContaining("the document to import is not there: elsewhere");
  }

  @Test
  void an_id_that_the_catalogue_does_not_have_is_named_with_the_nearest() throws Exception {
    Resolved resolved = resolve(selecting("a1", "a1.3"), "");

    assertThat(resolved.findings())
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("the imported catalogue has no control 'a1.3'; did you mean 'a1.1'?");
  }

  @Test
  void files_are_found_by_resource_beside_the_profile_or_by_their_name() throws Exception {
    Path offered = Files.writeString(folder.resolve("Base_catalog-min.yaml"), CATALOGUE);
    Path beside = Files.createDirectories(folder.resolve("profiles"));
    Path profile =
        Files.writeString(
            beside.resolve("p.yaml"),
            profile(
                "[{href: '#00000000-0000-4000-8000-0000000000ff'}]",
                """
                back-matter:
                  resources:
                    - uuid: 00000000-0000-4000-8000-0000000000FF
                      rlinks:
                        - {href: "https://example.org/base_catalog.xml"}
                        - {href: "../base_catalog.json"}
                """));

    OscalDocument document = OscalDocument.read(profile);
    assertThatThrownBy(() -> ProfileResolver.resolve(document, new FileImports(List.of()), NOW))
        .hasMessageContaining("https://example.org/base_catalog.xml, ../base_catalog.json");
    assertThat(
            ids(
                ProfileResolver.resolve(document, new FileImports(List.of(offered)), NOW),
                "controls"))
        .startsWith("a1 ");
    Files.copy(offered, folder.resolve("base_catalog.json"));
    assertThat(ids(ProfileResolver.resolve(document, new FileImports(List.of()), NOW), "controls"))
        .startsWith("a1 ");
  }

  @ParameterizedTest
  @CsvSource({
    "a*,abc,true",
    "*c,abc,true",
    "a?c,abc,true",
    "?,ab,false",
    "*,'',true",
    "a*b*c,aXbYbZc,true",
    "a*b*c,acb,false",
    "a.c,abc,false"
  })
  void a_pattern_is_a_glob(String glob, String text, boolean matches) {
    assertThat(ControlMatch.matches(glob, text)).isEqualTo(matches);
  }

  /** The slow and obvious way: a control is in when it, or one around it, is meant to be. */
  @Test
  void random_selections_are_what_the_rules_say() throws Exception {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      OscalObject root = new OscalObject().set("metadata", new OscalObject());
      Map<String, List<String>> around = new HashMap<>();
      List<String> order = new ArrayList<>();
      addControls(root, List.of(), 3, random, around, order);
      OscalDocument catalogue = OscalDocument.of(OscalKind.CATALOG, root);
      Set<String> in = some(order, random);
      Set<String> out = some(order, random);
      boolean inChildren = random.nextBoolean();
      boolean outChildren = random.nextBoolean();
      OscalObject importing =
          new OscalObject()
              .set("include-controls", list(in, inChildren))
              .set("exclude-controls", list(out, outChildren));

      List<String> expected =
          order.stream()
              .filter(
                  id -> {
                    List<String> outer = around.getOrDefault(id, List.of());
                    boolean isIn =
                        in.contains(id) || (inChildren && outer.stream().anyMatch(in::contains));
                    boolean isOut =
                        out.contains(id) || (outChildren && outer.stream().anyMatch(out::contains));
                    return isIn && !isOut;
                  })
              .toList();

      assertThat(ControlSelection.of(importing, catalogue.root()).controls())
          .as("seed %d", seed)
          .extracting(ControlSelection.Selected::id)
          .isEqualTo(expected);
    }
  }

  private static void addControls(
      OscalObject holder,
      List<String> outer,
      int depth,
      Random random,
      Map<String, List<String>> around,
      List<String> order) {
    int controls = depth == 0 ? 0 : random.nextInt(4);
    for (int i = 0; i < controls; i++) {
      String id = "c" + order.size();
      order.add(id);
      around.put(id, outer);
      OscalObject control = new OscalObject().set("id", id);
      holder.list("controls").add(control);
      List<String> inside = new ArrayList<>(outer);
      inside.add(id);
      addControls(control, inside, depth - 1, random, around, order);
    }
  }

  private static Set<String> some(List<String> ids, Random random) {
    Set<String> some = new TreeSet<>();
    ids.stream().filter(_ -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  private static OscalList list(Set<String> ids, boolean withChildren) {
    OscalObject selection =
        new OscalObject().set("with-child-controls", withChildren ? "yes" : "no");
    ids.forEach(
        id -> selection.list("with-ids").add(org.concordat.formats.oscal.OscalScalar.text(id)));
    return new OscalList().add(selection);
  }

  private static String selecting(String... ids) {
    return "[{href: catalogue, include-controls: [{with-ids: [" + String.join(", ", ids) + "]}]}]";
  }

  private static String profile(String imports, String more) {
    return """
    profile:
      uuid: 00000000-0000-4000-8000-000000000002
      metadata: {title: Profile, last-modified: "2020-01-01T00:00:00Z", version: 1,
        oscal-version: 1.1.3}
      imports: %s
    """
            .formatted(imports)
        + more.indent(2);
  }

  private void document(String name, String yaml) throws InvalidInput {
    documents.put(name, OscalDocument.read(name, yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private Resolved resolve(String imports, String more) throws IOException, InvalidInput {
    document("catalogue", CATALOGUE);
    OscalDocument profile =
        OscalDocument.read("profile", profile(imports, more).getBytes(StandardCharsets.UTF_8));
    return ProfileResolver.resolve(
        profile, (_, addresses) -> Optional.ofNullable(documents.get(addresses.getFirst())), NOW);
  }

  private static List<String> problems(Resolved resolved) {
    return resolved.findings().stream().map(Finding::problem).toList();
  }

  private static List<String> resources(Resolved resolved) {
    return resolved.catalogue().root().object("back-matter").objects("resources").stream()
        .map(resource -> resource.text("title"))
        .toList();
  }

  /** The ids of that list, in the catalogue and all its groups. */
  private static String ids(Resolved resolved, String list) {
    List<String> ids = new ArrayList<>();
    ids(resolved.catalogue().root(), list, ids);
    return String.join(" ", ids);
  }

  private static void ids(OscalObject holder, String list, List<String> ids) {
    holder.objects(list).forEach(object -> ids.add(object.text("id")));
    holder.objects("groups").forEach(group -> ids(group, list, ids));
  }

  private static String outline(Resolved resolved) {
    return outline(resolved.catalogue().root());
  }

  private static String outline(OscalObject holder) {
    List<String> inside = new ArrayList<>();
    for (String list : List.of("controls", "groups")) {
      for (OscalObject object : holder.objects(list)) {
        String inner = outline(object);
        boolean isLeaf = inner.isEmpty() && list.equals("controls");
        inside.add(object.text("id") + (isLeaf ? "" : "(" + inner + ")"));
      }
    }
    return String.join(" ", inside);
  }

  private static String parts(OscalObject holder) {
    List<String> parts = new ArrayList<>();
    for (OscalObject part : holder.objects("parts")) {
      String inner = parts(part);
      parts.add(part.text("name") + (inner.isEmpty() ? "" : "(" + inner + ")"));
    }
    return String.join(" ", parts);
  }
}
