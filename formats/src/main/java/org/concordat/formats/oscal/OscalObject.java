package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members by name, in their order. */
public final class OscalObject implements OscalValue {
  private final Map<String, OscalValue> members = new LinkedHashMap<>();
  private final int line;

  public OscalObject() {
    this(0);
  }

  OscalObject(int line) {
    this.line = line;
  }

  @Override
  public int line() {
    return line;
  }

  /** The names of the members, in their order; cannot be changed. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public @Nullable OscalValue get(String name) {
    return members.get(name);
  }

  /** Puts a member in the place of the one of that name, else after all others. */
  public OscalObject set(String name, OscalValue value) {
    members.put(name, value);
    return this;
  }

  public OscalObject set(String name, String text) {
    return set(name, OscalScalar.text(text));
  }

  public @Nullable OscalValue remove(String name) {
    return members.remove(name);
  }

  /** The text, number or boolean of that name as text, without white space around it; or empty. */
  public String text(String name) {
    return members.get(name) instanceof OscalScalar scalar ? scalar.text().strip() : "";
  }

  /** The object of that name; when there is none, one without members that belongs to nothing. */
  public OscalObject object(String name) {
    return members.get(name) instanceof OscalObject object ? object : new OscalObject();
  }

  /** The objects in the list of that name; a single object counts as a list of one. */
  public List<OscalObject> objects(String name) {
    return switch (members.get(name)) {
      case OscalList list -> {
        List<OscalObject> objects = new ArrayList<>(list.items().size());
        for (OscalValue item : list.items()) {
          if (item instanceof OscalObject object) {
            objects.add(object);
          }
        }
        yield objects;
      }
      case OscalObject object -> List.of(object);
      case OscalScalar _ -> List.of();
      case null -> List.of();
    };
  }

  /** The texts in the list of that name; a single text counts as a list of one. */
  public List<String> texts(String name) {
    return switch (members.get(name)) {
      case OscalList list -> {
        List<String> texts = new ArrayList<>(list.items().size());
        for (OscalValue item : list.items()) {
          if (item instanceof OscalScalar scalar) {
            texts.add(scalar.text().strip());
          }
        }
        yield texts;
      }
      case OscalScalar scalar -> List.of(scalar.text().strip());
      case OscalObject _ -> List.of();
      case null -> List.of();
    };
  }

  /** The list of that name, made when there is none. */
  public OscalList list(String name) {
    OscalValue value = members.get(name);
    if (value instanceof OscalList list) {
      return list;
    }
    OscalList list = new OscalList();
    if (value != null) {
      list.add(value);
    }
    members.put(name, list);
    return list;
  }

  /** The value of the first property of that name in whatever namespace, or empty. */
  public String property(String name) {
    for (OscalObject property : objects("props")) {
      if (property.text("name").equals(name) && !property.text("value").isEmpty()) {
        return property.text("value");
      }
    }
    return "";
  }

  @Override
  public OscalObject copy() {
    OscalObject copy = new OscalObject(line);
    members.forEach((name, value) -> copy.members.put(name, value.copy()));
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OscalObject that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
