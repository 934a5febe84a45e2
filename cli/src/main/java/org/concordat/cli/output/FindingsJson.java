package org.concordat.cli.output;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Words;
import tools.jackson.core.JsonGenerator;

/** Findings as JSON. Names and order of the keys are a promise to other programs. */
public final class FindingsJson {
  private FindingsJson() {}

  /** Writes the properties {@code errors}, {@code warnings} and {@code findings}. */
  public static void write(JsonGenerator json, List<Finding> findings) {
    json.writeNumberProperty("errors", count(findings, Severity.ERROR));
    json.writeNumberProperty("warnings", count(findings, Severity.WARNING));
    json.writeName("findings");
    Json.lines(json, findings, FindingsJson::finding);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("severity", Words.of(finding.severity()));
    Json.property(json, "file", finding.place().file());
    position(json, "line", finding.place().line());
    position(json, "column", finding.place().column());
    Json.property(json, "key", finding.place().key());
    json.writeStringProperty("problem", finding.problem());
    Json.property(json, "remedy", finding.remedy());
    json.writeEndObject();
  }

  private static void position(JsonGenerator json, String name, int position) {
    json.writeName(name);
    if (position == 0) {
      json.writeNull();
    } else {
      json.writeNumber(position);
    }
  }
}
