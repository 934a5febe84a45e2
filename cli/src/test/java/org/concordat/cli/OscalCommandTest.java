package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OscalCommandTest {
  private static final Path CONTROLS = Samples.of("controls.json");
  private static final Path BASELINE = Samples.of("baseline.yaml");

  @TempDir private Path folder;

  @Test
  void a_profile_becomes_its_catalogue() {
    Result result = new Shell().run("oscal", "resolve", BASELINE, "-o", "-", "--format", "yaml");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("catalog:")
        .contains("last-modified: \"2026-05-06T12:00:00Z\"")
        .contains("href: baseline.yaml")
        .contains("title: Lock the doors")
        .contains("- \"10 p.m.\"")
        .doesNotContain("Count the keys");
  }

  @Test
  void an_import_that_is_elsewhere_is_named() throws IOException {
    Path baseline = Files.copy(BASELINE, folder.resolve("baseline.yaml"));
    Path out = folder.resolve("resolved.json");

    Result alone = new Shell().run("oscal", "resolve", baseline, "-o", out);
    Result named = new Shell().run("oscal", "resolve", baseline, "-o", out, "--import", CONTROLS);

    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.err()).contains("the document to import is not there: controls.json");
    assertThat(named.status()).as(named.err()).isZero();
    assertThat(out).content().contains("Lock the doors");
  }

  @Test
  void a_document_is_converted_and_never_overwrites_another() throws IOException {
    Path xml = folder.resolve("controls.xml");

    assertThat(new Shell().run("oscal", "convert", CONTROLS, "-o", xml).status()).isZero();
    assertThat(xml)
        .content()
        .contains("<p>Lock <em>every</em> door at <insert type=\"param\" id-ref=\"hr-1.1_p\"");
    assertThat(new Shell().run("oscal", "convert", CONTROLS, "-o", xml).status()).isEqualTo(1);
    assertThat(new Shell().run("oscal", "convert", xml, "-o", xml, "--force").status()).isZero();
  }

  @Test
  void an_output_whose_name_says_nothing_needs_a_format() {
    Result result = new Shell().run("oscal", "convert", CONTROLS, "-o", folder.resolve("out"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("end it in .json, .yaml or .xml, or name --format");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws IOException {
    Path broken =
        Files.writeString(
            folder.resolve("broken.json"),
            """
            {"catalog": {
              "metadata": {"title": "Broken", "titel": "?", "last-modified": "today",
                "version": 1, "oscal-version": "1.1.3"},
              "controls": {"id": "a"}
            }}
            """);

    Result result = new Shell().run("oscal", "check", broken);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .contains(":1: catalog: 'uuid' is missing")
        .contains(":2: catalog.metadata.titel: 'titel' is not known in OSCAL here; it is kept;")
        .contains("did you mean 'title'?")
        .contains("'today' is no date with time and zone")
        .contains(":3: catalog.metadata.version: must be a text, not a number")
        .contains(":4: catalog.controls: must be a list, not an object");
  }

  @Test
  void a_sound_document_is_named() {
    Result result = new Shell().run("oscal", "check", CONTROLS);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("House rules: a catalogue of controls for OSCAL 1.1.3, without errors.");
  }
}
