/** Which judgements need another look, and why: because of a date, a change or an incident. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.reassessment;
