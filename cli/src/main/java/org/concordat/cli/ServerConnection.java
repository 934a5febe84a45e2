package org.concordat.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The API of a server. The token that opens it comes from the environment, because arguments are
 * seen by everybody on the machine.
 */
final class ServerConnection {
  /** The environment variable with the token. */
  static final String TOKEN = "CONCORDAT_TOKEN";

  /** Below the address of a server. */
  static final String ROOT = "/api/v1";

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofMinutes(5);

  private final URI address;
  private final String token;

  /** The server at this address. */
  ServerConnection(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /**
   * The server that an argument names; empty when it names something else, such as a file.
   *
   * @param environment has the token
   */
  static Optional<ServerConnection> of(String text, Map<String, String> environment) {
    String start = text.toLowerCase(Locale.ROOT);
    if (!start.startsWith("http://") && !start.startsWith("https://")) {
      return Optional.empty();
    }
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new TypeConversionException("'" + text + "' is no address of a server");
      }
      return Optional.of(
          new ServerConnection(address, environment.getOrDefault(TOKEN, "").strip()));
    } catch (URISyntaxException _) {
      throw new TypeConversionException("'" + text + "' is no address of a server");
    }
  }

  /**
   * What the server tells in a media type.
   *
   * @param path below the root of the API
   * @throws IOException when it cannot be reached or refuses; the message says why and what to do
   */
  HttpResponse<String> get(String path, String mediaType) throws IOException {
    HttpResponse<String> answer = send(request(path).header("Accept", mediaType).GET());
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    return answer;
  }

  /** A request below the root of the API, with the token. */
  HttpRequest.Builder request(String path) throws IOException {
    if (token.isEmpty()) {
      throw new IOException(
          address
              + ": the server wants a token; make one on its page /account and put it into "
              + TOKEN);
    }
    if (!token.matches("[!-~]+")) {
      throw new IOException(TOKEN + ": this is no token");
    }
    if ("http".equalsIgnoreCase(address.getScheme()) && !isThisMachine()) {
      throw new IOException(
          address + ": the token would go over the network for all to read; use https://");
    }
    String base = address.toString();
    URI whole =
        URI.create(
            (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + ROOT + path);
    return HttpRequest.newBuilder(whole)
        .timeout(ANSWERING)
        .header("Authorization", "Bearer " + token);
  }

  private boolean isThisMachine() throws IOException {
    try {
      return InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException _) {
      throw unreachable("nobody knows this name");
    }
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build()) {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (HttpTimeoutException _) {
      throw unreachable("it does not answer");
    } catch (ConnectException _) {
      throw unreachable("nothing answers there");
    } catch (IOException e) {
      // Such as a certificate that nobody vouches for.
      throw unreachable(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(address + ": interrupted", e);
    }
  }

  private IOException unreachable(String why) {
    return new IOException(address + ": cannot reach the server, " + why);
  }

  /** Why the server refused, and what to do. */
  IOException refused(HttpResponse<String> answer) {
    List<String> details = details(answer);
    String why =
        switch (answer.statusCode()) {
          case 401 ->
              "the token in "
                  + TOKEN
                  + " is refused: it is none, or over, or revoked; make another on the page"
                  + " /account";
          case 403 ->
              "the token in "
                  + TOKEN
                  + " does not permit this; reading needs READ_MODEL, writing EDIT_MODEL, drafts"
                  + " DRAFT_CHANGES, and deciding on them the rights to what they change";
          case 412 ->
              "somebody changed it in the meantime; nothing was written, run the command"
                  + " again";
          default ->
              details.isEmpty()
                  ? "this is no Concordat server; it answered " + answer.statusCode()
                  : String.join("\n", details);
        };
    return new IOException(address + ": " + why);
  }

  /** What a problem says, each detail of it. */
  private static List<String> details(HttpResponse<String> answer) {
    List<String> details = new ArrayList<>();
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem")) {
      return details;
    }
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), answer.body())) {
      boolean isDetail = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (isDetail && token == JsonToken.VALUE_STRING) {
          details.add(parser.getString());
        }
        isDetail = token == JsonToken.PROPERTY_NAME && parser.currentName().equals("detail");
      }
    } catch (JacksonException _) {
      return details;
    }
    return details;
  }

  /** The address; the token is nobody's to read. */
  @Override
  public String toString() {
    return address.toString();
  }
}
