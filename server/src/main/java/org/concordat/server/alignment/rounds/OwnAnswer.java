package org.concordat.server.alignment.rounds;

import java.time.Instant;
import org.concordat.core.alignment.rounds.Answer;

/** A judge's own latest answer to a link. */
public record OwnAnswer(Answer answer, Instant at) {}
