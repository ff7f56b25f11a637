/**
 * Forms on the server: what a Camunda Form says is enforced for every way into a case, and identity goes to the register
 * of persons before the engine stores anything.
 *
 * <p>Camunda itself checks nothing of a Camunda Form on the server. Here the handlers of start and task forms are replaced
 * when a model is parsed, and commands that would go around them (plain start, plain complete, task variables) are led
 * through them or refused. See {@link no.forlop.skjema.Innenfra} for starts that are trusted.
 */
package no.forlop.skjema;
