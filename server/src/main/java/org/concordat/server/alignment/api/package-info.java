/**
 * Business alignment over the API: the model's entries, what follows from them, import and export.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment.api;
