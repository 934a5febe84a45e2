package org.concordat.server.identity.factors;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.secrets.SecretBox;
import org.concordat.server.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Second factors as parts of the application. */
@Configuration(proxyBeanMethods = false)
class FactorsConfiguration {
  /** The name of the file in the data directory. */
  private static final String SECRETS_KEY = "secrets-key.txt";

  /**
   * What encrypts secrets that are read again.
   *
   * @param data the data directory
   * @param key the file of the key, or empty for one in the data directory
   */
  @Bean
  SecretBox secretBox(
      @Value("${concordat.data}") Path data, @Value("${concordat.secrets.key:}") String key)
      throws IOException, InvalidInput {
    return SecretBox.of(key.isBlank() ? data.resolve(SECRETS_KEY) : Path.of(key));
  }

  @Bean
  AuthenticatorApps authenticatorApps(TenantTransactions transactions, SecretBox box) {
    return new AuthenticatorApps(transactions, box, Clock.systemUTC());
  }

  @Bean
  RecoveryCodes recoveryCodes(TenantTransactions transactions) {
    return new RecoveryCodes(transactions);
  }

  @Bean
  Passkeys passkeys(TenantTransactions transactions, PublicAddress address) {
    return new Passkeys(transactions, address, Clock.systemUTC());
  }

  @Bean
  SecondFactors secondFactors(TenantTransactions transactions) {
    return new SecondFactors(transactions);
  }
}
