package org.concordat.server.web.api.reference;

import java.util.List;
import java.util.stream.Collectors;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.api.reference.Reference.Operation;

/**
 * The operations of the API, by what they are about.
 *
 * @param search the words that were searched for
 * @param operations those that were found
 */
public record ReferencePage(String search, List<Operation> operations) implements PageModel {
  public ReferencePage {
    operations = List.copyOf(operations);
  }

  /** What operations have in common. */
  public record Group(String name, List<Operation> operations) {
    public Group {
      operations = List.copyOf(operations);
    }
  }

  /** The operations by group, in their order. */
  public List<Group> groups() {
    return operations.stream()
        .map(Operation::group)
        .distinct()
        .map(
            name ->
                new Group(
                    name,
                    operations.stream()
                        .filter(operation -> operation.group().equals(name))
                        .collect(Collectors.toList())))
        .toList();
  }

  @Override
  public String template() {
    return "web/reference/list";
  }
}
