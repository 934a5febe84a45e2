package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.agreements.CatalogueText;
import org.concordat.server.agreements.ServiceEdit;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.agreements.ServiceOffers.Terms;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Services one by one, and what holds for all of them, in forms. */
@Controller
class ServiceController {
  private static final String ALL = "/services";
  private static final String ONE = "/services/service/{id}";
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /** What the supply side is called until somebody says it. */
  static final String SUPPLIER = "IT";

  private final ServiceOffers offers;
  private final Models models;

  ServiceController(ServiceOffers offers, Models models) {
    this.offers = offers;
    this.models = models;
  }

  /**
   * What is offered now.
   *
   * @param catalogue null while the text that is kept cannot be read
   */
  private record Now(
      Terms terms,
      @Nullable ServiceCatalogue catalogue,
      ImpactScale scale,
      List<String> properties) {}

  private Now now(Caller caller) {
    record Model(ImpactScale scale, List<String> properties) {}
    Model model =
        models
            .of(caller.tenant())
            .read(snapshot -> new Model(snapshot.scale(), properties(snapshot)));
    Optional<Terms> terms = offers.of(caller.tenant());
    return new Now(
        terms.orElse(new Terms(SUPPLIER, null, "")),
        terms.isEmpty()
            ? ServiceOffers.NONE
            : ServiceOffers.read(terms.get().text(), model.scale).catalogue(),
        model.scale,
        model.properties);
  }

  private static List<String> properties(Snapshot snapshot) {
    Set<String> all = new LinkedHashSet<>(SecurityProperty.CLASSIC);
    all.addAll(SecurityProperty.KNOWN);
    snapshot.properties().forEach(each -> all.add(each.id()));
    return List.copyOf(all);
  }

  private static ServicePage page(
      Now now, String id, ServiceForm form, FormProblems problems, String tag) {
    Map<Integer, String> levels = new TreeMap<>();
    for (int number = 1; number <= now.scale.size(); number++) {
      levels.put(number, now.scale.name(Level.of(number)));
    }
    Set<String> properties = new LinkedHashSet<>(now.properties);
    properties.addAll(form.properties());
    return new ServicePage(
        id,
        form,
        problems,
        tag,
        null,
        false,
        List.copyOf(properties),
        now.scale,
        levels,
        now.catalogue == null ? ServiceOffers.NONE.currency() : now.catalogue.currency(),
        CatalogueText.hasRemarksInside(now.terms.text()));
  }

  /** A text that cannot be read has to be mended as a text. */
  private static Answer mendTheText() {
    return Redirect.to("/services/text");
  }

  @GetMapping("/services/new")
  @Needs(Permission.AGREE_SUPPLY)
  Answer writeNew(Caller caller) {
    Now now = now(caller);
    return now.catalogue == null
        ? mendTheText()
        : page(now, "", ServiceForm.empty(), new FormProblems(), EntryTag.NOTHING);
  }

  @GetMapping(ONE)
  @Needs(Permission.AGREE_SUPPLY)
  Answer write(Caller caller, @PathVariable String id) {
    Now now = now(caller);
    if (now.catalogue == null) {
      return mendTheText();
    }
    return now.catalogue
        .service(id)
        .<Answer>map(
            service ->
                page(
                    now, id, ServiceForm.of(service), new FormProblems(), ServiceEdit.tag(service)))
        .orElseGet(MoveTeller::notFound);
  }

  @PostMapping("/services/new")
  @Needs(Permission.AGREE_SUPPLY)
  Answer add(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    return save(caller, "", new Fields(sent), request);
  }

  /** Saves a service; or only adds or takes away a level, a target or a tier in the form. */
  @PostMapping(ONE)
  @Needs(Permission.AGREE_SUPPLY)
  Answer change(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request) {
    return save(caller, id, new Fields(sent), request);
  }

  private Answer save(Caller caller, String id, Fields fields, HttpServletRequest request) {
    Now now = now(caller);
    if (now.catalogue == null) {
      return mendTheText();
    }
    ServiceForm form = ServiceForm.of(fields);
    String tag = id.isEmpty() ? EntryTag.NOTHING : fields.text("tag");
    FormProblems problems = new FormProblems();
    if (fields.has("do")) {
      return page(now, id, form.after(fields.text("do"), now.scale), problems, tag);
    }
    Set<String> taken = new HashSet<>();
    now.catalogue.services().forEach(each -> taken.add(each.id()));
    taken.remove(id);
    SecurityService wanted =
        ServiceReading.of(fields, id, taken, now.scale, now.catalogue.currency(), problems);
    if (wanted == null) {
      return page(now, id, form, problems, tag);
    }
    return told(
        edit(caller, now, new ServiceEdit.OfService(wanted.id(), wanted, tag), request),
        "agreements.services.saved",
        stale ->
            page(now, id, form, problems, tag)
                .against(stale.catalogue().service(wanted.id()).orElse(null)));
  }

  private ServiceOffers.Edited edit(
      Caller caller, Now now, ServiceEdit edit, HttpServletRequest request) {
    return offers.edit(
        caller.tenant(),
        caller.attribution(SurroundingsFactory.requestId(request), request.getParameter("reason")),
        edit,
        now.scale,
        SUPPLIER);
  }

  /** Makes the page of a conflict. */
  private interface Conflict {
    Answer with(ServiceOffers.Edited.Stale stale);
  }

  private static Answer told(ServiceOffers.Edited edited, String done, Conflict conflict) {
    return switch (edited) {
      case ServiceOffers.Edited.Done _ -> Redirect.to(ALL).saying(done);
      case ServiceOffers.Edited.Stale stale -> conflict.with(stale);
      case ServiceOffers.Edited.Unreadable _ -> mendTheText();
    };
  }

  @PostMapping(ONE + "/remove")
  @Needs(Permission.AGREE_SUPPLY)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String tag,
      HttpServletRequest request) {
    return told(
        edit(caller, now(caller), new ServiceEdit.OfService(id, null, tag), request),
        "agreements.services.removed",
        _ -> new RefusedPage(409, "stale", ALL));
  }

  @PostMapping(ONE + "/place")
  @Needs(Permission.AGREE_SUPPLY)
  Answer move(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String way,
      HttpServletRequest request) {
    return told(
        edit(caller, now(caller), new ServiceEdit.Move(id, way.equals("up")), request),
        "agreements.services.moved",
        _ -> new RefusedPage(409, "stale", ALL));
  }

  @GetMapping("/services/terms")
  @Needs(Permission.AGREE_SUPPLY)
  Answer writeTerms(Caller caller) {
    Now now = now(caller);
    if (now.catalogue == null) {
      return mendTheText();
    }
    ServiceEdit.Frame frame = ServiceEdit.Frame.of(now.terms, now.catalogue);
    return new ServiceTermsPage(
        ServiceTermsPage.Form.of(frame), new FormProblems(), EntryTag.of(frame), null);
  }

  @PostMapping("/services/terms")
  @Needs(Permission.AGREE_SUPPLY)
  Answer saveTerms(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Now now = now(caller);
    if (now.catalogue == null) {
      return mendTheText();
    }
    Fields fields = new Fields(sent);
    ServiceTermsPage.Form form = ServiceTermsPage.Form.of(fields);
    FormProblems problems = new FormProblems();
    ServiceEdit.Frame wanted = frame(fields, now.catalogue, problems);
    if (!problems.isEmpty()) {
      return new ServiceTermsPage(form, problems, fields.text("tag"), null);
    }
    return told(
        edit(caller, now, new ServiceEdit.OfFrame(wanted, fields.text("tag")), request),
        "agreements.services.saved",
        stale -> new ServiceTermsPage(form, problems, EntryTag.of(stale.frame()), stale.frame()));
  }

  private static ServiceEdit.Frame frame(
      Fields fields, ServiceCatalogue before, FormProblems problems) {
    FieldReader read = new FieldReader(fields, problems);
    String colour = fields.text("colour").toLowerCase(java.util.Locale.ROOT);
    if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
      problems.add("colour", "colour");
    }
    String currency = fields.text("currency").toUpperCase(java.util.Locale.ROOT);
    if (!CURRENCY.matcher(currency).matches()) {
      problems.add("currency", "currency");
    }
    TextLines lines = new TextLines(read, problems);
    return new ServiceEdit.Frame(
        read.line("supplier"),
        colour.isEmpty() ? null : colour,
        currency,
        new ArrayList<>(lines.obligations(before.obligations())),
        lines.exclusions(before.exclusions()));
  }
}
