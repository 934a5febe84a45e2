package org.concordat.server.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.server.testing.Contract;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The committed contract is what the running server has. */
class ContractTest {
  private static final Path FILE = Path.of("src/main/resources/api/openapi.json");

  private final RunningServer server = RunningServer.shared();

  /** Write it anew with {@code -Dcontract=write}. */
  @Test
  void the_committed_contract_is_made_of_the_handlers_that_run() throws IOException {
    String made =
        ContractWriter.MAPPER.writeValueAsString(new ContractWriter(server).contract()) + "\n";
    if ("write".equals(System.getProperty("contract"))) {
      Files.writeString(FILE, made);
    }

    assertThat(Files.readString(FILE, UTF_8)).isEqualTo(made);
  }

  @Test
  void every_route_is_in_the_contract_and_the_contract_has_no_other() {
    Set<String> told = new TreeSet<>();
    Contract.committed()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> told.add(path.getKey() + " " + method)));

    assertThat(ContractWriter.handlers(server).keySet()).isEqualTo(told).hasSizeGreaterThan(70);
  }

  @Test
  void every_example_fits_its_schema() {
    Map<String, List<String>> wrong = new java.util.TreeMap<>();
    for (Map.Entry<String, JsonNode> path : Contract.committed().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        for (JsonNode content : contents(operation.getValue())) {
          for (Map.Entry<String, JsonNode> type : content.properties()) {
            if (type.getValue().has("example")) {
              List<String> errors =
                  Contract.validate(
                      (ObjectNode) type.getValue().get("schema"), type.getValue().get("example"));
              if (!errors.isEmpty()) {
                wrong.put(operation.getKey() + " " + path.getKey(), errors);
              }
            }
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<JsonNode> contents(JsonNode operation) {
    List<JsonNode> contents = new ArrayList<>();
    contents.add(operation.path("requestBody").path("content"));
    operation
        .path("responses")
        .properties()
        .forEach(response -> contents.add(response.getValue().path("content")));
    return contents;
  }
}
