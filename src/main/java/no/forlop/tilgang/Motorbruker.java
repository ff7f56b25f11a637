package no.forlop.tilgang;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the engine work as the user who logged in: without a user and his groups the engine would check no rights at all. */
class Motorbruker extends OncePerRequestFilter {

  private final IdentityService identitet;

  Motorbruker(IdentityService identitet) {
    this.identitet = identitet;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest foresporsel, HttpServletResponse svar, FilterChain kjede)
      throws ServletException, IOException {
    Authentication bruker = SecurityContextHolder.getContext().getAuthentication();
    if (bruker == null || !bruker.isAuthenticated()) {
      svar.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    List<String> grupper =
        identitet.createGroupQuery().groupMember(bruker.getName()).list().stream().map(Group::getId).toList();
    identitet.setAuthentication(bruker.getName(), grupper);
    try {
      kjede.doFilter(foresporsel, svar);
    } finally {
      identitet.clearAuthentication();
    }
  }
}
