package org.concordat.core.standards.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.programme.ProgrammeEntry.Adoption;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationControl;
import org.concordat.core.standards.programme.ProgrammeEntry.RequirementLink;
import org.jspecify.annotations.Nullable;

/** All that an organisation has put down about its standards. A value: changes make another one. */
public final class Programme {
  /** Of an organisation that has put nothing down. */
  public static final Programme EMPTY = new Programme(Map.of());

  private final Map<EntryKey, ProgrammeEntry> entries;

  private Programme(Map<EntryKey, ProgrammeEntry> entries) {
    this.entries = entries;
  }

  /**
   * A programme of these entries.
   *
   * @throws IllegalArgumentException when two have the same key
   */
  public static Programme of(Collection<? extends ProgrammeEntry> entries) {
    Map<EntryKey, ProgrammeEntry> byKey = LinkedHashMap.newLinkedHashMap(entries.size());
    for (ProgrammeEntry entry : entries) {
      if (byKey.putIfAbsent(entry.key(), entry) != null) {
        throw new IllegalArgumentException(
            entry.key().kind() + " " + entry.key() + " stands twice");
      }
    }
    return new Programme(byKey);
  }

  /** The entry with a key, or null. */
  public @Nullable ProgrammeEntry entry(EntryKey key) {
    return entries.get(key);
  }

  /** All entries of a type, in the order in which they came. */
  public <E extends ProgrammeEntry> List<E> all(Class<E> type) {
    List<E> found = new ArrayList<>();
    for (ProgrammeEntry entry : entries.values()) {
      if (type.isInstance(entry)) {
        found.add(type.cast(entry));
      }
    }
    return found;
  }

  /** Whether the organisation follows a catalogue. */
  public boolean follows(String catalogue) {
    return !catalogue.isBlank() && entries.containsKey(new Adoption(catalogue, null, null).key());
  }

  /** What is said of a control's operation. */
  public Optional<ControlOperation> operation(ControlRef control) {
    return Optional.ofNullable(
        (ControlOperation)
            entries.get(
                EntryKey.of(EntryKind.CONTROL_OPERATION, control.catalogue(), control.control())));
  }

  /** The obligation of that id. */
  public Optional<Obligation> obligation(String id) {
    return Optional.ofNullable((Obligation) entries.get(EntryKey.of(EntryKind.OBLIGATION, id)));
  }

  /** The requirements that a control is said to satisfy. */
  public List<RequirementLink> linksOf(ControlRef control) {
    return all(RequirementLink.class).stream().filter(l -> l.control().equals(control)).toList();
  }

  /** What an obligation leads to. */
  public List<ObligationControl> controlsOf(String obligation) {
    return all(ObligationControl.class).stream()
        .filter(c -> c.obligation().equals(obligation))
        .toList();
  }

  /**
   * The programme after changes, which are made at once.
   *
   * @throws IllegalArgumentException when an entry is not as a change says it was
   */
  public Programme with(List<ProgrammeChange> changes) {
    Map<EntryKey, ProgrammeEntry> changed = new LinkedHashMap<>(entries);
    for (ProgrammeChange change : changes) {
      EntryKey key = change.key();
      if (!Objects.equals(changed.get(key), change.before())) {
        throw new IllegalArgumentException(key.kind() + " " + key + " is not as it was");
      }
      if (change.after() == null) {
        changed.remove(key);
      } else {
        changed.put(key, change.after());
      }
    }
    return new Programme(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Programme that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "a programme of " + entries.size() + " entries";
  }
}
