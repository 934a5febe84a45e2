package org.concordat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.Shell.Result;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the workspace of a server, which is a small one that says what the test wants. */
class ServerWorkspaceTest {
  private static final String TOKEN = "ccd_secret";
  private static final Path ACME = Samples.of("acme");

  @TempDir private Path folder;

  private HttpServer server;
  private String address;
  private String yaml;
  private int status = 200;
  private String problem = "";
  private final List<String> written = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException, InvalidInput {
    yaml = WorkspaceFiles.write(WorkspaceFiles.read(ACME).workspace());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/workspace", this::answer);
    server.createContext("/elsewhere", this::answer);
    server.start();
    address = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization")
              + " "
              + exchange.getRequestHeaders().getFirst("If-Match"));
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      boolean authorised =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      boolean writes = exchange.getRequestMethod().equals("PUT");
      int code = authorised ? (writes ? status : 200) : 401;
      if (code == 200 && writes) {
        written.add(body);
      }
      if (code != 200) {
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
      }
      exchange.getResponseHeaders().set("ETag", "\"abc\"");
      byte[] bytes = (code == 200 ? (writes ? "{}" : yaml) : problem).getBytes(UTF_8);
      exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Shell shell() {
    return new Shell().with("CONCORDAT_TOKEN", TOKEN);
  }

  @Test
  void commands_say_the_same_of_a_server_as_of_files() {
    for (List<String> command :
        List.of(
            List.of("priorities", "--format", "json"),
            List.of("explain", "claims-db/availability", "--format", "json"),
            List.of("export", "-o", "-", "--format", "csv"),
            List.of("draw", "heatmap", "-o", "-"))) {
      List<Object> local = new ArrayList<>(command);
      List<Object> remote = new ArrayList<>(command);
      int place = command.getFirst().equals("explain") || command.getFirst().equals("draw") ? 2 : 1;
      local.add(place, ACME);
      remote.add(place, address);

      Result there = shell().run(remote.toArray());

      assertThat(there.status()).as(there.err()).isZero();
      assertThat(there.out()).isEqualTo(shell().run(local.toArray()).out());
    }
    assertThat(shell().run("diff", ACME, address).out()).isEqualTo("Nothing changed.\n");
    assertThat(shell().run("check", address + "/").status()).isZero();
  }

  @Test
  void an_import_is_written_on_top_of_what_was_read() throws IOException, InvalidInput {
    Path file =
        Files.writeString(
            folder.resolve("assets.csv"), "id,name,kind\nprinter,Printer,technical\n");

    Result rehearsed = shell().run("import", file, "--into", address, "--dry-run");
    assertThat(rehearsed.status()).as(rehearsed.err()).isZero();
    assertThat(written).isEmpty();
    Result result = shell().run("import", file, "--into", address);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(written).hasSize(1);
    assertThat(headers.getLast()).isEqualTo("PUT Bearer " + TOKEN + " \"abc\"");
    assertThat(WorkspaceFiles.parse("x", written.getFirst()).workspace().assets())
        .anyMatch(asset -> asset.name().equals("Printer"));
  }

  @Test
  void whoever_was_faster_is_not_overwritten() throws IOException {
    status = 412;
    Path file =
        Files.writeString(
            folder.resolve("assets.csv"), "id,name,kind\nprinter,Printer,technical\n");

    Result result = shell().run("import", file, "--into", address);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("nothing was written, run the command again");
  }

  @Test
  void every_error_of_a_problem_is_told() throws IOException {
    status = 422;
    problem =
        "{\"detail\":\"The model would break rules\",\"errors\":[{\"pointer\":\"\",\"detail\":\"a"
            + " unit is missing\"}]}";
    Path file =
        Files.writeString(
            folder.resolve("assets.csv"), "id,name,kind\nprinter,Printer,technical\n");

    assertThat(shell().run("import", file, "--into", address).err())
        .contains("The model would break rules", "a unit is missing");
  }

  @Test
  void without_a_token_the_command_says_where_to_get_one() {
    Result result = new Shell().run("priorities", address);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("make one on its page /account", "CONCORDAT_TOKEN");
    assertThat(headers).isEmpty();
  }

  @Test
  void a_refused_token_is_told_and_never_shown() {
    Result result =
        new Shell().with("CONCORDAT_TOKEN", "ccd_wrong").run("priorities", address, "--debug");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("CONCORDAT_TOKEN is refused").doesNotContain("ccd_wrong");
  }

  @Test
  void a_server_that_is_not_there_is_told() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    Result result = shell().run("priorities", "http://localhost:" + free);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("cannot reach the server, nothing answers there");
  }

  @Test
  void a_token_never_goes_over_the_network_in_the_open() {
    Result result = shell().run("priorities", "http://192.0.2.1:8080");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("use https://");
  }

  @Test
  void an_address_with_a_password_in_it_is_wrong_use() {
    assertThat(shell().run("priorities", "http://me:secret@localhost").status()).isEqualTo(2);
  }

  @Test
  void another_kind_of_server_is_told() {
    assertThat(shell().run("priorities", address + "/nowhere").err())
        .contains("this is no Concordat server; it answered 404");
  }
}
