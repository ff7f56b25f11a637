package no.forlop.cockpit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls the plugin's addresses as its pages do: with Cockpit's own session and CSRF token. */
final class Cockpitklient {

  private final CookieManager kaker = new CookieManager();
  private final HttpClient klient = HttpClient.newBuilder().cookieHandler(kaker).build();
  private final String adresse;

  private Cockpitklient(int port) {
    this.adresse = "http://127.0.0.1:" + port;
  }

  static Cockpitklient fremmed(int port) {
    return new Cockpitklient(port);
  }

  /** Logged in as a sample user, whose password equals the name. */
  static Cockpitklient som(int port, String bruker) {
    Cockpitklient ny = new Cockpitklient(port);
    ny.send(HttpRequest.newBuilder(ny.uri("/camunda/app/welcome/default/")).GET());
    HttpResponse<String> svar = ny.send(HttpRequest.newBuilder(ny.uri("/camunda/api/admin/auth/user/default/login/welcome"))
        .header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", ny.token())
        .POST(BodyPublishers.ofString("username=" + bruker + "&password=" + bruker)));
    if (svar.statusCode() != 200) {
      throw new AssertionError("Login as " + bruker + " → " + svar.statusCode() + " " + svar.body());
    }
    // Login begins a new session; its token comes with the next page.
    ny.send(HttpRequest.newBuilder(ny.uri("/camunda/app/cockpit/default/")).GET());
    return ny;
  }

  HttpResponse<String> hent(String sti) {
    return send(HttpRequest.newBuilder(uri("/camunda/api/cockpit/plugin/forlop-cockpit/default/" + sti)).GET());
  }

  HttpResponse<String> rett(String sti) {
    return send(HttpRequest.newBuilder(uri(sti)).GET());
  }

  HttpResponse<String> send(String sti, String json) {
    return send(HttpRequest.newBuilder(uri("/camunda/api/cockpit/plugin/forlop-cockpit/default/" + sti))
        .header("Content-Type", "application/json").header("X-XSRF-TOKEN", token()).POST(BodyPublishers.ofString(json)));
  }

  /** The answer of a call that went well. */
  JsonNode json(String sti) {
    return les(hent(sti));
  }

  static JsonNode les(HttpResponse<String> svar) {
    if (svar.statusCode() != 200) {
      throw new AssertionError(svar.uri() + " → " + svar.statusCode() + " " + svar.body());
    }
    try {
      return new ObjectMapper().readTree(svar.body());
    } catch (IOException e) {
      throw new AssertionError(svar.body(), e);
    }
  }

  static String kode(String verdi) {
    return URLEncoder.encode(verdi, StandardCharsets.UTF_8);
  }

  private String token() {
    return kaker.getCookieStore().getCookies().stream().filter(kake -> kake.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElse("");
  }

  private URI uri(String sti) {
    return URI.create(adresse + sti);
  }

  private HttpResponse<String> send(HttpRequest.Builder bygger) {
    try {
      return klient.send(bygger.header("Accept", "application/json, text/html, */*").build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
