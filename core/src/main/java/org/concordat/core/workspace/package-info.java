/**
 * An organisation's whole model as one immutable value, its rules, and what differs between two.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.workspace;
