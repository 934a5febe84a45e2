package org.concordat.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What style sheets and templates say of each other. */
class StylesTest {
  private static final Path ASSETS = Path.of("src/main/resources/assets");
  private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)");
  private static final Pattern DEFINED = Pattern.compile("(--[a-z0-9-]+):");
  private static final Pattern LINKED = Pattern.compile("asset\\(\"([a-z./]+\\.css)\"\\)");

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Set<String> sheets() throws IOException {
    try (Stream<Path> files = Files.walk(ASSETS)) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .map(file -> ASSETS.relativize(file).toString())
          .filter(name -> !name.startsWith("vendor/"))
          .collect(TreeSet::new, Set::add, Set::addAll);
    }
  }

  private static String all() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : sheets()) {
      all.append(Files.readString(ASSETS.resolve(name)));
    }
    return all.toString();
  }

  @Test
  void every_token_that_is_used_is_defined_and_every_defined_one_is_used() throws IOException {
    String all = all();

    assertThat(found(USED, all)).isEqualTo(found(DEFINED, all)).hasSizeGreaterThan(20);
  }

  @Test
  void pages_link_every_style_sheet() throws IOException {
    String layout = Files.readString(Path.of("src/main/jte/web/layout.jte"));

    assertThat(found(LINKED, layout)).isEqualTo(sheets());
  }

  @Test
  void no_template_has_styles_or_scripts_of_its_own() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|hx-on|<script>|javascript:");
      }
    }
  }
}
