/** What measuring teaches: targets to change, and judgements that reality contradicts. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.learning;
