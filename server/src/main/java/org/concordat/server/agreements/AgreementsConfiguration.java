package org.concordat.server.agreements;

import java.time.Clock;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.workspace.Models;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agreements as parts of the application. */
@Configuration(proxyBeanMethods = false)
class AgreementsConfiguration {
  private static final Clock CLOCK = Clock.systemUTC();

  @Bean
  Agreements agreements(TenantTransactions transactions) {
    return new Agreements(transactions, CLOCK);
  }

  @Bean
  OrganisationNeeds organisationNeeds(Models models) {
    return new OrganisationNeeds(models);
  }

  @Bean
  ServiceOffers serviceOffers(TenantTransactions transactions) {
    return new ServiceOffers(transactions);
  }

  @Bean
  Comments agreementComments(TenantTransactions transactions) {
    return new Comments(transactions);
  }

  @Bean
  Measurements measurements(TenantTransactions transactions) {
    return new Measurements(transactions, CLOCK);
  }

  @Bean
  Signatures agreementSignatures(
      TenantTransactions transactions, Agreements agreements, Passkeys passkeys) {
    return new Signatures(transactions, agreements, passkeys, CLOCK);
  }

  @Bean
  Reviews agreementReviews(Agreements agreements, OrganisationNeeds needs) {
    return new Reviews(agreements, needs);
  }

  @Bean
  Drafts agreementDrafts(Agreements agreements, OrganisationNeeds needs, ServiceOffers offers) {
    return new Drafts(agreements, needs, offers, CLOCK);
  }

  @Bean
  Moves agreementMoves(
      Agreements agreements, Reviews reviews, OrganisationNeeds needs, ServiceOffers offers) {
    return new Moves(agreements, reviews, needs, offers);
  }

  @Bean
  SecurityProcess securityProcess(
      TenantTransactions transactions, OrganisationNeeds needs, Agreements agreements) {
    return new SecurityProcess(needs, agreements, new StepCompletions(transactions), CLOCK);
  }

  @Bean
  AgreementExperience agreementExperience(Agreements agreements, Measurements measurements) {
    return new AgreementExperience(agreements, measurements);
  }

  @Bean
  ResultReports resultReports(
      Agreements agreements,
      Measurements measurements,
      org.concordat.server.deciding.Reviews reviews) {
    return new ResultReports(agreements, measurements, reviews, CLOCK);
  }
}
