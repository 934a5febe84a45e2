/** Standards for programs: what is put down about them, and what follows. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.standards.api;
