/** The pages of deciding. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.deciding.pages;
