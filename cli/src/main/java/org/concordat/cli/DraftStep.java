package org.concordat.cli;

/** What can be done to a draft as a whole. */
enum DraftStep {
  SHARE(
      "Open a draft to everybody who reads the model.",
      "They open it by the address that this tells. Only you change it.",
      "Shared. Whoever reads the model can open %s",
      false),
  UNSHARE(
      "Close a draft to others again.",
      "Only you can open it then.",
      "Only you can open it now: %s",
      false),
  PROPOSE(
      "Propose a draft.",
      "Somebody else with the right to make its changes decides; never you yourself.",
      "Proposed. Somebody else decides: %s",
      true),
  TAKE_BACK(
      "Take a proposal back, to work on.",
      "As long as nobody has decided.",
      "Taken back. You can work on: %s",
      false),
  APPROVE(
      "Approve somebody else's proposal: its changes are made.",
      "In your name and as far as your rights go, as one action that can be taken back; it fails as"
          + " a whole when a change no longer fits.",
      "Approved; the changes hold: %s",
      true),
  REFUSE(
      "Refuse somebody else's proposal.",
      "Nothing changes then.",
      "Refused; nothing has changed: %s",
      true),
  DROP("Give a draft up.", "Nothing changes then.", "The draft is dropped: %s", false);

  /** What it does, in a sentence. */
  final String header;

  /** What there is to know of it. */
  final String about;

  /** What is told when it is done, with the address of the draft. */
  final String done;

  /** Whether a reason may be given. */
  final boolean takesWords;

  DraftStep(String header, String about, String done, boolean takesWords) {
    this.header = header;
    this.about = about;
    this.done = done;
    this.takesWords = takesWords;
  }
}
