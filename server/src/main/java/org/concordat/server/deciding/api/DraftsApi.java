package org.concordat.server.deciding.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import org.concordat.core.findings.Finding;
import org.concordat.formats.yaml.Words;
import org.concordat.server.deciding.Draft;
import org.concordat.server.deciding.Draft.State;
import org.concordat.server.deciding.DraftOutcome;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would be if: drafts, from the first change to what somebody else decided. */
@Controller
@RequestMapping(path = Call.ROOT + "/drafts", produces = Media.JSON)
final class DraftsApi {
  private final Drafts drafts;

  DraftsApi(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists the drafts that you may open, newest first", answer = "DraftList")
  ApiAnswer list(Call call, Paging paging) {
    return paging.answer(
        paging.part(drafts.all(call.caller()), draft -> draft.id().toString()), DraftNodes::draft);
  }

  @PostMapping(consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(value = "Begins a draft", body = "NewDraft", answer = "Draft", statuses = 201)
  ApiAnswer begin(Call call) {
    Values said = DraftShapes.NEW_DRAFT.read(call.json());
    UUID id = drafts.begin(call.caller(), call.id(), said.required("name"), said.text("about"));
    return ApiAnswer.created(Call.ROOT + "/drafts/" + id, DraftNodes.whole(tried(call, id)));
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a draft: what it changes, and what that moves", answer = "Draft")
  ApiAnswer show(Call call, @PathVariable UUID id) {
    return ApiAnswer.ok(DraftNodes.whole(tried(call, id)));
  }

  private Drafts.Tried tried(Call call, UUID id) {
    Draft draft = drafts.find(call.caller(), id).orElseThrow(Parameters::notFound);
    return drafts.tried(call.caller(), draft);
  }

  @PostMapping(path = "/{id}/changes", consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Tries one more thing out in a draft",
      body = "DraftEdit",
      answer = "Draft",
      problems = 409)
  ApiAnswer change(Call call, @PathVariable UUID id) {
    Values said = DraftShapes.EDIT.read(call.json());
    return edited(call, id, said, Map.of("", said));
  }

  @PostMapping(path = "/{id}/edits", consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Tries several things out in a draft, all of them or none",
      body = "DraftEdits",
      answer = "Draft",
      problems = 409)
  ApiAnswer edit(Call call, @PathVariable UUID id) {
    Values said = DraftShapes.EDITS.read(call.json());
    Map<String, Values> edits = new LinkedHashMap<>();
    for (Values edit : said.objects("edits")) {
      edits.put(Errors.pointer("/edits", edits.size()), edit);
    }
    return edited(call, id, said, edits);
  }

  /**
   * Tries things out.
   *
   * @param edits by the pointer to where each stands in the body
   */
  private ApiAnswer edited(Call call, UUID id, Values said, Map<String, Values> edits) {
    DraftOutcome outcome =
        drafts.edit(
            call.caller(),
            call.id(),
            id,
            revision(said),
            (trial, today) -> {
              Errors errors = new Errors();
              edits.forEach(
                  (pointer, edit) ->
                      TriedEdits.add(trial, edit, pointer, call.caller().name(), today, errors));
              if (!errors.isEmpty()) {
                throw Problem.of(Problem.Kind.INVALID, "That cannot be tried out", errors.list())
                    .failure();
              }
              return new Verdict.Sound();
            });
    return told(call, id, outcome);
  }

  @DeleteMapping("/{id}/changes/{place}")
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Takes a change out of a draft, and with it those that cannot be without it",
      answer = "Draft",
      problems = 409)
  ApiAnswer without(
      Call call, @PathVariable UUID id, @PathVariable int place, @RequestParam int revision) {
    return told(call, id, drafts.without(call.caller(), call.id(), id, revision, place));
  }

  @GetMapping("/{id}/comparison")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Sets a draft beside another one", answer = "DraftComparison", problems = 409)
  ApiAnswer compare(Call call, @PathVariable UUID id, @RequestParam UUID with) {
    return ApiAnswer.ok(
        tried(call, id)
            .beside(tried(call, with))
            .map(DraftNodes::comparison)
            .orElseThrow(
                () -> conflict("One of the two does not fit the model as it is, or is closed")));
  }

  private static int revision(Values said) {
    return Math.toIntExact(Objects.requireNonNullElse(said.whole("revision"), 0L));
  }

  @PostMapping(path = "/{id}/settlements", consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Settles a conflict of a draft with later changes",
      body = "DraftSettlement",
      answer = "Draft",
      problems = 409)
  ApiAnswer settle(Call call, @PathVariable UUID id) {
    Values said = DraftShapes.SETTLEMENT.read(call.json());
    int place = Math.toIntExact(Objects.requireNonNullElse(said.whole("place"), 0L));
    Settlement settlement =
        Words.find(Settlement.class, said.required("settlement")).orElse(Settlement.THEIRS);
    return told(
        call, id, drafts.settle(call.caller(), call.id(), id, revision(said), place, settlement));
  }

  @PutMapping(path = "/{id}/shared", consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Opens a draft to others who read the model, or closes it",
      body = "DraftSharing",
      answer = "Draft",
      problems = 409)
  ApiAnswer share(Call call, @PathVariable UUID id) {
    Values said = DraftShapes.SHARING.read(call.json());
    boolean shared = Objects.requireNonNullElse(said.flag("shared"), false);
    return told(call, id, drafts.share(call.caller(), call.id(), id, revision(said), shared));
  }

  /** Deciding needs more than drafting; how far the rights go, the policy of changes says. */
  @PutMapping(path = "/{id}/state", consumes = Media.JSON)
  @Needs(Permission.DRAFT_CHANGES)
  @Described(
      value = "Proposes a draft, takes it back, drops it, or decides on somebody else's",
      body = "DraftStep",
      answer = "Draft",
      problems = 409)
  ApiAnswer step(Call call, @PathVariable UUID id) {
    Values said = DraftShapes.STATE.read(call.json());
    Caller caller = call.caller();
    int revision = revision(said);
    String words = said.text("words");
    State state = Words.find(State.class, said.required("state")).orElse(State.OPEN);
    if ((state == State.APPLIED || state == State.REFUSED) && !caller.may(Permission.EDIT_ASSETS)) {
      throw Problem.of(Problem.Kind.FORBIDDEN, "Your roles do not go so far").failure();
    }
    return told(
        call,
        id,
        switch (state) {
          case OPEN -> drafts.withdraw(caller, call.id(), id, revision);
          case PROPOSED -> drafts.propose(caller, call.id(), id, revision, words);
          case APPLIED -> drafts.approve(caller, call.id(), id, revision, words);
          case REFUSED -> drafts.refuse(caller, call.id(), id, revision, words);
          case DROPPED -> drafts.drop(caller, call.id(), id, revision);
        });
  }

  private ApiAnswer told(Call call, UUID id, DraftOutcome outcome) {
    return switch (outcome) {
      case DraftOutcome.Done _ -> ApiAnswer.ok(DraftNodes.whole(tried(call, id)));
      case DraftOutcome.Missing _ -> throw Parameters.notFound();
      case DraftOutcome.Outdated _ -> throw conflict("The draft is not as you saw it");
      case DraftOutcome.NotNow(var why) ->
          throw conflict(
              switch (why) {
                case NOT_YOURS -> "Only its maker can do that";
                case NOT_OPEN -> "The draft is not open";
                case NOT_PROPOSED -> "Nobody proposes it at present";
                case OWN_PROPOSAL -> "Whoever proposes does not decide";
                case EMPTY -> "It has no changes";
              });
      case DraftOutcome.Wrong(var message) ->
          throw Problem.of(
                  Problem.Kind.INVALID,
                  "That cannot be tried out",
                  List.of(new Errors.InBody("", message)))
              .failure();
      case DraftOutcome.Unsound(var findings) ->
          throw Problem.of(
                  Problem.Kind.INVALID,
                  "The model would break rules",
                  findings.stream()
                      .map(Finding::problem)
                      .distinct()
                      .limit(Errors.TOLD)
                      .<Errors.Entry>map(problem -> new Errors.InBody("", problem))
                      .toList())
              .failure();
      case DraftOutcome.Stale _ ->
          throw conflict("The model is no longer as the draft says it was");
      case DraftOutcome.Refused _ ->
          throw Problem.of(Problem.Kind.FORBIDDEN, "Your roles do not go so far").failure();
    };
  }

  private static RuntimeException conflict(String detail) {
    return Problem.of(Problem.Kind.CONFLICT, detail).failure();
  }
}
