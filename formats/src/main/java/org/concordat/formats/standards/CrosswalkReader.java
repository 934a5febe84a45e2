package org.concordat.formats.standards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.findings.NearestName;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.extras.ExtraYaml;
import org.concordat.formats.standards.LibraryDraft.ConsideredDraft;
import org.concordat.formats.standards.LibraryDraft.CrosswalkDraft;
import org.concordat.formats.standards.LibraryDraft.MappingDraft;
import org.concordat.formats.standards.LibraryDraft.Spelt;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a crosswalk in YAML. */
final class CrosswalkReader {
  private static final List<String> TOP = List.of("crosswalk", "mappings", "considered");

  private static final List<String> HEADER =
      List.of("id", "source", "target", "publisher", "url", "version", "licence", "extra");
  private static final List<String> MAPPING =
      List.of("source", "relation", "target", "strength", "because", "extra");
  private static final List<String> CONSIDERED = List.of("catalogue", "control", "because");
  private static final List<String> WORDS =
      Arrays.stream(Statement.values()).map(Statement::word).toList();

  private final SourceProblems problems;
  private final LibraryDraft draft;

  CrosswalkReader(SourceProblems problems, LibraryDraft draft) {
    this.problems = problems;
    this.draft = draft;
  }

  void read(YamlNode.Mapping root) {
    EntryReader top = new EntryReader(root, new KeyPath(null, "", 0), TOP, problems);
    EntryReader header =
        StandardsDocument.header(root, top, KeyPath.of("crosswalk"), HEADER, problems);
    Spelt id = Spelt.required(header, "id", "write a short name, such as 'acme-iso'");
    Spelt source = Spelt.required(header, "source", "write the id of a catalogue");
    Spelt target = Spelt.required(header, "target", "write the id of a catalogue");
    List<MappingDraft> mappings = new ArrayList<>();
    YamlNode.Sequence list = top.list("mappings", "[{source: A.1, relation: subset, target: B.2}]");
    if (list != null) {
      for (int i = 0; i < list.items().size(); i++) {
        MappingDraft mapping = mapping(list.items().get(i), KeyPath.of("mappings").item(i));
        if (mapping != null) {
          mappings.add(mapping);
        }
      }
    }
    List<ConsideredDraft> considered = new ArrayList<>();
    YamlNode.Sequence vain = top.list("considered", "[{catalogue: a, control: A.1}]");
    if (vain != null) {
      for (int i = 0; i < vain.items().size(); i++) {
        ConsideredDraft one = considered(vain.items().get(i), KeyPath.of("considered").item(i));
        if (one != null) {
          considered.add(one);
        }
      }
    }
    if (id != null && source != null && target != null) {
      draft.add(
          new CrosswalkDraft(
              id,
              source,
              target,
              header.text("publisher"),
              header.text("url"),
              header.text("version"),
              header.text("licence"),
              mappings,
              considered,
              extras(header)));
    }
  }

  /** What is kept without a meaning. */
  private static Extras extras(EntryReader entry) {
    return switch (entry.node("extra")) {
      case null -> Extras.NONE;
      case YamlNode.Mapping mapping -> {
        Map<String, String> members = new LinkedHashMap<>();
        mapping.pairs().forEach(p -> members.put(p.key().text(), ExtraYaml.json(p.value())));
        yield new Extras(members);
      }
      case YamlNode other -> {
        entry.wrongAt(other, entry.path("extra"), "a mapping of keys to values");
        yield Extras.NONE;
      }
    };
  }

  private @Nullable ConsideredDraft considered(YamlNode item, KeyPath path) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      EntryReader.ofNothing(item, path, CONSIDERED, problems);
      return null;
    }
    EntryReader entry = new EntryReader(mapping, path, CONSIDERED, problems);
    Spelt catalogue = Spelt.required(entry, "catalogue", "write the id of a catalogue");
    Spelt control = Spelt.required(entry, "control", "write the id of a control");
    String because = entry.text("because");
    return catalogue == null || control == null || entry.isBroken()
        ? null
        : new ConsideredDraft(catalogue, control, because);
  }

  private @Nullable MappingDraft mapping(YamlNode item, KeyPath path) {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      EntryReader.ofNothing(item, path, MAPPING, problems);
      return null;
    }
    EntryReader entry = new EntryReader(mapping, path, MAPPING, problems);
    Spelt source = Spelt.required(entry, "source", "write the id of a control");
    Spelt target = Spelt.required(entry, "target", "write the id of a control");
    Statement statement =
        entry.parsed("relation", "a relation", Statement::of, CrosswalkReader::allowedWords);
    Integer strength = entry.count("strength");
    if (strength != null && strength > Mapping.STRONGEST) {
      YamlNode node = Objects.requireNonNullElse(entry.node("strength"), mapping);
      entry.reportAt(
          node,
          entry.path("strength"),
          "the strength is " + strength,
          "it goes from " + Mapping.WEAKEST + " to " + Mapping.STRONGEST);
      strength = null;
    }
    String because = entry.text("because");
    Extras extras = extras(entry);
    if (source == null || target == null || entry.isBroken()) {
      return null;
    }
    return new MappingDraft(
        source,
        statement == null ? Statement.RELATED : statement,
        target,
        strength,
        because,
        extras);
  }

  private static String allowedWords(String text) {
    String allowed = String.join(", ", WORDS);
    return NearestName.among(WORDS)
        .to(text)
        .map(nearest -> "did you mean '" + nearest + "'? Allowed are " + allowed)
        .orElse("allowed are " + allowed);
  }
}
