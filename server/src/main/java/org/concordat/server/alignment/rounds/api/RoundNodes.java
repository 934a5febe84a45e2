package org.concordat.server.alignment.rounds.api;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.Map;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.rounds.Answer;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.Weighting;
import org.concordat.formats.json.AgreementJson;
import org.concordat.formats.yaml.Words;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.OwnAnswer;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Standings.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rounds as JSON; absent things are left out. */
final class RoundNodes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RoundNodes() {}

  static ObjectNode round(Round round, Map<Integer, Agreed> agreed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", round.id().toString())
        .put("title", round.title())
        .put("stage", Words.of(round.stage()))
        .put("asks", Words.of(round.asking()));
    ArrayNode levels = json.putArray("levels");
    round.scale().names().forEach(levels::add);
    json.put("weighted", round.weighting() == Weighting.BY_TRAINING);
    if (round.dueOn() != null) {
      json.put("due-on", round.dueOn().toString());
    }
    json.put("created", round.times().created().toString());
    ArrayNode links = json.putArray("links");
    round.links().forEach(link -> links.addObject().put("from", link.from()).put("to", link.to()));
    ArrayNode judges = json.putArray("judges");
    for (Round.Invited judge : round.judges()) {
      ObjectNode one =
          judges
              .addObject()
              .put("account", judge.account().toString())
              .put("name", judge.name())
              .put("training", Words.of(judge.awareness().training()));
      put(one, "role", judge.awareness().role());
      one.put("answered", judge.answered());
    }
    ArrayNode recorded = json.putArray("agreed");
    agreed.forEach(
        (number, one) -> {
          ObjectNode of =
              recorded
                  .addObject()
                  .put("number", number.intValue())
                  .put("level", level(one.step(), round.scale()))
                  .put("because", one.because());
          put(of, "dissent", one.dissent());
        });
    return json;
  }

  static ObjectNode questions(Round round, Map<Integer, OwnAnswer> own) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("stage", Words.of(round.stage()));
    ArrayNode questions = json.putArray("questions");
    for (int number = 1; number <= round.links().size(); number++) {
      var link = round.links().get(number - 1);
      ObjectNode question =
          questions.addObject().put("number", number).put("from", link.from()).put("to", link.to());
      OwnAnswer answer = own.get(number);
      if (answer != null) {
        tell(answer.answer(), round.scale(), question);
      }
    }
    return json;
  }

  private static void tell(Answer answer, ImpactScale scale, ObjectNode json) {
    switch (answer) {
      case Answer.Rated(var level, var _) ->
          json.put("answer", Words.of(RoundShapes.Word.LEVEL)).put("level", scale.name(level));
      case Answer.NoImpact _ -> json.put("answer", Words.of(RoundShapes.Word.NONE));
      case Answer.Placed(int place, var _) ->
          json.put("answer", Words.of(RoundShapes.Word.PLACE)).put("place", place);
      case Answer.Unknown _ -> json.put("answer", Words.of(RoundShapes.Word.UNKNOWN));
    }
    put(json, "because", answer.because());
  }

  /** The same that the command line prints, without what there is nothing to say of. */
  static JsonNode agreement(Round round, Standing standing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AgreementJson.write(
        standing.agreement(),
        standing.order(),
        standing.consequences(),
        round.steps(),
        round.isRanking() ? CommonOrder.of(standing.answers()) : null,
        out);
    JsonNode json = MAPPER.readTree(out.toByteArray());
    leaveOutNulls(json);
    return json;
  }

  private static void leaveOutNulls(JsonNode json) {
    if (json instanceof ObjectNode object) {
      for (Iterator<Map.Entry<String, JsonNode>> each = object.properties().iterator();
          each.hasNext(); ) {
        if (each.next().getValue().isNull()) {
          each.remove();
        }
      }
    }
    json.valueStream().forEach(RoundNodes::leaveOutNulls);
  }

  private static String level(int step, ImpactScale scale) {
    return step == 0 ? ImpactScale.NONE : scale.names().get(step - 1);
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
