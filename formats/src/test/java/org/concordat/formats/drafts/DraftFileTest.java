package org.concordat.formats.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.json.DraftJson;
import org.concordat.formats.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things to try out as files say them. */
class DraftFileTest {
  private static final String EVERYTHING =
      """
      changes:
        - {try: link, from: db/availability, to: loss, level: "high"}
        - {try: goal, id: growth, gone: true}
        - {try: passing, from: a, to: b, carries: {integrity: availability}, redundancy: {group: g, needs: 2}}
        - {try: properties, id: db, properties: [integrity, privacy]}
        - {try: joining, levels: [low, high], matrix: [[low, low], [low, high]], across: average, cumulation: 3}
        - {try: name, what: unit, id: sales, name: 'Märkte: "neu"'}
      """;

  @TempDir private Path folder;

  private static String json(List<DraftFile.Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(
        out,
        json -> {
          json.writeStartArray();
          entries.forEach(entry -> DraftJson.edit(json, entry.trying(), entry.said()));
          json.writeEndArray();
        });
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_yaml_says_and_what_is_sent_as_json_say_the_same() throws InvalidInput {
    List<DraftFile.Entry> entries = DraftFile.parse("changes.yaml", EVERYTHING);

    assertThat(json(entries))
        .contains("{\"try\":\"link\",\"from\":\"db/availability\",\"to\":\"loss\",")
        .contains("\"gone\":true")
        .contains("\"carries\":{\"integrity\":\"availability\"}")
        .contains("\"redundancy\":{\"group\":\"g\",\"needs\":2}")
        .contains("\"matrix\":[[\"low\",\"low\"],[\"low\",\"high\"]]")
        .contains("\"cumulation\":3");
    assertThat(json(DraftFile.parse("again.json", json(entries)))).isEqualTo(json(entries));
  }

  @Test
  void one_thing_a_list_and_a_key_with_a_list_are_read_alike() throws InvalidInput {
    String one = "{try: asset-gone, id: crm}";

    assertThat(json(DraftFile.parse("a", one)))
        .isEqualTo(json(DraftFile.parse("a", "- " + one)))
        .isEqualTo(json(DraftFile.parse("a", "changes:\n  - " + one)));
  }

  @Test
  void a_workspace_is_no_file_of_changes() throws IOException {
    assertThat(DraftFile.isOne(write("a.yaml", EVERYTHING))).isTrue();
    assertThat(DraftFile.isOne(write("b.json", "[{\"try\": \"carry-over\"}]"))).isTrue();
    assertThat(DraftFile.isOne(write("c.yaml", "concordat: 1\norganisation: {}"))).isFalse();
    assertThat(DraftFile.isOne(write("d.yaml", "{{{"))).isFalse();
    assertThat(DraftFile.isOne(write("e.yaml", ""))).isFalse();
    assertThat(DraftFile.isOne(folder)).isFalse();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void what_is_no_change_is_told_with_what_would_be() {
    assertThatThrownBy(() -> DraftFile.parse("a.yaml", "nothing"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a.yaml:1:1: the file holds no changes; write 'changes:'");
    assertThatThrownBy(() -> DraftFile.parse("a.yaml", "change: []"))
        .hasMessageContaining("did you mean 'changes'?");
    assertThatThrownBy(
            () ->
                DraftFile.parse(
                    "a.yaml", "- {try: goal, gone: maybe}\n- 3\n- {try: joining, matrix: [1]}"))
        .hasMessageContaining("a.yaml:1:21: changes[0].gone: expected true or false")
        .hasMessageContaining("a.yaml:2:3: changes[1]: expected an entry with keys")
        .hasMessageContaining("changes[2].matrix[0]: expected a row of levels");
  }
}
