package org.concordat.formats.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake, and what the reader says to it. */
class WorkspaceMistakesTest {
  /** Two lines, so that a mistake below starts in line 3. */
  private static final String START = "concordat: 1\norganisation: {id: acme}\n";

  private static List<String> messages(String yaml) {
    try {
      WorkspaceFiles.parse("w.yaml", yaml);
      return List.of();
    } catch (InvalidInput e) {
      return e.findings().stream().map(Finding::message).toList();
    }
  }

  static Stream<Arguments> mistakes() {
    List<Arguments> mistakes = new ArrayList<>();
    // Shape.
    mistake(mistakes, "assts: []", "3:1: assts: unknown key 'assts'; did you mean 'assets'?");
    mistake(
        mistakes,
        "assets: [{id: a, colour: red}]",
        "3:18: assets[0].colour: unknown key 'colour'; the keys here are id, name, kind, unit,"
            + " properties, description");
    mistake(
        mistakes,
        "assets: {id: a}",
        "3:9: assets: expected a list, found a mapping of keys to values; begin each entry with '-"
            + " ' on a line of its own");
    mistake(
        mistakes,
        "assets: [a]",
        "3:10: assets[0]: expected an entry with keys such as id, name, kind, found 'a'");
    mistake(
        mistakes,
        "assets: [{id: a, name: [b]}]",
        "3:24: assets[0].name: expected a text, found a list");
    mistake(
        mistakes,
        "assets: [{id: a, properties: integrity}]",
        "3:30: assets[0].properties: expected a list such as [confidentiality, integrity], found"
            + " 'integrity'");
    mistake(
        mistakes,
        "assets: [{name: a}]",
        "3:10: assets[0].id: the key 'id' is missing; write letters, digits, '.', '_' and '-',"
            + " starting with a letter or digit");
    mistake(
        mistakes,
        "assets: [{id: -a b}]",
        "3:15: assets[0].id: '-a b' is no identifier; write letters, digits, '.', '_' and '-',"
            + " starting with a letter or digit, such as 'claims-db'");
    mistake(
        mistakes,
        "assets: [{id: a, kind: tecnical}]",
        "3:24: assets[0].kind: 'tecnical' is not a kind of asset; did you mean 'technical'? Allowed"
            + " are information, technical, people, process, service");
    mistake(
        mistakes,
        "assets: [{id: a, id: b}]",
        "3:18: assets[0].id: the key 'id' stands twice; keep one of the two");
    mistake(
        mistakes,
        "assets: []\nassets: []",
        "4:1: assets: the key 'assets' stands twice; keep one of the two, and join what stands"
            + " below");
    mistake(
        mistakes,
        "assets: [{id: a, properties: [integrity, integrity]}]",
        "3:42: assets[0].properties[1]: the property 'integrity' stands twice; keep one of the"
            + " two");
    mistake(
        mistakes,
        "assets: [{id: a, [b]: c}]",
        "3:18: assets[0]: a key is one word, and here stands a list");
    mistake(
        mistakes,
        "factors: [{id: f, controllable: yes}]",
        "3:33: factors[0].controllable: expected true or false, found 'yes'");
    mistake(
        mistakes,
        "factors: [{id: f, controllable: 'true'}]",
        "3:33: factors[0].controllable: expected true or false, found the quoted text 'true'; write"
            + " it without quotes");
    mistake(
        mistakes,
        "inheritance: {cumulation: 0}",
        "3:27: inheritance.cumulation: expected a whole number from 1, found '0'");
    mistake(
        mistakes,
        "inheritance: {cumulation: \"2\"}",
        "3:27: inheritance.cumulation: expected a whole number from 1, found the quoted text '2';"
            + " write it without quotes");
    mistake(
        mistakes,
        "combination: {along: shortest}",
        "3:22: combination.along: 'shortest' is not a way to combine; allowed are weakest-link,"
            + " product, {matrix: [[...], ...]}");
    mistake(
        mistakes,
        "combination: {along: {}}",
        "3:22: combination.along.matrix: the key 'matrix' is missing; write one list of levels for"
            + " each level of the scale");
    mistake(
        mistakes,
        "combination: product",
        "3:14: combination: expected keys such as {along: weakest-link}, found 'product'");
    mistake(
        mistakes, "scale: [low]", "3:8: scale: a scale of 1 level; a scale has 2 to 100 levels");
    mistake(mistakes, "scale: [low, low]", "3:14: scale[1]: the level 'low' stands twice");
    mistake(
        mistakes,
        "scale: [none, low]",
        "3:9: scale[0]: a level is called 'none', which is how a score of 0 is shown");
    mistake(mistakes, "scale: ['', low]", "3:9: scale[0]: a level has no name");
    mistake(
        mistakes,
        "scale: low",
        "3:8: scale: expected a list of levels, found 'low'; write the levels in ascending order,"
            + " such as [low, medium, high]");
    // References to YAML's own machinery.
    mistake(
        mistakes,
        "assets: [{id: a, name: &x b}]",
        "3:24: assets[0].name: the anchor '&x' stands here; remove it: Concordat reads no aliases");
    mistake(
        mistakes,
        "assets: [{id: a, name: *x}]",
        "3:24: assets[0].name: the alias '*x' stands here; write out what it stands for: Concordat"
            + " reads no aliases");
    mistake(
        mistakes,
        "assets: [{id: a, <<: {kind: people}}]",
        "3:18: assets[0].<<: unknown key '<<'; write out the keys: Concordat reads no merge keys");
    mistake(
        mistakes,
        "assets: [{id: a, name: !!int 3}]",
        "3:24: assets[0].name: the tag '!!int' stands here; remove it: Concordat reads no tags");
    mistake(
        mistakes,
        "assets: !java.lang.Runtime []",
        "3:9: assets: the tag '!java.lang.Runtime' stands here; remove it: Concordat reads no"
            + " tags");
    // Meaning.
    mistake(
        mistakes,
        "assets: [{id: claims-db}, {id: x, unit: clams}]\nunits: [{id: claims, goals: [{id: g}]}]",
        "3:41: assets[1].unit: there is no unit 'clams'; did you mean 'claims'?");
    mistake(
        mistakes,
        "assets: [{id: claims-db}]\ndependencies: [{from: claims-db, on: claim-db}]",
        "4:38: dependencies[0].on: there is no asset 'claim-db'; did you mean 'claims-db'?");
    mistake(
        mistakes,
        "units: [{id: u, goals: [{id: g, importance: hihg}]}]\nscale: [low, high]",
        "3:45: units[0].goals[0].importance: there is no level 'hihg'; did you mean 'high'? The"
            + " scale has low, high");
    mistake(
        mistakes,
        "combination: {along: {matrix: [[1, 1, 1], [1, 2, 4], [1, 2, 3]]}}",
        "3:50: combination.along.matrix[1][2]: there is no level '4'; the scale has negligible,"
            + " marginal, critical");
    mistake(
        mistakes,
        "combination: {along: {matrix: [[1, 2, 1], [1, 2, 2], [1, 2, 3]]}}",
        "3:36: combination.along.matrix[0][1]: the cell in row 'negligible', column 'marginal' is"
            + " 'marginal' and exceeds its own row, 'negligible'; right would be 'negligible'");
    return mistakes.stream();
  }

  private static void mistake(List<Arguments> mistakes, String yaml, String message) {
    mistakes.add(Arguments.of(yaml, message));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_place_and_its_remedy(String yaml, String message) {
    assertThat(messages(START + yaml)).containsExactly("w.yaml:" + message);
  }

  static Stream<Arguments> impactMistakes() {
    List<Arguments> mistakes = new ArrayList<>();
    mistake(
        mistakes,
        "{requirement: db, factor: loss, level: critical}",
        ":19: impacts[0].requirement: 'db' is not a requirement; write asset/property, such as"
            + " claims-db/availability");
    mistake(
        mistakes,
        "{factor: loss, level: critical}",
        ":5: impacts[0].goal: the key 'goal' is missing; state a 'requirement' or a 'goal' beside"
            + " the 'factor'");
    mistake(
        mistakes,
        "{requirement: db/integrity, factor: loss, goal: fast, level: critical}",
        ":5: impacts[0]: an impact links a requirement to a factor or a factor to a goal, not all"
            + " three; make two impacts of it");
    mistake(
        mistakes,
        "{factor: loss, goal: fast}",
        ":5: impacts[0].level: the key 'level' is missing; state a level of the scale");
    mistake(
        mistakes,
        "{factor: loss, goal: fast, level: critical, on: 2026-02-30}",
        ":53: impacts[0].on: '2026-02-30' is not a date; write year, month and day, such as"
            + " 2026-03-02");
    mistake(
        mistakes,
        "{requirement: db/privacy, factor: loss, level: critical}",
        ":19: impacts[0].requirement: the asset 'db' has no property 'privacy'; it has"
            + " confidentiality, integrity, availability");
    return mistakes.stream();
  }

  @ParameterizedTest
  @MethodSource("impactMistakes")
  void a_mistake_in_an_impact_is_told_likewise(String impact, String message) {
    String yaml =
        START
            + """
            units: [{id: claims, goals: [{id: fast}]}]
            factors: [{id: loss}]
            assets: [{id: db}]
            impacts:
              - %s
            """
                .formatted(impact);

    assertThat(messages(yaml)).containsExactly("w.yaml:7" + message);
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        Arguments.of(
            "a: b: c",
            "3:5: a ': ' stands where no value can begin; put the text in quotes, or mend the"
                + " indentation"),
        Arguments.of(
            "assets:\n\t- {id: a}",
            "4:1: a tab stands where YAML wants spaces; indent with spaces"),
        Arguments.of(
            "assets: [{id: a]",
            "3:16: a '{' is not closed, or a ',' is missing (it begins in line 3); put a text that"
                + " holds ', ' or ': ' or a bracket in quotes"),
        Arguments.of("assets: ['a", "3:10: a quotation mark is never closed"),
        Arguments.of(
            "assets:\n  - {id: a}\n - {id: b}",
            "5:2: the indentation does not fit the lines above, or a ':' is missing (it begins in"
                + " line 1)"),
        Arguments.of(
            "name: @acme",
            "3:7: no text can begin with '@'; put the text in quotes, or mend the indentation"),
        Arguments.of(
            "name: \"\\q\"",
            "3:9: a text in quotes is not valid YAML: found unknown escape character q(113) (it"
                + " begins in line 3)"),
        Arguments.of(
            "name: a\u0000",
            "3:8: a NUL character stands here, so this is no text; save the file as text"),
        Arguments.of(
            "name: é🦊\u0007",
            "3:9: the character U+0007 may not stand in YAML as it is; remove it, or write"
                + " \"\\u0007\" in double quotes"),
        Arguments.of(
            "---\na: b",
            "3:1: a second YAML document begins here; keep one document in a file, and remove the"
                + " line '---'"));
  }

  @ParameterizedTest
  @MethodSource("syntax")
  void broken_yaml_is_told_in_plain_words(String yaml, String message) {
    assertThat(messages(START + yaml)).last().isEqualTo("w.yaml:" + message);
  }

  @Test
  void another_version_of_the_format_is_refused() {
    assertThat(messages("concordat: 2\norganisation: {id: acme}\n"))
        .containsExactly(
            "w.yaml:1:12: concordat: '2' is no version that can be read; this program reads version"
                + " 1");
  }

  @Test
  void a_version_and_an_organisation_are_required() {
    assertThat(messages("assets: []\n"))
        .containsExactly(
            "w.yaml: concordat: the key 'concordat' is missing; write 'concordat: 1', the version"
                + " of the format, in a file",
            "w.yaml: organisation: the key 'organisation' is missing; write 'organisation: {id:"
                + " acme, name: Acme Insurance}'");
  }

  @Test
  void something_else_than_a_mapping_is_refused() {
    assertThat(messages("- a\n"))
        .singleElement()
        .asString()
        .startsWith("w.yaml:1:1: expected keys such as 'assets:', found a list");
  }

  @Test
  void all_mistakes_are_told_at_once_and_in_the_order_of_lines() {
    List<String> messages =
        messages(
            START
                + """
                dependencies:
                  - {from: a, on: nowhere, strength: hgh}
                scale: [low, high]
                assets:
                  - {id: a, knd: people}
                  - {id: a}
                  - {id: "b c"}
                  - {id: d, properties: 3}
                """);

    assertThat(messages)
        .extracting(message -> message.replaceAll("^w.yaml:(\\d+:\\d+): ([^:]*):.*", "$1 $2"))
        .containsExactly(
            "4:19 dependencies[0].on",
            "4:38 dependencies[0].strength",
            "7:13 assets[0].knd",
            "8:10 assets[1].id",
            "9:10 assets[2].id",
            "10:25 assets[3].properties");
  }

  @Test
  void what_follows_from_an_unreadable_entry_is_not_told() {
    List<String> messages =
        messages(
            START
                + """
                units: [{id: u, goals: [{id: "no id"}, {id: g}, {id: g}]}]
                factors: [{name: nameless}]
                impacts: [{factor: "bad id", goal: g, level: critical}]
                """);

    assertThat(messages)
        .extracting(message -> message.replaceAll("^w.yaml:(\\d+:\\d+): ([^:]*):.*", "$1 $2"))
        .containsExactly(
            "3:30 units[0].goals[0].id",
            "3:54 units[0].goals[2].id",
            "4:11 factors[0].id",
            "5:20 impacts[0].factor");
  }

  @Test
  void a_file_that_is_not_utf8_is_refused_with_its_line(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("latin1.yaml");
    Files.write(file, new byte[] {'a', ':', '\n', 'b', ':', ' ', (byte) 0xE9, '\n'});

    assertThatThrownBy(() -> WorkspaceFiles.read(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(file + ":2: the file is not written in UTF-8; save it as UTF-8 text");
  }
}
