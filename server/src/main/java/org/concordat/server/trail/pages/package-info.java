/** The pages of the change trail: what happened, what things were, what can be taken back. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail.pages;
