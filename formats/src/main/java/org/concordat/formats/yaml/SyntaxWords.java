package org.concordat.formats.yaml;

import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what a YAML parser stumbled over. */
final class SyntaxWords {
  private SyntaxWords() {}

  static Finding of(Source source, YamlEngineException e) {
    return switch (e) {
      case ReaderException r -> unprintable(source, r);
      case MarkedYamlEngineException m -> {
        boolean isOpenQuote = isOpenQuote(m);
        Mark mark =
            (isOpenQuote ? m.getContextMark() : m.getProblemMark())
                .or(m::getContextMark)
                .orElse(null);
        Place place =
            mark == null
                ? Place.of(source.name())
                : Place.of(source.name(), mark.getLine() + 1, mark.getColumn() + 1, null);
        String context = m.getContext() == null ? "" : m.getContext();
        String problem = m.getProblem() == null ? "this is no YAML" : m.getProblem();
        yield isOpenQuote
            ? Finding.error(place, "a quotation mark is never closed", null)
            : Finding.error(place, plainly(context, problem, opening(m)), remedy(context, problem));
      }
      default -> Finding.error(Place.of(source.name()), "this is no YAML: " + e.getMessage(), null);
    };
  }

  private static Finding unprintable(Source source, ReaderException e) {
    Place place = source.placeOfCodePoint(e.getPosition());
    String code = String.format("U+%04X", e.getCodePoint());
    return e.getCodePoint() == 0
        ? Finding.error(
            place, "a NUL character stands here, so this is no text", "save the file as text")
        : Finding.error(
            place,
            "the character " + code + " may not stand in YAML as it is",
            "remove it, or write \"\\u" + code.substring(2) + "\" in double quotes");
  }

  private static boolean isOpenQuote(MarkedYamlEngineException e) {
    return String.valueOf(e.getContext()).contains("quoted scalar")
        && String.valueOf(e.getProblem()).contains("end of stream");
  }

  /** Where the thing that was begun and not finished begins. */
  private static String opening(MarkedYamlEngineException e) {
    return e.getContextMark()
        .map(mark -> " (it begins in line " + (mark.getLine() + 1) + ")")
        .orElse("");
  }

  private static String plainly(String context, String problem, String opening) {
    if (problem.contains("'\\t") || problem.contains("(TAB)")) {
      return "a tab stands where YAML wants spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ': ' stands where no value can begin";
    }
    if (context.contains("quoted scalar")) {
      return "a text in quotes is not valid YAML: " + problem + opening;
    }
    if (context.contains("flow mapping")) {
      return "a '{' is not closed, or a ',' is missing" + opening;
    }
    if (context.contains("flow sequence")) {
      return "a '[' is not closed, or a ',' is missing" + opening;
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return "the indentation does not fit the lines above, or a ':' is missing" + opening;
    }
    if (context.contains("simple key")) {
      return "a ':' is missing after a key" + opening;
    }
    if (problem.contains("cannot start any token")) {
      int start = problem.indexOf('\'');
      int end = problem.indexOf('\'', start + 1);
      return "no text can begin with " + (end < 0 ? "this" : problem.substring(start, end + 1));
    }
    return context.isEmpty() ? problem : context + ": " + problem;
  }

  private static @Nullable String remedy(String context, String problem) {
    if (problem.contains("'\\t") || problem.contains("(TAB)")) {
      return "indent with spaces";
    }
    if (problem.startsWith("mapping values are not allowed")
        || problem.contains("cannot start any token")) {
      return "put the text in quotes, or mend the indentation";
    }
    return context.contains("flow")
        ? "put a text that holds ', ' or ': ' or a bracket in quotes"
        : null;
  }
}
