package org.concordat.formats.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the alternatives of the model are written: {@code product-leadership}. */
public final class Words {
  /** Looked up for every entry of a file, so made once for each type. */
  private static final ClassValue<Map<String, Object>> BY_WORD =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          Map<String, Object> values = new LinkedHashMap<>();
          for (Object value : type.getEnumConstants()) {
            values.put(of((Enum<?>) value), value);
          }
          return values;
        }
      };

  private Words() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Optional.ofNullable(BY_WORD.get(type).get(word)).map(type::cast);
  }

  /** All words of a type, in the order of the model. */
  public static <E extends Enum<E>> List<String> all(Class<E> type) {
    return List.copyOf(BY_WORD.get(type).keySet());
  }
}
