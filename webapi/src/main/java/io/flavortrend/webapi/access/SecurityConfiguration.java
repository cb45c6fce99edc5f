package io.flavortrend.webapi.access;

import io.flavortrend.webapi.problems.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import reactor.core.publisher.Mono;

/**
 * Who may do what: signing in, health and what a page has to know before are open, as are the
 * page's files; everything else needs a token, and some of it a role ({@link RoleRule}). There are
 * no server-side sessions; forged requests are kept out by {@link SameOriginFilter}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
  private static final String[] OPEN = {
    "/api/v1/health/**", "/api/v1/client-config", "/api/v1/auth/login"
  };

  @Bean
  SecurityWebFilterChain securityChain(ServerHttpSecurity http, SessionCheck sessions) {
    return http.csrf(CsrfSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .headers(HeaderSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .addFilterAt(authentication(sessions), SecurityWebFiltersOrder.AUTHENTICATION)
        .authorizeExchange(
            exchanges -> {
              exchanges.pathMatchers(OPEN).permitAll();
              for (RoleRule rule : RoleRule.ALL) {
                exchanges.pathMatchers(rule.method(), rule.path()).hasRole(rule.role().name());
              }
              exchanges.pathMatchers("/api/**").authenticated().anyExchange().permitAll();
            })
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (exchange, failure) ->
                            Mono.error(
                                Problems.unauthenticated(
                                    "A bearer token or the session cookie is needed")))
                    .accessDeniedHandler(
                        (exchange, failure) ->
                            Mono.error(Problems.forbidden("Your role may not do this"))))
        .build();
  }

  private static AuthenticationWebFilter authentication(SessionCheck sessions) {
    // The converter checks the token itself: its errors say why, and 503 where the store is down.
    AuthenticationWebFilter filter =
        new AuthenticationWebFilter((Authentication authentication) -> Mono.just(authentication));
    filter.setServerAuthenticationConverter(
        exchange ->
            Mono.justOrEmpty(RequestTokens.any(exchange.getRequest()))
                .flatMap(sessions::check)
                .map(TokenAuthentication::new));
    filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    filter.setRequiresAuthenticationMatcher(
        new NegatedServerWebExchangeMatcher(
            new OrServerWebExchangeMatcher(
                java.util.Arrays.stream(OPEN)
                    .map(PathPatternParserServerWebExchangeMatcher::new)
                    .toArray(PathPatternParserServerWebExchangeMatcher[]::new))));
    return filter;
  }
}
