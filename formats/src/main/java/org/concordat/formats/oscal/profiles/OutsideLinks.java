package org.concordat.formats.oscal.profiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.concordat.formats.oscal.OscalObject;

/**
 * Links to controls that were not selected: they lead to the catalogue that has them, by the
 * address that the profile gives, because they would lead to nothing here.
 */
final class OutsideLinks {
  private final Map<String, String> addresses = new HashMap<>();

  private OutsideLinks() {}

  /**
   * Changes the links.
   *
   * @param sources the address of what each selection was made from
   */
  static void lead(OscalObject catalogue, Map<ControlSelection, String> sources) {
    OutsideLinks links = new OutsideLinks();
    Set<String> inside = new HashSet<>();
    ids(catalogue, inside);
    sources.forEach(
        (selection, address) -> {
          for (String id : selection.left()) {
            if (!inside.contains(id)) {
              links.addresses.putIfAbsent(id, address + "#" + id);
            }
          }
        });
    links.lead(catalogue);
  }

  private static void ids(OscalObject holder, Set<String> ids) {
    for (String list : new String[] {"groups", "controls", "parts"}) {
      for (OscalObject object : holder.objects(list)) {
        ids.add(object.text("id"));
        ids(object, ids);
      }
    }
  }

  private void lead(OscalObject holder) {
    for (OscalObject link : holder.objects("links")) {
      String href = link.text("href");
      String address = href.startsWith("#") ? addresses.get(href.substring(1)) : null;
      if (address != null) {
        link.set("href", address);
      }
    }
    for (String list : new String[] {"groups", "controls", "parts", "params"}) {
      holder.objects(list).forEach(this::lead);
    }
  }
}
