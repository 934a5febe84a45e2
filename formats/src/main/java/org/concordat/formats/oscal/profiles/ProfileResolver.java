package org.concordat.formats.oscal.profiles;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.formats.oscal.ContentUuid;
import org.concordat.formats.oscal.OscalDocument;
import org.concordat.formats.oscal.OscalKind;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalValue;
import org.concordat.formats.oscal.profiles.ControlSelection.Loose;
import org.concordat.formats.oscal.profiles.ControlSelection.Selected;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a profile the catalogue that it stands for (NIST, <i>OSCAL profile resolution</i>). The
 * same profile and the same imports give the same catalogue, but for its time.
 *
 * <p>What a profile names and does not reach is a warning; an import that is not there, or that
 * leads back to the profile itself, is an error, because the baseline would silently be another.
 */
public final class ProfileResolver {
  /** How many profiles may import each other in a row. */
  private static final int DEPTH = 50;

  /**
   * A profile resolved.
   *
   * @param catalogue the catalogue
   * @param findings warnings
   */
  public record Resolved(OscalDocument catalogue, List<Finding> findings) {
    public Resolved {
      findings = List.copyOf(findings);
    }
  }

  private final ImportSource imports;
  private final Instant now;
  private final FindingList findings = new FindingList();
  private final List<OscalDocument> open = new ArrayList<>();

  /** Catalogues of profiles that were imported and are resolved. */
  private final Map<OscalDocument, OscalDocument> resolved = new HashMap<>();

  private ProfileResolver(ImportSource imports, Instant now) {
    this.imports = imports;
    this.now = now;
  }

  /**
   * Resolves a profile. Neither it nor what it imports is changed.
   *
   * @param imports where the documents are that it imports
   * @param now the time of the catalogue
   * @throws InvalidInput when an import cannot be found or read, or profiles import each other in a
   *     circle
   * @throws IOException when a file cannot be read
   */
  public static Resolved resolve(OscalDocument profile, ImportSource imports, Instant now)
      throws IOException, InvalidInput {
    if (profile.kind() != OscalKind.PROFILE) {
      throw new InvalidInput(
          Finding.error(
              profile.place(profile.root(), profile.kind().root()),
              "this is " + profile.kind().description() + ", not a profile",
              null));
    }
    ProfileResolver resolver = new ProfileResolver(imports, now);
    OscalDocument catalogue = resolver.resolve(profile);
    List<Finding> findings = resolver.findings.list();
    if (resolver.findings.hasErrors()) {
      throw new InvalidInput(findings);
    }
    return new Resolved(catalogue, findings);
  }

  private OscalDocument resolve(OscalDocument profile) throws IOException, InvalidInput {
    open.add(profile);
    List<ControlSelection> selections = new ArrayList<>();
    Map<ControlSelection, String> sources = new LinkedHashMap<>();
    List<OscalObject> resources = new ArrayList<>();
    for (OscalObject importing : profile.root().objects("imports")) {
      OscalDocument source = source(profile, importing);
      if (source != null) {
        ControlSelection selection = ControlSelection.of(importing, source.root());
        selections.add(selection);
        sources.put(selection, addresses(profile, importing).getFirst());
        resources.addAll(source.root().object("back-matter").objects("resources"));
        nameMissing(profile, importing, selection, source);
      }
    }
    resources.addAll(profile.root().object("back-matter").objects("resources"));
    OscalDocument catalogue = OscalDocument.of(OscalKind.CATALOG, new OscalObject());
    catalogue.root().set("uuid", "").set("metadata", metadata(profile));
    fill(profile, catalogue.root(), selections);
    OutsideLinks.lead(catalogue.root(), sources);
    keepResources(catalogue.root(), resources);
    catalogue.root().set("uuid", ContentUuid.of(catalogue).toString());
    open.removeLast();
    return catalogue;
  }

  private void fill(
      OscalDocument profile, OscalObject catalogue, List<ControlSelection> selections) {
    OscalObject root = profile.root();
    OscalObject merge = root.object("merge");
    Combination combination = Combination.of(merge.object("combine").text("method"));
    List<Selected> controls =
        combination.controls(
            selections,
            id ->
                warn(
                    profile,
                    merge.names().isEmpty() ? root : merge,
                    "the control '" + id + "' is imported twice, and both stay",
                    "set merge.combine.method to use-first or merge"));
    List<Loose> loose = combination.parameters(selections);
    if (controls.isEmpty()) {
      warn(profile, root, "the profile selects no control", null);
    }
    Structure structure =
        Structure.fill(catalogue, merge, controls, problem -> warn(profile, merge, problem, null));
    modify(profile, controls, loose);
    boolean isAsIs = merge.text("as-is").equals("true") && !merge.has("custom");
    for (Loose needed : References.needed(loose, catalogue)) {
      structure.add(needed, isAsIs);
    }
  }

  private void modify(OscalDocument profile, List<Selected> controls, List<Loose> loose) {
    OscalObject modify = profile.root().object("modify");
    Modification modification =
        new Modification((directive, problem) -> warn(profile, directive, problem, null));
    List<OscalObject> parameters = new ArrayList<>();
    Map<String, List<OscalObject>> byId = new LinkedHashMap<>();
    for (Selected selected : controls) {
      byId.computeIfAbsent(selected.id(), _ -> new ArrayList<>()).add(selected.control());
      parameters.addAll(selected.control().objects("params"));
    }
    loose.forEach(l -> parameters.add(l.parameter()));
    modification.setParameters(modify, parameters);
    modification.alter(modify, byId);
  }

  private static void keepResources(OscalObject catalogue, List<OscalObject> resources) {
    List<OscalObject> kept = References.resources(resources, catalogue);
    if (!kept.isEmpty()) {
      OscalList list = new OscalList();
      kept.forEach(resource -> list.add(resource.copy()));
      catalogue.set("back-matter", new OscalObject().set("resources", list));
    }
  }

  private OscalObject metadata(OscalDocument profile) {
    OscalObject metadata = profile.metadata().copy();
    metadata.set("last-modified", now.truncatedTo(ChronoUnit.SECONDS).toString());
    metadata
        .list("props")
        .items()
        .addFirst(new OscalObject().set("name", "resolution-tool").set("value", "Concordat"));
    metadata
        .list("links")
        .items()
        .addFirst(new OscalObject().set("href", address(profile)).set("rel", "source-profile"));
    return metadata;
  }

  /** The name of the profile's file, as an address; its UUID when it is in no file. */
  private static String address(OscalDocument profile) {
    if (profile.file().isEmpty()) {
      return "urn:uuid:" + profile.uuid().toLowerCase(Locale.ROOT);
    }
    String name = String.valueOf(Path.of(profile.file()).getFileName());
    try {
      return new URI(null, null, name, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a name is always an address once it is quoted", e);
    }
  }

  /** The catalogue that an import means; null, with a finding, when there is none. */
  private @Nullable OscalDocument source(OscalDocument profile, OscalObject importing)
      throws IOException, InvalidInput {
    List<String> addresses = addresses(profile, importing);
    if (addresses.isEmpty()) {
      findings.error(
          profile.place(importing, "import " + importing.text("href")),
          "the import names no document",
          "give a file, or a resource of the back matter with an rlink");
      return null;
    }
    OscalDocument source = imports.find(profile, addresses).orElse(null);
    if (source == null) {
      findings.error(
          profile.place(importing, "import " + importing.text("href")),
          "the document to import is not there: " + String.join(", ", addresses),
          "put it there, or name a file of the same name; nothing is fetched");
      return null;
    }
    return switch (source.kind()) {
      case CATALOG -> source;
      case PROFILE -> nested(profile, importing, source);
      case MAPPING_COLLECTION,
          COMPONENT_DEFINITION,
          SYSTEM_SECURITY_PLAN,
          ASSESSMENT_PLAN,
          ASSESSMENT_RESULTS,
          PLAN_OF_ACTION_AND_MILESTONES -> {
        findings.error(
            profile.place(importing, "import " + importing.text("href")),
            source.file() + " is " + source.kind().description(),
            "import a catalogue or a profile");
        yield null;
      }
    };
  }

  private OscalDocument nested(OscalDocument profile, OscalObject importing, OscalDocument source)
      throws IOException, InvalidInput {
    OscalDocument known = resolved.get(source);
    if (known != null) {
      return known;
    }
    boolean isOpen = open.stream().anyMatch(document -> isSame(document, source));
    if (isOpen || open.size() >= DEPTH) {
      List<String> circle = new ArrayList<>(open.stream().map(OscalDocument::file).toList());
      circle.add(source.file());
      findings.error(
          profile.place(importing, "import " + importing.text("href")),
          isOpen
              ? "the profiles import each other in a circle: " + String.join(" > ", circle)
              : "more than " + DEPTH + " profiles import each other in a row",
          null);
      throw new InvalidInput(findings.list());
    }
    OscalDocument catalogue = resolve(source);
    resolved.put(source, catalogue);
    return catalogue;
  }

  private static boolean isSame(OscalDocument one, OscalDocument other) {
    return one == other
        || (!one.uuid().isEmpty() && one.uuid().equalsIgnoreCase(other.uuid()))
        || (!one.file().isEmpty()
            && Path.of(one.file())
                .toAbsolutePath()
                .normalize()
                .equals(Path.of(other.file()).toAbsolutePath().normalize()));
  }

  /** Where the import's document is, by its address or by the resource that it names. */
  private static List<String> addresses(OscalDocument profile, OscalObject importing) {
    String href = importing.text("href");
    if (!href.startsWith("#")) {
      return href.isEmpty() ? List.of() : List.of(href);
    }
    List<String> addresses = new ArrayList<>();
    for (OscalObject resource : profile.root().object("back-matter").objects("resources")) {
      if (resource.text("uuid").equalsIgnoreCase(href.substring(1))) {
        resource.objects("rlinks").forEach(rlink -> addresses.add(rlink.text("href")));
      }
    }
    addresses.removeIf(String::isEmpty);
    return addresses;
  }

  private void nameMissing(
      OscalDocument profile,
      OscalObject importing,
      ControlSelection selection,
      OscalDocument source) {
    if (selection.missing().isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    ids(source.root(), ids);
    NearestName names = NearestName.among(ids);
    for (String id : selection.missing()) {
      warn(
          profile,
          importing,
          "the imported catalogue has no control '" + id + "'",
          findings.suggests() ? names.remedyFor(id) : null);
    }
  }

  private static void ids(OscalObject container, List<String> ids) {
    for (OscalObject control : container.objects("controls")) {
      ids.add(control.text("id"));
      ids(control, ids);
    }
    container.objects("groups").forEach(group -> ids(group, ids));
  }

  private void warn(
      OscalDocument profile, OscalValue directive, String problem, @Nullable String remedy) {
    findings.warning(profile.place(directive, profile.title()), problem, remedy);
  }
}
