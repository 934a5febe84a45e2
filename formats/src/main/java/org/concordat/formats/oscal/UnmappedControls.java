package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Controls without a counterpart: the gap summaries of a mapping. They have no place for reasons;
 * these are an extra of the mapping.
 */
final class UnmappedControls {
  /** The name of the extra that holds the reasons. */
  static final String REASONS = "considered";

  private static final String SOURCES = "source-gap-summary";
  private static final String TARGETS = "target-gap-summary";

  private UnmappedControls() {}

  static List<Considered> read(OscalObject mapping, String source, String target) {
    Map<String, String> members = new LinkedHashMap<>();
    OscalExtras.properties(mapping, members);
    Optional<OscalValue> reasons = OscalLine.value(new Extras(members), REASONS);
    List<Considered> considered = new ArrayList<>();
    if (reasons.isPresent() && reasons.get() instanceof OscalList list) {
      for (OscalValue each : list.items()) {
        if (each instanceof OscalObject object) {
          String catalogue = object.text("of").equals("target") ? target : source;
          considered.add(
              new Considered(new ControlRef(catalogue, object.text("control")), because(object)));
        }
      }
      return considered;
    }
    ids(mapping, SOURCES)
        .forEach(id -> considered.add(new Considered(new ControlRef(source, id), null)));
    ids(mapping, TARGETS)
        .forEach(id -> considered.add(new Considered(new ControlRef(target, id), null)));
    return considered;
  }

  private static @Nullable String because(OscalObject object) {
    return object.has("because") ? object.text("because") : null;
  }

  private static Set<String> ids(OscalObject mapping, String summary) {
    Set<String> ids = new LinkedHashSet<>();
    mapping
        .object(summary)
        .objects("unmapped-controls")
        .forEach(selected -> ids.addAll(selected.texts("with-ids")));
    return ids;
  }

  /** Puts what the crosswalk says in the place of what stands there, if that is another thing. */
  static void write(Crosswalk crosswalk, OscalObject mapping) {
    write(crosswalk, crosswalk.source(), SOURCES, mapping);
    if (!crosswalk.target().equals(crosswalk.source())) {
      write(crosswalk, crosswalk.target(), TARGETS, mapping);
    }
    if (crosswalk.considered().stream().allMatch(each -> each.because() == null)) {
      return;
    }
    OscalList reasons = new OscalList();
    for (Considered each : crosswalk.considered()) {
      boolean isTarget = each.control().catalogue().equals(crosswalk.target());
      OscalObject reason =
          new OscalObject()
              .set("of", isTarget ? "target" : "source")
              .set("control", each.control().control());
      if (each.because() != null) {
        reason.set("because", each.because());
      }
      reasons.add(reason);
    }
    OscalExtras.write(new Extras(Map.of(REASONS, OscalLine.of(reasons))), mapping);
  }

  private static void write(
      Crosswalk crosswalk, String catalogue, String summary, OscalObject mapping) {
    Set<String> wanted = new LinkedHashSet<>();
    crosswalk.considered().stream()
        .map(Considered::control)
        .filter(control -> control.catalogue().equals(catalogue))
        .forEach(control -> wanted.add(control.control()));
    if (wanted.equals(ids(mapping, summary))) {
      return;
    }
    if (wanted.isEmpty()) {
      mapping.remove(summary);
      return;
    }
    OscalList ids = new OscalList();
    wanted.forEach(id -> ids.add(OscalScalar.text(id)));
    String uuid =
        ContentUuid.of(summary + " of crosswalk " + crosswalk.id() + " " + wanted).toString();
    mapping.set(
        summary,
        new OscalObject()
            .set("uuid", uuid)
            .set("unmapped-controls", new OscalList().add(new OscalObject().set("with-ids", ids))));
  }
}
