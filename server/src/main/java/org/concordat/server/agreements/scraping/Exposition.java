package org.concordat.server.agreements.scraping;

/**
 * What was fetched.
 *
 * @param isOpenMetrics whether it says that it is OpenMetrics; otherwise it is the text of
 *     Prometheus
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and compared by nobody
record Exposition(byte[] content, boolean isOpenMetrics) {}
