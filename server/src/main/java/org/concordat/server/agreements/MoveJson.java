package org.concordat.server.agreements;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.negotiation.Answer;
import org.concordat.core.agreements.negotiation.Decision;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.agreements.negotiation.Signature;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A move as JSON: how it is kept, and how the API tells it. Documents stand in it in their
 * canonical form.
 */
public final class MoveJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The words of the moves that put a document on the table. */
  static final List<String> WITH_DOCUMENT =
      Stream.of(MoveKind.DRAFT, MoveKind.PROPOSE, MoveKind.COUNTER, MoveKind.CARRY_OUT)
          .map(Words::of)
          .toList();

  private MoveJson() {}

  /** The move as an object. */
  public static ObjectNode of(Move move) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", Words.of(move.kind()));
    json.put("party", move.by().party().word());
    json.put("person", move.by().person());
    json.put("at", move.by().at().toString());
    switch (move) {
      case Move.Draft(var _, var document, int succeeds) ->
          json.put("succeeds", succeeds).set("document", document(document));
      case Move.Propose(var _, var document) -> json.set("document", document(document));
      case Move.Counter(var _, var document, var comment) -> {
        json.set("document", document(document));
        put(json, "comment", comment);
      }
      case Move.AcceptRisk(var acceptance) -> json.set("acceptance", acceptance(acceptance));
      case Move.OpenReview(var _, var units) -> {
        var array = json.putArray("units");
        units.forEach(array::add);
      }
      case Move.Answered(var _, var answer) -> answer(json, answer);
      case Move.Escalate(var _, var forIt, var againstIt) ->
          json.put("for", forIt).put("against", againstIt);
      case Move.Decide(var _, var decision, var because) -> {
        json.put("because", because);
        if (decision instanceof Decision.Raise(var levels)) {
          ObjectNode raised = json.putObject("raise");
          levels.forEach((line, level) -> raised.put(line, level.number()));
        }
      }
      case Move.CarryOut(var _, var document) -> json.set("document", document(document));
      case Move.Sign(var _, var signature) ->
          json.put("side", Words.of(signature.side())).put("digest", signature.digest());
      case Move.Supersede(var _, int version) -> json.put("version", version);
      case Move.Terminate(var _, var because) -> json.put("because", because);
      case Move.Withdraw(var _, var because) -> put(json, "because", because);
      case Move.Agree _, Move.ConcludeReview _, Move.PutInForce _, Move.Expire _ -> {}
    }
    return json;
  }

  private static void put(ObjectNode json, String member, @Nullable String text) {
    if (text != null) {
      json.put(member, text);
    }
  }

  /** A document as JSON. */
  public static JsonNode document(Agreement document) {
    return JSON.readTree(new String(AgreementJson.canonical(document), StandardCharsets.UTF_8));
  }

  private static ObjectNode acceptance(RiskAcceptance risk) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", risk.id())
        .put("line", risk.line())
        .put("requirement", risk.requirement().id())
        .put("needed", risk.needed().number())
        .put("agreed", risk.agreedNumber())
        .put("because", risk.because())
        .put("until", risk.until().toString())
        .put("saving", risk.saving().amount().toPlainString())
        .put("currency", risk.saving().currency());
    var goals = json.putArray("goals");
    risk.goals().forEach(goals::add);
    return json;
  }

  private static void answer(ObjectNode json, Answer answer) {
    switch (answer) {
      case Answer.Consent _ -> json.put("answer", "consent");
      case Answer.Objection(var because) -> json.put("answer", "objection").put("because", because);
      case Answer.HigherLevel(var line, var level, var because) ->
          json.put("answer", "higher-level")
              .put("line", line)
              .put("level", level.number())
              .put("because", because);
    }
  }

  /** The text that is kept. */
  static String write(Move move) {
    return JSON.writeValueAsString(of(move));
  }

  /** The move that was kept as a text. */
  static Move read(String text) {
    JsonNode json = JSON.readTree(text);
    Actor by =
        new Actor(
            Party.parse(text(json, "party")).orElseThrow(),
            text(json, "person"),
            Instant.parse(text(json, "at")));
    return switch (Words.find(MoveKind.class, text(json, "kind")).orElseThrow()) {
      case DRAFT -> new Move.Draft(by, agreement(json), json.get("succeeds").asInt());
      case PROPOSE -> new Move.Propose(by, agreement(json));
      case COUNTER -> new Move.Counter(by, agreement(json), orNull(json, "comment"));
      case ACCEPT_RISK -> new Move.AcceptRisk(acceptance(by, json.get("acceptance")));
      case AGREE -> new Move.Agree(by);
      case OPEN_REVIEW -> {
        Set<String> units = new TreeSet<>();
        json.get("units").forEach(unit -> units.add(unit.asString()));
        yield new Move.OpenReview(by, units);
      }
      case ANSWER -> new Move.Answered(by, answer(json));
      case CONCLUDE_REVIEW -> new Move.ConcludeReview(by);
      case ESCALATE -> new Move.Escalate(by, text(json, "for"), text(json, "against"));
      case DECIDE -> new Move.Decide(by, decision(json), text(json, "because"));
      case CARRY_OUT -> new Move.CarryOut(by, agreement(json));
      case SIGN ->
          new Move.Sign(
              by,
              new Signature(
                  Words.find(Side.class, text(json, "side")).orElseThrow(), text(json, "digest")));
      case PUT_IN_FORCE -> new Move.PutInForce(by);
      case SUPERSEDE -> new Move.Supersede(by, json.get("version").asInt());
      case TERMINATE -> new Move.Terminate(by, text(json, "because"));
      case EXPIRE -> new Move.Expire(by);
      case WITHDRAW -> new Move.Withdraw(by, orNull(json, "because"));
    };
  }

  private static String text(JsonNode json, String member) {
    return json.get(member).asString();
  }

  private static @Nullable String orNull(JsonNode json, String member) {
    return json.hasNonNull(member) ? json.get(member).asString() : null;
  }

  /** The document that a move with one has put on the table. */
  static Agreement documentOf(String text) {
    return agreement(JSON.readTree(text));
  }

  private static Agreement agreement(JsonNode json) {
    try {
      return AgreementFiles.read("a kept move", json.get("document").toString()).agreement();
    } catch (InvalidInput e) {
      throw new IllegalStateException("a document that was kept cannot be read", e);
    }
  }

  private static RiskAcceptance acceptance(Actor by, JsonNode json) {
    int agreed = json.get("agreed").asInt();
    List<String> goals = new ArrayList<>();
    json.get("goals").forEach(goal -> goals.add(goal.asString()));
    return new RiskAcceptance(
        text(json, "id"),
        by,
        text(json, "line"),
        Requirement.parse(text(json, "requirement")).orElseThrow(),
        Level.of(json.get("needed").asInt()),
        agreed == 0 ? null : Level.of(agreed),
        text(json, "because"),
        LocalDate.parse(text(json, "until")),
        new Money(new BigDecimal(text(json, "saving")), text(json, "currency")),
        goals);
  }

  private static Answer answer(JsonNode json) {
    return switch (text(json, "answer")) {
      case "consent" -> new Answer.Consent();
      case "objection" -> new Answer.Objection(text(json, "because"));
      case "higher-level" ->
          new Answer.HigherLevel(
              text(json, "line"), Level.of(json.get("level").asInt()), text(json, "because"));
      default -> throw new IllegalStateException("no answer is kept as " + json);
    };
  }

  private static Decision decision(JsonNode json) {
    if (!json.hasNonNull("raise")) {
      return new Decision.Uphold();
    }
    Map<String, Level> levels = new TreeMap<>();
    json.get("raise")
        .properties()
        .forEach(each -> levels.put(each.getKey(), Level.of(each.getValue().asInt())));
    return new Decision.Raise(levels);
  }
}
