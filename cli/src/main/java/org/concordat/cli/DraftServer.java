package org.concordat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.formats.drafts.DraftFile;
import org.concordat.formats.json.DraftJson;
import org.concordat.formats.json.Json;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JsonGenerator;

/** The drafts of an organisation on a server. */
final class DraftServer {
  private static final String JSON = "application/json";
  private static final String DRAFTS = "/drafts";
  private static final int INVALID = 422;

  /** States of which nothing more will come. */
  private static final Set<String> CLOSED = Set.of("applied", "refused", "dropped");

  private final ServerConnection connection;

  private DraftServer(ServerConnection connection) {
    this.connection = connection;
  }

  /** The server that an argument names. */
  static DraftServer of(String text, Map<String, String> environment) {
    return ServerConnection.of(text, environment)
        .map(DraftServer::new)
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is no address of a server"));
  }

  /** All drafts that may be opened, without their changes; the newest first. */
  List<Told> all() throws IOException {
    List<Told> all = new ArrayList<>();
    String path = DRAFTS + "?limit=200";
    while (!path.isEmpty()) {
      Told part = told(connection.get(path, JSON));
      all.addAll(part.list("items"));
      String next = part.text("next");
      path =
          next.startsWith(ServerConnection.ROOT)
              ? next.substring(ServerConnection.ROOT.length())
              : "";
    }
    return all;
  }

  /**
   * A draft that somebody names: by its id, or by its name when no other, or no other that is open
   * or proposed, is called so.
   */
  Told find(String named) throws IOException, Refusal {
    List<Told> all = all();
    List<Told> found =
        all.stream()
            .filter(draft -> draft.text("id").equals(named) || draft.text("name").equals(named))
            .toList();
    if (found.isEmpty()) {
      String nearest =
          NearestName.among(all.stream().map(draft -> draft.text("name")).toList())
              .remedyFor(named);
      throw new Refusal(
          "there is no draft '%s' that you may open; %s"
              .formatted(named, nearest == null ? "see: concordat draft list " + this : nearest));
    }
    if (found.size() > 1) {
      found = found.stream().filter(draft -> !CLOSED.contains(draft.text("state"))).toList();
    }
    if (found.size() != 1) {
      throw new Refusal(
          "several drafts are called '%s'; give the id: %s"
              .formatted(named, String.join(", ", found.stream().map(d -> d.text("id")).toList())));
    }
    return told(connection.get(path(found.getFirst()), JSON));
  }

  private static String path(Told draft) {
    return DRAFTS + "/" + draft.text("id");
  }

  /** Begins a draft. */
  Told begin(String name) throws IOException {
    return sent(
        connection
            .request(DRAFTS)
            .POST(body(json -> json.writeStringProperty("name", name)))
            .header("Content-Type", JSON));
  }

  /**
   * Tries things out in a draft, all of them or none.
   *
   * @throws InvalidInput with all that the server finds wrong, where it stands in the files
   */
  Told edit(Told draft, List<DraftFile.Entry> entries) throws IOException, InvalidInput {
    HttpRequest.BodyPublisher body =
        body(
            json -> {
              json.writeNumberProperty("revision", draft.whole("revision"));
              json.writeName("edits");
              Json.lines(
                  json, entries, (j, entry) -> DraftJson.edit(j, entry.trying(), entry.said()));
            });
    HttpResponse<String> answer =
        connection.send(
            connection.request(path(draft) + "/edits").header("Content-Type", JSON).POST(body));
    if (answer.statusCode() == INVALID) {
      FindingList findings = new FindingList();
      for (Told error : told(answer).list("errors")) {
        findings.error(place(error.text("pointer"), entries), error.text("detail"), null);
      }
      if (findings.hasErrors()) {
        throw new InvalidInput(findings.list());
      }
    }
    return checked(answer);
  }

  /** Where in the files a pointer such as {@code /edits/2/level} leads. */
  private static Place place(String pointer, List<DraftFile.Entry> entries) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 3 || !parts[2].matches("[0-9]{1,6}")) {
      return Place.NOWHERE;
    }
    int index = Integer.parseInt(parts[2]);
    String key = parts.length > 3 ? parts[3] : "";
    return index < entries.size() ? entries.get(index).place(key) : Place.NOWHERE;
  }

  /**
   * Takes a change out of a draft.
   *
   * @param place from 0
   */
  Told without(Told draft, int place) throws IOException {
    return sent(
        connection
            .request(path(draft) + "/changes/" + place + "?revision=" + draft.whole("revision"))
            .DELETE());
  }

  /**
   * Settles a conflict.
   *
   * @param place from 0
   * @param settlement {@code mine} or {@code theirs}
   */
  Told settle(Told draft, int place, String settlement) throws IOException {
    return sent(
        connection
            .request(path(draft) + "/settlements")
            .header("Content-Type", JSON)
            .POST(
                body(
                    json -> {
                      json.writeNumberProperty("revision", draft.whole("revision"));
                      json.writeNumberProperty("place", place);
                      json.writeStringProperty("settlement", settlement);
                    })));
  }

  /** Opens a draft to others, or closes it. */
  Told share(Told draft, boolean shared) throws IOException {
    return put(draft, "/shared", json -> json.writeBooleanProperty("shared", shared));
  }

  /**
   * Takes a draft to another state.
   *
   * @param words why, or nothing
   */
  Told step(Told draft, String state, String words) throws IOException {
    return put(
        draft,
        "/state",
        json -> {
          json.writeStringProperty("state", state);
          if (!words.isEmpty()) {
            json.writeStringProperty("words", words);
          }
        });
  }

  private Told put(Told draft, String below, Json.Document members) throws IOException {
    return sent(
        connection
            .request(path(draft) + below)
            .header("Content-Type", JSON)
            .PUT(
                body(
                    json -> {
                      json.writeNumberProperty("revision", draft.whole("revision"));
                      members.write(json);
                    })));
  }

  /** Two drafts side by side. */
  Told compare(Told one, Told other) throws IOException {
    String id = URLEncoder.encode(other.text("id"), StandardCharsets.UTF_8);
    return told(connection.get(path(one) + "/comparison?with=" + id, JSON));
  }

  /** An object with these members. */
  private static HttpRequest.BodyPublisher body(Json.Document members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Json.write(
        bytes,
        (JsonGenerator json) -> {
          json.writeStartObject();
          members.write(json);
          json.writeEndObject();
        });
    return BodyPublishers.ofByteArray(bytes.toByteArray());
  }

  private Told sent(HttpRequest.Builder request) throws IOException {
    return checked(connection.send(request.header("Accept", JSON)));
  }

  private Told checked(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() / 100 != 2) {
      throw connection.refused(answer);
    }
    return told(answer);
  }

  private Told told(HttpResponse<String> answer) throws IOException {
    return Told.read(connection.toString(), answer.body());
  }

  /** The address of the page of a draft. */
  String page(Told draft) {
    return connection.toString().replaceFirst("/+$", "") + path(draft);
  }

  /** The address; the token is nobody's to read. */
  @Override
  public String toString() {
    return connection.toString();
  }
}
