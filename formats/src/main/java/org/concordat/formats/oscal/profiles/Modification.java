package org.concordat.formats.oscal.profiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.concordat.formats.oscal.OscalList;
import org.concordat.formats.oscal.OscalObject;
import org.concordat.formats.oscal.OscalValue;
import org.jspecify.annotations.Nullable;

/** Sets parameters and alters controls, as a profile says. */
final class Modification {
  private static final String OSCAL = "http://csrc.nist.gov/ns/oscal";

  /** The members of a parameter of which a profile's own take the place. */
  private static final Set<String> REPLACED = Set.of("class", "depends-on", "label", "usage");

  /** The lists that an addition brings, and that things are removed from. */
  private static final Map<String, String> ITEM_NAMES =
      Map.of("params", "param", "props", "prop", "links", "link", "parts", "part");

  private final BiConsumer<OscalValue, String> warning;

  /**
   * A modification.
   *
   * @param warning is told the directive and why it has no effect
   */
  Modification(BiConsumer<OscalValue, String> warning) {
    this.warning = warning;
  }

  /** Sets the parameters; several settings of one are all applied, in their order. */
  void setParameters(OscalObject modify, List<OscalObject> parameters) {
    Map<String, List<OscalObject>> byId = new HashMap<>();
    for (OscalObject parameter : parameters) {
      byId.computeIfAbsent(parameter.text("id"), _ -> new ArrayList<>()).add(parameter);
    }
    for (OscalObject setting : modify.objects("set-parameters")) {
      String id = setting.text("param-id");
      List<OscalObject> set = byId.getOrDefault(id, List.of());
      if (set.isEmpty()) {
        warning.accept(setting, "the parameter '" + id + "' is not there to be set");
      }
      set.forEach(parameter -> set(parameter, setting));
    }
  }

  private static void set(OscalObject parameter, OscalObject setting) {
    if (setting.has("values") || setting.has("select")) {
      parameter.remove("values");
      parameter.remove("select");
    }
    for (String name : setting.names()) {
      OscalValue value = setting.get(name);
      if (value == null || name.equals("param-id")) {
        continue;
      }
      if (!REPLACED.contains(name)
          && value instanceof OscalList added
          && parameter.get(name) instanceof OscalList list) {
        added.items().forEach(item -> list.add(item.copy()));
      } else {
        parameter.set(name, value.copy());
      }
    }
  }

  /** Alters the controls; of each alteration what is removed goes first. */
  void alter(OscalObject modify, Map<String, List<OscalObject>> controls) {
    for (OscalObject alter : modify.objects("alters")) {
      String id = alter.text("control-id");
      List<OscalObject> altered = controls.getOrDefault(id, List.of());
      if (altered.isEmpty()) {
        warning.accept(alter, "the control '" + id + "' is not there to be altered");
      }
      for (OscalObject control : altered) {
        for (OscalObject remove : alter.objects("removes")) {
          if (!remove(control, remove)) {
            warning.accept(remove, "the control '" + id + "' has nothing of that kind to remove");
          }
        }
        for (OscalObject add : alter.objects("adds")) {
          if (!add(control, add)) {
            warning.accept(
                add,
                "the control '" + id + "' has nothing with the id '" + add.text("by-id") + "'");
          }
        }
      }
    }
  }

  /** Removes what all conditions of the directive are true of; false when there is none. */
  private static boolean remove(OscalObject holder, OscalObject remove) {
    boolean found = false;
    for (Map.Entry<String, String> entry : ITEM_NAMES.entrySet()) {
      if (!(holder.get(entry.getKey()) instanceof OscalList list)) {
        continue;
      }
      found |=
          list.items()
              .removeIf(
                  item ->
                      item instanceof OscalObject object
                          && isMeant(object, entry.getValue(), remove));
      for (OscalValue item : list.items()) {
        found |= item instanceof OscalObject object && remove(object, remove);
      }
      if (list.items().isEmpty()) {
        holder.remove(entry.getKey());
      }
    }
    return found;
  }

  private static boolean isMeant(OscalObject item, String itemName, OscalObject remove) {
    boolean isConditional = false;
    for (String condition : remove.names()) {
      String wanted = remove.text(condition);
      String actual =
          switch (condition) {
            case "by-item-name" -> itemName;
            case "by-id" -> item.text("id");
            case "by-name" -> item.text("name");
            case "by-class" -> item.text("class");
            case "by-ns" -> namespace(item);
            default -> wanted;
          };
      isConditional |= condition.startsWith("by-");
      if (!actual.equals(wanted)) {
        return false;
      }
    }
    return isConditional;
  }

  private static String namespace(OscalObject item) {
    if (!item.has("name")) {
      return "";
    }
    return item.has("ns") ? item.text("ns") : OSCAL;
  }

  private static boolean add(OscalObject control, OscalObject add) {
    String id = add.text("by-id");
    String position = add.has("position") ? add.text("position") : "ending";
    boolean isFirst = position.equals("starting") || position.equals("before");
    if (id.isEmpty() || id.equals(control.text("id"))) {
      addInside(control, add, isFirst);
      return true;
    }
    Target target = find(control, id);
    if (target == null) {
      return false;
    }
    if (position.equals("starting") || position.equals("ending")) {
      addInside(target.object, add, isFirst);
    } else {
      addBeside(target, add, isFirst);
    }
    return true;
  }

  private record Target(OscalObject holder, String list, OscalObject object) {}

  private static @Nullable Target find(OscalObject holder, String id) {
    for (String list : List.of("params", "parts")) {
      for (OscalObject object : holder.objects(list)) {
        if (object.text("id").equals(id)) {
          return new Target(holder, list, object);
        }
        Target inside = find(object, id);
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }

  private static void addInside(OscalObject holder, OscalObject add, boolean isFirst) {
    for (String name : add.names()) {
      OscalValue value = add.get(name);
      if (value instanceof OscalList added) {
        insert(holder.list(name), isFirst ? 0 : holder.list(name).items().size(), added);
      } else if (name.equals("title") && value != null) {
        holder.set(name, value.copy());
      }
    }
  }

  /** Adds to the list that the target is in; what belongs to another list goes to its end. */
  private static void addBeside(Target target, OscalObject add, boolean isFirst) {
    for (String name : add.names()) {
      if (!(add.get(name) instanceof OscalList added)) {
        continue;
      }
      OscalList list = target.holder.list(name);
      int at = isFirst ? 0 : list.items().size();
      if (name.equals(target.list)) {
        at = place(list, target.object) + (isFirst ? 0 : 1);
      }
      insert(list, at, added);
    }
  }

  private static int place(OscalList list, OscalObject object) {
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) == object) {
        return i;
      }
    }
    throw new IllegalArgumentException("the list does not hold the object");
  }

  private static void insert(OscalList list, int at, OscalList added) {
    int next = at;
    for (OscalValue item : added.items()) {
      list.items().add(next++, item.copy());
    }
  }
}
