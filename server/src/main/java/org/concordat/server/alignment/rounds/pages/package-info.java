/** Judgement rounds in the browser: for whoever leads a round, and for the judges. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment.rounds.pages;
