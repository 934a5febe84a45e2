package org.concordat.formats.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.agreements.Price;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.ServiceLevel;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Words;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a service catalogue. */
final class CatalogueReader {
  private static final List<String> KEYS =
      List.of("concordat-services", "currency", "services", "obligations", "exclusions");
  private static final List<String> SERVICE_KEYS =
      List.of("id", "name", "description", "properties", "kinds", "levels");
  private static final List<String> LEVEL_KEYS =
      List.of("id", "name", "protection", "price", "targets");

  private final SourceProblems problems;
  private final TermsReader terms;

  CatalogueReader(SourceProblems problems, ImpactScale scale) {
    this.problems = problems;
    this.terms = new TermsReader(problems, scale);
  }

  @Nullable ServiceCatalogue read(YamlNode.Mapping mapping) {
    EntryReader root = new EntryReader(mapping, KeyPath.of(""), KEYS, problems);
    root.require("concordat-services", "write 1");
    String currency = root.requiredText("currency", "write such as EUR");
    List<SecurityService> services =
        terms.list(root, "services", SERVICE_KEYS, s -> service(s, currency));
    var obligations = terms.obligations(root);
    var exclusions = terms.exclusions(root);
    return TermsReader.make(
        root, () -> new ServiceCatalogue(currency, services, obligations, exclusions));
  }

  private @Nullable SecurityService service(EntryReader entry, String currency) {
    String id = entry.requiredIdentifier("id", () -> "service");
    String name = entry.text("name");
    String description = entry.text("description");
    Set<String> properties = new HashSet<>(entry.texts("properties", TermsReader.TEXTS));
    Set<AssetKind> kinds = new HashSet<>();
    for (String word : entry.texts("kinds", TermsReader.TEXTS)) {
      Optional<AssetKind> kind = Words.find(AssetKind.class, word);
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        entry.reportWhole(
            "'" + word + "' is no kind of asset",
            "kinds are " + String.join(", ", Words.all(AssetKind.class)));
      }
    }
    List<ServiceLevel> levels = terms.list(entry, "levels", LEVEL_KEYS, l -> level(l, currency));
    return TermsReader.make(
        entry,
        () ->
            new SecurityService(
                id, name == null ? id : name, description, properties, kinds, levels));
  }

  private @Nullable ServiceLevel level(EntryReader entry, String currency) {
    String id = entry.requiredIdentifier("id", () -> "level");
    String name = entry.text("name");
    Level protection = terms.requiredLevel(entry, "protection");
    Price price = terms.price(entry, currency);
    List<TargetTerms> targets = terms.list(entry, "targets", TermsReader.TARGET_KEYS, terms::terms);
    return price == null
        ? null
        : TermsReader.make(
            entry,
            () -> new ServiceLevel(id, name == null ? id : name, protection, price, targets));
  }
}
