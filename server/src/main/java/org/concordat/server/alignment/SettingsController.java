package org.concordat.server.alignment;

import static org.concordat.server.alignment.Forms.orNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Rescaling;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.formats.content.ShippedContent;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.web.Answer;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.concordat.server.workspace.Wish.Reckoning;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of an organisation. What moves every priority is shown before it is done. */
@Controller
class SettingsController {
  private static final String PATH = "/settings";
  private static final Pattern CELL = Pattern.compile(".*matrix\\[(\\d+)]\\[(\\d+)]");

  private final Models models;
  private final Saving saving;

  SettingsController(Models models, Saving saving) {
    this.models = models;
    this.saving = saving;
  }

  @GetMapping(PATH)
  @Needs(Permission.READ_MODEL)
  SettingsPage show(Caller caller) {
    return models.of(caller.tenant()).read(model -> page(caller, model));
  }

  private static SettingsPage page(Caller caller, Snapshot model) {
    Map<String, Integer> uses = new HashMap<>();
    for (PropertyDefinition property : model.properties()) {
      AssetQuery query = AssetQuery.ALL.withProperty(property.id()).withRows(0, 1);
      uses.put(property.id(), model.assets(query).total());
    }
    return new SettingsPage(
        model.organisation(),
        EntryTag.of(model.organisation()),
        ShippedContent.factors().stream()
            .flatMap(factor -> factor.industries().stream())
            .distinct()
            .sorted()
            .toList(),
        ReckoningForm.of(Reckoning.of(model)),
        EntryTag.of(Reckoning.of(model)),
        model.properties(),
        uses,
        caller.may(Permission.EDIT_MODEL));
  }

  @PostMapping("/settings/organisation")
  @Needs(Permission.EDIT_MODEL)
  Answer organisation(
      Caller caller,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String industry,
      @RequestParam String tag,
      HttpServletRequest request) {
    String id = models.of(caller.tenant()).read(model -> model.organisation().id());
    return Forms.checked(
        name,
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    new Wish.OfOrganisation(
                        new Organisation(id, name.strip(), orNull(industry)), tag)),
                PATH,
                "alignment.saved"));
  }

  /** Shows what would move. */
  @PostMapping("/settings/reckoning")
  @Needs(Permission.EDIT_MODEL)
  Answer preview(Caller caller, @RequestParam String tag, HttpServletRequest request) {
    Workspace now = models.of(caller.tenant()).read(Snapshot::workspace);
    int levels = now.scale().size();
    ReckoningForm form = ReckoningForm.of(request.getParameterMap(), levels);
    List<String> problems = new ArrayList<>();
    Map<String, String> cells = new LinkedHashMap<>();
    int changes = 0;
    @Nullable Comparison moved = null;
    try {
      RescaledReckoning wish = RescaledReckoning.of(form, levels, tag);
      List<WorkspaceChange> all = models.of(caller.tenant()).read(wish::changes);
      Foresight foresight = Foresight.of(now, all);
      foresight.findings().forEach(finding -> tell(finding, problems, cells));
      changes = all.size();
      moved = foresight.comparison().orElse(null);
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return new ReckoningPage(
        now.scale().names(),
        Rescaling.uses(now),
        form,
        fields(request),
        tag,
        problems,
        cells,
        changes,
        moved);
  }

  private static void tell(Finding finding, List<String> problems, Map<String, String> cells) {
    problems.add(finding.message());
    String key = finding.place().key();
    Matcher cell = CELL.matcher(key == null ? "" : key);
    if (cell.matches()) {
      cells.put(
          (Integer.parseInt(cell.group(1)) + 1) + "." + (Integer.parseInt(cell.group(2)) + 1),
          finding.message());
    }
  }

  private static Map<String, List<String>> fields(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("_csrf") && !name.equals("tag")) {
                fields.put(name, List.of(values));
              }
            });
    return fields;
  }

  @PostMapping("/settings/reckoning/do")
  @Needs(Permission.EDIT_MODEL)
  Answer reckoning(Caller caller, @RequestParam String tag, HttpServletRequest request) {
    int levels = models.of(caller.tenant()).read(model -> model.scale().size());
    ReckoningForm form = ReckoningForm.of(request.getParameterMap(), levels);
    return Forms.checked(
        "reckoning",
        () ->
            saving.save(
                caller,
                request,
                List.of(RescaledReckoning.of(form, levels, tag)),
                PATH,
                "alignment.saved"));
  }

  @PostMapping("/settings/properties")
  @Needs(Permission.EDIT_MODEL)
  Answer addProperty(
      Caller caller,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String description,
      HttpServletRequest request) {
    String id =
        models
            .of(caller.tenant())
            .read(
                model ->
                    NewId.of("", name, i -> PrioritiesController.properties(model).contains(i)));
    return saveProperty(caller, id, name, description, EntryTag.NOTHING, request);
  }

  @PostMapping("/settings/properties/{id}")
  @Needs(Permission.EDIT_MODEL)
  Answer saveProperty(
      Caller caller,
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String description,
      @RequestParam String tag,
      HttpServletRequest request) {
    return Forms.checked(
        name,
        () ->
            saving.save(
                caller,
                request,
                List.of(
                    new Wish.OfProperty(
                        id, new PropertyDefinition(id, name.strip(), orNull(description)), tag)),
                PATH,
                "alignment.saved"));
  }

  @PostMapping("/settings/properties/{id}/remove")
  @Needs(Permission.EDIT_MODEL)
  Answer removeProperty(
      Caller caller,
      @PathVariable String id,
      @RequestParam String tag,
      HttpServletRequest request) {
    return saving.save(
        caller, request, List.of(new Wish.OfProperty(id, null, tag)), PATH, "alignment.removed");
  }
}
