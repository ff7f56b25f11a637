package no.forlop;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: an embedded Camunda engine, the building blocks that models call, and the pathways themselves. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class Forlop {

  public static void main(String[] args) {
    norskTid();
    SpringApplication.run(Forlop.class, args);
  }

  /** All dates that people read are Norwegian; the engine and its forms use the zone of the JVM. */
  public static void norskTid() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Oslo"));
  }
}
