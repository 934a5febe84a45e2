package org.concordat.server.agreements.pages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.openslo.OpenSloProjection;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Signatures;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Agreements as files. */
@Controller
class DownloadsController {
  private final Agreements agreements;
  private final Signatures signatures;

  DownloadsController(Agreements agreements, Signatures signatures) {
    this.agreements = agreements;
    this.signatures = signatures;
  }

  private ResponseEntity<byte[]> file(
      Caller caller,
      String id,
      int since,
      String ending,
      String type,
      BiFunction<AgreementKey, AgreementState, byte[]> content) {
    Optional<AgreementKey> key =
        Optional.of(id)
            .filter(org.concordat.core.alignment.Identifier::isValid)
            .map(valid -> new AgreementKey(valid, since));
    return key.flatMap(
            found ->
                agreements
                    .find(caller.tenant(), found)
                    .map(
                        state ->
                            ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(type))
                                .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.attachment()
                                        .filename(name(found, state) + ending)
                                        .build()
                                        .toString())
                                .body(content.apply(found, state))))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static String name(AgreementKey key, AgreementState state) {
    return key.id() + "-v" + state.dossier().current().version();
  }

  /** The canonical document, which is what both sides sign. */
  @GetMapping("/agreements/{id}/{since}/document.json")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> document(Caller caller, @PathVariable String id, @PathVariable int since) {
    return file(
        caller,
        id,
        since,
        ".json",
        "application/json",
        (_, state) -> AgreementJson.canonical(state.dossier().current()));
  }

  /** The document with its signatures; {@code concordat agreement verify} checks it offline. */
  @GetMapping("/agreements/{id}/{since}/signed.json")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> signed(Caller caller, @PathVariable String id, @PathVariable int since) {
    return file(
        caller,
        id,
        since,
        "-signed.json",
        "application/json",
        (key, state) -> signatures.file(caller.tenant(), key, state.dossier().current()).toFile());
  }

  /** The targets that OpenSLO can express. */
  @GetMapping("/agreements/{id}/{since}/openslo.yaml")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> openSlo(Caller caller, @PathVariable String id, @PathVariable int since) {
    return file(
        caller,
        id,
        since,
        "-openslo.yaml",
        "application/yaml;charset=UTF-8",
        (_, state) ->
            OpenSloProjection.of(state.dossier().current())
                .toYaml()
                .getBytes(StandardCharsets.UTF_8));
  }
}
