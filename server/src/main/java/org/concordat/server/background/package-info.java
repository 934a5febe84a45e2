/** What a server does by itself while it runs. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.background;
