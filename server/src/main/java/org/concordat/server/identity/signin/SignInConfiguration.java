package org.concordat.server.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.identity.accounts.JudgingLinks;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.identity.accounts.Passwords;
import org.concordat.server.identity.accounts.SecondFactorRule;
import org.concordat.server.identity.accounts.SignInThrottle;
import org.concordat.server.web.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of sign-in together, and the rules that hold for every request. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SignInConfiguration {
  /** A session ends after so many seconds without a request. */
  private static final int IDLE_SECONDS = 3_600;

  /** Two requests of one session at the same time may both be the first with something to keep. */
  private static final String SESSION_ATTRIBUTE =
      "insert into spring_session_attributes"
          + " (session_primary_id, attribute_name, attribute_bytes) values (?, ?, ?)"
          + " on conflict (tenant, session_primary_id, attribute_name)"
          + " do update set attribute_bytes = excluded.attribute_bytes";

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  Accounts accounts(TenantTransactions transactions, Passwords passwords) {
    return new Accounts(transactions, passwords);
  }

  @Bean
  SecondFactorRule secondFactorRule(TenantTransactions transactions) {
    return new SecondFactorRule(transactions);
  }

  @Bean
  Links links(TenantTransactions transactions, Accounts accounts) {
    return new Links(transactions, accounts);
  }

  @Bean
  ApiTokens apiTokens(TenantTransactions transactions, Accounts accounts) {
    return new ApiTokens(transactions, accounts);
  }

  @Bean
  JudgingLinks judgingLinks(TenantTransactions transactions) {
    return new JudgingLinks(transactions, Clock.systemUTC());
  }

  @Bean
  SignInThrottle signInThrottle(TenantTransactions transactions) {
    return new SignInThrottle(transactions, Clock.systemUTC());
  }

  @Bean
  Sessions sessions(JdbcIndexedSessionRepository sessions) {
    return new Sessions(sessions);
  }

  @Bean
  SecurityFilterChain everyRequest(
      HttpSecurity http, Accounts accounts, ApiTokens tokens, PublicAddress address)
      throws Exception {
    return http
        // Handlers name their permissions and the gate before them asks; nothing is decided here.
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/actuator/health/**", "/actuator/health")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .addFilterBefore(new CallerFilter(accounts, tokens), CsrfFilter.class)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        // Sessions are begun and ended by sign-in itself.
        .sessionManagement(sessions -> sessions.disable())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new FormTokens(tokenCookie(address.secure())))
                    .ignoringRequestMatchers(CallerFilter::isForPrograms))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    // The proxy speaks https; what comes from it looks like http to us.
                    .httpStrictTransportSecurity(
                        strict -> strict.requestMatcher(_ -> address.secure()))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                    .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
        .anonymous(anonymous -> anonymous.disable())
        .requestCache(cache -> cache.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (request, response, _) -> askToSignIn(request, response))
                    .accessDeniedHandler(
                        (request, response, denied) -> refuse(request, response, denied)))
        .build();
  }

  private static CookieCsrfTokenRepository tokenCookie(boolean secure) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(cookieName("csrf", secure));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
    return tokens;
  }

  /** A browser takes a cookie of the longer name by https alone, and from no neighbouring host. */
  private static String cookieName(String name, boolean secure) {
    return secure ? "__Host-" + name : name;
  }

  /** A form whose session has ended meanwhile is no forgery; its sender signs in anew. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean over = request.getRequestedSessionId() != null && SignedIn.of(request).isEmpty();
    if (denied instanceof CsrfException && over) {
      askToSignIn(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (CallerFilter.isForPrograms(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean back = request.getMethod().equals("GET") && !here.equals("/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        "/sign-in" + (back ? "?then=" + URLEncoder.encode(here, StandardCharsets.UTF_8) : ""));
  }

  /**
   * Sessions in the database. Its connections are bound to no organisation, so they see the rows of
   * the nil tenant, which sessions are.
   */
  @Bean
  JdbcIndexedSessionRepository sessionRepository(DataSource dataSource) {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transactions.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), transactions);
    sessions.setCreateSessionAttributeQuery(SESSION_ATTRIBUTE);
    sessions.setDefaultMaxInactiveInterval(Duration.ofSeconds(IDLE_SECONDS));
    return sessions;
  }

  /** Those that requests use. */
  @Bean
  @Primary
  QuietSessions<?> quietSessions(JdbcIndexedSessionRepository sessions) {
    return new QuietSessions<>(sessions);
  }

  @Bean
  CookieSerializer sessionCookie(PublicAddress address) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(cookieName("session", address.secure()));
    cookie.setCookiePath("/");
    cookie.setUseSecureCookie(address.secure());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
