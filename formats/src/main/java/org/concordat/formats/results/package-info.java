/**
 * What measuring an agreement came to: as tables, as JSON, as pictures, as a document for people.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.results;
