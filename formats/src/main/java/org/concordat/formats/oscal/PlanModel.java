package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.formats.imports.ImportedModel;
import org.concordat.formats.imports.ImportedModel.ImportedAsset;
import org.concordat.formats.imports.ImportedModel.ImportedDependency;
import org.concordat.formats.imports.ImportedModel.ImportedRating;
import org.concordat.formats.imports.ImportedModel.Unused;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a plan into assets, dependencies and ratings. */
final class PlanModel {
  private static final int NAME_CHARACTERS = 120;

  /** The steps of FIPS 199, the lowest first. */
  private static final List<Set<String>> LEVELS =
      List.of(Set.of("low"), Set.of("moderate", "medium"), Set.of("high"));

  private static final Set<String> NO_LEVEL = Set.of("", "none", "na", "n/a", "not-applicable");

  /** The properties of an inventory item that name it, the one that people would say first. */
  private static final List<String> ITEM_NAMES =
      List.of("software-name", "hardware-name", "fqdn", "netbios-name", "model", "uri");

  /** Relations by which the component needs what it links to. */
  private static final Set<String> NEEDS =
      Set.of("depends-on", "uses-service", "uses-network", "provided-by", "runs-on");

  /** Relations by which what is linked to needs the component. */
  private static final Set<String> NEEDED = Set.of("used-by", "required-by");

  private static final Set<String> READ = Set.of("system-characteristics", "system-implementation");

  private static final Map<String, String> WHY_UNUSED =
      Map.of(
          "role", "roles are not assets; users are",
          "party", "who answers for a system is not part of its model",
          "location", "places are not part of the model",
          "responsible-party", "who answers for a system is not part of its model",
          "implemented-requirement",
              "how controls are implemented belongs to standards, not assets",
          "set-parameter", "parameters of controls belong to standards, not assets",
          "resource", "attachments and citations are not assets");

  private final String source;
  private final String file;
  private final Map<String, ImportedAsset> assets = new LinkedHashMap<>();
  private final Map<String, ImportedDependency> dependencies = new LinkedHashMap<>();
  private final List<ImportedRating> ratings = new ArrayList<>();
  private final Map<String, Unused> unused = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private String system = "";

  PlanModel(String source, String file) {
    this.source = source;
    this.file = file;
  }

  ImportedModel of(OscalObject plan) {
    OscalObject characteristics = plan.object("system-characteristics");
    OscalObject implementation = plan.object("system-implementation");
    List<OscalObject> components = implementation.objects("components");
    List<OscalObject> items = implementation.objects("inventory-items");
    List<OscalObject> authorisations = implementation.objects("leveraged-authorizations");

    addSystem(plan, characteristics, components);
    informationTypes(characteristics).forEach(this::addInformationType);
    authorisations.forEach(a -> add(a, AssetKind.SERVICE, a.text("title"), "leveraged system"));
    components.forEach(this::addComponent);
    items.forEach(this::addItem);
    implementation.objects("users").forEach(this::addUser);

    authorisations.forEach(a -> depend(system, key(a.text("uuid"))));
    components.forEach(this::relateComponent);
    items.forEach(this::relateItem);
    countRest(plan);
    return new ImportedModel(
        source,
        List.of(),
        List.of(),
        List.of(),
        List.copyOf(assets.values()),
        List.copyOf(dependencies.values()),
        ratings,
        List.copyOf(unused.values()),
        findings);
  }

  private void addSystem(
      OscalObject plan, OscalObject characteristics, List<OscalObject> components) {
    Optional<OscalObject> own =
        components.stream().filter(c -> c.text("type").equals("this-system")).findFirst();
    system = own.map(c -> key(c.text("uuid"))).filter(u -> !u.isEmpty()).orElse("this-system");
    String name =
        firstOf(
            characteristics.text("system-name"),
            own.map(c -> c.text("title")).orElse(""),
            plan.text("uuid"),
            "System");
    put(system, null, name, AssetKind.SERVICE, characteristics.text("description"));
    OscalObject levels = characteristics.object("security-impact-level");
    for (String property : SecurityProperty.CLASSIC) {
      rate(system, property, levels.text("security-objective-" + property), name);
    }
  }

  private static List<OscalObject> informationTypes(OscalObject characteristics) {
    return characteristics.object("system-information").objects("information-types");
  }

  private void addInformationType(OscalObject type) {
    String element = add(type, AssetKind.INFORMATION, type.text("title"), "information type");
    if (element == null) {
      return;
    }
    for (String property : SecurityProperty.CLASSIC) {
      OscalObject impact = type.object(property + "-impact");
      rate(element, property, firstOf(impact.text("selected"), impact.text("base")), element);
    }
    depend(element, system);
  }

  private void addComponent(OscalObject component) {
    String type = component.text("type");
    if (key(component.text("uuid")).equals(system)) {
      return;
    }
    Optional<String> whyNot = ComponentKind.whyNot(type);
    if (whyNot.isPresent()) {
      unused("component of type " + type, whyNot.get());
      return;
    }
    Optional<AssetKind> kind = ComponentKind.of(type);
    if (kind.isEmpty()) {
      warn(component, "the component type '" + type + "' is not known; it is taken for technical");
    }
    add(component, kind.orElse(AssetKind.TECHNICAL), component.text("title"), "component");
  }

  private void addItem(OscalObject item) {
    String assetId = item.property("asset-id");
    String label =
        ITEM_NAMES.stream().map(item::property).filter(n -> !n.isEmpty()).findFirst().orElse("");
    String name =
        label.isEmpty() || assetId.isEmpty()
            ? firstOf(label, assetId, item.text("description"))
            : label + " (" + assetId + ")";
    add(item, AssetKind.TECHNICAL, name, "inventory item");
  }

  private void addUser(OscalObject user) {
    String roles = String.join(", ", user.texts("role-ids"));
    add(
        user,
        AssetKind.PEOPLE,
        firstOf(user.text("title"), user.text("short-name"), roles),
        "user");
  }

  /** Adds an asset; returns its element, or null when there is one of that UUID already. */
  private @Nullable String add(OscalObject part, AssetKind kind, String title, String what) {
    String element = key(part.text("uuid"));
    String name = shortened(firstOf(title, part.text("description"), "Unnamed " + what));
    if (element.isEmpty()) {
      element = what + " " + name;
    }
    if (assets.containsKey(element)) {
      warn(part, "the " + what + " '" + name + "' has the UUID of another one and is not read");
      unused("second " + what + " of the same UUID", "the first one counts");
      return null;
    }
    String id = part.property("asset-id");
    boolean usable = Identifier.isValid(id) && ids.add(id);
    put(element, usable ? id : null, name, kind, part.text("description"));
    return element;
  }

  private void put(
      String element, @Nullable String id, String name, AssetKind kind, String description) {
    assets.put(
        element,
        new ImportedAsset(
            element, id, name, kind, null, description.isEmpty() ? null : description, null));
  }

  private void relateComponent(OscalObject component) {
    String element = key(component.text("uuid"));
    if (!assets.containsKey(element)) {
      return;
    }
    if (!element.equals(system)) {
      depend(system, element);
    }
    String leveraged = key(component.property("leveraged-authorization-uuid"));
    if (!leveraged.isEmpty()) {
      depend(component, element, leveraged);
    }
    for (OscalObject link : component.objects("links")) {
      String rel = link.text("rel");
      String target = key(link.text("href"));
      if (NEEDS.contains(rel)) {
        depend(component, element, target);
      } else if (NEEDED.contains(rel)) {
        depend(component, target, element);
      } else {
        unused("link " + (rel.isEmpty() ? "without rel" : rel), "it states no need between assets");
      }
    }
  }

  private void relateItem(OscalObject item) {
    String element = key(item.text("uuid"));
    boolean used = false;
    for (OscalObject use : item.objects("implemented-components")) {
      String component = key(use.text("component-uuid"));
      used |= assets.containsKey(component);
      depend(item, component, element);
    }
    if (!used) {
      depend(system, element);
    }
    for (OscalObject link : item.objects("links")) {
      unused("link " + link.text("rel"), "it states no need between assets");
    }
  }

  /** Adds a dependency that a part states; one that leads nowhere is a warning. */
  private void depend(OscalObject stated, String from, String on) {
    String missing = assets.containsKey(from) ? on : from;
    if (from.equals(on)) {
      warn(stated, "it is linked to itself, which says nothing");
    } else if (assets.containsKey(missing)) {
      depend(from, on);
    } else {
      warn(stated, "it is linked to '" + missing + "', which is no asset of the plan");
    }
  }

  private void depend(String from, String on) {
    if (!from.equals(on) && assets.containsKey(from) && assets.containsKey(on)) {
      String element = from + ">" + on;
      dependencies.putIfAbsent(element, new ImportedDependency(element, from, on));
    }
  }

  private void rate(String element, String property, String level, String place) {
    String word = level.toLowerCase(Locale.ROOT);
    word = word.startsWith("fips-199-") ? word.substring("fips-199-".length()) : word;
    if (NO_LEVEL.contains(word)) {
      return;
    }
    for (int i = 0; i < LEVELS.size(); i++) {
      if (LEVELS.get(i).contains(word)) {
        ratings.add(new ImportedRating(element, property, i + 1, LEVELS.size(), level));
        return;
      }
    }
    findings.add(
        Finding.warning(
            Place.of(file, 0, 0, place),
            "the " + property + " impact '" + level + "' is not known and is not read",
            "write fips-199-low, fips-199-moderate or fips-199-high"));
  }

  private void countRest(OscalObject plan) {
    OscalObject characteristics = plan.object("system-characteristics");
    counted(plan)
        .forEach(
            (kind, count) -> {
              String why = WHY_UNUSED.get(kind);
              if (why != null) {
                unused.put(kind, new Unused(kind, count, why));
              }
            });
    for (String name : List.of("authorization-boundary", "network-architecture", "data-flow")) {
      if (characteristics.has(name)) {
        unused(name, "descriptions and diagrams state no need between assets");
      }
    }
    if (characteristics.has("security-sensitivity-level")) {
      unused("security-sensitivity-level", "the levels of the single properties are used");
    }
    countParts(characteristics);
  }

  /** The number of entries in each section that is not read, by what one of them is called. */
  private static Map<String, Integer> counted(OscalObject plan) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String section : plan.names()) {
      if (READ.contains(section) || !(plan.get(section) instanceof OscalObject object)) {
        continue;
      }
      for (String name : object.names()) {
        int entries = object.get(name) instanceof OscalList list ? list.items().size() : 1;
        counted.merge(singular(name), entries, Integer::sum);
      }
    }
    return counted;
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private void countParts(OscalObject part) {
    count(part.objects("system-ids"), "system-id", "the model has its own identifiers");
    count(part.objects("props"), "system property", "it says nothing of assets");
  }

  private void count(List<OscalObject> parts, String kind, String why) {
    parts.forEach(p -> unused(kind, why));
  }

  private void unused(String kind, String why) {
    unused.merge(
        kind, new Unused(kind, 1, why), (a, b) -> new Unused(kind, a.count() + 1, a.why()));
  }

  private void warn(OscalObject part, String problem) {
    String key = firstOf(part.text("title"), part.text("uuid"));
    findings.add(Finding.warning(Place.of(file, 0, 0, key), problem, null));
  }

  /** A UUID as it is compared: in lower case, without the {@code #} of a reference. */
  private static String key(String uuid) {
    String plain = uuid.startsWith("#") ? uuid.substring(1) : uuid;
    return plain.toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    String line = name.lines().findFirst().orElse("").strip();
    return line.length() <= NAME_CHARACTERS ? line : line.substring(0, NAME_CHARACTERS) + "...";
  }

  private static String firstOf(String... texts) {
    return Stream.of(texts).filter(t -> !t.isBlank()).findFirst().orElse("");
  }
}
