package no.forlop.tilgang;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Login. Machines use HTTP basic on the REST interfaces, and the engine then works as that user; people use the web
 * applications' own login, which guards their interfaces itself. Everything else but a bare health check is closed.
 */
@Configuration
@EnableConfigurationProperties(Enheter.class)
class Sikkerhet {

  @Bean
  @Order(1)
  SecurityFilterChain maskiner(HttpSecurity http, IdentityService identitet) throws Exception {
    // Ant matchers: the REST interfaces are Jersey's, not Spring MVC's.
    return http.securityMatcher(new OrRequestMatcher(new AntPathRequestMatcher("/engine-rest/**"),
            new AntPathRequestMatcher("/engine-rest"), new AntPathRequestMatcher("/api/**")))
        .authorizeHttpRequests(regler -> regler.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .authenticationProvider(new Motorinnlogging(identitet))
        .addFilterAfter(new Motorbruker(identitet), AuthorizationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(okt -> okt.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain nettsider(HttpSecurity http) throws Exception {
    return http
        .authorizeHttpRequests(regler -> regler
            .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
            .requestMatchers(new AntPathRequestMatcher("/camunda/**"), new AntPathRequestMatcher("/", "GET"),
                new AntPathRequestMatcher("/favicon.ico", HttpMethod.GET.name()),
                new AntPathRequestMatcher("/actuator/health", HttpMethod.GET.name())).permitAll()
            .anyRequest().denyAll())
        // The web applications have their own session, CSRF token and headers.
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
}
