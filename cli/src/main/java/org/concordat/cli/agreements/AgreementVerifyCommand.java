package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.SignatureVerification;
import org.concordat.formats.agreements.SignedAgreement;
import org.concordat.formats.agreements.TrustedKeys;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who signed an agreement, without a server. */
@Command(
    name = "verify",
    sortOptions = false,
    header = "Check who signed an agreement, without the server.",
    description = {
      "",
      "Checks that the holders of the keys in the file signed this very document, and that both"
          + " sides did. Whose keys these are only a list that you trust can say. The times are the"
          + " file's own statements: no signature proves them."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement verify mortgages-signed.json --trusted trusted.yaml",
      "  concordat agreement verify mortgages-signed.json --format json"
    })
final class AgreementVerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "The signed agreement.")
  private Path file = Path.of("");

  @Option(
      names = "--trusted",
      paramLabel = "FILE",
      description = "Whose key is whose: a list of signer, side and fingerprint.")
  private @Nullable Path trusted;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  AgreementVerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    SignedAgreement signed = SignedAgreement.read(file);
    TrustedKeys keys = trusted == null ? null : TrustedKeys.read(trusted);
    SignatureVerification verification = SignatureVerification.of(signed, keys);
    if (format == TableFormat.JSON) {
      json(signed, verification);
    } else {
      Tables.write(table(verification), format, terminal);
    }
    if (format == TableFormat.TABLE) {
      summarise(signed, verification);
    }
    return verification.isSound() ? 0 : 1;
  }

  private static Table table(SignatureVerification verification) {
    Table.Builder table =
        Table.of(
            Table.column("side", "Side"),
            Table.elastic("signer", "Signer"),
            Table.elastic("role", "Role"),
            Table.column("at", "At"),
            Table.elastic("key", "Key"),
            Table.elastic("holds", "Holds"));
    for (SignatureVerification.Checked checked : verification.signatures()) {
      String kind = checked.isPasskey() ? "passkey" : "plain";
      table.row(
          Cell.of(Words.of(checked.claim().side())),
          Cell.of(checked.claim().signer()),
          Cell.of(checked.claim().role()),
          Cell.of(checked.claim().at().toString()),
          Cell.of(
              checked.fingerprint() == null
                  ? kind
                  : "%s, %s %s"
                      .formatted(
                          kind, checked.algorithm(), checked.fingerprint().substring(0, 16))),
          Cell.of(checked.holds() ? "yes" : "no: " + String.join("; ", checked.problems())));
    }
    return table.build();
  }

  private void summarise(SignedAgreement signed, SignatureVerification verification) {
    terminal.line("");
    terminal.paragraph(
        0,
        "%s, version %d. SHA-256 of the document: %s."
            .formatted(
                signed.document().title(), signed.document().version(), verification.digest()));
    if (!verification.missing().isEmpty()) {
      terminal.paragraph(
          0,
          "No signature holds for: %s."
              .formatted(
                  verification.missing().stream()
                      .map(Words::of)
                      .collect(Collectors.joining(", "))));
    }
    String proved =
        verification.isTrusted()
            ? "Both sides signed this document with keys that you trust."
            : "The holders of these keys signed this document. Whose keys they are, the file alone"
                + " cannot prove: give --trusted.";
    terminal.paragraph(
        0,
        verification.isSound()
            ? proved
            : "This is not an agreement that both sides signed as it is.");
  }

  private void json(SignedAgreement signed, SignatureVerification verification) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("sound", verification.isSound());
          json.writeBooleanProperty("trusted", verification.isSound() && verification.isTrusted());
          json.writeStringProperty("agreement", signed.document().id());
          json.writeNumberProperty("version", signed.document().version());
          json.writeStringProperty("sha-256", verification.digest());
          json.writeArrayPropertyStart("missing");
          verification.missing().forEach(s -> json.writeString(Words.of(s)));
          json.writeEndArray();
          json.writeName("signatures");
          Json.lines(
              json,
              verification.signatures(),
              (j, c) -> {
                j.writeStartObject();
                j.writeBooleanProperty("holds", c.holds());
                j.writeStringProperty("side", Words.of(c.claim().side()));
                j.writeStringProperty("signer", c.claim().signer());
                j.writeStringProperty("role", c.claim().role());
                j.writeStringProperty("at", c.claim().at().toString());
                j.writeStringProperty("kind", c.isPasskey() ? "passkey" : "plain");
                Json.property(j, "algorithm", c.algorithm());
                Json.property(j, "fingerprint", c.fingerprint());
                Json.property(j, "origin", c.origin());
                j.writeArrayPropertyStart("problems");
                c.problems().forEach(j::writeString);
                j.writeEndArray();
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }
}
