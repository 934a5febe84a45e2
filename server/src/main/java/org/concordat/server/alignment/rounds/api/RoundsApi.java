package org.concordat.server.alignment.rounds.api;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.formats.rounds.AgreementRows;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.yaml.Words;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.AgreedValues;
import org.concordat.server.alignment.rounds.Refusal;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.alignment.rounds.Standings.Standing;
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
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Judgement rounds. */
@Controller
@RequestMapping(path = Call.ROOT + "/rounds", produces = Media.JSON)
final class RoundsApi {
  private final Rounds rounds;
  private final Standings standings;
  private final AgreedValues agreedValues;
  private final Models models;

  RoundsApi(Rounds rounds, Standings standings, AgreedValues agreedValues, Models models) {
    this.rounds = rounds;
    this.standings = standings;
    this.agreedValues = agreedValues;
    this.models = models;
  }

  private static UUID tenant(Call call) {
    return call.caller().tenant();
  }

  private Round found(Call call, UUID id) {
    return rounds.find(tenant(call), id).orElseThrow(Parameters::notFound);
  }

  private ApiAnswer told(Call call, UUID id) {
    return ApiAnswer.ok(RoundNodes.round(found(call, id), rounds.agreed(tenant(call), id)));
  }

  @GetMapping
  @Needs(Permission.READ_MODEL)
  @Described(value = "Lists rounds, the newest first", answer = "RoundList")
  ApiAnswer list(Call call, Paging paging) {
    return paging.answer(
        paging.part(rounds.all(tenant(call)), round -> round.id().toString()),
        round -> RoundNodes.round(round, rounds.agreed(tenant(call), round.id())));
  }

  @PostMapping(consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Makes a round as a draft",
      body = "NewRound",
      answer = "Round",
      statuses = 201,
      problems = 422)
  ApiAnswer make(Call call) {
    Values body = RoundShapes.NEW_ROUND.read(call.json());
    List<Link> links = new ArrayList<>();
    for (Values link : body.objects("links")) {
      links.add(new Link(link.required("from"), link.required("to")));
    }
    checkEnds(call, links);
    Result made =
        rounds.create(
            tenant(call),
            call.attribution(),
            body.required("title"),
            asking(body),
            body.day("due-on"),
            links,
            models.of(tenant(call)).read(Snapshot::scale));
    UUID id = done(made);
    return ApiAnswer.created(
        Call.ROOT + "/rounds/" + id, RoundNodes.round(found(call, id), Map.of()));
  }

  private void checkEnds(Call call, List<Link> links) {
    Errors errors = new Errors();
    models
        .of(tenant(call))
        .read(
            model -> {
              for (int i = 0; i < links.size(); i++) {
                if (!isThere(links.get(i), model)) {
                  errors.add("/links/" + i, "names something that is not in the model");
                }
              }
              return links.size();
            });
    errors.check();
  }

  private static boolean isThere(Link link, Snapshot model) {
    Optional<Requirement> requirement = Requirement.parse(link.from());
    if (requirement.isEmpty()) {
      return model.factor(link.from()) != null && model.goal(link.to()) != null;
    }
    var asset = model.asset(requirement.get().asset());
    return asset != null
        && asset.properties().contains(requirement.get().property())
        && model.factor(link.to()) != null;
  }

  @GetMapping("/{round}")
  @Needs(Permission.READ_MODEL)
  @Described(value = "Reads a round, without anybody's answers", answer = "Round")
  ApiAnswer show(Call call, @PathVariable UUID round) {
    return told(call, round);
  }

  @DeleteMapping("/{round}")
  @Needs(Permission.EDIT_MODEL)
  @Described(value = "Drops a draft", statuses = 204, problems = 409)
  ApiAnswer drop(Call call, @PathVariable UUID round) {
    done(rounds.drop(tenant(call), call.attribution(), round));
    return ApiAnswer.done();
  }

  @PutMapping(path = "/{round}/judges/{account}", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Asks somebody to judge",
      body = "RoundJudge",
      answer = "Round",
      problems = {409, 422})
  ApiAnswer invite(Call call, @PathVariable UUID round, @PathVariable UUID account) {
    found(call, round);
    Values body = RoundShapes.JUDGE.read(call.json());
    String training = body.text("training");
    Awareness awareness =
        new Awareness(
            training == null
                ? Training.NONE
                : Words.find(Training.class, training).orElse(Training.NONE),
            body.text("role"));
    done(rounds.invite(tenant(call), call.attribution(), round, account, awareness));
    return told(call, round);
  }

  @PostMapping(path = "/{round}/stage", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Takes a round to its next stage",
      body = "RoundStage",
      answer = "Round",
      problems = {409, 422})
  ApiAnswer move(Call call, @PathVariable UUID round) {
    found(call, round);
    Values body = RoundShapes.STAGE.read(call.json());
    Stage to =
        Words.find(Stage.class, body.required("stage")).orElseThrow(IllegalStateException::new);
    done(rounds.move(tenant(call), call.attribution(), round, to));
    return told(call, round);
  }

  @GetMapping("/{round}/questions")
  @Needs(Permission.JUDGE)
  @Described(
      value = "Reads what a round asks the caller, and the caller's own answers",
      answer = "RoundQuestions")
  ApiAnswer questions(Call call, @PathVariable UUID round) {
    Round asked = found(call, round);
    UUID judge = call.caller().account();
    if (!asked.asks(judge) || asked.stage().isPrepared()) {
      throw Parameters.notFound();
    }
    return ApiAnswer.ok(RoundNodes.questions(asked, rounds.own(tenant(call), asked, judge)));
  }

  @PutMapping(path = "/{round}/answers/{number}", consumes = Media.JSON)
  @Needs(Permission.JUDGE)
  @Described(
      value = "Answers one question of a round in the caller's own name",
      body = "RoundAnswer",
      statuses = 204,
      problems = {409, 422})
  ApiAnswer answer(Call call, @PathVariable UUID round, @PathVariable int number) {
    Round asked = found(call, round);
    if (!asked.asks(call.caller().account()) || asked.link(number).isEmpty()) {
      throw Parameters.notFound();
    }
    Answer answer = answer(RoundShapes.ANSWER.read(call.json()), asked);
    done(
        rounds.answer(
            tenant(call), call.attribution(), round, call.caller().account(), number, answer));
    return ApiAnswer.done();
  }

  private static Asking asking(Values body) {
    String asks = body.text("asks");
    return asks == null ? Asking.RATING : Words.find(Asking.class, asks).orElse(Asking.RATING);
  }

  private static Answer answer(Values body, Round round) {
    ImpactScale scale = round.scale();
    RoundShapes.Word word =
        Words.find(RoundShapes.Word.class, body.required("answer"))
            .orElseThrow(IllegalStateException::new);
    String because = body.text("because");
    return switch (word) {
      case NONE -> new Answer.NoImpact(because);
      case UNKNOWN -> new Answer.Unknown(because);
      case PLACE -> {
        Long place = body.whole("place");
        if (place == null) {
          Errors errors = new Errors();
          errors.add("/place", "must be said, from 1 to " + round.steps().highest());
          errors.check();
        }
        yield new Answer.Placed(Math.toIntExact(Objects.requireNonNullElse(place, 1L)), because);
      }
      case LEVEL ->
          new Answer.Rated(
              scale.level(String.valueOf(body.text("level"))).orElseThrow(() -> noLevel(scale, "")),
              because);
    };
  }

  private static ApiFailure noLevel(ImpactScale scale, String or) {
    Errors errors = new Errors();
    errors.add("/level", "must be one of " + String.join(", ", scale.names()) + or);
    return Problem.of(Problem.Kind.INVALID, "There is no such level", errors.list()).failure();
  }

  @GetMapping("/{round}/agreement")
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Tells how far the judges of a closed round agree, without names",
      answer = "RoundAgreement",
      problems = 409)
  ApiAnswer agreement(Call call, @PathVariable UUID round) {
    Round closed = closed(call, round);
    return ApiAnswer.ok(RoundNodes.agreement(closed, standings.of(tenant(call), closed)));
  }

  @GetMapping(path = "/{round}/agreement", produces = Media.CSV)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Tells how far the judges of a closed round agree on each link, as a table",
      problems = 409)
  ApiAnswer agreementTable(Call call, @PathVariable UUID round) {
    Round closed = closed(call, round);
    Standing standing = standings.of(tenant(call), closed);
    return ApiAnswer.file(Media.CSV, out -> write(closed, standing, RowWriter.csv(out)));
  }

  @GetMapping(path = "/{round}/agreement", produces = Media.XLSX)
  @Needs(Permission.READ_MODEL)
  @Described(
      value = "Tells how far the judges of a closed round agree on each link, as a workbook",
      problems = 409)
  ApiAnswer agreementWorkbook(Call call, @PathVariable UUID round) {
    Round closed = closed(call, round);
    Standing standing = standings.of(tenant(call), closed);
    return ApiAnswer.file(
        Media.XLSX, out -> write(closed, standing, RowWriter.xlsx(out, AgreementRows.SHEET, 1)));
  }

  private Round closed(Call call, UUID round) {
    Round closed = found(call, round);
    if (!closed.stage().showsAnswers()) {
      throw refused(Refusal.WRONG_STAGE);
    }
    return closed;
  }

  private static void write(Round round, Standing standing, RowWriter rows) throws IOException {
    if (round.isRanking()) {
      AgreementRows.ofPlaces(CommonOrder.of(standing.answers()).placed(), standing.order(), rows);
    } else {
      AgreementRows.ofLevels(standing.order(), standing.consequences(), round.steps(), rows);
    }
  }

  @PutMapping(path = "/{round}/agreed/{number}", consumes = Media.JSON)
  @Needs(Permission.EDIT_MODEL)
  @Described(
      value = "Records what the judges agreed on, in the round and in the model",
      body = "RoundAgreed",
      answer = "Round",
      problems = {409, 422})
  ApiAnswer agree(Call call, @PathVariable UUID round, @PathVariable int number) {
    Round talked = found(call, round);
    Values body = RoundShapes.AGREED.read(call.json());
    String level = body.required("level");
    int step =
        level.equals(ImpactScale.NONE)
            ? 0
            : talked
                .scale()
                .level(level)
                .orElseThrow(() -> noLevel(talked.scale(), ", " + ImpactScale.NONE))
                .number();
    Agreed agreed = new Agreed(step, body.required("because"), body.text("dissent"), Instant.EPOCH);
    done(agreedValues.record(call.caller(), round, Map.of(number, agreed), call.id()));
    return told(call, round);
  }

  private static UUID done(Result result) {
    return switch (result) {
      case Result.Done(var round) -> round;
      case Result.Refused(var why) -> throw refused(why);
    };
  }

  private static ApiFailure refused(Refusal why) {
    return switch (why) {
      case UNKNOWN -> Parameters.notFound();
      case FORBIDDEN ->
          Problem.of(Problem.Kind.FORBIDDEN, "Another has to make this change").failure();
      case WRONG_STAGE ->
          Problem.of(Problem.Kind.CONFLICT, "The round is at another stage").failure();
      case OTHER_SCALE ->
          Problem.of(Problem.Kind.CONFLICT, "The levels have changed since the round was made")
              .failure();
      case CONFLICT ->
          Problem.of(Problem.Kind.CONFLICT, "Somebody changed the model meanwhile").failure();
      case UNSOUND ->
          Problem.of(Problem.Kind.INVALID, "What was judged is not in the model any more")
              .failure();
      case NO_JUDGE -> Problem.of(Problem.Kind.INVALID, "This account may not judge").failure();
      case NO_TITLE ->
          invalid("A round has a title of at most " + Round.LONGEST_TITLE + " characters");
      case WRONG_NUMBER_OF_LINKS -> invalid("A round has between one link and " + Round.MOST_LINKS);
      case WRONG_NUMBER_OF_JUDGES ->
          invalid("A round has two judges or more, and at most " + Round.MOST_JUDGES);
      case NO_LEVEL -> invalid("There is no such level, or place, in this round");
      case WRONG_NUMBER_TO_RANK ->
          invalid("In one order stand between two links and " + Round.MOST_RANKED);
      case NO_REASON -> invalid("An agreed value needs a reason");
      case TOO_LONG -> invalid("A text has at most " + Round.LONGEST_TEXT + " characters");
    };
  }

  private static ApiFailure invalid(String detail) {
    return Problem.of(Problem.Kind.INVALID, detail).failure();
  }
}
