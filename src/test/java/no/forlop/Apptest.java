package no.forlop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a free port of 127.0.0.1. Every test that needs the application uses this, so that one context
 * serves a whole test process: Camunda's REST API looks its engine up in a static register, and with a second engine of
 * the same name it would answer for the wrong one, without the caller's rights. Each class finds it as {@link Nystartet}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Forlop.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"test", "demo"})
@ExtendWith(Nystartet.class)
public @interface Apptest {}
