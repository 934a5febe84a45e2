package org.concordat.formats.agreements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Side;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlRoot;

/** Whose key is whose, as somebody who is to be believed has written it down. */
public record TrustedKeys(List<Entry> entries) {
  public TrustedKeys {
    entries = List.copyOf(entries);
  }

  /**
   * A key and its holder.
   *
   * @param side for which the holder may sign
   * @param fingerprint the SHA-256 of the key's SubjectPublicKeyInfo in hexadecimal
   */
  public record Entry(String signer, Side side, String fingerprint) {}

  /**
   * Reads a list {@code trusted} of entries with signer, side and fingerprint.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static TrustedKeys read(Path file) throws IOException, InvalidInput {
    Source source = AgreementFiles.source(file);
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    EntryReader root =
        new EntryReader(
            YamlRoot.read(source, problems, "write trusted: and a list of keys"),
            KeyPath.of(""),
            List.of("trusted"),
            problems);
    List<Entry> entries = new ArrayList<>();
    new TermsReader(problems, ImpactScale.DEFAULT)
        .list(
            root,
            "trusted",
            List.of("signer", "side", "fingerprint"),
            e -> {
              String signer = e.requiredText("signer", "say whose key it is");
              e.require("side", "write demand or supply");
              Side side = e.word(Side.class, "side", "a side");
              e.require("fingerprint", "write 64 hexadecimal digits");
              String print =
                  e.parsed(
                      "fingerprint",
                      "a fingerprint",
                      t -> Optional.of(t).filter(f -> f.matches("[0-9a-f]{64}")),
                      _ -> "write 64 hexadecimal digits in lower case");
              return side == null || print == null ? null : new Entry(signer, side, print);
            })
        .forEach(entries::add);
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    return new TrustedKeys(entries);
  }

  Optional<Entry> of(String fingerprint) {
    return entries.stream().filter(e -> e.fingerprint().equals(fingerprint)).findFirst();
  }
}
