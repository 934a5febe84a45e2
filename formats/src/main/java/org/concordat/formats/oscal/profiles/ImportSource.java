package org.concordat.formats.oscal.profiles;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.oscal.OscalDocument;

/** Where the documents are that profiles import. */
@FunctionalInterface
public interface ImportSource {
  /**
   * Finds a document.
   *
   * @param importing the profile that imports it
   * @param addresses where the profile says that it is, the first choice first
   * @return the document, or empty when none is there
   * @throws InvalidInput when what is there is no OSCAL document
   */
  Optional<OscalDocument> find(OscalDocument importing, List<String> addresses)
      throws IOException, InvalidInput;
}
