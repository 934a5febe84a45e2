/**
 * Collections for values of which there is one version after the other: a version is copied in
 * little time, shares with the one before what is the same, and never sees what becomes of the
 * copy. So whoever reads a version needs no lock, however long it takes.
 *
 * <p>A copy belongs to one thread until it is handed to others; from then on nobody changes it.
 */
@NullMarked
package org.concordat.core.versions;

import org.jspecify.annotations.NullMarked;
