package org.concordat.server.agreements.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.alignment.live.Page;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Drafts;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.agreements.MoveJson;
import org.concordat.server.agreements.MoveResult;
import org.concordat.server.agreements.Moves;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.ApiFailure;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Agreements and what is done to them. */
@Controller
@RequestMapping(path = Call.ROOT + "/agreements", produces = Media.JSON)
final class AgreementsApi {
  private final Agreements agreements;
  private final Drafts drafts;
  private final Moves moves;

  AgreementsApi(Agreements agreements, Drafts drafts, Moves moves) {
    this.agreements = agreements;
    this.drafts = drafts;
    this.moves = moves;
  }

  @GetMapping
  @Needs(Permission.READ_AGREEMENTS)
  @Described(value = "Lists agreements", answer = "AgreementRowList")
  ApiAnswer list(Call call, Paging paging) {
    return paging.answer(
        paging.part(agreements.all(call.caller().tenant()), each -> each.key().path()),
        AgreementsApi::row);
  }

  private static ObjectNode row(ListedAgreement each) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", each.key().id())
        .put("since", each.key().since())
        .put("unit", each.unit())
        .put("title", each.title())
        .put("state", Words.of(each.state()))
        .put("version", each.version())
        .put("moves", each.moves())
        .put("from", each.from().toString())
        .put("until", each.until().toString())
        .put("reviewOn", each.reviewOn().toString());
  }

  /** The key in an address, or 404. */
  static AgreementKey key(String id, int since) {
    try {
      return new AgreementKey(id, since);
    } catch (IllegalArgumentException _) {
      throw Parameters.notFound();
    }
  }

  @GetMapping("/{id}/{since}")
  @Needs(Permission.READ_AGREEMENTS)
  @Described(value = "Reads an agreement with its document", answer = "AgreementRow")
  ApiAnswer get(Call call, @PathVariable String id, @PathVariable int since) {
    return ApiAnswer.ok(whole(call.caller().tenant(), key(id, since)));
  }

  /** An agreement with its document, or 404. */
  ObjectNode whole(UUID tenant, AgreementKey key) {
    AgreementState state = agreements.find(tenant, key).orElseThrow(Parameters::notFound);
    ObjectNode json = row(ListedAgreement.of(key, state));
    json.set("document", MoveJson.document(state.dossier().current()));
    return json;
  }

  @PostMapping(consumes = Media.JSON)
  @Needs(Permission.AGREE_SUPPLY)
  @Described(
      value = "Drafts the agreement of a unit from its priorities and the services that there are",
      body = "AgreementDraft",
      answer = "AgreementRow",
      statuses = 201,
      problems = 409)
  ApiAnswer draft(Call call) {
    Values said = AgreementShapes.DRAFT.read(call.json());
    LocalDate from = said.day("from");
    Drafts.Result result =
        drafts.draft(
            call.caller(),
            new Drafts.Wish(said.required("unit"), said.text("title"), from, said.day("until")),
            call.reason(),
            call.id());
    return switch (result) {
      case Drafts.Result.Done(var made) -> {
        AgreementKey key = made(made);
        yield ApiAnswer.created(Call.ROOT + key.path(), whole(call.caller().tenant(), key));
      }
      case Drafts.Result.NoUnit _ ->
          throw Problem.of(
                  Problem.Kind.INVALID,
                  "There is no such unit",
                  List.of(new Errors.InBody("/unit", "must be the id of a unit")))
              .failure();
      case Drafts.Result.NoServices _ ->
          throw Problem.of(
                  Problem.Kind.CONFLICT, "No services are offered yet; say first which there are")
              .failure();
    };
  }

  /** The agreement that a move was made of, or the problem that stood in its way. */
  static AgreementKey made(MoveResult result) {
    return switch (result) {
      case MoveResult.Made(var key, var _, var _) -> key;
      case MoveResult.Refused(var why) ->
          throw Problem.of(Problem.Kind.INVALID, why.problem() + "; " + why.remedy()).failure();
      case MoveResult.Stale(var present) ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "There are "
                      + present.dossier().moves().size()
                      + " moves by now; look at them and decide again")
              .failure();
      case MoveResult.Forbidden _ ->
          throw Problem.of(
                  Problem.Kind.FORBIDDEN,
                  "Your roles, or the token's permissions, do not let you act for this party")
              .failure();
      case MoveResult.NotThere _ -> throw Parameters.notFound();
      case MoveResult.NotSigned(var document) ->
          throw Problem.of(
                  Problem.Kind.INVALID,
                  "The assertion does not sign version "
                      + document.version()
                      + ", whose SHA-256 is "
                      + AgreementJson.digestText(document)
                      + ", with a passkey of yours; ask for the challenge again and sign that",
                  List.of(
                      new Errors.InBody(
                          "/assertion", "must answer the challenge of the document on the table")))
              .failure();
    };
  }

  @GetMapping("/{id}/{since}/moves")
  @Needs(Permission.READ_AGREEMENTS)
  @Described(value = "Lists what was done to an agreement", answer = "AgreementMoveDoneList")
  ApiAnswer listMoves(Call call, Paging paging, @PathVariable String id, @PathVariable int since) {
    List<Move> done =
        agreements
            .find(call.caller().tenant(), key(id, since))
            .orElseThrow(Parameters::notFound)
            .dossier()
            .moves();
    return paging.answer(
        paging.part(
            (offset, most) ->
                new Page<>(
                    IntStream.range(
                            Math.min(offset, done.size()), Math.min(offset + most, done.size()))
                        .mapToObj(number -> new Numbered(number, done.get(number)))
                        .toList(),
                    done.size(),
                    offset),
            each -> String.valueOf(each.number)),
        each -> MoveJson.of(each.move));
  }

  /** Moves are told apart by their places: nothing is ever put between them. */
  private record Numbered(int number, Move move) {}

  /** Who may do what is decided by the party and by the rules of negotiating. */
  @PostMapping(path = "/{id}/{since}/moves", consumes = Media.JSON)
  @Needs(Permission.NEGOTIATE)
  @Described(
      value = "Does something to an agreement; signing has an operation of its own",
      body = "AgreementMove",
      answer = "AgreementRow",
      problems = 409)
  ApiAnswer move(Call call, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = key(id, since);
    Values said = AgreementShapes.MOVE.read(call.json());
    MoveKind kind = Words.find(MoveKind.class, said.required("kind")).orElseThrow();
    Party party = party(said);
    Long seen = said.whole("seen");
    BiFunction<Actor, AgreementState, Move> make = make(call, key, kind, said);
    try {
      AgreementKey made =
          made(
              agreements.make(
                  call.caller(),
                  new Agreements.Wish(key, seen == null ? 0 : Math.toIntExact(seen), party, make),
                  call.reason(),
                  call.id()));
      return ApiAnswer.ok(whole(call.caller().tenant(), made));
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException wrong) {
      throw Problem.of(Problem.Kind.INVALID, String.valueOf(wrong.getMessage())).failure();
    }
  }

  /** For whom something is done. */
  static Party party(Values said) {
    return Party.parse(said.required("party"))
        .orElseThrow(() -> inBody("/party", "must be demand, supply, management, or unit:ID"));
  }

  private static ApiFailure inBody(String pointer, String detail) {
    return Problem.of(
            Problem.Kind.INVALID,
            "Something in the body is wrong",
            List.of(new Errors.InBody(pointer, detail)))
        .failure();
  }

  private BiFunction<Actor, AgreementState, Move> make(
      Call call, AgreementKey key, MoveKind kind, Values said) {
    if (said.has("document")) {
      Agreement document = document(said.required("document"));
      return switch (kind) {
        case PROPOSE -> (by, _) -> new Move.Propose(by, document);
        case COUNTER -> (by, _) -> new Move.Counter(by, document, said.text("comment"));
        case CARRY_OUT -> (by, _) -> new Move.CarryOut(by, document);
        default -> throw inBody("/document", "belongs to propose, counter and carry-out");
      };
    }
    return moves
        .of(call.caller().tenant(), key, kind, fields(said))
        .orElseThrow(
            () ->
                inBody(
                    "/kind",
                    kind == MoveKind.SIGN
                        ? "is done with a passkey, by POST to signatures"
                        : "needs a document, or is not done by itself"));
  }

  private static Agreement document(String text) {
    try {
      return AgreementFiles.read("document", text).agreement();
    } catch (InvalidInput e) {
      throw Problem.of(
              Problem.Kind.INVALID,
              "The document breaks rules",
              e.findings().stream()
                  .<Errors.Entry>map(
                      (Finding finding) -> new Errors.InBody("/document", finding.message()))
                  .toList())
          .failure();
    }
  }

  private static Map<String, String> fields(Values said) {
    Map<String, String> fields = new HashMap<>();
    for (String name : said.names()) {
      Object value = said.get(name);
      if (name.equals("raise") && value instanceof Map<?, ?> levels) {
        levels.forEach((line, level) -> fields.put("raise." + line, String.valueOf(level)));
      } else {
        fields.put(name, String.valueOf(value));
      }
    }
    return fields;
  }
}
