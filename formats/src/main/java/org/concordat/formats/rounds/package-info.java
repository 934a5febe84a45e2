/** Answers of a judgement round that was held elsewhere, as tables and JSON. */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.rounds;
