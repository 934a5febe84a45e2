/** The resources of deciding in the API. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.deciding.api;
