package org.concordat.server.workspace;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The few values that a row holds as JSON. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static JSONB of(Object value) {
    return JSONB.valueOf(MAPPER.writeValueAsString(value));
  }

  static SortedMap<String, String> texts(JSONB json) {
    Map<String, String> texts = MAPPER.readValue(json.data(), new TypeReference<>() {});
    return new TreeMap<>(texts);
  }

  static List<List<Integer>> table(JSONB json) {
    return MAPPER.readValue(json.data(), new TypeReference<>() {});
  }
}
