/** Which single judgement, changed by one level, would move the ranking most. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.sensitivity;
