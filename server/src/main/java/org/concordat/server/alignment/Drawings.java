package org.concordat.server.alignment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.Wording;
import org.concordat.server.web.Texts;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/** Draws the pictures of models, each once as long as the model stays as it is. */
@Component
public final class Drawings {
  /** So many requirements, by rank, a picture is drawn of at the most. */
  static final int RANKED = 2_000;

  /** So many pictures of an organisation are kept. */
  private static final int KEPT = 16;

  private final Models models;
  private final Texts texts;
  private final ConcurrentHashMap<UUID, Drawn> drawn = new ConcurrentHashMap<>();

  Drawings(Models models, Texts texts) {
    this.models = models;
    this.texts = texts;
  }

  /**
   * What is drawn.
   *
   * @param by the unit whose goals alone count, or nothing for all
   * @param most how many things it shows at the most
   */
  public record Shown(Picture picture, String by, int most) {
    /**
     * A picture of a model; a unit or a size that there is none of gives way to the usual one.
     *
     * @param name the picture's name
     * @return empty when there is no picture of that name
     */
    public static Optional<Shown> of(String name, String by, int most, Snapshot model) {
      return Picture.of(name)
          .map(
              known ->
                  new Shown(
                      known,
                      model.unit(by) == null ? "" : by,
                      known.sizes().contains(most) ? most : known.sizes().getFirst()));
    }

    List<Priority> ranked(Snapshot model) {
      return by.isEmpty() ? model.top(RANKED, 1) : model.topOfUnit(by, RANKED, 1);
    }
  }

  /** The pictures of one organisation as of one revision; drawing takes a second or more. */
  private record Drawn(
      LiveWorkspace live, long revision, ConcurrentHashMap<Told, String> pictures) {}

  private record Told(Shown shown, Locale locale) {}

  /** The SVG of an organisation's model as it is now, in a language. */
  public String draw(UUID tenant, Shown shown, Locale locale) {
    LiveWorkspace live = models.of(tenant);
    record Seen(Workspace workspace, List<Priority> ranked, long revision) {}
    Seen seen =
        live.read(
            (Snapshot model) -> new Seen(model.workspace(), shown.ranked(model), model.revision()));
    Drawn present =
        drawn.compute(
            tenant,
            (_, before) ->
                before != null
                        && before.live == live
                        && before.revision == seen.revision
                        && before.pictures.size() < KEPT
                    ? before
                    : new Drawn(live, seen.revision, new ConcurrentHashMap<>()));
    return present.pictures.computeIfAbsent(
        new Told(shown, locale),
        _ -> shown.picture.draw(seen.workspace, seen.ranked, shown.most, wording(locale)));
  }

  private Wording wording(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? Wording.ENGLISH
        : new Wording(
            locale,
            level -> named("alignment.level." + level, level, locale),
            property -> named("alignment.property." + property, property, locale));
  }

  private String named(String key, String otherwise, Locale locale) {
    return texts.has(key, locale) ? texts.text(key, locale) : otherwise;
  }
}
