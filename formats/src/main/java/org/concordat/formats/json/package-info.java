/** Workspaces and priorities as JSON, the same from the command line and from the API. */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.json;
