/** Judgement rounds over the API: for programs that lead a round, and for judges' own programs. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment.rounds.api;
