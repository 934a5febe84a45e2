package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.formats.yaml.Words;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Wish;
import org.concordat.server.workspace.Wish.Reckoning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The organisation and its settings, of which there is one each. */
final class SettingsEntries {
  /** The key of what there is one of. */
  enum Only {
    ONE
  }

  static final EntryKind<Only, Organisation> ORGANISATION = new OfOrganisation();
  static final EntryKind<Only, Reckoning> SETTINGS = new OfSettings();

  private SettingsEntries() {}

  private record OfOrganisation() implements EntryKind<Only, Organisation> {
    @Override
    public Shape shape() {
      return Shapes.ORGANISATION;
    }

    @Override
    public Only key(Values said) {
      return Only.ONE;
    }

    @Override
    public String path(Only key) {
      return Call.ROOT + "/organisation";
    }

    @Override
    public Organisation read(Only key, Values said, Snapshot model, Errors errors) {
      return new Organisation(said.required("id"), said.required("name"), said.text("industry"));
    }

    @Override
    public Wish wish(Only key, @Nullable Organisation wanted, String tag) {
      if (wanted == null) {
        throw new IllegalArgumentException("an organisation cannot be taken away");
      }
      return new Wish.OfOrganisation(wanted, tag);
    }

    @Override
    public Organisation present(Only key, Snapshot model) {
      return model.organisation();
    }

    @Override
    public ObjectNode json(Organisation organisation, Snapshot model) {
      ObjectNode json =
          Nodes.object().put("id", organisation.id()).put("name", organisation.name());
      Nodes.put(json, "industry", organisation.industry());
      return json;
    }
  }

  private record OfSettings() implements EntryKind<Only, Reckoning> {
    @Override
    public Shape shape() {
      return Shapes.SETTINGS;
    }

    @Override
    public Only key(Values said) {
      return Only.ONE;
    }

    @Override
    public String path(Only key) {
      return Call.ROOT + "/settings";
    }

    @Override
    public @Nullable Reckoning read(Only key, Values said, Snapshot model, Errors errors) {
      ImpactScale scale = scale(said.texts("scale"), errors);
      Values combination = said.object("combination");
      if (scale == null || combination == null) {
        return null;
      }
      Along along = along(combination, scale, errors);
      Across across = Words.find(Across.class, combination.required("across")).orElse(null);
      Long cumulation = said.whole("cumulation");
      return along == null || across == null
          ? null
          : new Reckoning(
              scale,
              new Combination(along, across),
              new Inheritance(cumulation == null ? null : cumulation.intValue()));
    }

    private static @Nullable ImpactScale scale(List<String> names, Errors errors) {
      try {
        return new ImpactScale(names);
      } catch (IllegalArgumentException e) {
        errors.add("/scale", String.valueOf(e.getMessage()));
        return null;
      }
    }

    private static @Nullable Along along(Values combination, ImpactScale scale, Errors errors) {
      if (!(combination.get("along") instanceof Values table)) {
        return combination.required("along").equals("product")
            ? new Along.Product()
            : new Along.WeakestLink();
      }
      List<List<Level>> rows = new ArrayList<>();
      if (table.get("matrix") instanceof List<?> all) {
        for (int i = 0; i < all.size(); i++) {
          rows.add(row(all.get(i), "/combination/along/matrix/" + i, scale, errors));
        }
      }
      return errors.isEmpty() ? new Along.Matrix(rows) : null;
    }

    private static List<Level> row(Object cells, String pointer, ImpactScale scale, Errors errors) {
      List<Level> levels = new ArrayList<>();
      if (cells instanceof List<?> all) {
        for (int j = 0; j < all.size(); j++) {
          Level level = scale.level(String.valueOf(all.get(j))).orElse(null);
          if (level == null) {
            errors.add(pointer + "/" + j, "is no level of the scale");
          } else {
            levels.add(level);
          }
        }
      }
      return levels;
    }

    @Override
    public Wish wish(Only key, @Nullable Reckoning wanted, String tag) {
      if (wanted == null) {
        throw new IllegalArgumentException("settings cannot be taken away");
      }
      return new Wish.OfReckoning(wanted, tag);
    }

    @Override
    public Reckoning present(Only key, Snapshot model) {
      return Reckoning.of(model);
    }

    @Override
    public ObjectNode json(Reckoning settings, Snapshot model) {
      ObjectNode json = Nodes.object();
      var names = json.putArray("scale");
      settings.scale().names().forEach(names::add);
      ObjectNode combination = json.putObject("combination");
      switch (settings.combination().along()) {
        case Along.WeakestLink() -> combination.put("along", "weakest-link");
        case Along.Product() -> combination.put("along", "product");
        case Along.Matrix(var rows) -> {
          var table = combination.putObject("along").putArray("matrix");
          for (List<Level> row : rows) {
            var cells = table.addArray();
            row.forEach(level -> cells.add(settings.scale().name(level)));
          }
        }
      }
      combination.put("across", Words.of(settings.combination().across()));
      Integer cumulation = settings.inheritance().cumulation();
      if (cumulation != null) {
        json.put("cumulation", cumulation);
      }
      return json;
    }
  }
}
