package org.concordat.server.web.api.reference;

import java.util.List;
import java.util.Optional;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.api.ContractApi;
import org.concordat.server.web.api.reference.Reference.Shape;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The reference of the API, from the contract that a test holds against the server. One address has
 * it all: those below it are for programs.
 */
@Controller
class ReferenceController {
  private static final int LONGEST = 200;

  private final Reference reference = ContractReader.read(ContractApi.read());

  @GetMapping("/api")
  @OpenToAll(because = "it is the contract, which is open: it tells of no data")
  Answer show(
      @RequestParam(defaultValue = "") String operation,
      @RequestParam(defaultValue = "") String shape,
      @RequestParam(defaultValue = "") String q) {
    if (!operation.isEmpty()) {
      return reference
          .operation(operation)
          .<Answer>map(OperationPage::new)
          .orElseGet(ReferenceController::missing);
    }
    if (!shape.isEmpty()) {
      return Optional.ofNullable(reference.shapes().get(shape))
          .<Answer>map(this::page)
          .orElseGet(ReferenceController::missing);
    }
    return q.length() > LONGEST ? missing() : new ReferencePage(q, reference.found(q));
  }

  private ShapePage page(Shape shape) {
    return new ShapePage(shape, reference.using(shape.name()));
  }

  private static ErrorPage missing() {
    return new ErrorPage(404, "notFound", List.of());
  }
}
