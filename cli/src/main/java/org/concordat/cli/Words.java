package org.concordat.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** How people and files write the constants of an enum: {@code weakest-link}. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Makes a command and its sub-commands read these words, and name them all when one is wrong. */
  static void teach(CommandLine command) {
    for (ArgSpec argument : command.getCommandSpec().args()) {
      teach(command, argument.type());
    }
    command.getSubcommands().values().forEach(Words::teach);
  }

  private static <T> void teach(CommandLine command, Class<T> type) {
    if (type.isEnum()) {
      command.registerConverter(type, text -> parse(type, text));
    }
  }

  private static <T> T parse(Class<T> type, String text) {
    List<T> constants = List.of(type.getEnumConstants());
    return constants.stream()
        .filter(c -> of((Enum<?>) c).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected %s, but was '%s'"
                        .formatted(
                            String.join(
                                ", ", constants.stream().map(c -> of((Enum<?>) c)).toList()),
                            text)));
  }
}
