package org.concordat.server.identity;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before every handler. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {
  @Bean
  CurrentCaller currentCaller() {
    return new CurrentCaller();
  }

  @Bean
  WebMvcConfigurer permissionGate(CurrentCaller currentCaller) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new PermissionGate(currentCaller))
            .order(Ordered.HIGHEST_PRECEDENCE);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument(currentCaller));
      }
    };
  }
}
