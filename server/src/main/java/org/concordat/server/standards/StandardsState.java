package org.concordat.server.standards;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.programme.LibraryAssembly;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.Shelf;

/** One organisation's standards at one moment: what it has put down, and what follows from it. */
public final class StandardsState {
  private final Programme programme;
  private final LibraryAssembly assembly;

  private StandardsState(Programme programme, LibraryAssembly assembly) {
    this.programme = programme;
    this.assembly = assembly;
  }

  static StandardsState of(Programme programme, Shelf shelf) {
    return new StandardsState(programme, LibraryAssembly.of(programme, shelf));
  }

  /** After changes that leave the library as it is. */
  StandardsState with(Programme changed, Shelf shelf) {
    return of(changed, shelf);
  }

  /** After changes of the library. */
  StandardsState anew(Programme changed, Shelf shelf) {
    return of(changed, shelf);
  }

  public Programme programme() {
    return programme;
  }

  /** The catalogues that are followed or needed, and the crosswalks in use. */
  public Library library() {
    return assembly.library();
  }

  /** What does not fit together and was left out of the library. */
  public List<Finding> findings() {
    return assembly.findings();
  }
}
