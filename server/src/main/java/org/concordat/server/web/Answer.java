package org.concordat.server.web;

/** What a handler of pages answers: a page, or where to go on. */
public sealed interface Answer permits PageModel, Redirect {}
