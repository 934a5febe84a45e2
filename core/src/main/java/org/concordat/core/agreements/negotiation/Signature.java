package org.concordat.core.agreements.negotiation;

import java.util.HexFormat;
import org.concordat.core.agreements.Side;

/**
 * That a side has signed a document. The proof itself is in the signed file.
 *
 * @param digest SHA-256 of the canonical document, as 64 hexadecimal digits in lower case
 */
public record Signature(Side side, String digest) {
  public Signature {
    if (digest.length() != 64
        || !digest.equals(HexFormat.of().formatHex(HexFormat.of().parseHex(digest)))) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits in lower case");
    }
  }
}
