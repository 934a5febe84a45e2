/** Budget questions for SCIP, by the native libraries of OR-Tools. */
@org.jspecify.annotations.NullMarked
package org.concordat.solver.ortools;
