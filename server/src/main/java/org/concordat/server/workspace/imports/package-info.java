/**
 * Imports as jobs: a file is kept, read and compared at leisure, shown, and written when somebody
 * says yes. Pages and API begin and follow imports through {@link
 * org.concordat.server.workspace.imports.ImportJobs} and nothing else.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.workspace.imports;
