package org.concordat.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.concordat.cli.output.FindingLines;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.launch.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How each kind of failure is told, and the exit status that it has. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;
  private boolean debug;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  void setDebug(boolean debug) {
    this.debug = debug;
  }

  /** Tells findings, one line each. */
  static void tell(List<Finding> findings, Terminal terminal) {
    FindingLines.tell(findings, terminal);
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    terminal.message("error: " + wrong.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      terminal.message("Usage: " + usage(command));
    }
    terminal.message("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE;
  }

  private static String usage(CommandLine command) {
    return command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, @Nullable ParseResult parsed) {
    return failure instanceof ParameterException wrong
        ? handleParseException(wrong, new String[0])
        : tell(failure);
  }

  /** Tells a failure and returns its exit status. */
  int tell(Throwable failure) {
    return switch (failure) {
      case InvalidInput invalid -> {
        tell(invalid.findings(), terminal);
        yield ExitStatus.INVALID;
      }
      case CannotStart cannot -> refuse(cannot, String.valueOf(cannot.getMessage()));
      case Refusal refusal -> refuse(refusal, String.valueOf(refusal.getMessage()));
      case IOException io -> refuse(io, describe(io));
      case OutputPipe.Closed closed -> ExitStatus.OUTPUT_CLOSED;
      case OutOfMemoryError full ->
          refuse(
              full,
              "the memory does not suffice (%d MiB); allow more: CONCORDAT_MEMORY=4g concordat ..."
                  .formatted(Runtime.getRuntime().maxMemory() >> 20));
      default -> {
        if (failure.getCause() instanceof IOException io && failure instanceof RuntimeException) {
          yield tell(io);
        }
        terminal.message("error: unexpected failure: " + failure + traceHint());
        trace(failure);
        yield ExitStatus.UNEXPECTED;
      }
    };
  }

  private int refuse(Throwable failure, String message) {
    terminal.message("error: " + message);
    trace(failure);
    return ExitStatus.INVALID;
  }

  private String traceHint() {
    return debug ? "" : " (--debug shows where)";
  }

  private void trace(Throwable failure) {
    if (debug) {
      failure.printStackTrace(terminal.err());
    }
  }

  private static String describe(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
      case FileAlreadyExistsException e ->
          e.getFile() + ": this exists already; add --force to overwrite it";
      case AccessDeniedException e -> e.getFile() + ": no permission";
      case NotDirectoryException e -> e.getFile() + ": this is no folder";
      case DirectoryNotEmptyException e -> e.getFile() + ": this folder is not empty";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> {
        String message = failure.getMessage();
        yield message == null ? failure.toString() : message;
      }
    };
  }
}
