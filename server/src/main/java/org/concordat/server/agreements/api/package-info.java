/** The resources of agreements: moves, measurements, results, services, the seven steps. */
@NullMarked
package org.concordat.server.agreements.api;

import org.jspecify.annotations.NullMarked;
