package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.concordat.core.agreements.Party;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Signatures;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs agreements with passkeys. What is signed is the document, so nothing has to be random. */
@Controller
class SigningController {
  private final Signatures signatures;

  SigningController(Signatures signatures) {
    this.signatures = signatures;
  }

  /** What the browser is to ask the device. */
  @PostMapping("/agreements/{id}/{since}/sign/options")
  @Needs(Permission.NEGOTIATE)
  ResponseEntity<String> options(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String party) {
    return Party.parse(party)
        .flatMap(each -> signatures.toSign(caller, new AgreementKey(id, since), each))
        .map(
            asked ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(asked.options()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/agreements/{id}/{since}/sign")
  @Needs(Permission.NEGOTIATE)
  Answer sign(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String party,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(name = "response", defaultValue = "") String response,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          return Party.parse(party)
              .map(
                  each ->
                      MoveTeller.tell(
                          caller,
                          signatures.sign(
                              caller,
                              key,
                              seen,
                              each,
                              response,
                              request.getParameter("reason"),
                              SurroundingsFactory.requestId(request)),
                          key,
                          "agreements.did.sign"))
              .orElseGet(MoveTeller::notFound);
        });
  }
}
