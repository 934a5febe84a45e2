package org.concordat.formats.topics;

import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.formats.yaml.Quoting;

/** What an organisation has in operation as YAML, in the layout that {@link StatusFile} reads. */
public final class StatusText {
  private StatusText() {}

  /** The file: the organisation, then catalogue by catalogue a line for each control. */
  public static String of(String organisation, Map<ControlRef, Operation> operations) {
    Map<String, Map<String, Operation>> said = new TreeMap<>();
    operations.forEach(
        (control, operation) ->
            said.computeIfAbsent(control.catalogue(), c -> new TreeMap<>())
                .put(control.control(), operation));
    StringBuilder text = new StringBuilder();
    text.append("organisation: ").append(Quoting.quoted(organisation)).append('\n');
    said.forEach(
        (catalogue, controls) -> {
          text.append(Quoting.quoted(catalogue)).append(":\n");
          controls.forEach(
              (control, operation) ->
                  text.append("  ")
                      .append(Quoting.quoted(control))
                      .append(": ")
                      .append(operation.word())
                      .append('\n'));
        });
    return text.toString();
  }
}
