package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.alignment.Identifier;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.documents.PdfDocuments;
import org.concordat.formats.openslo.OpenSloProjection;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.agreements.Signatures;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
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
  private final AgreementViews views;
  private final ServiceOffers offers;
  private final Models models;
  private final SurroundingsFactory surroundings;

  DownloadsController(
      Agreements agreements,
      Signatures signatures,
      AgreementViews views,
      ServiceOffers offers,
      Models models,
      SurroundingsFactory surroundings) {
    this.agreements = agreements;
    this.signatures = signatures;
    this.views = views;
    this.offers = offers;
    this.models = models;
    this.surroundings = surroundings;
  }

  private ResponseEntity<byte[]> file(
      Caller caller,
      String id,
      int since,
      String ending,
      String type,
      BiFunction<AgreementKey, AgreementState, byte[]> content) {
    Optional<AgreementKey> key =
        Optional.of(id).filter(Identifier::isValid).map(valid -> new AgreementKey(valid, since));
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

  /** The agreement as a document for people, in the organisation's colour. */
  @GetMapping("/agreements/{id}/{since}/document.pdf")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> pdf(
      Caller caller, @PathVariable String id, @PathVariable int since, HttpServletRequest request) {
    Surroundings here = surroundings.of(request);
    return file(
        caller,
        id,
        since,
        ".pdf",
        "application/pdf",
        (key, state) -> {
          AgreementPage page = views.page(caller, key).orElseThrow();
          Letterhead usual =
              Letterheads.of(
                  here, models.of(caller.tenant()).read(model -> model.organisation().name()));
          return PdfDocuments.write(
              offers.coloured(caller.tenant(), usual),
              state.dossier().current().title(),
              AgreementDocument.of(here, page));
        });
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
