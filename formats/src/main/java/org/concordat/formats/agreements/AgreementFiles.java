package org.concordat.formats.agreements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementRules;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.concordat.formats.yaml.YamlRoot;

/** Reads files about agreements, in YAML or JSON. Everything that is wrong is told at once. */
public final class AgreementFiles {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES = 8L << 20;

  private AgreementFiles() {}

  /**
   * An agreement, alone or in a signed file, without errors.
   *
   * @param warnings what somebody should look at
   */
  public record Read(Agreement agreement, List<Finding> warnings) {}

  /**
   * Reads an agreement; of a signed file its document, without checking who signed.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Read read(Path file) throws IOException, InvalidInput {
    return read(source(file));
  }

  /** Reads an agreement from a text; {@code name} stands in messages. */
  public static Read read(String name, String text) throws InvalidInput {
    return read(new Source(name, null, text));
  }

  private static Read read(Source source) throws InvalidInput {
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    YamlNode.Mapping root = YamlRoot.read(source, problems, "write concordat-agreement: 1");
    YamlNode.Mapping document = root;
    KeyPath path = null;
    for (YamlNode.Pair pair : root.pairs()) {
      if (pair.key().text().equals("document") && pair.value() instanceof YamlNode.Mapping inside) {
        document = inside;
        path = KeyPath.of("document");
      }
    }
    Agreement agreement = AgreementReader.read(document, path, problems);
    return new Read(checked(agreement, source.name(), findings), findings.list());
  }

  /** The agreement when it was read and keeps its rules. */
  static Agreement checked(
      @org.jspecify.annotations.Nullable Agreement agreement, String name, FindingList findings)
      throws InvalidInput {
    if (agreement != null) {
      for (Finding finding : AgreementRules.check(agreement)) {
        findings.add(
            new Finding(
                finding.severity(),
                Place.of(name, 0, 0, finding.place().key()),
                finding.problem(),
                finding.remedy()));
      }
    }
    if (findings.hasErrors() || agreement == null) {
      throw new InvalidInput(findings.list());
    }
    return agreement;
  }

  /**
   * Reads a service catalogue.
   *
   * @param scale whose levels it names
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static ServiceCatalogue readCatalogue(Path file, ImpactScale scale)
      throws IOException, InvalidInput {
    return readCatalogue(source(file), scale);
  }

  /**
   * Reads a service catalogue from a text; {@code name} stands in messages.
   *
   * @throws InvalidInput with everything that is wrong
   */
  public static ServiceCatalogue readCatalogue(String name, String text, ImpactScale scale)
      throws InvalidInput {
    return readCatalogue(new Source(name, null, text), scale);
  }

  private static ServiceCatalogue readCatalogue(Source source, ImpactScale scale)
      throws InvalidInput {
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    YamlNode.Mapping root =
        YamlRoot.read(source, problems, "write concordat-services: 1, currency and services");
    ServiceCatalogue catalogue = new CatalogueReader(problems, scale).read(root);
    if (findings.hasErrors() || catalogue == null) {
      throw new InvalidInput(findings.list());
    }
    return catalogue;
  }

  static Source source(Path file) throws IOException, InvalidInput {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "such a file has at most 8 MiB", null));
    }
    return Source.decode(file.toString(), file, Files.readAllBytes(file));
  }
}
