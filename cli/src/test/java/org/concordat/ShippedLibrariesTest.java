package org.concordat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nothing goes into the jar that nobody has looked at: not a library that another one brought
 * along, and none under a licence that asks more of our users than we do.
 */
class ShippedLibrariesTest {
  /** Licences that let the jar be used and passed on under the Apache License. */
  private static final Set<String> GOOD =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0",
          "PostgreSQL");

  /**
   * Libraries under the LGPL that we looked at one by one: unchanged, with their licence in the
   * jar, and to be replaced by whoever wants another version (decision 0020).
   */
  private static final Set<String> REPLACEABLE =
      Set.of(
          "io.github.openhtmltopdf:openhtmltopdf-core",
          "io.github.openhtmltopdf:openhtmltopdf-pdfbox");

  /** Annotations for compilers, which the build leaves out of the jar. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "com.google.code.findbugs:jsr305",
          "com.google.errorprone:error_prone_annotations",
          "com.google.guava:listenablefuture",
          "com.google.j2objc:j2objc-annotations",
          "org.checkerframework:checker-qual");

  private static final Pattern LIBRARY =
      Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([\\w.-]+):(?:compile|runtime)");

  /** What the build found, as versions by name. */
  private static Map<String, String> shipped() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("target/shipped"))) {
      Matcher library = LIBRARY.matcher(line);
      if (library.lookingAt()) {
        shipped.put(library.group(1) + ":" + library.group(2), library.group(3));
      }
    }
    shipped.keySet().removeIf(name -> name.startsWith("org.concordat:") || LEFT_OUT.contains(name));
    return shipped;
  }

  /** What may ship, as licences by name. */
  private static Map<String, String> known() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(ShippedLibrariesTest.class.getResourceAsStream("shipped.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(' ')),
                  line -> line.substring(line.indexOf(' ') + 1),
                  (a, b) -> {
                    throw new IllegalStateException("listed twice: " + a + ", " + b);
                  },
                  TreeMap::new));
    }
  }

  @Test
  void every_library_that_ships_is_known_and_no_other_is_listed() throws IOException {
    assertThat(new TreeSet<>(shipped().keySet()))
        .as("what ships is what shipped.txt lists")
        .isEqualTo(new TreeSet<>(known().keySet()));
  }

  @Test
  void every_licence_is_a_good_one() throws IOException {
    known()
        .forEach(
            (library, licence) ->
                assertThat(isGood(licence) || isReplaceable(library, licence))
                    .as("%s: %s", library, licence)
                    .isTrue());
  }

  private static boolean isReplaceable(String library, String licence) {
    return licence.equals("LGPL-2.1-or-later") && REPLACEABLE.contains(library);
  }

  /** Of several licences to choose from, one has to be good; of several that hold, all. */
  private static boolean isGood(String licence) {
    return Arrays.stream(licence.split(" OR "))
        .anyMatch(choice -> GOOD.containsAll(List.of(choice.split(" AND "))));
  }

  @Test
  void a_licence_that_is_not_good_is_found() {
    assertThat(isGood("AGPL-3.0-only")).isFalse();
    assertThat(isGood("Apache-2.0 AND SSPL-1.0")).isFalse();
    assertThat(isReplaceable("some:other", "LGPL-2.1-or-later")).isFalse();
    assertThat(isGood("EPL-2.0 OR GPL-2.0-with-classpath-exception")).isTrue();
  }

  @Test
  void nothing_unfinished_ships() throws IOException {
    assertThat(shipped().values()).noneMatch(version -> version.contains("SNAPSHOT"));
  }
}
