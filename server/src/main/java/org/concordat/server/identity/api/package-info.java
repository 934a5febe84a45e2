/** People and one's own account over the API. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.identity.api;
