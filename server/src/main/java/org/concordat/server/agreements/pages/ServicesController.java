package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.agreements.ServiceOffers.Services;
import org.concordat.server.agreements.ServiceOffers.Terms;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of security services: levels, prices and what each promises. */
@Controller
class ServicesController {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private final ServiceOffers offers;
  private final Models models;

  ServicesController(ServiceOffers offers, Models models) {
    this.offers = offers;
    this.models = models;
  }

  @GetMapping("/services")
  @Needs(Permission.READ_AGREEMENTS)
  ServicesPage show(Caller caller) {
    ImpactScale scale = scale(caller);
    Optional<Terms> terms = offers.of(caller.tenant());
    Terms shown = terms.orElseGet(() -> new Terms(ServiceController.SUPPLIER, null, ""));
    return new ServicesPage(
        shown,
        terms.isEmpty() ? ServiceOffers.NONE : ServiceOffers.read(shown.text(), scale).catalogue(),
        starter(scale),
        terms.isEmpty(),
        caller.may(Permission.AGREE_SUPPLY),
        scale);
  }

  /** The services as one text, for whoever likes that better, or keeps remarks in it. */
  @GetMapping("/services/text")
  @Needs(Permission.AGREE_SUPPLY)
  ServicesTextPage write(Caller caller) {
    ImpactScale scale = scale(caller);
    Optional<Terms> terms = offers.of(caller.tenant());
    Terms shown =
        terms.orElseGet(() -> new Terms(ServiceController.SUPPLIER, null, starter(scale)));
    return new ServicesTextPage(
        shown,
        sentences(ServiceOffers.read(shown.text(), scale).findings()),
        terms.map(Terms::tag).orElse(EntryTag.NOTHING));
  }

  private ImpactScale scale(Caller caller) {
    return models.of(caller.tenant()).read(Snapshot::scale);
  }

  /** An example in the organisation's own levels: the lowest, the middle and the highest one. */
  private static String starter(ImpactScale scale) {
    try (InputStream in =
        ServicesController.class.getResourceAsStream("/agreements/services.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the example of services is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("LOWEST", scale.name(Level.of(1)))
          .replace("MIDDLE", scale.name(Level.of((scale.size() + 1) / 2)))
          .replace("HIGHEST", scale.name(Level.of(scale.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  @PostMapping("/services/text")
  @Needs(Permission.AGREE_SUPPLY)
  Answer save(
      Caller caller,
      @RequestParam(defaultValue = "") String supplier,
      @RequestParam(defaultValue = "") String colour,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String tag,
      HttpServletRequest request) {
    ImpactScale scale = scale(caller);
    String name = supplier.strip();
    String lower = colour.strip().toLowerCase(java.util.Locale.ROOT);
    Terms wanted =
        new Terms(name, COLOUR.matcher(lower).matches() ? lower : null, text.replace("\r\n", "\n"));
    List<String> problems = new ArrayList<>();
    if (name.isEmpty() || name.length() > org.concordat.core.agreements.Texts.LINE) {
      problems.add("the supply side needs a name of at most 300 characters");
    }
    if (text.length() > ServiceOffers.LONGEST) {
      problems.add("the text has at most " + ServiceOffers.LONGEST + " characters");
    }
    Services services = ServiceOffers.read(wanted.text(), scale);
    problems.addAll(sentences(services.findings()));
    if (!problems.isEmpty()) {
      return new ServicesTextPage(wanted, problems, tag);
    }
    boolean done =
        offers.save(
            caller.tenant(),
            caller.attribution(
                SurroundingsFactory.requestId(request), request.getParameter("reason")),
            wanted,
            tag);
    return done
        ? Redirect.to("/services").saying("agreements.services.saved")
        : new RefusedPage(409, "stale", "/services/text");
  }

  @GetMapping("/services.yaml")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<String> file(Caller caller) {
    return offers
        .of(caller.tenant())
        .map(
            terms ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.yaml\"")
                    .body(terms.text()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
