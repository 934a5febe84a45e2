package org.concordat.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.output.FindingsJson;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.cli.output.Tone;
import org.concordat.formats.json.Json;
import org.concordat.server.trail.seal.PublicSealKey;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailHeader;
import org.concordat.server.trail.seal.TrailVerification;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.concordat.server.trail.seal.TrailVerification.NotedHead;
import org.concordat.server.trail.seal.TreeHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/** Whether an export of the change trail is what the server sealed. */
@Command(
    name = "verify",
    sortOptions = false,
    header = "Check that an export of the change trail is what the server sealed.",
    description = {
      "",
      "Reads the export once, without the server, and tells every entry that was changed, removed,"
          + " added or moved since it was sealed. Give the public key that the organisation made"
          + " known: without it, the check shows only that the file agrees with itself."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat trail verify trail.ndjson --key seal.pub",
      "  concordat trail verify trail.ndjson --key seal.pub --format json"
    })
final class TrailVerifyCommand implements Callable<Integer> {
  private static final Pattern HEAD = Pattern.compile("([0-9]{1,16}):([0-9a-f]{64})");

  /** A file with one public key is smaller by far. */
  private static final long KEY_BYTES = 16 * 1024;

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The export.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The public key that you trust: its file (PEM), or its base64.")
  private @Nullable String key;

  @Option(
      names = "--head",
      paramLabel = "SIZE:ROOT",
      description =
          "A head that you noted from an earlier export; shows whether the past was rewritten"
              + " since.")
  private @Nullable String head;

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  TrailVerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Expectation expectation =
        new Expectation(
            key == null ? Optional.empty() : Optional.of(readKey(key)),
            head == null ? Optional.empty() : Optional.of(parseHead(head)));
    TrailVerification verification;
    try (var _ = terminal.progress("Checking " + file)) {
      verification = TrailVerification.verify(file, expectation);
    }
    switch (format) {
      case JSON -> json(verification);
      case TEXT -> tell(verification);
    }
    return verification.isSound() ? ExitStatus.OK : ExitStatus.INVALID;
  }

  private PublicSealKey readKey(String told) throws IOException {
    Path path = path(told);
    boolean isFile = path != null && Files.isRegularFile(path);
    if (isFile && Files.size(path) > KEY_BYTES) {
      throw wrong("--key: " + told + " is too large for a public key");
    }
    try {
      return PublicSealKey.parse(isFile ? Files.readString(path) : told);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw wrong(
          "--key: '%s' is neither a file with a public key nor a key in base64".formatted(told));
    }
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private NotedHead parseHead(String told) {
    Matcher parts = HEAD.matcher(told);
    if (parts.matches()) {
      try {
        return new NotedHead(Long.parseLong(parts.group(1)), TreeHash.parse(parts.group(2)));
      } catch (IllegalArgumentException e) {
        throw wrong("--head: " + e.getMessage());
      }
    }
    throw wrong("--head takes SIZE:ROOT as an earlier check showed it, not '" + told + "'");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void tell(TrailVerification verification) {
    Failures.tell(verification.findings(), terminal);
    verification.header().ifPresent(header -> summarise(header, verification));
  }

  private void summarise(TrailHeader header, TrailVerification verification) {
    boolean isSound = verification.isSound();
    terminal.paragraph(
        0,
        0,
        isSound ? Tone.PLAIN : Tone.GRAVE,
        "%s: %s."
            .formatted(
                header.organisation(),
                !isSound
                    ? "this is not what was sealed"
                    : key == null
                        ? "the file agrees with itself; without a key that is all"
                        : "what was sealed stands unchanged"));
    terminal.paragraph(
        0,
        "%s, %s proved, %s not sealed."
            .formatted(
                counted(verification.entries(), "entry", "entries"),
                number(verification.sealed()),
                number(verification.unsealed())));
    verification
        .proved()
        .ifPresent(
            last -> {
              terminal.paragraph(
                  0, "Sealed last on %s with the key %s.".formatted(last.at(), last.fingerprint()));
              terminal.paragraph(0, "Note for the next check:");
              terminal.command("--head " + noted(last));
            });
  }

  private static String noted(SignedHead head) {
    return head.size() + ":" + head.root();
  }

  private static String counted(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private void json(TrailVerification verification) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeBooleanProperty("sound", verification.isSound());
          json.writeBooleanProperty("trusted", verification.isSound() && key != null);
          TrailHeader header = verification.header().orElse(null);
          Json.property(json, "organisation", header == null ? null : header.organisation());
          Json.property(json, "tenant", header == null ? null : header.tenant().toString());
          Json.property(json, "key", header == null ? null : header.key().fingerprint());
          json.writeNumberProperty("entries", verification.entries());
          json.writeNumberProperty("sealed", verification.sealed());
          json.writeNumberProperty("unsealed", verification.unsealed());
          json.writeNumberProperty("heads", verification.heads());
          head(json, verification.proved().orElse(null));
          FindingsJson.write(json, verification.findings());
          json.writeEndObject();
        });
  }

  private static void head(JsonGenerator json, @Nullable SignedHead head) {
    Json.property(json, "head", head == null ? null : noted(head));
    Json.property(json, "at", head == null ? null : head.at().toString());
  }
}
