package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Parties;
import org.concordat.server.agreements.Signatures;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.factors.PasskeySignature;
import org.concordat.server.identity.factors.Passkeys;
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
  private final Agreements agreements;
  private final Signatures signatures;
  private final Passkeys passkeys;

  SigningController(Agreements agreements, Signatures signatures, Passkeys passkeys) {
    this.agreements = agreements;
    this.signatures = signatures;
    this.passkeys = passkeys;
  }

  private Optional<Agreement> document(Caller caller, AgreementKey key) {
    return agreements
        .find(caller.tenant(), key)
        .filter(state -> !(state instanceof AgreementState.Ended))
        .map(state -> state.dossier().current());
  }

  private static Optional<Side> side(Caller caller, String party, String unit) {
    return Party.parse(party)
        .filter(each -> Parties.allows(caller, each, unit))
        .flatMap(
            each ->
                switch (each) {
                  case Party.Demand _ -> Optional.of(Side.DEMAND);
                  case Party.Supply _ -> Optional.of(Side.SUPPLY);
                  case Party.OtherUnit _, Party.TopManagement _ -> Optional.empty();
                });
  }

  /** What the browser is to ask the device. */
  @PostMapping("/agreements/{id}/{since}/sign/options")
  @Needs(Permission.NEGOTIATE)
  ResponseEntity<String> options(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String party) {
    AgreementKey key = new AgreementKey(id, since);
    Optional<Agreement> document = document(caller, key);
    if (document.isEmpty() || side(caller, party, document.get().unit()).isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.request(Signatures.challenge(document.get()), Optional.of(owner(caller))));
  }

  private static Passkeys.Owner owner(Caller caller) {
    return new Passkeys.Owner(caller.tenant(), caller.account());
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
          Optional<Agreement> document = document(caller, key);
          if (document.isEmpty()) {
            return MoveTeller.notFound();
          }
          Optional<Side> side = side(caller, party, document.get().unit());
          if (side.isEmpty()) {
            return new org.concordat.server.web.ErrorPage(403, "forbidden", java.util.List.of());
          }
          Optional<PasskeySignature> proof =
              passkeys.signed(response, Signatures.challenge(document.get()), owner(caller));
          return proof.isEmpty()
              ? new RefusedPage(422, "no-signature", key.path())
              : MoveTeller.tell(
                  caller,
                  signatures.sign(
                      caller,
                      key,
                      seen,
                      side.get(),
                      proof.get(),
                      request.getParameter("reason"),
                      SurroundingsFactory.requestId(request)),
                  key,
                  "agreements.did.sign");
        });
  }
}
