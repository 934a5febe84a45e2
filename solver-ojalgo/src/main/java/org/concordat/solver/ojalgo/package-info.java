/** Budget questions for ojAlgo, a library for optimisation in plain Java. */
@org.jspecify.annotations.NullMarked
package org.concordat.solver.ojalgo;
