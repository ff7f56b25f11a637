package no.forlop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A REST client as a machine or a user has it: HTTP basic, JSON. */
public final class Rest {

  private final HttpClient klient = HttpClient.newHttpClient();
  private final String adresse;
  private final String innlogging;

  private Rest(int port, String innlogging) {
    this.adresse = "http://127.0.0.1:" + port;
    this.innlogging = innlogging;
  }

  public static Rest fremmed(int port) {
    return new Rest(port, null);
  }

  public static Rest som(int port, String bruker, String passord) {
    return new Rest(port, "Basic "
        + Base64.getEncoder().encodeToString((bruker + ":" + passord).getBytes(StandardCharsets.UTF_8)));
  }

  /** As a sample user, whose password equals the name. */
  public static Rest som(int port, String bruker) {
    return som(port, bruker, bruker);
  }

  public HttpResponse<String> get(String sti) {
    return send("GET", sti, null);
  }

  public HttpResponse<String> post(String sti, String json) {
    return send("POST", sti, json);
  }

  public HttpResponse<String> send(String metode, String sti, String json) {
    HttpRequest.Builder bygger = HttpRequest.newBuilder(URI.create(adresse + sti)).method(metode,
        json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    bygger.header("Content-Type", "application/json").header("Accept", "application/json");
    if (innlogging != null) {
      bygger.header("Authorization", innlogging);
    }
    try {
      return klient.send(bygger.build(), BodyHandlers.ofString());
    } catch (IOException feil) {
      throw new IllegalStateException(metode + " " + sti, feil);
    } catch (InterruptedException feil) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(feil);
    }
  }
}
