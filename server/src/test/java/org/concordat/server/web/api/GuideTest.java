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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide's examples do what the guide says they do. */
@Timeout(180)
class GuideTest {
  private static final Path GUIDE = Path.of("../docs/api.md");
  private static final Pattern BLOCK =
      Pattern.compile("```(sh|json|ndjson)\\n(.*?)\\n```", Pattern.DOTALL);
  private static final String ANYTHING = "...";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;

  private record Block(String kind, String text) {}

  private static List<Block> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult match) -> new Block(match.group(1), match.group(2)))
        .toList();
  }

  @Test
  void every_example_of_the_guide_gives_what_stands_below_it() throws Exception {
    RunningServer server = RunningServer.shared();
    People people = new People(server, Acme.workspace());
    String token =
        people.token(
            people.person(
                List.of(
                    new Grant(Role.SECURITY_OFFICER, Set.of()),
                    new Grant(Role.ADMINISTRATOR, Set.of()))));
    List<Block> blocks = blocks();
    String prelude = "";
    int compared = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!block.kind.equals("sh")) {
        continue;
      }
      String script =
          String.join("\n", block.text.lines().filter(l -> !l.startsWith("export ")).toList());
      if (script.startsWith("api()")) {
        prelude = script.lines().findFirst().orElseThrow() + "\n";
        script = script.substring(prelude.length());
      }
      String said = run(prelude + script, server.address().toString(), token);
      if (i + 1 < blocks.size() && !blocks.get(i + 1).kind.equals("sh")) {
        compare(blocks.get(i + 1), said, script);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
    assertThat(folder.resolve("workspace.yaml")).content().startsWith("concordat: 1");
    assertThat(folder.resolve("assets.csv")).content().startsWith("id,name");
    assertThat(folder.resolve("heat.svg")).content().contains("<svg");
  }

  private String run(String script, String address, String token) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", script).directory(folder.toFile());
    builder.environment().put("CONCORDAT", address);
    builder.environment().put("CONCORDAT_TOKEN", token);
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor())
        .as(script + "\n" + Files.readString(folder.resolve("err")))
        .isZero();
    return said;
  }

  private static void compare(Block expected, String said, String script) {
    if (expected.kind.equals("ndjson")) {
      List<String> lines = said.lines().toList();
      List<String> wanted = expected.text.lines().toList();
      assertThat(lines).as(script).hasSameSizeAs(wanted);
      for (int i = 0; i < lines.size(); i++) {
        fits(wanted.get(i), lines.get(i), script);
      }
    } else {
      fits(expected.text, said, script);
    }
  }

  private static void fits(String expected, String said, String script) {
    List<String> wrong = new ArrayList<>();
    fits(MAPPER.readTree(expected), MAPPER.readTree(said), "", wrong);
    assertThat(wrong).as("%s\n%s", script, said).isEmpty();
  }

  private static void fits(JsonNode expected, JsonNode said, String at, List<String> wrong) {
    if (expected.isString() && expected.stringValue().equals(ANYTHING)) {
      if (said.isMissingNode()) {
        wrong.add(at + " is missing");
      }
    } else if (expected.isObject() && said.isObject()) {
      for (Map.Entry<String, JsonNode> member : expected.properties()) {
        fits(member.getValue(), said.path(member.getKey()), at + "/" + member.getKey(), wrong);
      }
      said.propertyNames().stream()
          .filter(name -> !expected.has(name))
          .forEach(name -> wrong.add(at + "/" + name + " is not told of"));
    } else if (expected.isArray() && said.isArray() && expected.size() == said.size()) {
      for (int i = 0; i < expected.size(); i++) {
        fits(expected.get(i), said.get(i), at + "/" + i, wrong);
      }
    } else if (!expected.equals(said)) {
      wrong.add(at + " is " + said + " and not " + expected);
    }
  }
}
