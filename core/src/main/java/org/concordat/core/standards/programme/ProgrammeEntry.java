package org.concordat.core.standards.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Operation;
import org.jspecify.annotations.Nullable;

/** One thing that an organisation has put down about its standards. */
public sealed interface ProgrammeEntry {
  /** By which it is found again; a change of an entry keeps it. */
  EntryKey key();

  private static void checkId(String id, String what) {
    if (!Identifier.isValid(id)) {
      throw new IllegalArgumentException(
          "'" + id + "' is no id of " + what + ": use " + Identifier.SHAPE);
    }
  }

  /**
   * The organisation follows a catalogue.
   *
   * @param since the first day, or null when nobody said
   * @param because why, or null
   */
  record Adoption(String catalogue, @Nullable LocalDate since, @Nullable String because)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.ADOPTION, catalogue);
    }
  }

  /**
   * Conclusions may be drawn from a shipped crosswalk; from the organisation's own they always are.
   */
  record CrosswalkUse(String crosswalk) implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.CROSSWALK_USE, crosswalk);
    }
  }

  /**
   * What a catalogue of the organisation's own is called; its controls are entries of their own.
   */
  record OwnCatalogue(
      String id,
      String title,
      @Nullable String version,
      @Nullable String source,
      @Nullable String licence)
      implements ProgrammeEntry {
    public OwnCatalogue {
      checkId(id, "a catalogue");
    }

    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.OWN_CATALOGUE, id);
    }
  }

  /** A control of a catalogue of the organisation's own. */
  record OwnControl(String catalogue, Control control) implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.OWN_CONTROL, catalogue, control.id());
    }
  }

  /**
   * Which catalogues a crosswalk of the organisation's own joins.
   *
   * @param extras what else the file says that it was imported from
   */
  record OwnCrosswalk(
      String id,
      String source,
      String target,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String version,
      @Nullable String licence,
      Extras extras)
      implements ProgrammeEntry {
    public OwnCrosswalk {
      checkId(id, "a crosswalk");
    }

    /** One that was written here, and of which nothing else is said. */
    public OwnCrosswalk(
        String id,
        String source,
        String target,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable String version,
        @Nullable String licence) {
      this(id, source, target, publisher, url, version, licence, Extras.NONE);
    }

    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.OWN_CROSSWALK, id);
    }
  }

  /**
   * What a crosswalk of the organisation's own says of a pair.
   *
   * @param by who says so, or null
   * @param on when, or null
   */
  record OwnMapping(String crosswalk, Mapping mapping, @Nullable String by, @Nullable LocalDate on)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.OWN_MAPPING, crosswalk, mapping.source(), mapping.target());
    }
  }

  /**
   * A control that a crosswalk of the organisation's own found without a counterpart.
   *
   * @param control of either of its catalogues
   * @param because why, or null
   */
  record OwnConsidered(String crosswalk, ControlRef control, @Nullable String because)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(
          EntryKind.OWN_CONSIDERED, crosswalk, control.catalogue(), control.control());
    }
  }

  /**
   * Whether a control is in operation; nothing said is no.
   *
   * @param since the first day of this, or null
   * @param because how it is known, or null
   * @param owner who answers for it, or null
   */
  record ControlOperation(
      ControlRef control,
      Operation operation,
      @Nullable LocalDate since,
      @Nullable String because,
      @Nullable String owner)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.CONTROL_OPERATION, control.catalogue(), control.control());
    }
  }

  /** How well a control satisfies a requirement. */
  enum Extent {
    /** Nothing else is needed. */
    FULLY,
    /** Others are needed beside it. */
    PARTLY;

    /** As files write it: {@code fully}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The extent of that word, or empty when there is none. */
    public static Optional<Extent> of(String word) {
      for (Extent extent : values()) {
        if (extent.word().equals(word)) {
          return Optional.of(extent);
        }
      }
      return Optional.empty();
    }
  }

  /** A control satisfies a security requirement. */
  record RequirementLink(
      Requirement requirement, ControlRef control, Extent extent, @Nullable String because)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(
          EntryKind.REQUIREMENT_LINK,
          requirement.asset(),
          requirement.property(),
          control.catalogue(),
          control.control());
    }
  }

  /** Who binds the organisation. */
  enum ObligationKind {
    LAW,
    CONTRACT,
    INDUSTRY_STANDARD;

    /** As files write it: {@code industry_standard}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word, or empty when there is none. */
    public static Optional<ObligationKind> of(String word) {
      for (ObligationKind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A law, contract or industry standard that binds the organisation.
   *
   * @param source who made it and where it stands, such as {@code Regulation (EU) 2016/679}, or
   *     null
   * @param url where to read it, or null
   * @param description what it asks for, or null
   * @param units the ids of the units that it binds; none for all
   * @param geography the places where it binds; none for everywhere
   * @param data the kinds of data that it speaks of; none for all
   * @param owner who looks after it, or null
   * @param reviewOn when it is to be looked at again, or null
   */
  record Obligation(
      String id,
      String title,
      ObligationKind kind,
      @Nullable String source,
      @Nullable String url,
      @Nullable String description,
      List<String> units,
      List<String> geography,
      List<String> data,
      @Nullable String owner,
      @Nullable LocalDate reviewOn)
      implements ProgrammeEntry {
    public Obligation {
      checkId(id, "an obligation");
      units = List.copyOf(units);
      geography = List.copyOf(geography);
      data = List.copyOf(data);
    }

    @Override
    public EntryKey key() {
      return EntryKey.of(EntryKind.OBLIGATION, id);
    }
  }

  /** An obligation leads to a control. */
  record ObligationControl(String obligation, ControlRef control, @Nullable String because)
      implements ProgrammeEntry {
    @Override
    public EntryKey key() {
      return EntryKey.of(
          EntryKind.OBLIGATION_CONTROL, obligation, control.catalogue(), control.control());
    }
  }
}
