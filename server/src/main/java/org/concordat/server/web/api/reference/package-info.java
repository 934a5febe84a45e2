/** The contract of the API as pages for people. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.web.api.reference;
