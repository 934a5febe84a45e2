package org.concordat.server.web.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.concordat.server.web.api.ContractApi;
import org.concordat.server.web.api.reference.Reference.Content;
import org.concordat.server.web.api.reference.Reference.Operation;
import org.concordat.server.web.api.reference.Reference.Parameter;
import org.concordat.server.web.api.reference.Reference.ValueType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference shows the whole contract, and nothing else. */
class ReferenceTest {
  private final Reference reference = ContractReader.read(ContractApi.read());
  private final Visitor visitor = new Visitor(RunningServer.shared());

  @Test
  void every_operation_and_every_shape_of_the_contract_is_there() {
    JsonNode contract = JsonMapper.builder().build().readTree(ContractApi.read());
    Set<String> expected = new TreeSet<>();
    contract
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            expected.add((method + " " + path.getKey()).toUpperCase(Locale.ROOT))));

    assertThat(reference.operations())
        .extracting(o -> (o.method() + " " + o.path()).toUpperCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(expected)
        .hasSizeGreaterThan(100);
    assertThat(reference.shapes().keySet())
        .containsExactlyInAnyOrderElementsOf(
            contract.path("components").path("schemas").propertyNames());
  }

  @Test
  void every_type_says_something_and_leads_to_a_shape_that_is_there() {
    Stream<ValueType> types =
        Stream.concat(
            reference.operations().stream()
                .flatMap(
                    o ->
                        Stream.concat(
                            o.parameters().stream().map(Parameter::type),
                            Stream.concat(
                                    o.body().stream(),
                                    o.answers().stream().flatMap(a -> a.content().stream()))
                                .map(Content::type))),
            reference.shapes().values().stream()
                .flatMap(s -> s.members().stream())
                .map(Reference.Member::type));
    List<ValueType> all = types.toList();

    assertThat(all).allMatch(type -> !type.text().isBlank());
    assertThat(all.stream().map(ValueType::shape).filter(Objects::nonNull).distinct())
        .isSubsetOf(reference.shapes().keySet())
        .hasSizeGreaterThan(50);
  }

  @Test
  void an_operation_tells_permission_parameters_shapes_problems_and_an_example() {
    String page = visitor.get("/api?operation=patch_assets_id").body();

    assertThat(page)
        .contains("PATCH ")
        .contains("EDIT_ASSETS")
        .contains("If-Match")
        .contains("application/merge-patch+json")
        .contains("/api?shape=AssetPatch")
        .contains("Claims database")
        .contains("412");
    assertThat(visitor.get("/api?shape=Asset").body())
        .contains("required")
        .contains("/api?operation=patch_assets_id");
  }

  @Test
  void every_page_opens_without_an_account() {
    for (Operation operation : reference.operations()) {
      assertThat(visitor.get("/api?operation=" + operation.id()).statusCode())
          .as(operation.id())
          .isEqualTo(200);
    }
    for (String shape : reference.shapes().keySet()) {
      assertThat(visitor.get("/api?shape=" + shape).statusCode()).as(shape).isEqualTo(200);
    }
    assertThat(visitor.get("/api?operation=nothing").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/api?shape=Nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void a_search_finds_by_all_words_wherever_they_stand() {
    assertThat(reference.found("  ")).hasSameSizeAs(reference.operations());
    assertThat(reference.found("patch edit_assets"))
        .isNotEmpty()
        .allMatch(o -> o.method().equals("PATCH") && "EDIT_ASSETS".equals(o.permission()));
    assertThat(reference.found("no such thing anywhere")).isEmpty();
    assertThat(visitor.get("/api?q=undo").body()).contains("/undo").doesNotContain("/factors/{id}");
  }
}
