package org.concordat.server.agreements.scraping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.formats.agreements.MetricsReading;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last samples of series, as they are kept: {@code {"KEY": ["VALUE", milliseconds]}}. */
final class SeriesJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SeriesJson() {}

  static String write(Map<String, MetricsReading.Last> series) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(series)
        .forEach(
            (key, last) ->
                json.putArray(key).add(last.value().toString()).add(last.at().toEpochMilli()));
    return json.toString();
  }

  static Map<String, MetricsReading.Last> read(String text) {
    Map<String, MetricsReading.Last> series = new TreeMap<>();
    MAPPER
        .readTree(text)
        .properties()
        .forEach(
            each ->
                series.put(
                    each.getKey(),
                    new MetricsReading.Last(
                        new BigDecimal(each.getValue().get(0).stringValue()),
                        Instant.ofEpochMilli(each.getValue().get(1).longValue()))));
    return series;
  }
}
