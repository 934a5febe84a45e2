package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help teaches; what it shows works. */
class HelpTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern SUBCOMMAND = Pattern.compile("(?m)^  ([a-z-]+) {2,}[A-Z]");

  @TempDir private Path folder;

  static List<String> commands() {
    Matcher matcher = SUBCOMMAND.matcher(new Shell().run("--help").out());
    return matcher.results().map(r -> r.group(1)).toList();
  }

  @Test
  void there_is_help_on_every_command() {
    assertThat(commands())
        .containsExactly(
            "new",
            "import",
            "check",
            "priorities",
            "explain",
            "diff",
            "what-if",
            "classic",
            "sensitivity",
            "reassess",
            "budget",
            "draw",
            "export",
            "catalogue",
            "serve",
            "demo",
            "backup",
            "restore",
            "draft",
            "round",
            "crosswalk",
            "standards",
            "scenario",
            "oscal",
            "tree",
            "agreement",
            "trail");
  }

  @Test
  void the_command_alone_shows_the_overview() {
    Result result = new Shell().run();

    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo(new Shell().run("--help").out()).contains("A first hour:");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_has_a_paragraph_options_and_examples(String command) {
    Result result = new Shell().columns(80).run(command, "--help");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("Usage: concordat " + command).contains("Options:");
    assertThat(result.lines()).allMatch(l -> l.length() <= 80);
    assertThat(examples(result)).hasSizeGreaterThanOrEqualTo(2);
  }

  /** Those with a server have tests of their own: it runs until it is stopped, and has data. */
  static List<String> commandsThatEnd() {
    return commands().stream()
        .filter(c -> !List.of("serve", "demo", "backup", "restore", "draft").contains(c))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commandsThatEnd")
  void every_example_works(String command) throws IOException {
    Samples.copyInto(folder);
    for (String example : examples(new Shell().columns(100).run(command, "--help"))) {
      Result result = new Shell().run(inFolder(example).toArray());

      assertThat(result.status()).as("%s%n%s", example, result.err()).isZero();
    }
  }

  @Test
  void the_first_hour_works_from_start_to_end() throws IOException {
    Files.copy(Samples.of("model.archimate"), folder.resolve("model.archimate"));
    for (String example : examples(new Shell().run("--help"))) {
      Result result = new Shell().run(inFolder(example).toArray());

      assertThat(result.status()).as("%s%n%s", example, result.err()).isZero();
    }
  }

  private static List<String> examples(Result help) {
    return help.lines().stream()
        .filter(l -> l.startsWith("  concordat "))
        .map(l -> l.substring("  concordat ".length()))
        .toList();
  }

  /** The words of an example, those that are files moved into the folder; the first never is. */
  private List<Object> inFolder(String example) throws IOException {
    List<String> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.map(f -> f.getFileName().toString()).toList();
    }
    List<Object> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(example);
    String before = "";
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      boolean isFile =
          !word.equals("-")
              && !before.isEmpty()
              && (files.contains(word) || List.of("-o", "--into", "new").contains(before));
      words.add(isFile ? folder.resolve(word) : word);
      before = word;
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trail verify",
        "crosswalk infer",
        "crosswalk coverage",
        "crosswalk check",
        "tree check",
        "tree evaluate",
        "tree convert",
        "round agreement"
      })
  void a_command_inside_another_has_help_with_examples_that_work(String command)
      throws IOException {
    Samples.copyInto(folder);
    Result help = new Shell().columns(80).run((Object[]) (command + " --help").split(" "));

    assertThat(help.out()).contains("Usage: concordat " + command).contains("--format");
    assertThat(help.lines()).allMatch(l -> l.length() <= 80);
    List<String> examples =
        examples(new Shell().columns(100).run((Object[]) (command + " --help").split(" ")));
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    for (String example : examples) {
      Result result = new Shell().run(inFolder(example).toArray());
      assertThat(result.status()).as("%s%n%s", example, result.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "convert", "resolve"})
  void the_commands_for_oscal_have_help_with_examples_that_work(String command) throws IOException {
    Samples.copyInto(folder);
    Result help = new Shell().columns(80).run("oscal", command, "--help");

    assertThat(help.out()).contains("Usage: concordat oscal " + command);
    assertThat(help.lines()).allMatch(l -> l.length() <= 80);
    assertThat(examples(help)).hasSizeGreaterThanOrEqualTo(2);
    for (String example : examples(help)) {
      Result result = new Shell().run(inFolder(example).toArray());

      assertThat(result.status()).as("%s%n%s", example, result.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "compare", "review", "evaluate", "verify", "openslo"})
  void the_commands_for_agreements_have_help_with_examples_that_work(String command)
      throws IOException {
    Samples.copyInto(folder);
    Result help = new Shell().columns(80).run("agreement", command, "--help");

    assertThat(help.out()).contains("Usage: concordat agreement " + command);
    assertThat(help.lines()).allMatch(l -> l.length() <= 80 || l.startsWith("  concordat "));
    List<String> examples = examples(new Shell().columns(100).run("agreement", command, "--help"));
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    for (String example : examples) {
      Result result = new Shell().run(inFolder(example).toArray());

      assertThat(result.status()).as("%s%n%s", example, result.err()).isZero();
    }
  }

  @Test
  void the_version_is_told() {
    assertThat(new Shell().run("--version").out()).startsWith("concordat ");
  }
}
