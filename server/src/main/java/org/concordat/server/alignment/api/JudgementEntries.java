package org.concordat.server.alignment.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one judge holds one link to be, or what was agreed on it.
 *
 * @param self the caller's name, who judges unless told
 * @param today the day of a judgement unless told
 */
record JudgementEntries(String self, LocalDate today)
    implements EntryKind<JudgementEntries.Judged, Impact> {

  /**
   * A link and who judges it.
   *
   * @param judge null for a judgement of nobody by name; of an agreed one, of no account
   */
  record Judged(Link link, @Nullable String judge, boolean agreed) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Judged that
          && link.equals(that.link)
          && agreed == that.agreed
          && (agreed || Objects.equals(judge, that.judge));
    }

    @Override
    public int hashCode() {
      return Objects.hash(link, agreed);
    }
  }

  @Override
  public Shape shape() {
    return Shapes.JUDGEMENT;
  }

  @Override
  public @Nullable Judged key(Values said) {
    Link link = link(said);
    if (link == null) {
      return null;
    }
    String by = said.has("by") ? said.text("by") : self;
    return new Judged(link, by, Boolean.TRUE.equals(said.flag("agreed")));
  }

  private static @Nullable Link link(Values said) {
    String requirement = said.text("requirement");
    String factor = said.text("factor");
    String goal = said.text("goal");
    if (factor == null || (requirement == null) == (goal == null)) {
      return null;
    }
    return requirement == null ? new Link(factor, goal) : new Link(requirement, factor);
  }

  @Override
  public String path(Judged judged) {
    Link link = judged.link;
    String kind = link.from().contains("/") ? "requirements/" : "factors/";
    String path = Call.ROOT + "/impacts/" + kind + link.from() + "/" + link.to();
    if (judged.agreed) {
      return path + "/agreed";
    }
    String judge = judged.judge == null ? "" : judged.judge;
    return path
        + "/judgement?judge="
        + URLEncoder.encode(judge, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public @Nullable Impact read(Judged judged, Values said, Snapshot model, Errors errors) {
    Level level = Nodes.level("level", said, model.scale(), "", errors);
    if (said.has("agreed") && !Objects.equals(said.flag("agreed"), judged.agreed)) {
      errors.add("/agreed", "is said by the address");
    }
    if (!judged.agreed && said.has("by") && !Objects.equals(said.text("by"), judged.judge)) {
      errors.add("/by", "is another judge than the address names");
    }
    LocalDate day = said.day("on");
    if (level == null) {
      return null;
    }
    String by = judged.agreed ? (said.has("by") ? said.text("by") : self) : judged.judge;
    Judgement judgement =
        new Judgement(level, by, day == null ? today : day, said.text("because"), judged.agreed);
    return judged.link.judged(judgement);
  }

  @Override
  public Wish wish(Judged judged, @Nullable Impact wanted, String tag) {
    return new Wish.OfJudgement(judged.link, judged.judge, judged.agreed, wanted, tag);
  }

  @Override
  public @Nullable Impact present(Judged judged, Snapshot model) {
    return new Wish.OfJudgement(judged.link, judged.judge, judged.agreed, null, "").present(model);
  }

  @Override
  public ObjectNode json(Impact impact, Snapshot model) {
    ObjectNode json = Nodes.object();
    switch (impact) {
      case RequirementImpact(var requirement, var factor, var _) ->
          json.put("requirement", requirement.id()).put("factor", factor);
      case FactorImpact(var factor, var goal, var _) ->
          json.put("factor", factor).put("goal", goal);
    }
    Judgement judgement = impact.judgement();
    Nodes.put(json, "level", judgement.level(), model.scale());
    Nodes.put(json, "by", judgement.by());
    Nodes.put(json, "on", judgement.on() == null ? null : judgement.on().toString());
    Nodes.put(json, "because", judgement.because());
    if (judgement.agreed()) {
      json.put("agreed", true);
    }
    return json;
  }
}
