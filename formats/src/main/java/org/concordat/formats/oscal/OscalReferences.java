package org.concordat.formats.oscal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.findings.FindingList;

/**
 * Looks for what is there twice and for what is referred to and not there: in catalogues ids,
 * parameters and links, in profiles what they import from.
 */
final class OscalReferences {
  private static final Pattern INSERT =
      Pattern.compile("\\{\\{\\s*insert:\\s*param\\s*,\\s*([^\\s{},]+)\\s*}}");

  private static final Pattern ANCHOR = Pattern.compile("]\\(\\s*<?#([^\\s)>]+)");

  private static final List<String> HOLDERS = List.of("params", "parts", "controls", "groups");

  private final OscalDocument document;
  private final FindingList findings;
  private final Map<String, OscalObject> byId = new HashMap<>();
  private final Set<String> parameters = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  private OscalReferences(OscalDocument document, FindingList findings) {
    this.document = document;
    this.findings = findings;
  }

  static void check(OscalDocument document, FindingList findings) {
    OscalReferences check = new OscalReferences(document, findings);
    check.gatherResources();
    switch (document.kind()) {
      case CATALOG -> {
        check.gatherIds(document.root());
        check.follow(document.root(), document.root(), "");
      }
      case PROFILE -> check.followImports();
      case MAPPING_COLLECTION,
          COMPONENT_DEFINITION,
          SYSTEM_SECURITY_PLAN,
          ASSESSMENT_PLAN,
          ASSESSMENT_RESULTS,
          PLAN_OF_ACTION_AND_MILESTONES -> {}
    }
  }

  private void gatherResources() {
    for (OscalObject resource : document.root().object("back-matter").objects("resources")) {
      String uuid = resource.text("uuid").toLowerCase(Locale.ROOT);
      if (!uuid.isEmpty() && !resources.add(uuid)) {
        findings.error(
            document.place(resource, "resource " + uuid),
            "there is another resource with this UUID",
            "give one of the two another one");
      }
    }
  }

  private void gatherIds(OscalObject holder) {
    for (String list : HOLDERS) {
      for (OscalObject object : holder.objects(list)) {
        String id = object.text("id");
        OscalObject first = id.isEmpty() ? null : byId.putIfAbsent(id, object);
        if (first != null) {
          findings.error(
              document.place(object, id),
              "the id '"
                  + id
                  + "' is there twice"
                  + (first.line() == object.line() ? "" : ", first in line " + first.line()),
              "give one of the two another one");
        }
        if (list.equals("params")) {
          parameters.add(id);
        }
        gatherIds(object);
      }
    }
  }

  private void follow(OscalValue value, OscalObject around, String name) {
    switch (value) {
      case OscalObject object -> {
        for (String member : object.names()) {
          OscalValue inside = object.get(member);
          if (inside != null) {
            follow(inside, object, member);
          }
        }
      }
      case OscalList list -> list.items().forEach(item -> follow(item, around, name));
      case OscalScalar scalar -> follow(scalar, around, name);
    }
  }

  private void follow(OscalScalar scalar, OscalObject around, String name) {
    String text = scalar.text();
    if (name.equals("href") && text.startsWith("#")) {
      requireTarget(scalar, around, text.substring(1));
    }
    if (text.contains("](")) {
      for (Matcher anchor = ANCHOR.matcher(text); anchor.find(); ) {
        requireTarget(scalar, around, anchor.group(1));
      }
    }
    if (text.contains("{{")) {
      for (Matcher insert = INSERT.matcher(text); insert.find(); ) {
        if (!parameters.contains(insert.group(1))) {
          findings.warning(
              document.place(scalar, around.text("id")),
              "the text inserts the parameter '" + insert.group(1) + "', which is not there",
              null);
        }
      }
    }
  }

  private void requireTarget(OscalScalar scalar, OscalObject around, String target) {
    if (!byId.containsKey(target) && !resources.contains(target.toLowerCase(Locale.ROOT))) {
      findings.warning(
          document.place(scalar, around.text("id")),
          "the link to '#" + target + "' leads to nothing in the document",
          null);
    }
  }

  private void followImports() {
    for (OscalObject importing : document.root().objects("imports")) {
      String href = importing.text("href");
      if (href.startsWith("#") && !resources.contains(href.substring(1).toLowerCase(Locale.ROOT))) {
        findings.error(
            document.place(importing, "import " + href),
            "the back matter has no resource " + href.substring(1),
            "add the resource, or import a file");
      }
    }
  }
}
