package org.concordat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that calls the API with a token. Everything that it says and hears is held against the
 * contract.
 */
public final class Program {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String JSON = "application/json";

  private final URI address;
  private final @Nullable String token;
  private final HttpClient http = HttpClient.newHttpClient();

  /** A program that calls a server with a token, or with none. */
  public Program(RunningServer server, @Nullable String token) {
    address = server.address();
    this.token = token;
  }

  /** An answer. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The entity tag with its quotation marks. */
    public String etag() {
      return header("ETag");
    }

    /** What a member says, found by a JSON pointer. */
    public String at(String pointer) {
      JsonNode node = json().at(pointer);
      return node.isMissingNode() ? "" : node.isString() ? node.stringValue() : node.toString();
    }

    /** The pointers and parameters of all errors of a problem. */
    public List<String> places() {
      return json()
          .path("errors")
          .valueStream()
          .map(error -> error.path("pointer").stringValue(error.path("parameter").stringValue("")))
          .toList();
    }

    /** The lines of an answer that has one object a line. */
    public List<JsonNode> lines() {
      return response.body().lines().map(MAPPER::readTree).toList();
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, "", headers);
  }

  public Answer put(String path, String json, String... headers) {
    return send("PUT", path, JSON, json, headers);
  }

  public Answer patch(String path, String json, String... headers) {
    return send("PATCH", path, "application/merge-patch+json", json, headers);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, null, "", headers);
  }

  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json.isEmpty() ? null : JSON, json, headers);
  }

  /** Sends one object a line. */
  public Answer lines(String path, String... lines) {
    return send("POST", path, "application/x-ndjson", String.join("\n", lines) + "\n");
  }

  /** Sends any request under {@code /api/v1}; names and values of headers by turns. */
  public Answer send(
      String method, String path, @Nullable String type, String body, String... headers) {
    String whole = path.startsWith("/api/") ? path : "/api/v1" + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(whole))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    Answer answer = new Answer(send(request.build()));
    assertThat(answer.header("Request-Id")).as("%s %s", method, whole).isNotEmpty();
    assertThat(
            Contract.check(
                method,
                whole,
                type == null ? "" : type,
                body,
                answer.status(),
                answer.header("Content-Type"),
                answer.body()))
        .as("%s %s: %d %s", method, whole, answer.status(), answer.body())
        .isEmpty();
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
