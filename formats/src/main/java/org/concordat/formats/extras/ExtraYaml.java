package org.concordat.formats.extras;

import java.util.regex.Pattern;
import org.concordat.formats.yaml.YamlNode;
import tools.jackson.core.JsonGenerator;

/** Values of YAML as extras. */
public final class ExtraYaml {
  /** The numbers of JSON. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private ExtraYaml() {}

  /** The value as JSON. What was refused, and reported, is nothing. */
  public static String json(YamlNode value) {
    return ExtraJson.written(json -> write(value, json));
  }

  private static void write(YamlNode value, JsonGenerator json) {
    switch (value) {
      case YamlNode.Mapping mapping -> {
        json.writeStartObject();
        mapping
            .pairs()
            .forEach(
                pair -> {
                  json.writeName(pair.key().text());
                  write(pair.value(), json);
                });
        json.writeEndObject();
      }
      case YamlNode.Sequence list -> {
        json.writeStartArray();
        list.items().forEach(item -> write(item, json));
        json.writeEndArray();
      }
      case YamlNode.Scalar scalar -> scalar(scalar.text(), scalar.plain(), json);
      case YamlNode.Refused _ -> json.writeNull();
    }
  }

  /**
   * Writes a single value: a number, a truth or nothing when it stands without quotes, by the core
   * schema of YAML 1.2 as far as JSON has the same, else a text.
   */
  public static void scalar(String text, boolean isPlain, JsonGenerator json) {
    if (!isPlain) {
      json.writeString(text);
      return;
    }
    switch (text) {
      case "true", "True", "TRUE" -> json.writeBoolean(true);
      case "false", "False", "FALSE" -> json.writeBoolean(false);
      case "", "~", "null", "Null", "NULL" -> json.writeNull();
      default -> {
        if (NUMBER.matcher(text).matches()) {
          json.writeNumber(text);
        } else {
          json.writeString(text);
        }
      }
    }
  }
}
