package org.concordat.server.agreements.api;

import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Signatures;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signing for programs that hold a passkey: what to sign, and the signature. The challenge is the
 * SHA-256 of the document, so a signature is worth nothing for another document or another version.
 */
@Controller
@RequestMapping(path = Call.ROOT + "/agreements/{id}/{since}", produces = Media.JSON)
final class SigningApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Agreements agreements;
  private final Signatures signatures;
  private final AgreementsApi resources;

  SigningApi(Agreements agreements, Signatures signatures, AgreementsApi resources) {
    this.agreements = agreements;
    this.signatures = signatures;
    this.resources = resources;
  }

  @GetMapping("/challenge")
  @Needs(Permission.NEGOTIATE)
  @Described(
      value = "Tells what a passkey has to sign: the document on the table",
      answer = "AgreementChallenge")
  ApiAnswer challenge(Call call, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = AgreementsApi.key(id, since);
    if (agreements.find(call.caller().tenant(), key).isEmpty()) {
      throw Parameters.notFound();
    }
    Signatures.ToSign asked =
        signatures
            .toSign(call.caller(), key, new Party.Demand())
            .or(() -> signatures.toSign(call.caller(), key, new Party.Supply()))
            .orElseThrow(
                () ->
                    Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "You sign for no side of this agreement, or it is over")
                        .failure());
    Agreement document = asked.document();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", document.version())
            .put("seen", asked.seen())
            .put("sha256", AgreementJson.digestText(document))
            .put("challenge", Signatures.challenge(document).text());
    json.set("publicKey", JSON.readTree(asked.options()));
    return ApiAnswer.ok(json);
  }

  @PostMapping(path = "/signatures", consumes = Media.JSON)
  @Needs(Permission.NEGOTIATE)
  @Described(
      value = "Signs the document on the table for a side, with a passkey of yours",
      body = "AgreementSignature",
      answer = "AgreementRow",
      problems = 409)
  ApiAnswer sign(Call call, @PathVariable String id, @PathVariable int since) {
    Values said = AgreementShapes.SIGNATURE.read(call.json());
    Long seen = said.whole("seen");
    AgreementKey key =
        AgreementsApi.made(
            signatures.sign(
                call.caller(),
                AgreementsApi.key(id, since),
                seen == null ? 0 : Math.toIntExact(seen),
                AgreementsApi.party(said),
                assertion(said),
                call.reason(),
                call.id()));
    return ApiAnswer.ok(resources.whole(call.caller().tenant(), key));
  }

  /** The assertion as a browser writes it: {@code AuthenticationResponseJSON}. */
  private static String assertion(Values said) {
    if (!(said.get("assertion") instanceof Values assertion)) {
      throw new IllegalStateException("the shape requires an assertion");
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", assertion.required("id"))
        .put("rawId", assertion.required("id"))
        .put("type", "public-key");
    ObjectNode response = json.putObject("response");
    for (String member : AgreementShapes.ASSERTED) {
      response.put(member, assertion.required(member));
    }
    String user = assertion.text("userHandle");
    if (user != null) {
      response.put("userHandle", user);
    }
    json.putObject("clientExtensionResults");
    return json.toString();
  }
}
