package org.concordat.server.agreements.scraping;

/** What can go wrong where measurements are fetched. */
public enum ScrapeProblem {
  /** The address is none of http or https with a host. */
  NO_ADDRESS,
  /** The administrator has not allowed the host. */
  HOST_NOT_ALLOWED,
  /** The host's name leads to an address of this machine or its link, which is not allowed. */
  LOCAL_ADDRESS,
  /** Nobody knows the host's name. */
  UNKNOWN_HOST,
  /** Nobody answers, or the answer breaks off. */
  UNREACHABLE,
  /** The answer takes too long. */
  TOO_SLOW,
  /** The answer has too many bytes. */
  TOO_LARGE,
  /** The answer leads elsewhere, and is not followed. */
  REDIRECTED,
  /** The answer has another status than 200. */
  REFUSED,
  /** The answer is packed in a way that was not asked for. */
  PACKED,
  /** The exposition has errors. */
  NOT_READABLE,
  /** The mapping does not fit the agreement. */
  WRONG_MAPPING,
  /** The records are not what the targets are measured by. */
  UNSUITABLE,
  /** The agreement does not hold. */
  NOT_IN_FORCE
}
