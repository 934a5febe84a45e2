/** The change trail as people read it: who changed what, when and why, and how it was before. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail;
