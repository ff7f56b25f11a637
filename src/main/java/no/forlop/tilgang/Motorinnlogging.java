package no.forlop.tilgang;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks user name and password against the engine's users; the engine locks a user out after repeated failures. */
class Motorinnlogging implements AuthenticationProvider {

  private final IdentityService identitet;

  Motorinnlogging(IdentityService identitet) {
    this.identitet = identitet;
  }

  @Override
  public Authentication authenticate(Authentication forsok) {
    String bruker = forsok.getName();
    Object passord = forsok.getCredentials();
    if (bruker == null || passord == null || !identitet.checkPassword(bruker, passord.toString())) {
      throw new BadCredentialsException("Feil brukernavn eller passord.");
    }
    return UsernamePasswordAuthenticationToken.authenticated(bruker, null, List.of());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
