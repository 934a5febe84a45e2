package org.concordat.formats.oscal;

import java.util.List;
import java.util.regex.Pattern;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.formats.oscal.OscalModel.Assembly;
import org.concordat.formats.oscal.OscalModel.Content;
import org.concordat.formats.oscal.OscalModel.Member;
import org.concordat.formats.oscal.OscalScalar.Kind;

/** Compares a document with the model of its kind. */
final class OscalShape {
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}");

  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?"
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})");

  private final String file;
  private final FindingList findings;

  private OscalShape(String file, FindingList findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * Says what is not as the model wants it: members that are missing or have another shape are
   * errors; members that it does not know are warnings.
   */
  static void check(OscalDocument document, FindingList findings) {
    new OscalShape(document.file(), findings)
        .assembly(OscalModel.of(document.kind()), document.root(), document.kind().root());
  }

  private void assembly(Assembly assembly, OscalObject object, String path) {
    for (Member member : assembly.members()) {
      if (member.isRequired() && !object.has(member.name())) {
        error(object, path, "'" + member.name() + "' is missing");
      }
    }
    for (String name : object.names()) {
      OscalValue value = object.get(name);
      Member member = assembly.member(name);
      if (value == null) {
        continue;
      }
      if (member == null) {
        findings.warning(
            Place.of(file, value.line(), 0, path + "." + name),
            "'" + name + "' is not known in OSCAL here; it is kept",
            findings.suggests()
                ? NearestName.among(assembly.members().stream().map(Member::name).toList())
                    .remedyFor(name)
                : null);
      } else {
        member(member, value, path + "." + name);
      }
    }
  }

  private void member(Member member, OscalValue value, String path) {
    if (!member.isList()) {
      one(member, value, path);
      return;
    }
    switch (value) {
      case OscalList list -> {
        if (list.items().isEmpty()) {
          error(value, path, "the list is empty; leave it out");
        }
        for (int i = 0; i < list.items().size(); i++) {
          one(member, list.items().get(i), path + "[" + i + "]");
        }
      }
      case OscalObject _ when member.canBeSingle() -> one(member, value, path);
      case OscalObject _ -> error(value, path, "must be a list, not " + described(value));
      case OscalScalar _ -> error(value, path, "must be a list, not " + described(value));
    }
  }

  private void one(Member member, OscalValue value, String path) {
    if (member.content() == Content.ASSEMBLY) {
      if (value instanceof OscalObject object) {
        assembly(member.of(), object, path);
      } else {
        error(value, path, "must be an object, not " + described(value));
      }
      return;
    }
    String wanted =
        switch (member.content()) {
          case TEXT, LINE, PROSE, ASSEMBLY -> "a text";
          case INTEGER, NUMBER -> "a number";
          case BOOLEAN -> "true or false";
        };
    if (!(value instanceof OscalScalar scalar) || scalar.kind() != kind(member.content())) {
      error(value, path, "must be " + wanted + ", not " + described(value));
      return;
    }
    if (scalar.kind() == Kind.TEXT) {
      text(member, scalar, path);
    }
  }

  private void text(Member member, OscalScalar scalar, String path) {
    String text = scalar.text();
    if (text.isBlank()) {
      error(scalar, path, "the text is empty; leave it out");
    } else if (member.name().equals("uuid") && !UUID.matcher(text).matches()) {
      error(scalar, path, "'" + text + "' is no UUID of version 4 or 5");
    } else if (List.of("last-modified", "published").contains(member.name())
        && !TIME.matcher(text).matches()) {
      error(scalar, path, "'" + text + "' is no date with time and zone (2026-01-31T12:00:00Z)");
    }
  }

  private void error(OscalValue value, String path, String problem) {
    findings.error(Place.of(file, value.line(), 0, path), problem, null);
  }

  private static Kind kind(Content content) {
    return switch (content) {
      case TEXT, LINE, PROSE, ASSEMBLY -> Kind.TEXT;
      case INTEGER, NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
    };
  }

  /** With its article: {@code a list}. */
  static String described(OscalValue value) {
    return switch (value) {
      case OscalObject _ -> "an object";
      case OscalList _ -> "a list";
      case OscalScalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "nothing";
          };
    };
  }

  /**
   * Makes texts of what looks like a number, a boolean or null in YAML and is a text by the model:
   * {@code version: 1.0}.
   */
  static void makeTexts(OscalKind kind, OscalObject root) {
    makeTexts(OscalModel.of(kind), root);
  }

  private static void makeTexts(Assembly assembly, OscalObject object) {
    for (Member member : assembly.members()) {
      OscalValue value = object.get(member.name());
      if (value != null) {
        object.set(member.name(), madeText(member, value));
      }
    }
  }

  private static OscalValue madeText(Member member, OscalValue value) {
    return switch (value) {
      case OscalList list -> {
        list.items().replaceAll(item -> madeText(member, item));
        yield list;
      }
      case OscalObject object -> {
        if (member.content() == Content.ASSEMBLY) {
          makeTexts(member.of(), object);
        }
        yield object;
      }
      case OscalScalar scalar ->
          kind(member.content()) == Kind.TEXT && scalar.kind() != Kind.NULL
              ? new OscalScalar(Kind.TEXT, scalar.text(), scalar.line())
              : scalar;
    };
  }
}
