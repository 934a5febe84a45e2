/** The pages of agreements: the seven steps, services and prices, negotiating, what is measured. */
@NullMarked
package org.concordat.server.agreements.pages;

import org.jspecify.annotations.NullMarked;
