package org.concordat.formats.agreements;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Side;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Words;
import org.concordat.formats.yaml.YamlNode;
import org.concordat.formats.yaml.YamlRoot;
import org.jspecify.annotations.Nullable;

/** A document with the signatures of its sides, as one file that verifies offline. */
public record SignedAgreement(Agreement document, List<Proof> proofs) {
  private static final List<String> KEYS =
      List.of("concordat-signed-agreement", "document", "signatures");
  private static final List<String> PROOF_KEYS =
      List.of(
          "kind",
          "signer",
          "role",
          "side",
          "at",
          "public-key",
          "authenticator-data",
          "client-data-json",
          "signature");

  /** The most signatures that a file may hold. */
  private static final int MOST_PROOFS = 100;

  public SignedAgreement {
    proofs = List.copyOf(proofs);
  }

  /** The file, in JSON. Bytes are in base64url without padding. */
  public byte[] toFile() {
    return JsonValue.object()
        .whole("concordat-signed-agreement", 1)
        .value("document", AgreementJson.of(document))
        .items("signatures", proofs.stream().map(SignedAgreement::json).toList())
        .build()
        .pretty();
  }

  private static JsonValue.Members json(Proof proof) {
    JsonValue.Builder json =
        JsonValue.object()
            .text("signer", proof.claim().signer())
            .text("role", proof.claim().role())
            .text("side", Words.of(proof.claim().side()))
            .text("at", proof.claim().at().toString())
            .text("signature", base64(proof.signature()));
    return switch (proof) {
      case Proof.Passkey p ->
          json.text("kind", "passkey")
              .text("public-key", base64(p.publicKey()))
              .text("authenticator-data", base64(p.authenticatorData()))
              .text("client-data-json", base64(p.clientDataJson()))
              .build();
      case Proof.Plain p ->
          json.text("kind", "plain").text("public-key", base64(p.publicKey())).build();
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a signed file, without checking the signatures.
   *
   * @throws InvalidInput with everything that is wrong with its form
   * @throws IOException when the file cannot be read
   */
  public static SignedAgreement read(Path file) throws IOException, InvalidInput {
    return read(AgreementFiles.source(file));
  }

  /** Reads a signed file from its text. */
  public static SignedAgreement read(String name, String text) throws InvalidInput {
    return read(new Source(name, null, text));
  }

  private static SignedAgreement read(Source source) throws InvalidInput {
    FindingList findings = new FindingList();
    SourceProblems problems = new SourceProblems(source.name(), findings);
    YamlNode.Mapping mapping =
        YamlRoot.read(source, problems, "write concordat-signed-agreement: 1");
    EntryReader root = new EntryReader(mapping, KeyPath.of(""), KEYS, problems);
    root.require("concordat-signed-agreement", "write 1");
    root.require("document", "put the agreement here");
    root.require("signatures", "put the signatures here");
    YamlNode.Mapping inside = root.mapping("document", "those of an agreement");
    Agreement document =
        inside == null ? null : AgreementReader.read(inside, KeyPath.of("document"), problems);
    List<Proof> proofs = new ArrayList<>();
    new TermsReader(problems, org.concordat.core.alignment.ImpactScale.DEFAULT)
        .list(root, "signatures", PROOF_KEYS, SignedAgreement::proof)
        .forEach(proofs::add);
    if (proofs.size() > MOST_PROOFS) {
      root.reportWhole("the file has more than " + MOST_PROOFS + " signatures", null);
    }
    return new SignedAgreement(AgreementFiles.checked(document, source.name(), findings), proofs);
  }

  private static @Nullable Proof proof(EntryReader entry) {
    String kind = entry.requiredText("kind", "write passkey or plain");
    String signer = entry.requiredText("signer", "say who signed");
    String role = entry.requiredText("role", "say in which role");
    entry.require("side", "write demand or supply");
    Side side = entry.word(Side.class, "side", "a side");
    Instant at = TermsReader.instant(entry, "at");
    byte[] key = bytes(entry, "public-key");
    byte[] signature = bytes(entry, "signature");
    boolean isPasskey = kind.equals("passkey");
    if (!isPasskey && !kind.equals("plain")) {
      entry.reportWhole("'" + kind + "' is no kind of signature", "write passkey or plain");
    }
    byte[] authenticator = isPasskey ? bytes(entry, "authenticator-data") : new byte[0];
    byte[] client = isPasskey ? bytes(entry, "client-data-json") : new byte[0];
    return side == null
        ? null
        : TermsReader.make(
            entry,
            () -> {
              Proof.Claim claim = new Proof.Claim(signer, role, side, at);
              return isPasskey
                  ? new Proof.Passkey(claim, key, authenticator, client, signature)
                  : new Proof.Plain(claim, key, signature);
            });
  }

  private static byte[] bytes(EntryReader entry, String key) {
    entry.require(key, "write its bytes in base64url");
    byte[] bytes =
        entry.parsed(key, "bytes in base64url", SignedAgreement::decode, _ -> "write base64url");
    return bytes == null ? new byte[0] : bytes;
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
