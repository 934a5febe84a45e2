package org.concordat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Crosswalk;
import org.concordat.formats.crosswalks.CrosswalkText;
import org.concordat.formats.topics.ShippedStandards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the standards of an organisation on a server, which follows two and has its own. */
class StandardsServerTest {
  private static final String TOKEN = "ccd_secret";

  @TempDir private Path folder;

  private HttpServer server;
  private String address;
  private String library;
  private String operations = "organisation: Acme\nours:\n  O.1: yes\nitil-4:\n  GEN-03: partly\n";

  @BeforeEach
  void start() throws IOException {
    List<Catalogue> catalogues =
        List.of("iso27001-2022", "itil-4").stream()
            .map(id -> ShippedStandards.library().catalogue(id).orElseThrow())
            .toList();
    List<Crosswalk> crosswalks =
        ShippedStandards.library().crosswalks().stream()
            .filter(c -> c.id().equals("iso27001-2022-itil-4"))
            .toList();
    library =
        CrosswalkText.of(catalogues, crosswalks)
            + """
            ---
            catalogue: {id: ours, title: Our rules}
            controls: [{id: O.1, title: Access}]
            ---
            crosswalk: {id: ours-iso, source: ours, target: iso27001-2022}
            mappings: [{source: O.1, relation: superset, target: A.5.15, because: we say so}]
            """;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/standards/library", e -> answer(e, library));
    server.createContext("/api/v1/standards/operations", e -> answer(e, operations));
    server.start();
    address = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      boolean authorised =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = (authorised ? text : "").getBytes(UTF_8);
      exchange.sendResponseHeaders(authorised ? 200 : 401, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Result run(Object... arguments) {
    return new Shell().with("CONCORDAT_TOKEN", TOKEN).run(arguments);
  }

  @Test
  void coverage_is_reckoned_from_what_the_server_says_is_in_operation() {
    Result result =
        run("crosswalk", "coverage", "--to", "iso27001-2022", address, "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("A.5.15,covered,").contains("ours-iso");
    assertThat(result.out()).contains("A.5.1,partly,");
  }

  @Test
  void a_scenario_speaks_of_the_own_content_and_of_the_organisation() {
    Result have =
        run(
            "scenario",
            "have",
            "--of",
            "ours",
            "--for",
            "iso27001-2022",
            "--server",
            address,
            "--format",
            "json");

    assertThat(have.status()).as(have.err()).isZero();
    assertThat(have.out())
        .contains("\"organisation\":\"Acme\"")
        .contains("{\"control\":\"A.5.15\",\"title\":\"Access control\",\"standing\":\"covered\"")
        .doesNotContain("\"proof\":[\"itil-4");
  }

  @Test
  void standards_of_the_server_are_listed_and_shown_with_own_ones() {
    Result list = run("standards", "list", "--server", address, "--format", "csv");
    Result show =
        run(
            "standards",
            "show",
            "iso27001-2022",
            "--control",
            "A.5.15",
            "--server",
            address,
            "--format",
            "csv");

    assertThat(list.out()).contains("catalogue,ours,Our rules").doesNotContain("csf-2.0");
    assertThat(show.out()).contains("subset,ours,O.1,,we say so,ours-iso");
    assertThat(run("standards", "list", "--server", "nothing").err())
        .contains("'nothing' is no address of a server");
  }

  @Test
  void contradictions_of_a_file_with_what_is_in_use_are_found() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        crosswalk: {id: mine, source: ours, target: iso27001-2022}
        mappings: [{source: O.1, relation: none, target: A.5.15}]
        """);

    Result sound = run("crosswalk", "check", address);
    Result found = run("crosswalk", "check", address, file);

    assertThat(sound.status()).as(sound.err()).isZero();
    assertThat(sound.out()).contains("3 catalogues, 2 crosswalks");
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.out()).contains("ours-iso").contains("mine");
  }

  @Test
  void a_whole_and_a_part_that_do_not_agree_are_read_cautiously() {
    operations = "organisation: Acme\nitil-4:\n  GEN: yes\n  GEN-03: no\n";

    Result result =
        run("crosswalk", "coverage", "--to", "iso27001-2022", address, "--format", "csv");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).doesNotContain(",covered,");
  }

  @Test
  void without_a_token_or_a_file_it_is_said_what_to_do() {
    assertThat(new Shell().run("crosswalk", "coverage", "--to", "iso27001-2022", address).err())
        .contains("CONCORDAT_TOKEN");
    assertThat(run("crosswalk", "coverage", "--to", "iso27001-2022").err())
        .contains("'--operated=FILE', or the address of a server");
  }
}
