package org.concordat.cli.output;

import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;

/** Where the answers go: standard output and standard error, and how they look there. */
public final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final IntSupplier measure;
  private final boolean isErrATerminal;
  private boolean isColoured;
  private int width;

  /**
   * An output.
   *
   * @param measure tells the width of the terminal, in columns; asked at most once
   * @param isColoured whether standard output may be coloured
   * @param isErrATerminal whether somebody watches standard error, so that progress is worth
   *     showing
   */
  public Terminal(
      PrintStream out,
      PrintStream err,
      IntSupplier measure,
      boolean isColoured,
      boolean isErrATerminal) {
    this.out = out;
    this.err = err;
    this.measure = measure;
    this.isColoured = isColoured;
    this.isErrATerminal = isErrATerminal;
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** The width in columns, at least 1. */
  public int width() {
    if (width == 0) {
      width = Math.max(1, measure.getAsInt());
    }
    return width;
  }

  public boolean isColoured() {
    return isColoured;
  }

  public void setColoured(boolean coloured) {
    isColoured = coloured;
  }

  public String painted(Tone tone, String text) {
    return isColoured ? tone.paint(text) : text;
  }

  /** Writes a line as it is. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  public void line(Tone tone, String text) {
    line(painted(tone, text));
  }

  /** Writes what to type next: never broken, so that it can be copied. */
  public void command(String text) {
    line("  " + Printable.line(text));
  }

  /** Writes a paragraph that is broken into lines and indented. */
  public void paragraph(int indent, String text) {
    paragraph(indent, indent, Tone.PLAIN, text);
  }

  /**
   * Writes a paragraph that is broken into lines.
   *
   * @param first the indent of its first line, in columns
   * @param next the indent of the others
   */
  public void paragraph(int first, int next, Tone tone, String text) {
    int room = Math.max(20, width() - Math.max(first, next));
    List<String> lines = Graphemes.wrap(Printable.line(text), room, Integer.MAX_VALUE);
    for (int i = 0; i < lines.size(); i++) {
      line(" ".repeat(i == 0 ? first : next) + painted(tone, lines.get(i)));
    }
  }

  /** Writes a message of one line to standard error. */
  public void message(String text) {
    err.print(Printable.line(text) + "\n");
  }

  /** Shows at once what was told so far, for a command that goes on for long. */
  public void flush() {
    err.flush();
  }

  /** Shows what takes long, from two seconds on, until it is closed. */
  public Progress progress(String what) {
    return new Progress(err, isErrATerminal, Printable.line(what));
  }
}
