package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalScalar;
import org.concordat.formats.oscal.OscalValue;
import org.concordat.formats.oscal.ParameterInsert;
import org.concordat.formats.oscal.profiles.ControlSelection.Loose;
import org.concordat.formats.oscal.profiles.ControlSelection.Selected;

/** What the texts and links of a catalogue refer to. */
final class References {
  private static final Pattern ANCHOR = Pattern.compile("]\\(\\s*<?#([^\\s)>]+)");

  private final Set<String> parameters = new HashSet<>();
  private final Set<String> fragments = new HashSet<>();

  private References() {}

  static References in(OscalValue value) {
    References references = new References();
    references.gather(value, "");
    return references;
  }

  static References ofControls(List<Selected> controls) {
    References references = new References();
    controls.forEach(selected -> references.gather(selected.control(), ""));
    return references;
  }

  /** Whether something refers to the parameter of that id. */
  boolean mean(String parameter) {
    return parameters.contains(parameter);
  }

  private void gather(OscalValue value, String name) {
    switch (value) {
      case OscalObject object -> {
        for (String member : object.names()) {
          OscalValue inside = object.get(member);
          if (inside != null && !member.equals("back-matter")) {
            gather(inside, member);
          }
        }
      }
      case OscalList list -> list.items().forEach(item -> gather(item, name));
      case OscalScalar scalar -> text(scalar.text(), name);
    }
  }

  private void text(String text, String name) {
    if (name.equals("href") && text.startsWith("#")) {
      fragments.add(fragment(text.substring(1)));
    }
    if (name.equals("depends-on")) {
      parameters.add(text);
    }
    if (text.contains("{{")) {
      for (Matcher matcher = ParameterInsert.PATTERN.matcher(text); matcher.find(); ) {
        parameters.add(matcher.group(1));
      }
    }
    if (text.contains("](")) {
      for (Matcher matcher = ANCHOR.matcher(text); matcher.find(); ) {
        fragments.add(fragment(matcher.group(1)));
      }
    }
  }

  private static String fragment(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * The parameters without a control that something refers to: the catalogue, or another of them
   * that something refers to.
   */
  static List<Loose> needed(List<Loose> loose, OscalObject catalogue) {
    Map<String, List<Loose>> byId = new HashMap<>();
    for (Loose candidate : loose) {
      byId.computeIfAbsent(candidate.parameter().text("id"), _ -> new ArrayList<>()).add(candidate);
    }
    Set<String> anchored = new HashSet<>();
    anchored(catalogue, anchored);
    Set<Loose> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> open = new ArrayList<>(in(catalogue).parameters);
    while (!open.isEmpty()) {
      String id = open.removeLast();
      for (Loose candidate : byId.getOrDefault(id, List.of())) {
        if (!anchored.contains(id) && needed.add(candidate)) {
          open.addAll(in(candidate.parameter()).parameters);
        }
      }
    }
    return loose.stream().filter(needed::contains).toList();
  }

  private static void anchored(OscalObject container, Set<String> ids) {
    container.objects("params").forEach(parameter -> ids.add(parameter.text("id")));
    container.objects("controls").forEach(control -> anchored(control, ids));
    container.objects("groups").forEach(group -> anchored(group, ids));
  }

  /**
   * The resources that the catalogue refers to or that are always to be kept, in their order. Of
   * several of one UUID the last stays, one that is always to be kept before one that is not.
   */
  static List<OscalObject> resources(List<OscalObject> resources, OscalObject catalogue) {
    Set<String> fragments = in(catalogue).fragments;
    Map<String, OscalObject> kept = new LinkedHashMap<>();
    for (OscalObject resource : resources) {
      String uuid = fragment(resource.text("uuid"));
      OscalObject before = kept.get(uuid);
      boolean isKept = isAlwaysKept(resource);
      if ((isKept || fragments.contains(uuid))
          && (before == null || isKept || !isAlwaysKept(before))) {
        kept.remove(uuid);
        kept.put(uuid, resource);
      }
    }
    return List.copyOf(kept.values());
  }

  private static boolean isAlwaysKept(OscalObject resource) {
    return resource.property("keep").equals("always");
  }
}
