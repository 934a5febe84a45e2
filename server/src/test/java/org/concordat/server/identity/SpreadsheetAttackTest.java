package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.agreements.SampleAgreement;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Names everything in every room so that a spreadsheet would reckon it, and takes away every file
 * that a spreadsheet opens, by every route there is.
 */
class SpreadsheetAttackTest {
  private static final String WORKSPACE =
      """
      concordat: 1
      organisation: {id: evil, name: "=1+2 Organisation"}
      scale: [negligible, marginal, critical]
      combination: {along: weakest-link, across: maximum}
      properties:
        - {id: own-property, name: "@SUM(1+2) property"}
      units:
        - id: claims
          name: "=1+2 unit"
          goals:
            - {id: goal, name: "+1+2 goal", importance: critical}
      factors:
        - {id: factor, name: "-1+2 factor", description: "=1+2"}
      assets:
        - {id: process, name: "=1+2 process", description: "@1+2", kind: process, unit: claims,
           properties: [availability, own-property]}
        - {id: server, name: "-1+2 server", kind: technical, properties: [availability]}
      dependencies:
        - {from: process, on: server}
      impacts:
        - {requirement: process/availability, factor: factor, level: critical, by: "@1+2",
           on: 2020-03-02, because: "=1+2"}
        - {factor: factor, goal: goal, level: critical, by: "+1+2", on: 2020-03-02, because: "-1+2"}
      """;

  /** What a spreadsheet would reckon; a number is only a number. */
  private static final Pattern RECKONED = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

  private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

  private static final String BY_NAMES = "1+2";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, workspace());
  private final Person everybody =
      people.person(
          List.of(
              new Caller.Grant(Role.SECURITY_OFFICER, Set.of()),
              new Caller.Grant(Role.ADMINISTRATOR, Set.of())));
  private final Program program = new Program(server, people.token(everybody));
  private final String session = people.signedIn(everybody).cookie("session");

  private static Workspace workspace() {
    try {
      return WorkspaceFiles.parse("evil.yaml", WORKSPACE).workspace();
    } catch (InvalidInput e) {
      throw new IllegalStateException(e);
    }
  }

  private void made(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
  }

  /** Entries of all rooms, by the names of the parts of paths that lead to them. */
  private Map<String, String> rooms() {
    server
        .part(Accounts.class)
        .create(
            people.tenant(),
            Attribution.ofServer("test"),
            "evil@example.org",
            "=1+2 person",
            People.PASSWORD,
            List.of(new Caller.Grant(Role.AUDITOR, Set.of())));
    made(
        program.patch(
            "/assets/server",
            "{\"description\":\"=1+2 description\"}",
            "If-Match",
            "*",
            "Concordat-Reason",
            "=1+2 reason"));
    made(
        program.post(
            "/incidents",
            "{\"asset\":\"process\",\"property\":\"availability\",\"on\":\"2026-01-02\","
                + "\"severity\":\"high\",\"what\":\"=1+2 incident\"}"));
    made(program.put("/standards/catalogues/iso27001-2022/adoption", "{\"because\":\"=1+2\"}"));
    made(program.put("/standards/catalogues/itil-4/adoption", "{}"));
    made(
        program.put(
            "/standards/obligations/obligation",
            "{\"title\":\"=1+2 obligation\",\"kind\":\"law\"}"));
    made(
        program.put(
            "/standards/crosswalks/own",
            "{\"source\":\"iso27001-2022\",\"target\":\"itil-4\",\"publisher\":\"=1+2\"}"));
    made(
        program.put(
            "/budget/controls/control",
            "{\"name\":\"=1+2 control\",\"outlays\":[{\"resource\":\"money\",\"once\":\"1\"}],"
                + "\"serves\":[{\"requirement\":\"process/availability\",\"level\":\"critical\"}]}"));
    Answer search = program.post("/budget/searches", "{}", "Prefer", "wait=60");
    made(search);
    made(
        program.put(
            "/misuse-cases/sample",
            "{\"name\":\"=1+2 case\",\"asset\":\"process\",\"property\":\"availability\"}"));
    made(
        program.put(
            "/misuse-cases/sample/tree",
            "{\"attack-tree\":\"tree\",\"root\":\"goal\",\"nodes\":["
                + "{\"id\":\"goal\",\"name\":\"=1+2 goal\",\"or\":[\"a\"]},"
                + "{\"id\":\"a\",\"name\":\"=1+2 step\",\"cost\":3}]}",
            "If-Match",
            "*"));
    Answer round =
        program.post(
            "/rounds",
            "{\"title\":\"=1+2 round\",\"links\":[{\"from\":\"process/availability\","
                + "\"to\":\"factor\"}]}");
    made(round);
    made(
        program.send(
            "POST", "/imports?name=-1%2B2.csv", "application/octet-stream", "id,name\nx,y\n"));
    TenantTransactions transactions = server.part(TenantTransactions.class);
    SampleAgreement.inForce(
        transactions,
        people.tenant(),
        everybody.account(),
        SampleAgreement.document("claims", "=1+2 unit", "process/availability", "server", "goal"));
    SampleAgreement.measured(transactions, people.tenant());
    String id = round.at("/id");
    for (Person judge : List.of(everybody, people.person(Role.SECURITY_OFFICER))) {
      made(program.put("/rounds/" + id + "/judges/" + judge.account(), "{}"));
    }
    made(program.post("/rounds/" + id + "/stage", "{\"stage\":\"open\"}"));
    made(program.post("/rounds/" + id + "/stage", "{\"stage\":\"closed\"}"));
    return Map.of("round", id, "search", searched(search));
  }

  /** The search's id, once it is over. */
  private String searched(Answer search) {
    String path = search.header("Location").replace("/api/v1", "");
    for (int i = 0; i < 20 && program.get(path).at("/stage").equals("running"); i++) {
      assertThat(program.get(path, "Prefer", "wait=10").status()).isEqualTo(200);
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The addresses that answer with what a spreadsheet opens, and as what. */
  private Map<String, String> files(Map<String, String> ids) {
    Map<String, String> files = new TreeMap<>();
    for (var route :
        server
            .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      if (!route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
        continue;
      }
      for (String path : route.getPatternValues()) {
        for (String ending : List.of("csv", "xlsx")) {
          if (path.endsWith("." + ending)
              || path.matches(".*\\.\\{\\w+:[^}]*\\b" + ending + "\\b[^}]*}")) {
            files.put(filled(path.replaceAll("\\.\\{\\w+:[^}]*}$", "." + ending), ids), "*/*");
          }
        }
        for (MediaType type : route.getProducesCondition().getProducibleMediaTypes()) {
          if (type.toString().startsWith("text/csv") || type.toString().contains("spreadsheetml")) {
            files.put(filled(path, ids) + "#" + type, type.toString());
          }
        }
      }
    }
    return files;
  }

  private static String filled(String path, Map<String, String> ids) {
    if (path.contains("/rounds/")) {
      return path.replaceAll("\\{(id|round)}", ids.getOrDefault("round", ""));
    }
    String filled =
        path.replace("{id}", "sample")
            .replace("{since}", "1")
            .replace("{search}", ids.getOrDefault("search", ""));
    return filled.equals("/scenarios/answer.xlsx")
        ? filled + "?kind=have&from=itil-4&to=iso27001-2022"
        : filled;
  }

  private HttpResponse<byte[]> taken(String path, String type)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path.replaceAll("#.*", "")))
            .header("Accept", type);
    if (path.startsWith("/api/")) {
      request.header("Authorization", "Bearer " + people.token(everybody));
    } else {
      request.header("Cookie", "session=" + session);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  /** The cells of CSV that a spreadsheet would reckon. */
  private static List<String> reckonedInCsv(String csv) throws IOException {
    List<String> reckoned = new ArrayList<>();
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
      for (CsvRecord row : rows) {
        for (String cell : row.getFields()) {
          if (RECKONED.matcher(cell).matches() && !NUMBER.matcher(cell).matches()) {
            reckoned.add(cell);
          }
        }
      }
    }
    return reckoned;
  }

  /** All XML in a workbook. */
  private static String sheets(byte[] xlsx) throws IOException {
    // By the directory at the end: what is streamed tells no sizes at the beginning.
    Path file = Files.createTempFile("taken-away", ".xlsx");
    StringBuilder xml = new StringBuilder();
    try {
      Files.write(file, xlsx);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          if (entry.getName().endsWith(".xml")) {
            xml.append(
                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    } finally {
      Files.delete(file);
    }
    return xml.toString();
  }

  @Test
  void no_file_that_is_taken_away_holds_a_cell_that_a_spreadsheet_reckons() throws Exception {
    Map<String, String> files = files(rooms());
    Set<String> harmless = new TreeSet<>();
    SoftAssertions softly = new SoftAssertions();
    for (var file : files.entrySet()) {
      String path = file.getKey();
      HttpResponse<byte[]> answer = taken(path, file.getValue());
      softly.assertThat(answer.statusCode()).as(path).isEqualTo(200);
      if (answer.statusCode() != 200) {
        continue;
      }
      boolean isCsv = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv");
      String text =
          isCsv ? new String(answer.body(), StandardCharsets.UTF_8) : sheets(answer.body());
      if (isCsv) {
        softly.assertThat(reckonedInCsv(text)).as(path).isEmpty();
      } else {
        softly.assertThat(text).as(path).contains("<sheetData").doesNotContainPattern("<f[ >]");
      }
      if (!text.contains(BY_NAMES)) {
        harmless.add(path);
      }
    }
    softly.assertAll();
    assertThat(files).hasSizeGreaterThan(40);
    assertThat(harmless)
        .as("files that hold nobody's own words, or no rows yet")
        .hasSizeLessThan(files.size() / 2);
  }
}
