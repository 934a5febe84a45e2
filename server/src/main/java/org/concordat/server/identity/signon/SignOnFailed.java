package org.concordat.server.identity.signon;

/** A provider did not answer as it must; the message is for the log and for who sets it up. */
public final class SignOnFailed extends Exception {
  private static final long serialVersionUID = 1L;

  SignOnFailed(String message) {
    super(message);
  }

  SignOnFailed(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
