package org.concordat.core.agreements.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.ServiceTime;

/**
 * All records of an agreement in memory, folded as they come: for files and for tests. A database
 * keeps the records itself and uses {@link DayFolds} alone.
 */
public final class Ledger {
  private final Map<String, Book> books = new TreeMap<>();

  /** The records of one target. */
  private static final class Book {
    final DayFolds folds;

    /** The one version that most records have. */
    final Map<String, Measurement> first = new HashMap<>();

    /** All versions of those that have more, the first among them. */
    final Map<String, List<Measurement>> corrected = new HashMap<>();

    /** The versions that touch each day, so that a correction costs what its days hold. */
    final Map<LocalDate, List<Measurement>> byDay = new HashMap<>();

    final Set<LocalDate> stale = new TreeSet<>();

    Book(DayFolds folds) {
      this.folds = folds;
    }

    void note(Measurement record, Set<LocalDate> days) {
      days.forEach(day -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(record));
    }
  }

  /** No records yet. */
  public Ledger(Agreement agreement) {
    ServiceTime service = ServiceTime.of(agreement);
    agreement
        .targets()
        .map(Agreement.LineTarget::target)
        .forEach(t -> books.put(t.id(), new Book(DayFolds.of(agreement, t, service))));
  }

  /**
   * Adds a record, or replaces the one with its id.
   *
   * @throws IllegalArgumentException when there is no such target, or it is measured by others
   */
  public void add(Measurement record) {
    Book book = book(record.target());
    Measurement before = book.first.putIfAbsent(record.id(), record);
    if (before == null) {
      book.note(record, book.folds.add(record));
      return;
    }
    List<Measurement> versions =
        book.corrected.computeIfAbsent(record.id(), _ -> new ArrayList<>(List.of(before)));
    versions.add(record);
    book.note(record, book.folds.touched(record));
    book.stale.addAll(book.folds.touched(versions));
  }

  private Book book(String target) {
    Book book = books.get(target);
    if (book == null) {
      throw new IllegalArgumentException("there is no target '" + target + "'");
    }
    return book;
  }

  /** Whether the agreement has such a target. */
  public boolean has(String target) {
    return books.containsKey(target);
  }

  /** How many different records there are of all targets. */
  public long size() {
    return books.values().stream().mapToLong(book -> book.first.size()).sum();
  }

  /** How many different records a target has. */
  public int size(String target) {
    return book(target).first.size();
  }

  /**
   * The days of a target, with every correction.
   *
   * @throws IllegalArgumentException when there is no such target
   */
  public DayFolds folds(String target) {
    Book book = book(target);
    if (!book.stale.isEmpty()) {
      foldAgain(book);
    }
    return book.folds;
  }

  private static void foldAgain(Book book) {
    for (LocalDate day : book.stale) {
      List<Measurement> records = new ArrayList<>();
      Set<String> corrected = new HashSet<>();
      for (Measurement record : book.byDay.getOrDefault(day, List.of())) {
        List<Measurement> versions = book.corrected.get(record.id());
        if (versions == null) {
          records.add(record);
        } else if (corrected.add(record.id())) {
          records.addAll(versions);
        }
      }
      book.folds.fold(day, records);
    }
    book.stale.clear();
  }
}
