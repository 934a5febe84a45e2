/** Which kind of file something is that can be imported, and the reader for it. */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.sources;
