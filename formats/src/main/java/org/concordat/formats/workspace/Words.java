package org.concordat.formats.workspace;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the alternatives of the model are written: {@code product-leadership}. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    Set<E> values = EnumSet.allOf(type);
    return values.stream().filter(v -> of(v).equals(word)).findFirst();
  }

  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Words::of).collect(Collectors.toList());
  }
}
