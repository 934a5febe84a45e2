package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.concordat.cli.Shell.Result;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drafts by commands alone, on a server that runs: Anna tries out and proposes, Otto decides. */
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class DraftCommandTest {
  private static final Pattern TOKEN = Pattern.compile("<code>(ccd_[^<]+)</code>");
  private static final Pattern LINK = Pattern.compile("<code>(http[^<]+/welcome/[^<]+)</code>");
  private static final Path SECOND_SITE = Samples.of("second-site.yaml");
  private static final Path INSURED = Samples.of("insured.yaml");

  @TempDir private static Path folder;
  private Served server;
  private String anna = "";
  private String otto = "";
  private String address = "";

  @BeforeAll
  void start() throws Exception {
    server = Served.start("serve", folder.resolve("data"));
    address = server.address().toString();
    WebVisitor first =
        WebVisitor.welcomed(URI.create(server.link()), "email=anna@example.org&name=Anna");
    anna = token(first);
    String invited =
        first.answered(
            at("/people"),
            at("/people/invitations"),
            "email=otto@example.org&name=Otto&roles=SECURITY_OFFICER",
            LINK);
    otto = token(WebVisitor.welcomed(URI.create(invited), "email=otto@example.org&name=Otto"));
    put("/api/v1/workspace", WorkspaceFiles.write(acme()));
  }

  private static Workspace acme() throws Exception {
    return WorkspaceFiles.read(Samples.of("acme")).workspace();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private URI at(String path) {
    return URI.create(address).resolve(path);
  }

  private String token(WebVisitor visitor) throws Exception {
    return visitor.answered(
        at("/account"),
        at("/account/tokens"),
        "name=commands&permissions=READ_MODEL&permissions=DRAFT_CHANGES&permissions=EDIT_MODEL"
            + "&permissions=EDIT_ASSETS&permissions=JUDGE&days=2",
        TOKEN);
  }

  private void put(String path, String yaml) throws Exception {
    HttpResponse<String> answer;
    try (HttpClient http = HttpClient.newHttpClient()) {
      answer =
          http.send(
              HttpRequest.newBuilder(at(path))
                  .header("Authorization", "Bearer " + anna)
                  .header("Content-Type", "application/yaml")
                  .header("If-Match", "*")
                  .PUT(BodyPublishers.ofString(yaml))
                  .build(),
              BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Result anna(Object... arguments) {
    return as(anna, arguments);
  }

  private static Result as(String token, Object... arguments) {
    return new Shell().with("CONCORDAT_TOKEN", token).columns(160).run(arguments);
  }

  private Result done(String token, Object... arguments) {
    Result result = as(token, arguments);
    assertThat(result.status()).as("%s%n%s", List.of(arguments), result.err()).isZero();
    return result;
  }

  private void begin(String name) {
    assertThat(done(anna, "draft", "new", address, name).out())
        .contains("Begun: " + address + "/drafts/")
        .contains("concordat draft try " + address);
  }

  @Test
  void from_a_first_change_to_what_somebody_else_approved() {
    begin("Insured");
    Result tried = done(anna, "draft", "try", address, "Insured", INSURED);
    assertThat(tried.out())
        .contains("Insured: open, by Anna, " + address + "/drafts/")
        .contains("1. Anna judged handle-claim/availability → Loss of productivity marginal")
        .contains("Claims handling: critical → marginal")
        .contains("2 scores move.");
    // The same as of the workspace without a draft.
    assertThat(done(anna, "draft", "show", address, "Insured", "--format", "csv").out())
        .isEqualTo(done(anna, "what-if", address, INSURED, "--format", "csv").out());

    assertThat(as(otto, "draft", "show", address, "Insured").err())
        .contains("there is no draft 'Insured' that you may open");
    assertThat(done(anna, "draft", "share", address, "Insured").out()).contains("Shared.");
    assertThat(done(otto, "draft", "list", address).out()).contains("Insured", "Anna", "yes");
    done(anna, "draft", "unshare", address, "Insured");

    done(anna, "draft", "propose", address, "Insured", "--because", "The policy is signed");
    assertThat(anna("draft", "approve", address, "Insured").err())
        .contains("Whoever proposes does not decide");
    done(anna, "draft", "take-back", address, "Insured");
    done(anna, "draft", "propose", address, "Insured", "--because", "The policy is signed");
    assertThat(done(otto, "draft", "show", address, "Insured").out())
        .contains("Proposed by Anna: The policy is signed");
    assertThat(done(otto, "draft", "approve", address, "Insured", "--because", "Yes").out())
        .contains("Approved; the changes hold: " + address + "/drafts/");

    assertThat(done(otto, "draft", "show", address, "Insured").out())
        .contains("Insured: applied")
        .contains("Approved by Otto: Yes");
    assertThat(done(anna, "explain", "handle-claim/availability", address).out())
        .contains("marginal");
  }

  @Test
  void changes_are_taken_out_and_drafts_compared() {
    begin("Two sites");
    begin("Without");
    done(anna, "draft", "try", address, "Two sites", SECOND_SITE);
    done(anna, "draft", "try", address, "Without", "--try", "{try: asset-gone, id: claims-db}");

    assertThat(done(anna, "draft", "compare", address, "Two sites", "Without").out())
        .contains("Two sites", "Without", "requirements would have another score");
    assertThat(
            done(anna, "draft", "compare", address, "Two sites", "Without", "--format", "json")
                .out())
        .contains("\"differing\":");

    Result fewer = done(anna, "draft", "without", address, "Two sites", "1");
    assertThat(fewer.out()).contains("Nothing is changed.");
    Result none = anna("draft", "without", address, "Two sites", "1");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("the draft has no changes");
    assertThat(done(anna, "draft", "drop", address, "Two sites").out()).contains("dropped");
    assertThat(anna("draft", "propose", address, "Two sites").err())
        .contains("The draft is not open");
  }

  @Test
  void a_conflict_is_told_and_settled() throws Exception {
    begin("More customers");
    done(
        anna,
        "draft",
        "try",
        address,
        "More customers",
        "--try",
        "{try: goal, id: known-customers, level: critical}");
    put(
        "/api/v1/workspace",
        WorkspaceFiles.write(acme()).replace("importance: marginal", "importance: negligible"));

    Result conflict = done(anna, "draft", "show", address, "More customers");
    assertThat(conflict.out())
        .contains("1. Importance of goal Know every customer: marginal → critical")
        .contains("In conflict; meanwhile: Importance of goal Know every customer: marginal →")
        .contains("What moves shows once nothing stands in the way.");
    assertThat(anna("draft", "propose", address, "More customers").err())
        .contains("The model is no longer as the draft says it was");

    assertThat(done(anna, "draft", "settle", address, "More customers", "1", "mine").out())
        .contains("negligible → critical")
        .contains("move");
    done(anna, "draft", "propose", address, "More customers");
    assertThat(done(otto, "draft", "refuse", address, "More customers").out())
        .contains("nothing has changed");
    put("/api/v1/workspace", WorkspaceFiles.write(acme()));
  }

  @Test
  void what_cannot_be_tried_out_is_told_where_it_stands_and_nothing_is_kept() throws Exception {
    begin("Wrong");
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        """
        changes:
          - {try: new-unit, name: Pensions}
          - {try: asset-gone, id: claims-bd}
          - {try: goal, id: fast-settlement, level: huge}
        """);

    Result result = anna("draft", "try", address, "Wrong", file);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .contains("wrong.yaml:3:5", "there is no asset 'claims-bd'; did you mean 'claims-db'?")
        .contains("wrong.yaml:4:", "changes[2].level", "'huge' is no level of the scale");
    assertThat(done(anna, "draft", "show", address, "Wrong").out()).contains("Nothing is changed.");
  }

  @Test
  void a_draft_that_is_not_there_and_one_name_for_two_are_told() {
    begin("Twice");
    done(anna, "draft", "drop", address, "Twice");
    begin("Twice");
    assertThat(done(anna, "draft", "show", address, "Twice").out()).contains("Twice: open");
    begin("Twice");

    assertThat(anna("draft", "show", address, "Twice").err())
        .contains("several drafts are called 'Twice'; give the id: ");
    assertThat(anna("draft", "show", address, "Twyce").err()).contains("did you mean 'Twice'?");
    assertThat(anna("draft", "show", "acme", "Twice").err())
        .contains("'acme' is no address of a server");
    assertThat(new Shell().run("draft", "list", address).err()).contains("CONCORDAT_TOKEN");
  }

  @Test
  void every_command_has_help_with_examples() {
    for (String name :
        List.of(
            "list",
            "show",
            "new",
            "try",
            "without",
            "settle",
            "compare",
            "share",
            "unshare",
            "propose",
            "take-back",
            "approve",
            "refuse",
            "drop")) {
      Result help = new Shell().columns(80).run("draft", name, "--help");

      assertThat(help.status()).as(name).isZero();
      assertThat(help.out()).contains("Usage: concordat draft " + name, "Examples:");
      assertThat(help.lines()).allMatch(l -> l.length() <= 80 || l.startsWith("  concordat "));
      assertThat(help.lines())
          .filteredOn(l -> l.startsWith("  concordat draft " + name))
          .hasSize(2);
    }
    assertThat(new Shell().run("draft", "share", "--help").out()).doesNotContain("--because");
  }
}
