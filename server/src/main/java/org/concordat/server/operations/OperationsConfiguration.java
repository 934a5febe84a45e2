package org.concordat.server.operations;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What running a server needs, as parts of the application. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {
  /**
   * The token of the metrics.
   *
   * @param data the data directory
   * @param file another file, or empty for the one in the data directory
   */
  @Bean
  MetricsToken metricsToken(
      @Value("${concordat.data}") Path data, @Value("${concordat.metrics.token:}") String file)
      throws IOException {
    return MetricsToken.readOrMake(
        file.isBlank() ? data.resolve(MetricsToken.NAME) : Path.of(file));
  }

  /** Before every other filter, so that what these log has the id as well. */
  @Bean
  FilterRegistrationBean<RequestLog> requestLog() {
    FilterRegistrationBean<RequestLog> filter = new FilterRegistrationBean<>(new RequestLog());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
