package org.concordat.core.agreements;

import java.util.Optional;
import org.concordat.core.alignment.Identifier;

/** For whom somebody acts on an agreement. */
public sealed interface Party {
  /** As it is written: {@code demand}, {@code supply}, {@code unit:claims}, {@code management}. */
  String word();

  /** For the business unit whose agreement it is. */
  record Demand() implements Party {
    @Override
    public String word() {
      return "demand";
    }
  }

  /** For those who supply. */
  record Supply() implements Party {
    @Override
    public String word() {
      return "supply";
    }
  }

  /** For another unit, which the agreement may hurt. */
  record OtherUnit(String unit) implements Party {
    public OtherUnit {
      Identifier.check(unit, "unit");
    }

    @Override
    public String word() {
      return "unit:" + unit;
    }
  }

  /** For top management, which decides what the units and IT cannot settle. */
  record TopManagement() implements Party {
    @Override
    public String word() {
      return "management";
    }
  }

  static Party of(Side side) {
    return switch (side) {
      case DEMAND -> new Demand();
      case SUPPLY -> new Supply();
    };
  }

  /** The party that a word names, or empty. */
  static Optional<Party> parse(String word) {
    return switch (word) {
      case "demand" -> Optional.of(new Demand());
      case "supply" -> Optional.of(new Supply());
      case "management" -> Optional.of(new TopManagement());
      default ->
          word.startsWith("unit:") && Identifier.isValid(word.substring(5))
              ? Optional.of(new OtherUnit(word.substring(5)))
              : Optional.empty();
    };
  }

  /** What kind of party it is. */
  default Capacity capacity() {
    return switch (this) {
      case Demand _ -> Capacity.DEMAND;
      case Supply _ -> Capacity.SUPPLY;
      case OtherUnit _ -> Capacity.OTHER_UNIT;
      case TopManagement _ -> Capacity.MANAGEMENT;
    };
  }

  /** The kinds of party. Nobody acts in two of these on one agreement. */
  enum Capacity {
    DEMAND,
    SUPPLY,
    OTHER_UNIT,
    MANAGEMENT
  }
}
