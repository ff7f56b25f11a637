package no.forlop.nettleser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.forlop.Apptest;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in a real browser. Left out, loudly, where no browser is installed, unless FORLOP_NETTLESER is "krev". */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Apptest
@ExtendWith(HarNettleser.class)
@interface Nettlesertest {}
