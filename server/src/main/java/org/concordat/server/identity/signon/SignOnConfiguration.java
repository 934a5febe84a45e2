package org.concordat.server.identity.signon;

import java.time.Clock;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.secrets.SecretBox;
import org.concordat.server.web.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single sign-on as a part of the application. */
@Configuration(proxyBeanMethods = false)
class SignOnConfiguration {
  @Bean
  SingleSignOn singleSignOn(TenantTransactions transactions, SecretBox box, PublicAddress address) {
    return new SingleSignOn(transactions, box, address, Clock.systemUTC());
  }
}
